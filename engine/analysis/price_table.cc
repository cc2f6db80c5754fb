// The table of price.tsv, and whether a commodity's name only describes something else.
#include <algorithm>
#include <map>

#include "analysis/price_reader.h"

namespace tellwire::analysis {

using model::Direction;

Result<std::unique_ptr<PriceTable>> PriceTable::Load(const LexiconLoad& load) {
  auto table = std::make_unique<PriceTable>();
  const std::map<std::string, Direction, std::less<>> directions = {{"up", Direction::kUp},
                                                                    {"down", Direction::kDown},
                                                                    {"flat", Direction::kFlat},
                                                                    {"none", Direction::kNone}};
  const std::map<std::string, PhraseIndex*, std::less<>> sets = {
      {"aside", &table->asides},
      {"not_aside", &table->not_asides},
      {"other", &table->others},
      {"close", &table->closes},
      {"high", &table->highs},
      {"low", &table->lows},
      {"span", &table->spans},
      {"behind", &table->behind},
      {"reach", &table->reach},
      {"to_come", &table->to_come},
      {"to_come_before", &table->to_come_before},
      {"highest", &table->highest},
      {"lowest", &table->lowest},
      {"breaks", &table->breaks},
      {"ends_run", &table->ends_run},
      {"run", &table->run},
      {"by", &table->by},
      {"heading", &table->heading},
      {"spell", &table->spell},
      {"joint", &table->joint}};
  const auto take = [&](const std::string& kind, const std::string& phrase) {
    const bool is_act = kind.starts_with("act_");
    const auto direction = directions.find(is_act ? kind.substr(4) : kind);
    if (direction != directions.end()) {
      table->moves.Add(phrase, static_cast<uint32_t>(table->directions.size()));
      table->directions.push_back(direction->second);
      table->acts.push_back(is_act);
      return true;
    }
    const auto set = sets.find(kind);
    if (set != sets.end()) set->second->Add(phrase, 0);
    return set != sets.end();
  };
  if (auto error = load.ReadKinds("price.tsv", take)) return *std::move(error);
  return table;
}

namespace {

// "gold, silver stocks", "gold and copper output": the next commodity of a list describes
// something.
bool IsListedWithOther(const PriceTable& table, const Reading& reading, uint32_t at) {
  const auto& tokens = reading.passage->document->tokens;
  if (at + 1 >= reading.tokens.end) return false;
  const uint32_t from = tokens[at - 1].span.end;
  const std::string_view gap = reading.passage->text.substr(from, tokens[at].span.begin - from);
  if (reading.passage->WordAt(at) == "and") {
    ++at;
  } else if (gap != ", " && gap != " & ") {
    return false;
  }
  const auto others = HitsIn(reading.passage->Terms(TermKind::kCommodity), {at, at + 1});
  if (others.empty()) return false;
  const uint32_t last = others[0].tokens.end - 1;
  if (table.others.Has(tokens[last].word)) return true;
  return last + 1 < reading.tokens.end && table.others.Has(tokens[last + 1].word);
}

}  // namespace

bool DescribesOther(const PriceTable& table, const Reading& reading, const MetricUse& use) {
  const auto& tokens = reading.passage->document->tokens;
  const auto gap_before = [&](uint32_t token) {
    const uint32_t end = tokens[token - 1].span.end;
    return reading.passage->text.substr(end, tokens[token].span.begin - end);
  };
  const uint32_t first = use.tokens.begin, next = use.tokens.end;
  const std::string_view last = reading.passage->WordAt(next - 1);
  if (last.starts_with("price") || last.starts_with("future") || last.starts_with("rate"))
    return false;
  if (next < reading.tokens.end && (gap_before(next) == " " || gap_before(next) == "-") &&
      table.others.Has(tokens[next].word))
    return true;
  if (IsListedWithOther(table, reading, next)) return true;
  // "demand for gold", "the premium on gold"
  if (first < reading.tokens.begin + 2 || gap_before(first) != " ") return false;
  const std::string_view joint = reading.passage->WordAt(first - 1);
  return (joint == "for" || joint == "on" || joint == "of") &&
         table.others.Has(tokens[first - 2].word);
}

}  // namespace tellwire::analysis
