// A theme's score is 1 - exp(-w / 2), w being the sum of the weights of its evidence, where each
// repetition of a term counts half of the one before: a text that says `cloud` forty times is about
// the cloud, but not forty times as much. Tested by tests/analysis/themes_test.cc.
#include "analysis/themes.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "model/vocabulary.h"

namespace tellwire::analysis {
namespace {

constexpr double kInTitle = 2;
constexpr size_t kMostSpans = 64;  // of evidence, a theme

std::optional<double> ParseWeight(std::string_view digits) {
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::vector<std::string> IdsOf(const Table& file) {
  std::vector<std::string> ids;
  for (const TableRow& row : file.rows) ids.push_back(row.cells[0]);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

// What was found of one theme.
struct Tally {
  double weight = 0;
  std::vector<Span> spans, title_spans;
};

class Finder {
 public:
  explicit Finder(const ThemeTable& table)
      : table_(table), tallies_(table.ids.size()), seen_(table.terms.size() + table.facts.size()) {}

  void ReadTerms(const Passage& passage) {
    uint32_t free_from = 0;
    for (const TermHit& hit : passage.Terms(TermKind::kTheme)) {
      if (hit.tokens.begin < free_from && hit.tokens.end <= free_from && !Same(hit)) continue;
      free_from = std::max(free_from, hit.tokens.end);
      last_ = hit.tokens;
      const ThemeTable::Term& term = table_.terms[hit.term.row];
      Add(term.theme, hit.term.row, term.weight, passage.part, hit.span);
    }
    last_ = {};
  }

  void ReadFacts(const model::Analysis& analysis) {
    std::vector<uint32_t> rows;  // that the metric at hand scores for
    std::string_view metric;
    for (const model::Fact& fact : analysis.facts) {
      if (fact.metric != metric) rows = RowsOf(fact.metric);
      metric = fact.metric;
      for (const uint32_t i : rows) {
        const auto& term = table_.facts[i];
        Add(term.theme, static_cast<uint32_t>(table_.terms.size()) + i, term.weight, fact.part(),
            fact.spans.metric.empty() ? fact.spans.fact : fact.spans.metric);
      }
    }
  }

  std::vector<model::Theme> Take() {
    std::vector<model::Theme> themes;
    for (size_t i = 0; i < tallies_.size(); ++i) {
      Tally& tally = tallies_[i];
      if (tally.weight == 0) continue;
      const double score = std::round((1 - std::exp(-tally.weight / 2)) * 1000) / 1000;
      if (score < table_.least) continue;
      model::Theme theme;
      theme.id = table_.ids[i];
      theme.score = score;
      theme.spans = Ordered(std::move(tally.spans));
      theme.title_spans = Ordered(std::move(tally.title_spans));
      themes.push_back(std::move(theme));
    }
    std::stable_sort(
        themes.begin(), themes.end(),
        [](const model::Theme& a, const model::Theme& b) { return a.score > b.score; });
    return themes;
  }

 private:
  // The rows of a metric and of the families that it lies under.
  std::vector<uint32_t> RowsOf(std::string_view metric) const {
    std::vector<uint32_t> rows;
    for (size_t end = 0; end < metric.size();) {
      end = std::min(metric.find('.', end + 1), metric.size());
      const std::string_view family = metric.substr(0, end);
      auto term = std::ranges::lower_bound(table_.facts, family, {}, &ThemeTable::FactTerm::metric);
      for (; term != table_.facts.end() && term->metric == family; ++term)
        rows.push_back(static_cast<uint32_t>(term - table_.facts.begin()));
    }
    return rows;
  }

  // Several themes may share the very words of the last hit.
  bool Same(const TermHit& hit) const { return hit.tokens == last_; }

  void Add(uint32_t theme, uint32_t row, double weight, model::Part part, const Span& span) {
    Tally& tally = tallies_[theme];
    const bool title = part == model::Part::kTitle;
    auto& spans = title ? tally.title_spans : tally.spans;
    tally.weight += std::ldexp(weight, -seen_[row]++) * (title ? kInTitle : 1);
    if (spans.size() < kMostSpans) spans.push_back(span);
  }

  static std::vector<Span> Ordered(std::vector<Span> spans) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    return spans;
  }

  const ThemeTable& table_;
  std::vector<Tally> tallies_;
  std::vector<int> seen_;  // repetitions of each row
  model::TokenRange last_;
};

}  // namespace

Result<ThemeTable> ThemeTable::Load(const LexiconLoad& load) {
  const auto file = load.Read("themes.tsv");
  if (!file) return file.error();
  ThemeTable table;
  table.ids = IdsOf(*file);
  for (const TableRow& row : file->rows) {
    const auto weight = ParseWeight(row.cells[1]);
    if (!weight) {
      load.problems->push_back({ErrorKind::kRule, file->At(row),
                                "weight \"" + row.cells[1] + "\" is not a number",
                                "the row is skipped"});
      continue;
    }
    const auto at = std::lower_bound(table.ids.begin(), table.ids.end(), row.cells[0]);
    const auto theme = static_cast<uint32_t>(at - table.ids.begin());
    for (const std::string& surface : SplitList(row.cells[2], ';')) {
      table.terms.push_back({theme, *weight});
      load.Register(*file, row, surface,
                    {TermKind::kTheme, static_cast<uint32_t>(table.terms.size() - 1)});
    }
    for (const std::string& metric : SplitList(row.cells[3], ';')) {
      table.facts.push_back({metric, theme, *weight});
    }
  }
  std::ranges::stable_sort(table.facts, {}, &ThemeTable::FactTerm::metric);
  load.vocabulary->themes = table.ids;
  return table;
}

std::vector<model::Theme> FindThemes(const ThemeTable& table, const Passage& title,
                                     const Passage& text, const model::Analysis& analysis) {
  Finder finder(table);
  finder.ReadTerms(title);
  finder.ReadTerms(text);
  finder.ReadFacts(analysis);
  return finder.Take();
}

}  // namespace tellwire::analysis
