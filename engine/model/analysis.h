// All that is derived from one article.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/fact.h"

namespace tellwire::model {

enum class Tone : uint8_t { kNegative, kNeutral, kPositive };
std::string_view ToString(Tone tone);

struct Sentiment {
  Tone label = Tone::kNeutral;
  bool mixed = false;  // price and surprise point opposite ways
  double score = 0;    // -1..1
};

enum class Role : uint8_t { kPrimary, kSecondary, kMention };
std::string_view ToString(Role role);
std::optional<Role> ParseRole(std::string_view name);

// A resolved issuer, or a name that the input asked for in `entities`.
struct Company {
  std::string name;    // canonical, or as asked
  std::string ticker;  // may be empty
  std::string kind;    // company, product, segment, person, gov, source; "entity" for a name that
                       // only was asked for
  std::string sector;
  Role role = Role::kMention;
  double relevance = 0;                  // 0..1
  std::vector<Span> spans, title_spans;  // in order
  Sentiment sentiment;
};

// What one sentence says beyond its span. Parallel to the title's sentences, then the text's.
struct SentenceAnalysis {
  Place place;
  uint32_t index = 0;               // into the Document of its part
  bool forward = false;             // makes a numeric claim about the future
  std::vector<std::string> events;  // coarse types
  std::vector<int> companies;       // it speaks of them: names them, or they are carried over to it
  std::vector<int> only_sources;    // named only as source or in a competitor phrase: not spoken of
  bool carried = false;             // no word of it stands for `companies`: all are carried over
  Period period;                    // the first period that it names
};

// A stretch in which something is denied, supposed, expected, only said, or told as history, so
// that a matcher may have to avoid it.
enum class ScopeKind : uint8_t {
  kNegation,
  kHypothetical,
  kEstimate,
  kGuidance,
  kTarget,
  kRumour,
  kOpinion,
  kPast  // told as history: dated long before the article, or in words of the past
};
std::string_view ToString(ScopeKind kind);

struct Scope {
  ScopeKind kind = ScopeKind::kNegation;
  Place extent;  // what it covers, its cue left out
  Span cue;      // the words that open it, in the same part
};

struct Theme {
  std::string id;
  double score = 0;  // 0..1
  std::vector<Span> spans, title_spans;
};

// What the page claims of itself; kept apart from what Tellwire computes.
struct Stated {
  std::string sentiment;  // as written; empty: none
  std::optional<double> score, impact;
  std::map<std::string, double> tickers;
  std::vector<std::string> themes;
};

// The factors of an article's impact: those of its strongest statement, and what the rest adds.
struct ImpactParts {
  double event = 0;      // weight of the strongest statement's kind
  double surprise = 1;   // how unexpected or how large it is
  double novelty = 1;    // unknown to one article alone
  double relevance = 1;  // of the company of which it speaks
  double rest = 0;       // what further statements add
};

struct Analysis {
  std::string version;   // hash of the lexicon files and of the grammar number
  std::string language;  // as given, else detected; empty when unknown
  bool analysed = true;  // false: a language that is only indexed and searched

  Document title, text;
  std::vector<SentenceAnalysis> sentences;
  std::vector<Company> companies;  // most relevant first
  std::vector<Quantity> quantities;
  std::vector<Fact> facts;  // title first, in text order; promises among them
  std::vector<Scope> scopes;
  std::vector<Theme> themes;  // best first
  Stated stated;
  Sentiment sentiment;
  double impact = 0;  // 0..1
  ImpactParts impact_parts;
  Period reporting_period;  // what the article as a whole reports on

  const Document& document(Part part) const { return part == Part::kTitle ? title : text; }
  // The index of the primary company, or -1.
  int Primary() const;
  // The analysis of the sentence at a place, or nullptr.
  const SentenceAnalysis* SentenceAt(const Place& place) const;
};

}  // namespace tellwire::model
