#include "analysis/move_grammar.h"

#include <algorithm>
#include <array>

#include "analysis/one_of.h"

namespace tellwire::analysis {
namespace {

// What goes on behind an adjective or noun that says something of the word before it.
constexpr std::array<std::string_view, 60> kGoesOn = {
    "than",    "in",        "on",      "at",       "by",     "for",  "to",      "from",  "of",
    "due",     "because",   "and",     "or",       "but",    "as",   "with",    "year",  "quarter",
    "this",    "that",      "after",   "compared", "versus", "vs",   "over",    "again", "still",
    "also",    "too",       "the",     "a",        "an",     "amid", "despite", "when",  "while",
    "during",  "through",   "since",   "until",    "if",     "so",   "early",   "late",  "today",
    "overall", "following", "on-year", "was",      "is",     "were", "are",     "has",   "had",
    "will",    "before",    "last",    "next",     "across", "which"};
constexpr std::array<std::string_view, 22> kParting = {
    "to",  "and", "of", "in", "for", "that", "which", "is",   "was",  "are", "were",
    "has", "had", "on", "at", "by",  "with", "as",    "from", "than", "or",  "keep"};
constexpr std::array<std::string_view, 14> kVerbs = {"has",  "have",  "had",  "is",   "was",
                                                     "are",  "were",  "been", "will", "would",
                                                     "that", "which", "who",  "said"};

constexpr std::array<std::string_view, 8> kOfNothing = {"ahead", "because", "out",    "instead",
                                                        "part",  "outside", "result", "front"};
constexpr std::array<std::string_view, 28> kNewClause = {
    "that",   "which",     "we",       "they",  "you",  "i",     "he",  "she",    "can", "will",
    "would",  "is",        "are",      "was",   "were", "make",  "has", "have",   "had", "whether",
    "doubts", "questions", "concerns", "fears", "hope", "hopes", "if",  "worries"};
// "sales and growth", "profit on strong growth": the noun is of something else.
constexpr std::array<std::string_view, 7> kAnother = {"and",   "on",     "amid", "despite",
                                                      "after", "thanks", "due"};
constexpr std::array<std::string_view, 12> kOtherPhrase = {"to",   "with",     "from",  "at",
                                                           "as",   "pressure", "than",  "through",
                                                           "into", "against",  "after", "during"};
constexpr std::array<std::string_view, 12> kBeforeInfinitives = {
    "to", "will", "would", "could", "can", "may", "might", "should", "shall", "must", "ll", "and"};
constexpr std::array<std::string_view, 14> kBeforeGerunds = {
    "to",      "of",      "from",   "by", "for",     "the",     "a",
    "earlier", "further", "recent", "in", "without", "against", "about"};
constexpr std::array<std::string_view, 8> kHold = {"held",  "holds", "stay",   "stays",
                                                   "keeps", "was",   "remain", "remains"};

bool IsBlank(std::string_view gap) { return gap == " " || gap == "\n" || gap == "\xC2\xA0"; }

}  // namespace

bool IsAuxiliary(std::string_view word) {
  return word == "was" || word == "were" || word == "been" || word == "be" || word == "is" ||
         word == "are" || word == "being" || word == "get" || word == "got";
}

bool Headlined(const Reading& r, const Move& move, const model::TokenRange& metric) {
  const uint32_t next = move.tokens.end;
  // "exposed to gas prices, said it would reduce"
  for (uint32_t at = metric.end; at <= move.tokens.begin; ++at) {
    if (r.passage->HasSign(at, kComma)) return false;
  }
  if (next >= r.passage->clauses[move.clause].tokens.end) return true;
  const std::string_view word = r.passage->WordAt(next);
  return word == "by" || word == "to" || word == "from" || word == "for" || word == "after" ||
         word == "again" || r.QuantityFrom(next) >= 0;
}

bool JoinedBehind(const Reading& r, uint32_t from, uint32_t to) {
  bool joined = false;
  for (uint32_t at = from; at < to; ++at) {
    const std::string_view word = r.passage->WordAt(at);
    if (IsOneOf(word, kVerbs)) return false;
    if (at > from && r.passage->HasSign(at, kComma)) joined = false;
    if (word == "in" || word == "for") joined = true;
    if (word == "of") joined = at == from || !IsOneOf(r.passage->WordAt(at - 1), kOfNothing);
    if (word == "from" || word == "to" || word == "on" || word == "with" || word == "by" ||
        word == "at" || word == "as" || word == "than" || word == "into" || word == "and")
      joined = false;
  }
  return joined;
}

bool Follows(const Reading& r, const Move& move) {
  const uint32_t at = move.tokens.begin;
  if (at == r.tokens.begin) return false;
  const std::string_view word = r.passage->WordAt(at - 1);
  if (word == "and" || word == "but" || word == "then" || word == "later" || word == "before" ||
      word == "to" || IsAuxiliary(word) || word == "has" || word == "have" || word.ends_with("ly"))
    return true;
  return r.passage->HasSign(at, kComma) || r.QuantityUntil(at) >= 0;
}

bool IsAttributive(const Reading& r, const Move& move) {
  const uint32_t next = move.tokens.end;
  const std::string_view word = r.passage->WordAt(next - 1);
  if (word == "up" || word == "down" || word == "off") return false;
  if (next >= r.passage->clauses[move.clause].tokens.end || r.QuantityFrom(next) >= 0) return false;
  const Span at = r.passage->document->tokens[next].span;
  const char first = r.passage->text[at.begin];
  if (first < 'a' || first > 'z' || !IsBlank(r.passage->GapBefore(next))) return false;
  const std::string_view behind = r.passage->WordAt(next);
  if (behind.ends_with("ly") || IsOneOf(behind, kGoesOn)) return false;
  return std::ranges::none_of(r.moves, [&](const Move& other) {
    return other.tokens.begin == next && other.word->kind != MoveKind::kNoun;
  });
}

bool HasMetricBehind(const Reading& r, const Move& move) {
  constexpr uint32_t kReach = 2;
  return std::ranges::any_of(r.metrics, [&](const MetricUse& use) {
    return !use.implied && use.tokens.begin >= move.tokens.end &&
           use.tokens.begin <= move.tokens.end + kReach && use.clause == move.clause &&
           IsOnePhrase(r, move.tokens.end, use.tokens.begin);
  });
}

bool IsSaidFlat(const Reading& r, const Move& move, const model::TokenRange& metric) {
  constexpr uint32_t kReach = 3;
  if (move.tokens.end - move.tokens.begin > 1 || Distance(move.tokens, metric) <= 1) return true;
  const uint32_t first = std::max(metric.end + kReach, move.tokens.begin) - kReach;
  for (uint32_t at = first; at < move.tokens.begin; ++at) {
    const std::string_view word = r.passage->WordAt(at);
    if (word == "from" || word == "more" || word == "keep" || word == "make") return false;
    if (IsAuxiliary(word) || word.ends_with("ed") || IsOneOf(word, kHold)) return true;
  }
  return r.QuantityFrom(move.tokens.end) >= 0;
}

bool ActsOnOther(const Reading& r, const Move& move) {
  const uint32_t at = move.tokens.begin, next = move.tokens.end;
  if (!r.passage->WordAt(at).ends_with("ing") || next - at > 1 || move.change >= 0) return false;
  const bool joined = at > r.tokens.begin && r.passage->WordAt(at - 1) == "and";
  if (!joined && r.passage->GapBefore(at).find(',') == std::string_view::npos) return false;
  if (next >= r.tokens.end || !IsBlank(r.passage->GapBefore(next))) return false;
  const std::string_view behind = r.passage->WordAt(next);
  return r.QuantityFrom(next) < 0 && !behind.ends_with("ly") && !IsOneOf(behind, kGoesOn);
}

bool JoinsAnother(const Reading& r, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; ++at) {
    if (IsOneOf(r.passage->WordAt(at), kAnother)) return true;
  }
  return false;
}

