#include "analysis/sentiment_table.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace tellwire::analysis {
namespace {

std::optional<ToneClass> ParseClass(std::string_view name) {
  constexpr std::pair<std::string_view, ToneClass> kNames[] = {
      {"good", ToneClass::kGood},
      {"bad", ToneClass::kBad},
      {"up", ToneClass::kUp},
      {"down", ToneClass::kDown},
      {"flat", ToneClass::kFlat},
      {"wants_up", ToneClass::kWantsUp},
      {"wants_down", ToneClass::kWantsDown},
      {"neutral", ToneClass::kNeutral},
      {"skip", ToneClass::kSkip},
      {"flip", ToneClass::kFlip},
      {"soften", ToneClass::kSoften},
      {"contrast", ToneClass::kContrast},
      {"despite", ToneClass::kDespite},
      {"cause", ToneClass::kCause},
      {"of", ToneClass::kOf},
      {"joint", ToneClass::kJoint},
      {"source", ToneClass::kSource},
      {"speaker", ToneClass::kSpeaker},
      {"own", ToneClass::kOwn},
      {"institution", ToneClass::kInstitution},
      {"peer", ToneClass::kPeer},
      {"compare", ToneClass::kCompare},
      {"rival", ToneClass::kRival}};
  for (const auto& [known, tone_class] : kNames) {
    if (known == name) return tone_class;
  }
  return std::nullopt;
}

std::optional<ToneAim> ParseAim(std::string_view name) {
  constexpr std::pair<std::string_view, ToneAim> kNames[] = {
      {"", ToneAim::kNone},          {"none", ToneAim::kNone},     {"subject", ToneAim::kSubject},
      {"object", ToneAim::kObject},  {"either", ToneAim::kEither}, {"start", ToneAim::kStart},
      {"contest", ToneAim::kContest}};
  for (const auto& [known, aim] : kNames) {
    if (known == name) return aim;
  }
  return std::nullopt;
}

std::optional<double> ParseNumber(std::string_view digits) {
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

void Skip(const LexiconLoad& load, const Table& file, const TableRow& row, std::string message) {
  load.problems->push_back(
      {ErrorKind::kRule, file.At(row), std::move(message), "the row is skipped"});
}

// A row of sentiment.tsv or tone_cues.tsv; the latter has no column for the aim.
void ReadWord(const LexiconLoad& load, const Table& file, const TableRow& row,
              std::vector<ToneWord>* words) {
  const auto tone_class = ParseClass(row.cells[1]);
  const auto weight = ParseNumber(row.cells[2]);
  const auto aim = ParseAim(row.cells.size() > 3 ? row.cells[3] : std::string());
  std::optional<double> strength = 1;
  if (row.cells.size() > 4 && !row.cells[4].empty()) strength = ParseNumber(row.cells[4]);
  if (!tone_class) return Skip(load, file, row, "unknown class \"" + row.cells[1] + "\"");
  if (!weight) return Skip(load, file, row, "weight \"" + row.cells[2] + "\" is not a number");
  if (!aim) return Skip(load, file, row, "unknown aim \"" + row.cells[3] + "\"");
  if (!strength) return Skip(load, file, row, "strength \"" + row.cells[4] + "\" is not a number");
  const double sign = *tone_class == ToneClass::kBad ? -1 : 1;
  words->push_back({*tone_class, *aim, sign * *weight, *strength});
  load.Register(file, row, row.cells[0],
                {TermKind::kTone, static_cast<uint32_t>(words->size() - 1)});
}

double* SettingOf(ToneSettings* settings, std::string_view name) {
  const std::pair<std::string_view, double*> known[] = {
      {"positive", &settings->positive},
      {"negative", &settings->negative},
      {"company_positive", &settings->company_positive},
      {"company_negative", &settings->company_negative},
      {"move", &settings->move},
      {"mover", &settings->mover},
      {"company_move", &settings->company_move},
      {"flip_good", &settings->flip_good},
      {"flip_bad", &settings->flip_bad},
      {"surprise", &settings->surprise},
      {"guidance", &settings->guidance},
      {"fact", &settings->fact},
      {"title", &settings->title},
      {"lead", &settings->lead},
      {"fading", &settings->fading},
      {"carried", &settings->carried},
      {"sharpness", &settings->sharpness},
      {"list_item", &settings->list_item}};
  for (const auto& [setting, place] : known) {
    if (setting == name) return place;
  }
  return nullptr;
}

void ReadSetting(const LexiconLoad& load, const Table& file, const TableRow& row,
                 ToneSettings* settings) {
  double* place = SettingOf(settings, row.cells[0]);
  const auto value = ParseNumber(row.cells[1]);
  if (!place) return Skip(load, file, row, "unknown setting \"" + row.cells[0] + "\"");
  if (!value) return Skip(load, file, row, "value \"" + row.cells[1] + "\" is not a number");
  *place = *value;
}

}  // namespace

Result<SentimentTable> SentimentTable::Load(const LexiconLoad& load) {
  SentimentTable table;
  for (const std::string_view name : {"tone_cues.tsv", "sentiment.tsv"}) {
    const auto file = load.Read(name);
    if (!file) return file.error();
    for (const TableRow& row : file->rows) ReadWord(load, *file, row, &table.words);
  }
  const auto settings = load.Read("tone.tsv");
  if (!settings) return settings.error();
  for (const TableRow& row : settings->rows) {
    ReadSetting(load, *settings, row, &table.settings);
  }
  return table;
}

}  // namespace tellwire::analysis
