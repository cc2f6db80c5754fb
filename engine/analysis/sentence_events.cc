// One word is seldom enough: `stock` with a move or a number in its sentence is about the price,
// alone it may be about anything; `share` of the market is not. So words hint, moves and numbers
// add to what was hinted at, and the types that reach 1 are given. Tested by
// tests/analysis/sentence_events_test.cc.
#include "analysis/sentence_events.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "analysis/metrics.h"
#include "analysis/tone.h"
#include "analysis/tone_reading.h"

namespace tellwire::analysis {
namespace {

class Marker {
 public:
  Marker(const Lexicon& lexicon, const PlacedFacts& facts, model::Analysis* analysis)
      : lexicon_(lexicon), cues_(lexicon.tone->cues), analysis_(*analysis), facts_(facts) {}

  void Mark(const Passage& passage, size_t first_sentence) {
    Sweeps sweeps(passage);
    const auto& sentences = passage.document->sentences;
    for (size_t i = 0; i < sentences.size(); ++i) {
      if (hinted_) weights_.assign(cues_.types.size(), 0);
      hinted_ = false;
      ReadTerms(passage, sentences[i], &sweeps);
      ReadFacts(passage, sentences[i]);
      if (!hinted_) continue;
      auto& events = analysis_.sentences[first_sentence + i].events;
      for (size_t type = 0; type < weights_.size(); ++type) {
        if (weights_[type] >= 0.999) events.push_back(cues_.types[type]);
      }
    }
  }

 private:
  void Add(int type, double weight) {
    if (type < 0) return;
    weights_[static_cast<size_t>(type)] += weight;
    hinted_ = true;
  }

  void AddAll(const std::vector<double>& weights) {
    for (size_t type = 0; type < weights_.size(); ++type) weights_[type] += weights[type];
    hinted_ = true;
  }

  // The lists of a passage that tell of events.
  struct Sweeps {
    explicit Sweeps(const Passage& passage)
        : cues(passage.Terms(TermKind::kCue)),
          events(passage.Terms(TermKind::kEvent)),
          directions(passage.Terms(TermKind::kDirection)),
          surprises(passage.Terms(TermKind::kSurprise)),
          tones(passage.Terms(TermKind::kTone)) {}
    TermSweep cues, events, directions, surprises, tones;
  };

  void ReadTerms(const Passage& passage, const model::Sentence& sentence, Sweeps* sweeps) {
    for (const TermHit& hit : sweeps->events.In(sentence.tokens)) ReadEvent(passage, sentence, hit);
    ReadCues(sweeps->cues.In(sentence.tokens));
    if (hinted_) AddEvidence(Moves(sentence.tokens, sweeps), HasNumber(passage, sentence));
  }

  // The longest words count; several rows may name the very same.
  void ReadCues(std::span<const TermHit> hits) {
    uint32_t free_from = 0;
    model::TokenRange taken;
    for (const TermHit& hit : hits) {
      if (hit.tokens.end <= free_from && !(hit.tokens == taken)) continue;
      free_from = hit.tokens.end;
      taken = hit.tokens;
      const auto& cue = cues_.cues[hit.term.row];
      Add(static_cast<int>(cue.type), cue.weight);
    }
  }

  // Whether something rises, falls or stays in the sentence.
  bool Moves(const model::TokenRange& sentence, Sweeps* sweeps) const {
    if (!sweeps->directions.In(sentence).empty() || !sweeps->surprises.In(sentence).empty())
      return true;
    const auto& words = lexicon_.tone->sentiment.words;
    return std::ranges::any_of(sweeps->tones.In(sentence), [&](const TermHit& hit) {
      const ToneClass c = words[hit.term.row].tone_class;
      return c == ToneClass::kUp || c == ToneClass::kDown || c == ToneClass::kFlat;
    });
  }

  bool HasNumber(const Passage& passage, const model::Sentence& sentence) const {
    const uint32_t end = std::min(sentence.tokens.end, sentence.tokens.begin + 200);
    for (uint32_t t = sentence.tokens.begin; t < end; ++t) {
      if (IsNumber(passage, t)) return true;
    }
    return false;
  }

  void AddEvidence(bool moves, bool number) {
    for (size_t type = 0; type < weights_.size(); ++type) {
      if (weights_[type] <= 0) continue;
      if (moves) weights_[type] += cues_.move[type];
      if (number) weights_[type] += cues_.number[type];
    }
  }