bool IsObject(const Reading& r, const Move& move, const model::TokenRange& metric) {
  if (move.tokens.begin == r.tokens.begin) return false;
  const std::string_view before = r.passage->WordAt(move.tokens.begin - 1);
  if (before != "to" && before != "and") return false;
  return std::ranges::any_of(r.moves, [&](const Move& other) {
    return other.word->kind == MoveKind::kAct && other.tokens.end <= metric.begin &&
           metric.begin <= other.tokens.end + 2;
  });
}

bool ReachesObject(const Reading& r, const Move& move, const model::TokenRange& metric) {
  // "increase its credit line to help cover a bill related to stock": without a number the act has
  // its object near, and no other phrase before it.
  constexpr uint32_t kNear = 8;
  if (move.change < 0 && move.level < 0) {
    if (metric.begin > move.tokens.end + kNear) return false;
    for (uint32_t at = move.tokens.end; at < metric.begin; ++at) {
      if (IsOneOf(r.passage->WordAt(at), kOtherPhrase)) return false;
    }
  }
  for (uint32_t at = move.tokens.end; at < metric.begin; ++at) {
    if (IsOneOf(r.passage->WordAt(at), kNewClause)) return false;
    if (move.word->kind == MoveKind::kBoth && move.change < 0 &&
        r.passage->GapBefore(at).find(',') != std::string_view::npos)
      return false;
  }
  return true;
}

