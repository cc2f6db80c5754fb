// Who is to pay a fine or damages: not the one that orders or sues, but the one that this is done
// to. Where that is nobody whom we know, the fine is nobody's.
//
//   The SEC ordered Citigroup to pay, regulators fined HSBC   the name behind the verb
//   HSBC was fined, Barclays, hit with a fine                 the name before it
//
// Tested by tests/analysis/facts_test.cc.
#include <algorithm>

#include "analysis/fact_slots.h"
#include "analysis/issuer_case.h"
#include "analysis/issuer_table.h"
#include "analysis/move_grammar.h"

namespace tellwire::analysis {

std::optional<Defendant> DefendantOf(const Reading& reading, const IssuerTable& table,
                                     const model::TokenRange& fine) {
  constexpr uint32_t kReach = 14, kTitle = 5;
  const Passage& passage = *reading.passage;
  const uint32_t first = std::max(reading.tokens.begin + kReach, fine.end) - kReach;
  for (uint32_t at = fine.end; at-- > first;) {
    const uint32_t sues = table.sues.MatchAt(*passage.document, at, fine.end);
    const uint32_t verb = std::max(sues, table.orders.MatchAt(*passage.document, at, fine.end));
    if (verb == 0) continue;
    uint32_t subject = at;
    const bool active = passage.WordAt(at).ends_with("ing");
    while (!active && subject > reading.tokens.begin && IsAuxiliary(passage.WordAt(subject - 1)))
      --subject;
    // "a Barclays banker was fined": not the bank.
    if (subject > reading.tokens.begin &&
        table.Is(passage.document->tokens[subject - 1].word,
                 IssuerTable::kOccupation | IssuerTable::kAnalyst))
      return Defendant{-1, sues > 0};
    if (subject < at) return std::nullopt;
    const uint32_t behind = at + verb;
    for (uint32_t i = reading.first_issuer; i < reading.last_issuer; ++i) {
      const IssuerHit& hit = passage.issuers[i];
      if (hit.tokens.begin >= behind && hit.tokens.begin <= behind + kTitle &&
          (behind == hit.tokens.begin || !passage.HasSign(behind, kComma)))
        return Defendant{static_cast<int>(i), sues > 0};
    }
    if (sues > 0) return Defendant{-1, true};
    const bool named = behind < reading.tokens.end && IsCapital(passage, behind) &&
                       !passage.Looks(behind, kDigitFirst);
    return named ? std::optional(Defendant{-1, sues > 0}) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace tellwire::analysis