  void ReadEvent(const Passage& passage, const model::Sentence& sentence, const TermHit& hit) {
    const EventSurface& event = lexicon_.metrics->events[hit.term.row];
    if (!event.needs.StandIn(*passage.document, sentence.tokens)) return;
    Add(cues_.TypeOf(event.coarse), event.id.empty() ? cues_.typed : cues_.event);
  }

  void ReadFacts(const Passage& passage, const model::Sentence& sentence) {
    for (const auto& [fact, metric] : facts_.In(passage.part, sentence.span)) {
      if (!sentence.span.Contains(fact->spans.fact)) continue;
      if (metric) Add(cues_.TypeOf(metric->event), cues_.fact);
      const bool told = fact->modality == model::Modality::kActual && !fact->negated;
      if (told && fact->surprise != model::Surprise::kNone) AddAll(cues_.surprise);
      if (fact->modality == model::Modality::kGuidance && fact->value) AddAll(cues_.guidance);
    }
  }

  const Lexicon& lexicon_;
  const CueTable& cues_;
  model::Analysis& analysis_;
  const PlacedFacts& facts_;
  std::vector<double> weights_;  // of the sentence at hand, by type
  bool hinted_ = true;           // whether something has been added to them
};

// Takes a row with @; false when there is no such setting or type.
bool ReadSetting(CueTable* table, const TableRow& row, double weight) {
  const std::string& name = row.cells[0];
  const int type = table->TypeOf(row.cells[1]);
  if (name == "@event") table->event = weight;
  if (name == "@typed") table->typed = weight;
  if (name == "@fact") table->fact = weight;
  for (const auto& [setting, weights] :
       {std::pair{"@number", &table->number}, std::pair{"@surprise", &table->surprise},
        std::pair{"@guidance", &table->guidance}, std::pair{"@move", &table->move}}) {
    if (type < 0 || name != setting) continue;
    (*weights)[static_cast<size_t>(type)] = weight;
    return true;
  }
  return name == "@event" || name == "@typed" || name == "@fact";
}

// The types of the file and of the metrics and events that were loaded before it.
std::vector<std::string> TypesOf(const Table& file, const model::Vocabulary& vocabulary) {
  std::vector<std::string> types = vocabulary.events;
  for (const TableRow& row : file.rows) {
    if (!row.cells[0].starts_with('@')) types.push_back(row.cells[1]);
  }
  std::sort(types.begin(), types.end());
  types.erase(std::unique(types.begin(), types.end()), types.end());
  return types;
}

}  // namespace

Result<CueTable> CueTable::Load(const LexiconLoad& load) {
  const auto file = load.Read("sentence_events.tsv");
  if (!file) return file.error();
  CueTable table;
  table.types = TypesOf(*file, *load.vocabulary);
  for (uint32_t i = 0; i < table.types.size(); ++i)
    table.numbers.Add(Hash64(table.types[i]), i + 1);
  load.vocabulary->events = table.types;
  for (auto* weights : {&table.move, &table.number, &table.surprise, &table.guidance})
    weights->resize(table.types.size());
  for (const TableRow& row : file->rows) {
    double weight = 0;
    const std::string& cell = row.cells[2];
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
    const bool is_number = error == std::errc() && end == cell.data() + cell.size();
    const bool setting = row.cells[0].starts_with('@');
    if (!is_number || (setting && !ReadSetting(&table, row, weight))) {
      load.problems->push_back({ErrorKind::kRule, file->At(row),
                                "bad weight \"" + cell + "\" or setting", "the row is skipped"});
      continue;
    }
    if (setting) continue;
    for (const std::string& surface : SplitList(row.cells[0], ';')) {
      table.cues.push_back({static_cast<uint32_t>(table.TypeOf(row.cells[1])), weight});
      load.Register(*file, row, surface,
                    {TermKind::kCue, static_cast<uint32_t>(table.cues.size() - 1)});
    }
  }
  return table;
}

void MarkEvents(const Lexicon& lexicon, const Passage& title, const Passage& text,
                const PlacedFacts& facts, model::Analysis* analysis) {
  Marker marker(lexicon, facts, analysis);
  marker.Mark(title, 0);
  marker.Mark(text, title.document->sentences.size());
}

}  // namespace tellwire::analysis
