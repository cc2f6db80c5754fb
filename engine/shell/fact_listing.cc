#include "shell/fact_listing.h"

#include "base/json_writer.h"
#include "shell/fact_text.h"

namespace tellwire::shell {
namespace {

using alert::Cell;
using model::Fact;
using Row = std::vector<Cell>;

Cell Word(std::string_view word) { return {std::string(word)}; }

Cell Number(const std::optional<model::Number>& number) {
  if (!number) return {"", "null"};
  const std::string low = FormatNumber(number->low), high = FormatNumber(number->high);
  if (!number->is_range()) return {low, low};
  return {low + ".." + high, "[" + low + "," + high + "]"};
}

Cell Number(const std::optional<double>& number) {
  return Number(number ? std::optional(model::Number(*number)) : std::nullopt);
}

Cell Number(const std::optional<int>& number) {
  return Number(number ? std::optional(model::Number(*number)) : std::nullopt);
}

Cell Truth(bool value) { return {value ? "true" : "false", value ? "true" : "false"}; }

Cell Words(const std::vector<std::string>& words) {
  JsonWriter json;
  json.BeginArray();
  std::string text;
  for (const std::string& word : words) {
    json.Value(word);
    text += (text.empty() ? "" : " ") + word;
  }
  return {text, json.EndArray().Take()};
}

Cell Days(const std::optional<Day>& from, const std::optional<Day>& until) {
  if (!from || !until) return {"", "null"};
  const std::string first = FormatDay(*from), last = FormatDay(*until);
  return {first + ".." + last, "[\"" + first + "\",\"" + last + "\"]"};
}

Cell Place(const Span& span) {
  const std::string begin = std::to_string(span.begin), end = std::to_string(span.end);
  return {begin + ".." + end, "[" + begin + "," + end + "]"};
}

Cell Published(const store::StoredFact& row) {
  return Word(row.published ? ToString(*row.published) : "");
}

Cell PublishedDay(const store::StoredFact& row) {
  return Word(row.published ? ToString(*row.published).substr(0, 10) : "undated");
}

// Who said it: its source, else what its article is called.
Cell Origin(const store::StoredFact& row) {
  return Word(row.source.empty() ? row.article : row.source);
}

const std::vector<alert::Column>& FactColumns() {
  static const std::vector<alert::Column> columns = {{"published"},
                                                     {"company"},
                                                     {"ticker"},
                                                     {"segment"},
                                                     {"kind"},
                                                     {"metric"},
                                                     {"value", true},
                                                     {"unit"},
                                                     {"qualifier"},
                                                     {"change", true},
                                                     {"change_unit"},
                                                     {"change_basis"},
                                                     {"prior", true},
                                                     {"consensus", true},
                                                     {"surprise_amount", true},
                                                     {"growth_class"},
                                                     {"streak_quarters", true},
                                                     {"direction"},
                                                     {"surprise"},
                                                     {"period_text"},
                                                     {"period"},
                                                     {"period_range"},
                                                     {"modality"},
                                                     {"negated"},
                                                     {"attribution"},
                                                     {"flags"},
                                                     {"in_title"},
                                                     {"span"},
                                                     {"quote"},
                                                     {"article"},
                                                     {"source"}};
  return columns;
}

Row FactRow(const store::StoredFact& row) {
  const Fact& fact = row.fact;
  const bool counted = fact.value || fact.change;
  return {Published(row),
          Word(row.company),
          Word(row.ticker),
          Word(fact.segment),
          Word(ToString(fact.kind)),
          Word(fact.metric),
          Number(fact.value),
          Word(fact.unit),
          Word(counted ? ToString(fact.qualifier) : ""),
          Number(fact.change),
          Word(fact.change_unit),
          Word(fact.change_basis),
          Number(fact.prior),
          Number(fact.consensus),
          Number(fact.surprise_amount),
          Word(fact.growth_class),
          Number(fact.streak_quarters),
          Word(ToString(fact.direction)),
          Word(ToString(fact.surprise)),
          Word(fact.period_text),
          Word(fact.period.form),
          Days(fact.period.from, fact.period.until),
          Word(ToString(fact.modality)),
          Truth(fact.negated),
          Word(fact.attribution),
          Words(fact.flags),
          Truth(fact.in_title),
          Place(fact.spans.fact),
          Word(row.quote),
          Word(row.article),
          Word(row.source)};
}

// What it says and how sure: `beat up`, `down estimate`, `not miss`.
Cell Saying(const Fact& fact) {
  std::string text = SayingText(fact);
  if (fact.modality == model::Modality::kActual) return {text};
  return {text + (text.empty() ? "" : " ") + std::string(ToString(fact.modality))};
}

}  // namespace

alert::Listing FactRows(const std::vector<store::StoredFact>& facts) {
  alert::Listing listing;
  listing.columns = FactColumns();
  for (const store::StoredFact& row : facts) listing.rows.push_back(FactRow(row));
  return listing;
}

alert::Listing FactTable(const std::vector<store::StoredFact>& facts) {
  alert::Listing listing;
  listing.columns = {
      {"published", false, 10}, {"company", false, 24}, {"metric"}, {"period"},
      {"value", true},          {"change", true},       {"what"},   {"source", false, 20},
      {"quote", false, 60}};
  for (const store::StoredFact& row : facts) {
    listing.rows.push_back({PublishedDay(row), Word(SubjectText(row.company, row.fact)),
                            Word(row.fact.metric), Word(row.fact.period.form),
                            Word(ValueText(row.fact)), Word(ChangeText(row.fact)), Saying(row.fact),
                            Origin(row), Word(row.quote)});
  }
  return listing;
}

alert::Listing PromiseRows(const std::vector<batch::LedgerRow>& promises) {
  alert::Listing listing;
  listing.columns = FactColumns();
  for (const char* name : {"operator", "target", "deadline", "deadline_range", "state",
                           "settled_by", "settled_on", "settled_quote"}) {
    listing.columns.push_back({name});
  }
  for (const batch::LedgerRow& row : promises) {
    Row cells = FactRow(row.promise);
    const Fact::Promise& promise = *row.promise.fact.promise;
    const auto& by = row.settled_by;
    for (Cell& cell :
         Row{Word(promise.op), Number(promise.target), Word(promise.deadline),
             Days(promise.deadline_from, promise.deadline_until), Word(row.state),
             Word(by ? by->article : ""), by ? Published(*by) : Cell(), Word(by ? by->quote : "")})
      cells.push_back(std::move(cell));
    listing.rows.push_back(std::move(cells));
  }
  return listing;
}

alert::Listing PromiseTable(const std::vector<batch::LedgerRow>& promises) {
  alert::Listing listing;
  listing.columns = {{"published", false, 10},
                     {"company", false, 24},
                     {"metric"},
                     {"target", true},
                     {"deadline"},
                     {"state"},
                     {"settled"},
                     {"source", false, 20},
                     {"quote", false, 60}};
  for (const batch::LedgerRow& row : promises) {
    const store::StoredFact& promise = row.promise;
    const auto& by = row.settled_by;
    listing.rows.push_back({PublishedDay(promise), Word(SubjectText(promise.company, promise.fact)),
                            Word(promise.fact.metric), Word(TargetText(promise.fact)),
                            Word(promise.fact.promise->deadline), Word(row.state),
                            by ? PublishedDay(*by) : Cell(), Origin(promise), Word(promise.quote)});
  }
  return listing;
}

}  // namespace tellwire::shell
