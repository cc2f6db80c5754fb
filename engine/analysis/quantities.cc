#include "analysis/quantities.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/quantity_links.h"
#include "analysis/quantity_reader.h"
#include "analysis/quantity_table.h"

namespace tellwire::analysis {
namespace {

// A `¥` stands for yuan where the text names yuan otherwise, and for yen where it does not.
void SettleSharedSymbols(const QuantityTable& table, Passage* passage) {
  const auto shared = [&](const QuantityHit& hit) -> const CurrencyName* {
    const auto symbol = table.SymbolAt(passage->text, hit.quantity.place.span.begin);
    if (symbol.size == 0) return nullptr;
    const CurrencyName& name = table.currencies[symbol.currency];
    return name.other.empty() || name.unit != hit.quantity.unit ? nullptr : &name;
  };
  if (std::ranges::none_of(passage->quantities, shared)) return;
  std::vector<std::pair<QuantityHit*, const CurrencyName*>> open;
  std::vector<std::string_view> named;
  for (QuantityHit& hit : passage->quantities) {
    if (const CurrencyName* name = shared(hit)) {
      open.emplace_back(&hit, name);
    } else if (std::find(named.begin(), named.end(), hit.quantity.unit) == named.end()) {
      named.push_back(hit.quantity.unit);
    }
  }
  const auto is_named = [&](std::string_view unit) {
    return std::find(named.begin(), named.end(), unit) != named.end();
  };
  for (auto& [hit, name] : open) {
    if (is_named(name->other) && !is_named(name->unit)) hit->quantity.unit = name->other;
  }
}

}  // namespace

void FindQuantities(const QuantityTable& table, Passage* passage) {
  QuantityReader reader(table, *passage);
  std::vector<NumberSeen> numbers;
  passage->quantities.reserve(passage->document->sentences.size());
  for (const model::Sentence& sentence : passage->document->sentences) {
    numbers.clear();
    reader.ReadSentence(sentence, &numbers);
    LinkNumbers(table, sentence, numbers, passage);
  }
  SettleSharedSymbols(table, passage);
}

void ReportQuantities(const Passage& passage, model::Analysis* analysis) {
  for (const QuantityHit& hit : passage.quantities) {
    if (!hit.quantity.unit.empty()) analysis->quantities.push_back(hit.quantity);
    if (!hit.alternate) continue;
    model::Quantity second;
    second.place = {passage.part, hit.alternate_span};
    second.value = hit.alternate->value;
    second.unit = hit.alternate->unit;
    second.qualifier = hit.quantity.qualifier == model::Qualifier::kRange ? model::Qualifier::kExact
                                                                          : hit.quantity.qualifier;
    analysis->quantities.push_back(std::move(second));
  }
}

}  // namespace tellwire::analysis
