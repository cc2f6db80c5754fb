// Whose a fact is: of the company named beside its words, or of the one that is carried over to
// them from what was said before.
//
//   Lennar rose. Net income was $40 million.              what opens its sentence is carried over
//   He said revenue would grow. Analysts expected $2bn.   so is what somebody says
//   The closures have lifted margins in the region.       has a subject of its own, and is nobody's
//
// Rather nobody than the wrong one: of facts that were carried over into any sentence three in four
// belonged to somebody else. Tested by tests/analysis/issuer_attribution_test.cc.
#include <algorithm>

#include "analysis/issuer_case.h"
#include "analysis/issuer_table.h"
#include "analysis/issuers.h"
#include "analysis/one_of.h"

namespace tellwire::analysis {
namespace {

// The first hit of sorted ones that begins at or behind a token.
template <typename Hits>
auto FirstFrom(const Hits& hits, uint32_t token) {
  return std::lower_bound(hits.begin(), hits.end(), token,
                          [](const auto& hit, uint32_t at) { return hit.tokens.begin < at; });
}

// The tokens of the last hit that begins before `end`; empty: none does.
template <typename Hits>
model::TokenRange LastBefore(const Hits& hits, uint32_t end) {
  const auto behind = FirstFrom(hits, end);
  return behind == hits.begin() ? model::TokenRange{} : std::prev(behind)->tokens;
}

// Where the period or number begins that ends directly before `end`; `end`: none does.
uint32_t BeforeNumber(const Passage& passage, uint32_t end) {
  for (const model::TokenRange& hit :
       {LastBefore(passage.periods, end), LastBefore(passage.quantities, end)}) {
    if (hit.end == end && hit.begin < end) return hit.begin;
  }
  return end;
}

// Whether a token lies in one of sorted hits.
template <typename Hits>
bool IsIn(const Hits& hits, uint32_t token) {
  const model::TokenRange hit = LastBefore(hits, token + 1);
  return hit.begin <= token && token < hit.end;
}

// Whether nothing but a few words, numbers and a ticker in brackets stand between a name and what
// it owns: "Citigroup's ( C.N ) planned $8.5 billion purchase".
bool Owns(const Passage& passage, const IssuerHit& hit, uint32_t at) {
  constexpr uint32_t kMostWords = 5, kReach = 16;
  if (!hit.possessive || hit.tokens.end > at || at - hit.tokens.end > kReach) return false;
  bool in_brackets = false;
  uint32_t words = 0;
  for (uint32_t token = hit.tokens.end; token <= at; ++token) {
    if (!passage.Looks(token, kSpaced)) {
      const std::string_view gap = passage.GapBefore(token);
      if (gap.find(')') != std::string_view::npos) in_brackets = false;
      if (gap.find('(') != std::string_view::npos) in_brackets = true;
      if (gap.find_first_of(",;:") != std::string_view::npos) return false;
    }
    if (token < at && !in_brackets && !IsIn(passage.quantities, token)) ++words;
  }
  return !in_brackets && words <= kMostWords;
}

// Whether a single word of speech stands here: "said", "noted".
bool IsVerbOfSpeech(const Passage& passage, uint32_t token) {
  return std::ranges::any_of(HitsIn(passage.Terms(TermKind::kSpeech), {token, token + 1}),
                             [&](const TermHit& hit) { return hit.tokens.end == token + 1; });
}

// Walks from what is measured to the left, to see whether it opens its sentence.
class Opening {
 public:
  // `is_main`: the article is about the company that is carried over.
  Opening(const IssuerTable& table, const Passage& passage, const model::TokenRange& sentence,
          bool is_main)
      : table_(table), passage_(passage), sentence_(sentence), is_main_(is_main) {}

  // "Revenue", "In the quarter, net revenue", "He said that adjusted profit".
  bool Opens(uint32_t at) const;
  // "We will double capacity", "He aims to treble revenue", "Management aimed for a margin".
  bool IsSaidByItsOwn(uint32_t at) const;

 private:
  bool IsFronted(uint32_t end) const;
  bool MayQualify(uint32_t at) const;
  bool IsSeenByOthers(uint32_t verb) const;
  bool Is(uint32_t at, uint16_t classes) const {
    return table_.Is(passage_.document->tokens[at].word, classes);
  }
  // A capital that means a name.
  bool IsName(uint32_t at) const {
    return passage_.part == model::Part::kText && at > sentence_.begin && IsCapital(passage_, at) &&
           !passage_.Looks(at, kDigitFirst) && !IsAllUpper(passage_, at);
  }

