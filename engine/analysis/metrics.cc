#include "analysis/metrics.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/hash.h"
#include "text/utf8.h"

namespace tellwire::analysis {
namespace {

using model::MetricClass;

std::optional<MetricClass> ParseClass(const std::string& name) {
  static const std::map<std::string, MetricClass> kNames = {{"money", MetricClass::kMoney},
                                                            {"ratio", MetricClass::kRatio},
                                                            {"count", MetricClass::kCount},
                                                            {"price", MetricClass::kPrice},
                                                            {"event", MetricClass::kEvent}};
  const auto found = kNames.find(name);
  if (found == kNames.end()) return std::nullopt;
  return found->second;
}

int ParsePolarity(const std::string& written) {
  return written == "1" || written == "+1" ? 1 : written == "-1" ? -1 : 0;
}

ContextWords Words(const std::string& list) {
  std::vector<uint64_t> words;
  for (const std::string& word : SplitList(list, ';')) {
    if (word != "#" && !word.empty()) words.push_back(Hash64(text::FoldWords(word)));
  }
  return ContextWords(std::move(words));
}

// The cells of one row of metrics.tsv, by name.
struct MetricRow {
  const Table& table;
  const TableRow& row;
  std::string Cell(std::string_view name) const {
    const int column = table.Column(name);
    return column < 0 ? std::string() : row.cells[static_cast<size_t>(column)];
  }
};

void Complain(const LexiconLoad& load, const MetricRow& row, std::string message) {
  load.problems->push_back({ErrorKind::kRule, row.table.At(row.row), std::move(message),
                            "the row is skipped; see the head of the file"});
}

// The units that values of a metric may have; empty when there are many.
std::vector<std::string> UnitsOf(const model::Metric& metric) {
  const bool one = metric.metric_class == MetricClass::kRatio || metric.default_unit == "count";
  if (!one || metric.default_unit.empty()) return {};
  return {metric.default_unit};
}

// The first row of an id describes the metric.
std::optional<MetricEntry> Describe(const LexiconLoad& load, const MetricRow& row) {
  const auto metric_class = ParseClass(row.Cell("class"));
  if (!metric_class) {
    Complain(load, row, "the first row of \"" + row.Cell("id") + "\" names no class");
    return std::nullopt;
  }
  MetricEntry entry;
  entry.metric.id = row.Cell("id");
  entry.metric.name = row.Cell("name");
  entry.metric.counts = entry.metric.name.starts_with("# ");
  if (entry.metric.counts) entry.metric.name.erase(0, 2);
  entry.metric.parent = row.Cell("parent");
  entry.metric.metric_class = *metric_class;
  entry.metric.kind =
      *metric_class == MetricClass::kEvent ? model::FactKind::kEvent : model::FactKind::kMetric;
  entry.metric.polarity = ParsePolarity(row.Cell("polarity"));
  entry.metric.default_unit = row.Cell("default_unit");
  entry.metric.units = UnitsOf(entry.metric);
  entry.metric.event = row.Cell("event");
  if (const auto modality = model::ParseModality(row.Cell("modality"))) entry.modality = *modality;
  entry.metric.modality = {entry.modality};
  if (entry.modality != model::Modality::kActual)
    entry.metric.modality.push_back(model::Modality::kActual);
  entry.rank = static_cast<uint32_t>(std::ranges::count(entry.metric.id, '.'));
  return entry;
}

void AddMetricRow(const LexiconLoad& load, const MetricRow& row, MetricTable* table,
                  std::map<std::string, uint32_t>* index) {
  const std::string id = row.Cell("id");
  MetricSurface surface;
  surface.none = id == "-";
  if (!surface.none && !index->contains(id)) {
    auto entry = Describe(load, row);
    if (!entry) return;
    index->emplace(id, static_cast<uint32_t>(table->metrics.size()));
    load.vocabulary->metrics.insert_or_assign(id, entry->metric);
    table->metrics.push_back(std::move(*entry));
  }
  if (!surface.none) surface.metric = index->at(id);
  const std::string needs = row.Cell("needs");
  surface.needs = Words(needs);
  surface.needs_number = needs.starts_with("#");
  for (const std::string& implied : SplitList(row.Cell("implies"), ' ')) {
    surface.weak |= implied == "weak";
    surface.loss |= implied == "loss";
    surface.profitable |= implied == "profitable";
    surface.up |= implied == "up";
    surface.segment |= implied == "segment";
    surface.whole |= implied == "whole";
    surface.done |= implied == "done";
    surface.needs_number |= implied == "needs_number";
  }
  table->surfaces.push_back(surface);
  const Term term{TermKind::kMetric, static_cast<uint32_t>(table->surfaces.size() - 1)};
  for (const std::string& written : SplitList(row.Cell("surface"), ';'))
    load.Register(row.table, row.row, written, term);
}

// `multiple_of:revenue` among what a row implies: a multiple of revenue is this metric.
void LinkMetrics(const LexiconLoad& load, const Table& file, std::string_view mark,
                 const std::map<std::string, uint32_t>& index, std::vector<int>* links) {
  links->assign(index.size(), -1);
  for (const TableRow& row : file.rows) {
    const MetricRow cells{file, row};
    for (const std::string& implied : SplitList(cells.Cell("implies"), ' ')) {
      if (!implied.starts_with(mark)) continue;
      const auto of = index.find(implied.substr(mark.size()));
      const auto is = index.find(cells.Cell("id"));
      if (of == index.end() || is == index.end()) {
        Complain(load, cells, "\"" + implied + "\" names no metric");
        continue;
      }
      (*links)[of->second] = static_cast<int>(is->second);
    }
  }
}

void AddEventRow(const LexiconLoad& load, const MetricRow& row, MetricTable* table) {
  EventSurface event;
  event.id = row.Cell("id");
  if (event.id == "-") event.id.clear();
  event.coarse = row.Cell("event");
  event.polarity = ParsePolarity(row.Cell("polarity"));
  event.needs = Words(row.Cell("needs"));
  if (const auto direction = model::ParseDirection(row.Cell("direction")))
    event.direction = *direction;
  if (const auto kind = model::ParseFactKind(row.Cell("kind"))) event.kind = *kind;
  if (!event.id.empty() && !load.vocabulary->metrics.contains(event.id)) {
    model::Metric metric;
    metric.id = event.id;
    metric.metric_class = MetricClass::kEvent;
    metric.kind = event.kind;
    metric.polarity = event.polarity;
    metric.modality = {model::Modality::kActual};
    metric.event = event.coarse;
    load.vocabulary->metrics.emplace(event.id, metric);
  }
  table->events.push_back(event);
  const Term term{TermKind::kEvent, static_cast<uint32_t>(table->events.size() - 1)};
  for (const std::string& written : SplitList(row.Cell("surface"), ';'))
    load.Register(row.table, row.row, written, term);
}

void AddCommodityRow(const LexiconLoad& load, const MetricRow& row, MetricTable* table) {
  table->commodities.push_back(row.Cell("name"));
  const Term term{TermKind::kCommodity, static_cast<uint32_t>(table->commodities.size() - 1)};
  for (const std::string& written : SplitList(row.Cell("surface"), ';'))
    load.Register(row.table, row.row, written, term);
}

// The coarse types that the files name, sorted.
void CollectEvents(const MetricTable& table, model::Vocabulary* vocabulary) {
  auto& events = vocabulary->events;
  for (const MetricEntry& entry : table.metrics) events.push_back(entry.metric.event);
  for (const EventSurface& event : table.events) events.push_back(event.coarse);
  std::sort(events.begin(), events.end());
  events.erase(std::unique(events.begin(), events.end()), events.end());
  std::erase(events, "");
}

}  // namespace

Result<std::unique_ptr<MetricTable>> MetricTable::Load(const LexiconLoad& load) {
  auto table = std::make_unique<MetricTable>();
  const auto metrics = load.Read("metrics.tsv");
  if (!metrics) return metrics.error();
  std::map<std::string, uint32_t> index;
  for (const TableRow& row : metrics->rows)
    AddMetricRow(load, {*metrics, row}, table.get(), &index);
  for (const auto& [id, place] : {std::pair{"commodity_price", &table->commodity_metric},
                                  {"share_price", &table->share_price},
                                  {"results", &table->results},
                                  {"guidance", &table->guidance},
                                  {"cash", &table->cash}}) {
    const auto found = index.find(id);
    if (found == index.end()) {
      return Error(ErrorKind::kRule, {metrics->file, 0, 0},
                   std::string("no row describes the metric \"") + id + "\"",
                   "the grammar speaks of it; restore its row");
    }
    *place = found->second;
  }
  LinkMetrics(load, *metrics, "multiple_of:", index, &table->multiples);
  LinkMetrics(load, *metrics, "per_share_of:", index, &table->per_share);
  const auto events = load.Read("events.tsv");
  if (!events) return events.error();
  for (const TableRow& row : events->rows) AddEventRow(load, {*events, row}, table.get());
  const auto commodities = load.Read("commodities.tsv");
  if (!commodities) return commodities.error();
  for (const TableRow& row : commodities->rows)
    AddCommodityRow(load, {*commodities, row}, table.get());
  CollectEvents(*table, load.vocabulary);
  return table;
}

const MetricEntry* MetricTable::Find(std::string_view id) const {
  for (const MetricEntry& entry : metrics) {
    if (entry.metric.id == id) return &entry;
  }
  return nullptr;
}

bool IsLettersApart(const Passage& passage, const TermHit& hit) {
  if (hit.span.size() != 3 || hit.tokens.end - hit.tokens.begin != 2) return false;
  return passage.GapBefore(hit.tokens.begin + 1) == " ";
}

}  // namespace tellwire::analysis
