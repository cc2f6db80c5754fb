#include "shell/fact_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "alert/plain.h"
#include "shell/fact_text.h"
#include "shell/terminal.h"

namespace tellwire::shell {
namespace {

using store::StoredFact;

// One bar: a fact, and how many articles say it.
struct Bar {
  const StoredFact* fact;
  size_t said = 1;
};

using Group = std::vector<Bar>;
using Key = std::tuple<std::string, std::string, std::string>;  // who, metric, unit

std::string DayText(const StoredFact& fact) { return ToString(*fact.published).substr(0, 10); }

bool IsOfOneDay(const StoredFact& a, const StoredFact& b) { return DayText(a) == DayText(b); }

bool SaysTheSame(const model::Fact& a, const model::Fact& b) {
  return a.value == b.value && a.period.form == b.period.form && a.modality == b.modality &&
         a.negated == b.negated;
}

// REQUIRES: facts come in the order of their days
void Add(const StoredFact& fact, Group* group) {
  for (auto bar = group->rbegin(); bar != group->rend() && IsOfOneDay(*bar->fact, fact); ++bar) {
    if (SaysTheSame(bar->fact->fact, fact.fact)) return void(++bar->said);
  }
  group->push_back({&fact});
}

double SizeOf(const StoredFact& fact) {
  return std::max(std::fabs(fact.fact.value->low), std::fabs(fact.fact.value->high));
}

// What stands behind a bar: the number, how sure it is, and how often it was said.
std::string LabelOf(const Bar& bar) {
  const model::Fact& fact = bar.fact->fact;
  std::string label = ValueText(fact);
  if (fact.negated) label = "not " + label;
  if (fact.modality != model::Modality::kActual)
    label += " " + std::string(ToString(fact.modality));
  if (bar.said > 1) label += fmt::format(" ×{}", bar.said);
  return label;
}

std::string BarOf(const StoredFact& fact, double most, size_t cells, bool color) {
  const double part = most > 0 ? SizeOf(fact) / most : 0;
  const bool said = fact.fact.modality == model::Modality::kActual && !fact.fact.negated;
  std::string bar;
  const auto length = static_cast<size_t>(part * static_cast<double>(cells) + 0.5);
  for (size_t i = 0; i < length; ++i) bar += said ? "█" : "░";
  return Styled(bar, fact.fact.value->high < 0 ? Style::kRed : Style::kGreen, color);
}

void Draw(const Key& key, const Group& group, size_t width, bool color, std::string* out) {
  constexpr size_t kLeast = 10, kDate = 12;
  double most = 0;
  size_t period = 0, label = 0;
  for (const Bar& bar : group) {
    most = std::max(most, SizeOf(*bar.fact));
    period = std::max(period, alert::DisplayWidth(bar.fact->fact.period.form));
    label = std::max(label, alert::DisplayWidth(LabelOf(bar)));
  }
  period = std::min<size_t>(period, 24);
  const size_t around = kDate + (period > 0 ? period + 2 : 0) + label + 1;
  const size_t cells = width > around + kLeast ? width - around : kLeast;
  const auto& [who, metric, unit] = key;
  const std::string title = fmt::format("{}{}{}", who, who.empty() ? "" : " · ", metric);
  *out += Styled(alert::PlainLine(title), Style::kBold, color) + "\n";
  for (const Bar& bar : group) {
    *out += alert::PadToWidth(DayText(*bar.fact), kDate);
    if (period > 0) *out += alert::PadToWidth(bar.fact->fact.period.form, period) + "  ";
    *out += BarOf(*bar.fact, most, cells, color) + " " + alert::PlainLine(LabelOf(bar)) + "\n";
  }
}

}  // namespace

Chart DrawChart(std::vector<StoredFact> facts, size_t width, bool color) {
  const size_t all = facts.size();
  std::erase_if(facts, [](const auto& row) { return !row.fact.value || !row.published; });
  std::stable_sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) {
    return a.published->seconds < b.published->seconds;
  });
  std::map<Key, Group> groups;
  for (const StoredFact& row : facts) {
    Add(row, &groups[{SubjectText(row.company, row.fact), row.fact.metric, row.fact.unit}]);
  }
  Chart chart;
  for (const auto& [key, group] : groups) {
    if (!chart.text.empty()) chart.text += '\n';
    Draw(key, group, width, color, &chart.text);
  }
  chart.left_out = all - facts.size();
  return chart;
}

}  // namespace tellwire::shell