  const IssuerTable& table_;
  const Passage& passage_;
  const model::TokenRange sentence_;
  const bool is_main_;
};

// Whether a word may stand between the beginning of a sentence and what is measured: articles and
// adjectives, no preposition, no verb and no name.
bool Opening::MayQualify(uint32_t at) const {
  const std::string_view word = passage_.WordAt(at);
  if (IsOneOf(word,
              {"of",   "in",    "on",      "at",      "by",      "for",    "from",    "to",
               "with", "as",    "than",    "over",    "into",    "via",    "through", "against",
               "per",  "about", "between", "among",   "despite", "which",  "who",     "whose",
               "when", "where", "if",      "because", "after",   "before", "since",   "until",
               "that", "and",   "or",      "while",   "but",     "not"}))
    return false;
  // "The online retailer's sales" is the company that the article is about
  if (word == "s")
    return is_main_ && passage_.WordAt(sentence_.begin) == "the" &&
           !Is(at - 1, IssuerTable::kEconomy | IssuerTable::kPlace);
  if (IsName(at) || Is(at, IssuerTable::kVerb)) return false;
  // a participle: "boosted margins", "cutting costs"; but "the combined revenue"
  const bool participle = word.size() > 4 && (word.ends_with("ed") || word.ends_with("ing"));
  return !participle || at <= sentence_.begin + 1;
}

// "Excluding items,", "In the third quarter,": a phrase without a verb and without a name.
bool Opening::IsFronted(uint32_t end) const {
  constexpr uint32_t kLongest = 10;
  if (end - sentence_.begin > kLongest) return false;
  for (uint32_t at = sentence_.begin; at < end; ++at) {
    if (IsName(at)) return false;
    if (Is(at, IssuerTable::kVerb) && passage_.WordAt(at) != "to") return false;
  }
  return true;
}

bool Opening::Opens(uint32_t at) const {
  constexpr int kMostWords = 4;
  int words = 0;
  while (at > sentence_.begin) {
    if (!JoinsNext(passage_, at - 1)) return IsFronted(at);
    if (const uint32_t before = BeforeNumber(passage_, at); before < at) {
      at = before;
      continue;
    }
    --at;
    const std::string_view word = passage_.WordAt(at);
    if (IsIn(passage_.issuers, at)) return false;
    if (word == "that" && at > sentence_.begin) continue;
    if (IsVerbOfSpeech(passage_, at)) return !IsSeenByOthers(at);
    if (at == sentence_.begin && IsOneOf(word, {"but", "and", "still", "while", "yet"}))
      return true;
    if (!MayQualify(at) || ++words > kMostWords) return false;
  }
  return true;
}

// "Hotels saw revenue drop": it is theirs.
bool Opening::IsSeenByOthers(uint32_t verb) const {
  const std::string_view seen = passage_.WordAt(verb);
  if (!IsOneOf(seen, {"see", "saw", "sees", "expect", "expected"})) return false;
  uint32_t at = verb;
  while (at > sentence_.begin &&
         (Is(at - 1, IssuerTable::kVerb) || passage_.WordAt(at - 1).ends_with("ly")))
    --at;
  return at > sentence_.begin && passage_.WordAt(at - 1).ends_with('s') &&
         !Is(at - 1, IssuerTable::kAnalyst | IssuerTable::kOccupation);
}

bool Opening::IsSaidByItsOwn(uint32_t at) const {
  for (uint32_t i = sentence_.begin; i < at; ++i) {
    const std::string_view word = passage_.WordAt(i);
    if (word == "we" || word == "our") return true;
    if (i <= sentence_.begin + 1 && IsOneOf(word, {"he", "she", "management", "executives"}))
      return true;
  }
  return false;
}

}  // namespace

namespace {

// "a deal with China Mobile, the largest operator, with 660 million users": the words behind the
// comma say what the name before them is. No verb may stand between.
bool Explains(const IssuerTable& table, const Passage& passage, const IssuerHit& hit, uint32_t at) {
  constexpr uint32_t kReach = 18;
  const uint32_t next = hit.tokens.end;
  if (hit.reference || hit.possessive || next >= at || at - next > kReach) return false;
  if (!passage.HasSign(next, kComma) || !IsOneOf(passage.WordAt(next), {"the", "a", "an"}))
    return false;
  for (uint32_t token = next; token < at; ++token) {
    if (table.Is(passage.document->tokens[token].word, IssuerTable::kVerb)) return false;
  }
  return true;
}

}  // namespace

bool IsOfOthers(const IssuerTable& table, const Passage& passage, const SentenceClause& clause,
                uint32_t at) {
  bool others = false;
  for (uint32_t token = clause.tokens.begin; token < at; ++token) {
    others |= IsOneOf(passage.WordAt(token), {"other", "others", "many", "several", "most",
                                              "rivals", "competitors", "peers"});
    if (others && table.Is(passage.document->tokens[token].word, IssuerTable::kVerb)) return true;
  }
  return false;
}

int SubjectOf(const IssuerTable& table, const Passage& passage, const SentenceClause& clause,
              const Span& near) {
  const auto& hits = passage.issuers;
  const model::TokenRange at = passage.document->TokensIn(near);
  const auto behind = std::lower_bound(
      hits.begin(), hits.end(), at.begin,
      [](const IssuerHit& hit, uint32_t token) { return hit.tokens.begin < token; });
  const auto index = [&](auto place) { return static_cast<int>(place - hits.begin()); };
  if (behind != hits.begin()) {
    const auto before = std::prev(behind);
    const bool here =
        before->tokens.begin >= passage.document->sentences[clause.sentence].tokens.begin;
    if (here && before->company >= 0 && !before->only_source &&
        (Owns(passage, *before, at.begin) || Explains(table, passage, *before, at.begin)))
      return index(before);
  }
  if (clause.subject >= 0 && !hits[static_cast<size_t>(clause.subject)].competitor)
    return clause.subject;
  for (auto place = behind; place != hits.end() && place->tokens.begin < clause.tokens.end;
       ++place) {
    if (!place->eligible() || place->tokens.begin == 0) continue;
    if (IsOneOf(passage.WordAt(place->tokens.begin - 1), {"at", "by", "for", "of", "from"}))
      return index(place);
  }
  return clause.subject;
}

bool IsOfAnEconomy(const IssuerTable& table, const Passage& passage,
                   const model::TokenRange& metric, bool about_a_company) {
  constexpr uint32_t kReach = 4;
  const auto& tokens = passage.document->tokens;
  for (uint32_t at = metric.end; at > 0 && metric.begin < at + kReach;) {
    const uint64_t word = tokens[--at].word;
    if (at < metric.begin &&
        (!JoinsNext(passage, at) || table.Is(word, IssuerTable::kStop | IssuerTable::kVerb)))
      return false;
    if (table.Is(word, IssuerTable::kEconomy)) return true;
    if (!about_a_company && table.Is(word, IssuerTable::kPlace)) return true;
  }
  return false;
}

bool IsCarriedTo(const IssuerTable& table, const Passage& passage, const SentenceClause& clause,
                 const model::TokenRange& measured, bool is_main) {
  const model::TokenRange& sentence = passage.document->sentences[clause.sentence].tokens;
  const Opening opening(table, passage, sentence, is_main);
  if (opening.Opens(measured.begin)) return true;
  if (is_main && opening.IsSaidByItsOwn(measured.begin)) return true;
  // "Gross profit fell as costs rose 3%": the sentence goes on about whom it began with
  const auto metrics = HitsIn(passage.Terms(TermKind::kMetric), {sentence.begin, measured.begin});
  const uint32_t first = metrics.empty() ? measured.begin : metrics[0].tokens.begin;
  const auto speakers = HitsIn(passage.Terms(TermKind::kSpeaker),
                               {sentence.begin, std::min(first, sentence.begin + 2)});
  for (const TermHit& speaker : speakers) {
    if (table.Is(passage.document->tokens[speaker.tokens.end - 1].word, IssuerTable::kAnalyst))
      return true;
  }
  return !metrics.empty() && opening.Opens(first);
}

bool IsNamedIn(const Passage& passage, const model::TokenRange& tokens, int company) {
  const auto& hits = passage.issuers;
  auto hit =
      std::lower_bound(hits.begin(), hits.end(), tokens.begin,
                       [](const IssuerHit& at, uint32_t token) { return at.tokens.begin < token; });
  for (; hit != hits.end() && hit->tokens.begin < tokens.end; ++hit) {
    if (hit->company == company && !hit->only_source) return true;
  }
  return false;
}

bool IsOnlySource(const Passage& passage, const model::TokenRange& tokens, int company) {
  const auto named = FirstFrom(passage.issuers, tokens.begin);
  const auto end = FirstFrom(passage.issuers, tokens.end);
  return !IsNamedIn(passage, tokens, company) &&
         std::any_of(named, end, [&](const IssuerHit& hit) { return hit.company == company; });
}

int CompanyOf(const IssuerTable& table, const Passage& passage, const SentenceClause& clause,
              const Span& near) {
  const int hit = SubjectOf(table, passage, clause, near);
  return hit >= 0 ? passage.issuers[static_cast<size_t>(hit)].company : clause.company;
}

}  // namespace tellwire::analysis
