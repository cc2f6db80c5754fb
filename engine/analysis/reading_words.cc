// Words that look like metrics and are none; words that may be verbs and nouns.
//
//   posted a 5 percent rise in sales, a sharp drop, Nike's gain      nouns
//   shares rise 5 percent, costs will increase, the company gains 5%   verbs
#include <algorithm>
#include <array>

#include "analysis/one_of.h"
#include "analysis/reading.h"

namespace tellwire::analysis {
namespace {

constexpr uint32_t kNounPhrase = 5;  // words before a noun among which its article may stand

// What begins the phrase of a noun, and what only a noun can follow directly.
constexpr std::array<std::string_view, 11> kArticles = {
    "a", "an", "the", "its", "their", "any", "another", "this", "further", "no", "s"};
constexpr std::array<std::string_view, 14> kPrepositions = {
    "of",   "despite", "after", "amid", "with",   "without", "from",
    "into", "for",     "about", "on",   "before", "by",      "following"};
constexpr std::array<std::string_view, 9> kObjects = {"its", "their", "the", "his",  "her",
                                                      "our", "a",     "an",  "about"};
// What only a verb can follow, and what only a noun can stand before.
constexpr std::array<std::string_view, 15> kBeforeVerbs = {
    "to",    "will", "would", "could", "can",  "may", "might", "should",
    "shall", "did",  "does",  "do",    "must", "and", "or"};
constexpr std::array<std::string_view, 8> kBehindNouns = {"was", "is",  "were", "has",
                                                          "of",  "had", "that", "came"};

// "shares rise", "sales drop": the noun before is a subject, so what follows is its verb.
bool IsPluralNoun(std::string_view word) {
  return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
}

}  // namespace

// Of a word of movement that may be either, what it is here.
const MoveWord& SentenceReader::WordOf(std::span<const TermHit> hits, size_t index) const {
  const MoveWord& word = movement_.moves[hits[index].term.row];
  if (word.kind == MoveKind::kNoun) return word;
  for (size_t i = index + 1; i < hits.size() && hits[i].tokens == hits[index].tokens; ++i) {
    const MoveWord& other = movement_.moves[hits[i].term.row];
    if (other.kind == MoveKind::kNoun && StandsAsNoun(hits[index].tokens)) return other;
  }
  return word;
}

bool SentenceReader::IsNumberUntil(uint32_t token) const {
  const int quantity = reading_.QuantityUntil(token);
  return quantity >= 0 && !reading_.Quantity(quantity).quantity.unit.empty();
}

bool SentenceReader::StandsAsNoun(const model::TokenRange& tokens) const {
  const bool ends = tokens.end >= reading_.tokens.end;
  const std::string_view next = ends ? std::string_view() : passage_.WordAt(tokens.end);
  if (reading_.QuantityFrom(tokens.end) >= 0 && !IsNumberUntil(tokens.begin)) return false;
  if (tokens.begin == reading_.tokens.begin) return next == "in" || next == "of";
  // "the glass maker cut its forecast", "the utility cut costs"
  const bool object = std::ranges::any_of(
      reading_.metrics, [&](const MetricUse& use) { return use.tokens.begin == tokens.end; });
  if (object || IsOneOf(next, kObjects)) return false;
  if (IsOneOf(next, kBehindNouns)) return true;
  const std::string_view before = passage_.WordAt(tokens.begin - 1);
  if (IsOneOf(before, kPrepositions)) return true;
  if (next == "in" &&
      (before.ends_with("ed") || before == "saw" || before == "see" || before == "digit"))
    return true;
  const uint32_t first = std::max(reading_.tokens.begin + kNounPhrase, tokens.begin) - kNounPhrase;
  for (uint32_t at = tokens.begin; at > first; --at) {
    if (IsNumberUntil(at)) return true;
    const std::string_view word = passage_.WordAt(at - 1);
    if (IsOneOf(word, kArticles)) return true;
    if (IsOneOf(word, kBeforeVerbs) || IsPluralNoun(word)) return false;
    if (reading_.IssuerUntil(at) >= 0) return false;
  }
  return false;
}

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

// "a 4-1/2-month low", "a fourth-quarter surge": a number of months, and which quarter.
bool SentenceReader::IsOfTime(const QuantityHit& hit) const {
  if (hit.tokens.end >= reading_.tokens.end) return false;
  const std::string_view next = passage_.WordAt(hit.tokens.end);
  const std::string_view last = passage_.WordAt(hit.tokens.end - 1);
  if (next == "quarter") return last == "fourth" || last == "third";
  return hit.quantity.unit.empty() &&
         IsOneOf(next, {"month", "months", "year", "years", "week", "weeks", "day", "days"});
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

// "is forecast to halve", "economists forecast the economy will shrink": no guidance, but a verb.
bool SentenceReader::IsForecastVerb(const TermHit& hit) const {
  if (hit.tokens.end - hit.tokens.begin > 1 || metrics_.surfaces[hit.term.row].none) return false;
  if (hit.term.kind != TermKind::kMetric ||
      metrics_.surfaces[hit.term.row].metric != metrics_.guidance)
    return false;
  constexpr std::array<std::string_view, 14> kBeforeVerb = {
      "is",   "are", "was",      "were",       "been", "be",   "has",
      "have", "had", "analysts", "economists", "they", "also", "it"};
  constexpr std::array<std::string_view, 5> kBehindVerb = {"that", "the", "a", "an", "its"};
  if (hit.tokens.begin == reading_.tokens.begin || hit.tokens.end >= reading_.tokens.end)
    return false;
  const std::string_view word = passage_.WordAt(hit.tokens.begin);
  if (word != "forecast" && word != "forecasts") return false;
  if (IsOneOf(passage_.WordAt(hit.tokens.begin - 1), kBeforeVerb)) return true;
  const std::string_view next = passage_.WordAt(hit.tokens.end);
  const bool dated = next == "on" && hit.tokens.end + 1 < reading_.tokens.end &&
                     passage_.WordAt(hit.tokens.end + 1).ends_with("day");
  return reading_.IssuerUntil(hit.tokens.begin) >= 0 &&
         !passage_.issuers[static_cast<size_t>(reading_.IssuerUntil(hit.tokens.begin))]
              .possessive &&
         (dated || IsOneOf(next, kBehindVerb));
}

// "represents 30 percent of the gap": of what something is a share stands behind the verb.
bool SentenceReader::LacksWhole(const TermHit& hit) const {
  const MetricSurface& surface = metrics_.surfaces[hit.term.row];
  if (!surface.needs_number || surface.none) return false;
  if (metrics_.Of(surface).metric.metric_class != model::MetricClass::kRatio) return false;
  constexpr uint32_t kReach = 14;
  const SentenceClause& clause = passage_.clauses[reading_.ClauseOf(hit.tokens.begin)];
  const uint32_t end = std::min(clause.tokens.end, hit.tokens.end + kReach);
  return !surface.needs.StandIn(*passage_.document, {hit.tokens.end, end});
}

// "negative free cash flow": the adjective makes it less than nothing.
bool SentenceReader::IsBelowZero(const TermHit& hit) const {
  if (hit.tokens.begin == reading_.tokens.begin) return false;
  const MetricSurface& surface = metrics_.surfaces[hit.term.row];
  const model::Metric& metric = metrics_.Of(surface).metric;
  const bool may = metric.metric_class == model::MetricClass::kMoney ||
                   metric.metric_class == model::MetricClass::kRatio;
  return may && metric.polarity > 0 && !surface.loss && surface.metric != metrics_.guidance &&
         passage_.WordAt(hit.tokens.begin - 1) == "negative";
}

// "Calvert Investment Management": a capital word among capital words is a part of a name.
bool SentenceReader::IsInName(const TermHit& hit) const {
  if (passage_.part == model::Part::kTitle || hit.tokens.end - hit.tokens.begin > 1) return false;
  const auto named = [&](uint32_t at) {
    return passage_.Looks(at, kCapital) && !passage_.Looks(at, kDigitFirst);
  };
  return hit.tokens.begin > reading_.tokens.begin + 1 && hit.tokens.end < reading_.tokens.end &&
         named(hit.tokens.begin) && named(hit.tokens.begin - 1) && named(hit.tokens.end) &&
         passage_.Looks(hit.tokens.begin, kSpaced) && passage_.Looks(hit.tokens.end, kSpaced) &&
         reading_.IssuerUntil(hit.tokens.begin) < 0;
}

// "Ford's consumer prices": what a company owns is no figure of an economy.
bool SentenceReader::IsOwnedWhole(const TermHit& hit) const {
  if (hit.term.kind != TermKind::kMetric || !metrics_.surfaces[hit.term.row].whole) return false;
  const int issuer = reading_.IssuerUntil(hit.tokens.begin);
  return issuer >= 0 && passage_.issuers[static_cast<size_t>(issuer)].possessive;
}

// "revenue per loan", "sales per square foot" are none; "dividend per ordinary share" is one.
bool SentenceReader::IsPerUnit(uint32_t token) const {
  constexpr uint32_t kReach = 4;
  if (token + 1 >= reading_.tokens.end || passage_.WordAt(token) != "per") return false;
  const uint32_t end = std::min(reading_.tokens.end, token + kReach);
  for (uint32_t at = token + 1; at < end; ++at) {
    if (IsOneOf(passage_.WordAt(at), {"share", "ads", "adr", "unit", "stock", "day", "week",
                                      "month", "quarter", "year"}))
      return false;
  }
  return true;
}

// "10 cents a share" speaks of no share.
bool SentenceReader::IsPerShare(const model::TokenRange& tokens) const {
  if (IsPerUnit(tokens.end)) return true;
  if (tokens.begin <= reading_.tokens.begin || tokens.end - tokens.begin > 1) return false;
  const std::string_view before = passage_.WordAt(tokens.begin - 1);
  if (before == "per") return true;
  if (before != "a" && before != "each") return false;
  return reading_.QuantityUntil(tokens.begin - 1) >= 0 || reading_.QuantityUntil(tokens.end) >= 0;
}

}  // namespace tellwire::analysis
