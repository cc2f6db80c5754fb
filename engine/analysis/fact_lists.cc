// What is said of several companies at once holds for each: "Apple, Microsoft and Nvidia each lost
// 2%"; "Shell and BP shares rose 2% and 3% respectively" pairs names and numbers in order.
#include <algorithm>

#include "analysis/fact_builder.h"

namespace tellwire::analysis {
namespace {

constexpr size_t kMostCompanies = 12;

// Whether two names stand beside each other with nothing but a comma or `and` between them.
bool AreListed(const Passage& passage, const IssuerHit& a, const IssuerHit& b) {
  if (a.reference || b.reference || !a.eligible() || !b.eligible()) return false;
  std::string_view gap = passage.text.substr(a.span.end, b.span.begin - a.span.end);
  if (a.possessive) {  // "Walmart's and Costco's sales"
    if (!b.possessive || gap.find('s') > 3) return false;
    gap.remove_prefix(gap.find('s') + 1);
  }
  return gap == ", " || gap == " and " || gap == ", and " || gap == " & ";
}

}  // namespace

void FactBuilder::ShareWithCompanies(const MetricUse& use, const Move* move, model::Fact* told) {
  model::Fact& fact = *told;
  if (!move || fact.spans.company.empty()) return;
  bool respectively = false;
  for (uint32_t at = move->tokens.end; at < reading_->tokens.end; ++at)
    respectively |= passage_.WordAt(at) == "respectively";
  if (!respectively && use.metric != lexicon_.metrics->share_price) return;
  const auto& hits = passage_.issuers;
  uint32_t last = reading_->last_issuer;
  for (uint32_t i = reading_->first_issuer; i < reading_->last_issuer; ++i) {
    if (hits[i].span == fact.spans.company) last = i;
  }
  if (last == reading_->last_issuer) return;
  uint32_t first = last;
  while (first > reading_->first_issuer && last - first < kMostCompanies &&
         AreListed(passage_, hits[first - 1], hits[first]))
    --first;
  while (last + 1 < reading_->last_issuer && last - first < kMostCompanies &&
         AreListed(passage_, hits[last], hits[last + 1]))
    ++last;
  if (first == last) return;

  // Numbers in order, where the sentence says so.
  std::vector<int> numbers;
  for (NumberUse& number : reading_->numbers) {
    const QuantityHit& hit = passage_.quantities[number.quantity];
    if (respectively && hit.tokens.begin >= move->tokens.end &&
        hit.quantity.unit == fact.change_unit)
      numbers.push_back(static_cast<int>(number.quantity));
  }
  if (respectively && numbers.size() != last - first + 1) return;
  for (uint32_t i = first; i <= last; ++i) {
    if (hits[i].span == fact.spans.company) {
      if (respectively) {
        Move paired = *move;
        paired.change = numbers[i - first];
        SetChange(use, paired, told);
      }
      continue;
    }
    model::Fact copy = fact;
    copy.company = hits[i].company;
    copy.segment = hits[i].segment;
    copy.spans.company = hits[i].span;
    if (respectively) {
      Move paired = *move;
      paired.change = numbers[i - first];
      SetChange(use, paired, &copy);
    }
    facts_->push_back(std::move(copy));
  }
}

}  // namespace tellwire::analysis
