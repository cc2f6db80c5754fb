// What the stages of FindIssuers share while they read one article: the companies met so far and
// the places where they are named.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analysis/issuer_case.h"
#include "analysis/issuer_table.h"
#include "analysis/passage.h"

namespace tellwire::analysis {

// A company of the article. Its words are the table's, the article's or an InlineTicker's.
struct DraftCompany {
  int issuer = -1;  // row of IssuerTable::issuers; -1: only the article names it
  std::string_view name, ticker, kind, sector;
  bool clear = false;                      // named beyond doubt somewhere: its weak aliases count
  bool asked = false;                      // the input asked for it
  bool ticker_line = false;                // its ticker stands beside it
  bool reports = false;                    // the title says that this is its report
  bool spoken_of = false;                  // named somewhere as more than a source
  bool in_title = false, in_lead = false;  // spoken of there
  uint32_t mentions = 0;                   // that speak of it
  double weight = 0;                       // of its mentions
  uint32_t order = 0;                      // of its first mention
};

// A place where one is named.
struct DraftHit {
  model::TokenRange tokens;
  uint32_t company = 0;  // index into Draft::companies
  std::string_view segment;
};

// A ticker written beside a name: `(NYSE: X)`, `<JNJ.N>`, `$TSLA`.
struct InlineTicker {
  std::string ticker;
  model::TokenRange tokens;  // its own
  bool names = false;        // stands for the company by itself: `$TSLA`
  bool certain = true;       // false: only capitals in brackets, which may be any acronym
};

// Capitalised words with a suffix behind them: "Acme Widgets Inc".
struct NameRun {
  model::TokenRange tokens;  // with the suffix
  uint32_t core_end = 0;     // where a legal suffix begins, else the end
  bool legal = false;
  std::string_view kind;
  bool head = false;  // opened by the head of an institution: "Bank of"
};

// Names of the lexicon that are the very same words: half-open indices into Passage::names.
struct SharedName {
  size_t first = 0, last = 0;
};

struct DraftPassage {
  Passage* passage = nullptr;
  std::vector<uint8_t> taken;         // one a token: part of a hit or of a ticker
  std::vector<InlineTicker> tickers;  // sorted
  std::vector<NameRun> runs;          // sorted, not overlapping
  std::vector<DraftHit> hits;         // in no order until the end
  std::vector<SharedName> names;      // sorted

  // How a sentence is written: found out when it is first asked for.
  CaseStyle StyleOf(size_t sentence) {
    std::optional<CaseStyle>& style = styles[sentence];
    if (!style) style = analysis::StyleOf(*passage, passage->document->sentences[sentence]);
    return *style;
  }
  std::vector<std::optional<CaseStyle>> styles;  // one a sentence, set by StyleOf
};

struct Draft {
  const IssuerTable* table = nullptr;
  DraftPassage parts[2];  // title, text
  std::vector<DraftCompany> companies;
  std::unordered_map<uint32_t, uint32_t> by_issuer;    // row -> company
  std::unordered_map<std::string, uint32_t> by_words;  // folded core name -> company
  std::unordered_set<uint64_t> surnames;               // words that stood behind a first name
  std::unordered_set<uint64_t> longer;  // words that here begin the longer name of somebody else

  // The company of a row of the table; made when it is new.
  uint32_t Of(uint32_t issuer);
  // The company of a name that the table does not know; made when it is new.
  uint32_t OfName(std::string_view core, std::string_view name, std::string_view kind);

  // Takes the tokens for a company. REQUIRES: none is taken.
  void Take(DraftPassage* part, const model::TokenRange& tokens, uint32_t company,
            std::string_view segment);
};

// The run that covers a token, or nullptr. REQUIRES: the runs are sorted.
const NameRun* RunAt(const DraftPassage& part, uint32_t token);

// The ticker that stands directly behind a name, its legal suffix passed over; or nullptr.
const InlineTicker* TickerBehind(const DraftPassage& part, uint32_t name_end, uint32_t suffix_end);

// Whether a run is the name of somebody else than the lexicon's name in it: "Apple Hospitality
// Inc", but not "PNC Financial Services Group Inc".
bool NamesAnother(const IssuerTable& table, const Passage& passage, const NameRun& run,
                  const model::TokenRange& name, const IssuerTable::Alias& alias);

bool IsTaken(const DraftPassage& part, const model::TokenRange& tokens);

// The folded words of a range, with spaces.
std::string FoldedWords(const Passage& passage, const model::TokenRange& tokens);

// Past the legal suffix that stands directly behind `end`: "Target| Corp", "LifePoint Health|,
// Inc". `end` where there is none.
uint32_t PastLegalSuffix(const IssuerTable& table, const Passage& passage, uint32_t end,
                         uint32_t last);

// The stages, one a file.
void FindAskedNames(Draft* draft);                                  // issuer_asked.cc
void FindInlineTickers(Draft* draft, DraftPassage* part);           // issuer_tickers.cc
void FindNameRuns(Draft* draft, DraftPassage* part);                // issuer_runs.cc
void FindLongerNames(Draft* draft);                                 // issuer_longer_names.cc
void ReadNames(Draft* draft, DraftPassage* part, bool shared_too);  // issuer_names.cc: clear ones
void ReadRuns(Draft* draft, DraftPassage* part);                    // issuer_names.cc
void ReadDoubtfulNames(Draft* draft, DraftPassage* part);           // issuer_names.cc: what then is
// "ROG Q2 2020 earnings call": a title that opens with the ticker of who reports.
void BindTitleTicker(Draft* draft);                       // issuer_loose_tickers.cc
void BindLooseTickers(Draft* draft, DraftPassage* part);  // issuer_loose_tickers.cc
void FindShortForms(Draft* draft);                        // issuer_short_forms.cc
void MarkRoles(const IssuerTable& table, const Draft& draft, Passage* passage);  // issuer_roles.cc

}  // namespace tellwire::analysis