bool IsPredicate(const Reading& r, const Move& move, const model::TokenRange& metric) {
  constexpr uint32_t kReach = 4;
  const std::string_view word = r.passage->WordAt(move.tokens.end - 1);
  if (word == "up" || word == "down" || word == "off") return true;
  if (Distance(move.tokens, metric) <= 2 || r.QuantityUntil(move.tokens.begin) >= 0) return true;
  const uint32_t first = std::max(metric.end + kReach, move.tokens.begin) - kReach;
  for (uint32_t at = first; at < move.tokens.begin; ++at) {
    const std::string_view before = r.passage->WordAt(at);
    if (IsAuxiliary(before) || before.ends_with("ed") || IsOneOf(before, kHold)) return true;
  }
  return false;
}

bool IsComparator(const Reading& r, const Move& move) {
  const std::string_view word = r.passage->WordAt(move.tokens.end - 1);
  if (word != "double" && word != "triple" && word != "quadruple") return false;
  // "to almost double its sales", "will more than double its sales"
  constexpr std::array<std::string_view, 8> kHowNearly = {"almost", "nearly", "roughly", "about",
                                                          "more",   "than",   "at",      "least"};
  uint32_t at = move.tokens.begin;
  while (at > r.tokens.begin && IsOneOf(r.passage->WordAt(at - 1), kHowNearly)) --at;
  return at > r.tokens.begin && !IsOneOf(r.passage->WordAt(at - 1), kBeforeInfinitives);
}

bool IsGerund(const Reading& r, const Move& move) {
  const uint32_t at = move.tokens.begin;
  if (at == r.tokens.begin || !r.passage->WordAt(at).ends_with("ing")) return false;
  return IsOneOf(r.passage->WordAt(at - 1), kBeforeGerunds);
}

bool IsOnePhrase(const Reading& r, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; ++at) {
    if (IsOneOf(r.passage->WordAt(at), kParting)) return false;
    if (r.passage->HasSign(at, kComma)) return false;
  }
  return !r.passage->HasSign(to, kComma);
}

bool IsFund(const Reading& r, uint32_t name_end) {
  for (uint32_t at = name_end; at < std::min(name_end + 2, r.tokens.end); ++at) {
    if (r.passage->WordAt(at) == "fund" || r.passage->WordAt(at) == "funds") return true;
  }
  return false;
}

}  // namespace tellwire::analysis
