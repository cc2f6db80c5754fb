// The working copy of a title or a text, which the stages of the analysis fill one after the other.
//
//   words, sentences (text/) -> terms -> quantities -> periods -> issuers -> clauses and scopes ->
//   facts -> tone
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/terms.h"
#include "model/analysis.h"
#include "model/article.h"
#include "model/document.h"

namespace tellwire::analysis {

// A number as it was read, before anyone knows what it measures.
struct QuantityHit {
  model::Quantity quantity;
  model::TokenRange tokens;                // the words that it covers
  std::optional<model::Amount> alternate;  // second currency in brackets, or after `or` and `about`
  Span alternate_span;
  bool is_signed = false;      // written with + or - or in brackets
  bool per_share = false;      // "a share", "per share" stands behind it
  bool ambiguous = false;      // "three times more"
  bool spelled = false;        // in words
  bool multiple_verb = false;  // "doubled": the span is the verb, the value 2, the unit x
};

// Words that name a period.
struct PeriodHit {
  Span span;
  model::TokenRange tokens;
  model::Period period;  // form may be "" where the words are ambiguous: then only the text is kept
  bool deadline = false;    // "by the end of the year", "within 18 months"
  bool comparison = false;  // what something is compared with: "up from last year"
};

// Words that say what a change is measured against.
struct BasisHit {
  Span span;
  model::TokenRange tokens;
  std::string_view basis;  // `yoy qoq ytd day organic constant_currency like_for_like vs_peak 60d`
};

// A place where a company is named or referred to.
struct IssuerHit {
  Span span;
  model::TokenRange tokens;
  int company = -1;          // index into Analysis::companies
  std::string_view segment;  // of a product or an arm: its name, of the lexicon
  bool reference = false;    // "the company", "its": bound to `company` by carry-over
  bool possessive = false;   // "Nike's", "its"
  bool only_source =
      false;  // agency, broker, auditor ... or in a competitor phrase: takes no facts
  bool competitor =
      false;  // named for contrast: its own number belongs to it, the main subject's do not
  bool modifier = false;  // only describes the next name: "Google" in "Google parent Alphabet"

  // Whether it may be what a clause speaks of.
  bool eligible() const { return company >= 0 && !only_source && !modifier; }
};

// The unit of attachment: a stretch of a sentence (clauses.h). Called SentenceClause, for a rule
// has clauses too.
struct SentenceClause {
  Span span;
  model::TokenRange tokens;
  uint32_t sentence = 0;
  int subject = -1;  // index into Passage::issuers, or -1
  int company =
      -1;  // index into Analysis::companies: the subject's, or who is carried over to here
  std::string_view segment;  // the subject's, or one that the paragraph has been speaking of
  std::string_view
      opener;  // the folded word that opened it (`but`, `as`, `while`), "" for the first
};

// How a word is written, and what it may be the beginning of (WordUses: perhaps), as bits.
enum WordLook : uint16_t {
  kSpaced = 1,      // one blank and nothing else parts it from the word before
  kCapital = 2,     // begins with a capital letter or a digit
  kDigitFirst = 4,  // begins with a digit
  kDigitLast = 8,   // ends in one
  kHasDigit = 16,
  kLong = 32,  // four bytes or more
  kMayBeNumber = 64,
  kMayBePeriod = 128,
  kMayBeBasis = 256,
  kMayBeNameEnd = 512,  // or the head of an institution's name
  kMayBeForward = 1024,
};

// What stands between a word and the one before it, as bits: which of these bytes are there.
enum GapSign : uint8_t {
  kComma = 1,
  kPause = 2,    // ; : - and what begins like an en or em dash
  kOpening = 4,  // ( < [
  kMark = 8,     // ) | ? !
  kDollar = 16,
  kFullStop = 32,
};

class Lexicon;  // lexicon.h

struct Passage {
  model::Part part = model::Part::kText;
  std::string_view text;
  const model::Document* document = nullptr;
  const model::Article* article = nullptr;

  std::vector<uint16_t> looks;  // one a word: WordLook
  std::vector<uint8_t> signs;   // one a word: GapSign
  TermHits terms;
  std::vector<QuantityHit> quantities;  // sorted, not overlapping
  std::vector<PeriodHit> periods;       // sorted, not overlapping
  std::vector<BasisHit> bases;          // sorted, not overlapping
  std::vector<IssuerHit> issuers;       // sorted, not overlapping
  bool own_voice = false;               // the company speaks itself, as in a call: "we", "our"
  std::vector<SentenceClause> clauses;  // sorted; together they cover the sentences
  std::vector<model::Scope> scopes;     // sorted by extent

  std::span<const TermHit> Terms(TermKind kind) const { return terms.Of(kind); }
  std::string_view WordAt(uint32_t token) const {
    return document->WordOf(document->tokens[token]);
  }
  std::string_view Written(const Span& span) const { return span.Of(text); }
  // Whether a word has one of the looks, or'ed together.
  bool Looks(uint32_t token, uint16_t any_of) const { return (looks[token] & any_of) != 0; }
  // Whether one of the signs, or'ed together, stands before a word.
  bool HasSign(uint32_t token, uint8_t any_of) const { return (signs[token] & any_of) != 0; }
  // What stands between a word and the one before it, or the beginning of the text.
  std::string_view GapBefore(uint32_t token) const;
};

// The passage of one of the article's texts with its terms. Borrows article and document.
Passage OpenPassage(const Lexicon& lexicon, const model::Article& article, model::Part part,
                    const model::Document& document);

}  // namespace tellwire::analysis
