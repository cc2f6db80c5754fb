// Words that look like metrics and are none.
#include "analysis/reading.h"

namespace tellwire::analysis {

// "weight-loss drugs", "profit-taking": a part of a compound is no metric.
bool SentenceReader::IsCompound(const TermHit& hit) const {
  if (hit.tokens.end - hit.tokens.begin > 1) return false;
  const std::string_view text = passage_.text;
  const bool behind =
      hit.span.begin > 0 && text[hit.span.begin - 1] == '-' &&
      hit.tokens.begin > reading_.tokens.begin &&
      passage_.document->tokens[hit.tokens.begin - 1].span.end + 1 == hit.span.begin;
  const bool before = hit.tokens.end < reading_.tokens.end && text[hit.span.end] == '-' &&
                      passage_.document->tokens[hit.tokens.end].span.begin == hit.span.end + 1;
  return behind || before;
}

// "1.5x sales", "14 times earnings": what the number before it counts.
bool SentenceReader::IsMultipleOf(const model::TokenRange& tokens) const {
  for (uint32_t back = 0; back <= 2 && tokens.begin >= reading_.tokens.begin + back; ++back) {
    const int quantity = reading_.QuantityUntil(tokens.begin - back);
    if (quantity < 0) continue;
    const QuantityHit& hit = reading_.Quantity(quantity);
    return hit.quantity.unit == "x" && !hit.multiple_verb;
  }
  return false;
}

// "Ford's consumer prices": what a company owns is no figure of an economy.
bool SentenceReader::IsOwnedWhole(const TermHit& hit) const {
  if (hit.term.kind != TermKind::kMetric || !metrics_.surfaces[hit.term.row].whole) return false;
  const int issuer = reading_.IssuerUntil(hit.tokens.begin);
  return issuer >= 0 && passage_.issuers[static_cast<size_t>(issuer)].possessive;
}

// "10 cents a share" speaks of no share.
bool SentenceReader::IsPerShare(const model::TokenRange& tokens) const {
  if (tokens.begin <= reading_.tokens.begin || tokens.end - tokens.begin > 1) return false;
  const std::string_view before = passage_.WordAt(tokens.begin - 1);
  if (before == "per") return true;
  if (before != "a" && before != "each") return false;
  return reading_.QuantityUntil(tokens.begin - 1) >= 0 || reading_.QuantityUntil(tokens.end) >= 0;
}

}  // namespace tellwire::analysis
