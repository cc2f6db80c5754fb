// The vocabulary of company resolution: who there is, under which names, and the words that tell a
// company from a plain word, a person or a source.
//
// Reads aliases.tsv, listed.tsv, references.tsv, company_words.tsv, company_suffixes.tsv and
// issuer_cues.tsv. Immutable after Load.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/lexicon.h"
#include "analysis/word_roles.h"
#include "base/error.h"

namespace tellwire::analysis {

// Words in a row by their hashes; found forwards from a token or backwards from one.
class PhraseSet {
 public:
  void Add(std::string_view phrase);
  // The number of tokens of the longest phrase that begins at `at`, 0: none.
  uint32_t MatchAt(const model::Document& document, uint32_t at, uint32_t last) const {
    const bool may_begin = at < last && first_.MayHold(document.tokens[at].word);
    return may_begin ? FindAt(document, at, last) : 0;
  }
  // The same for one that ends before `end`, not reaching before `first`.
  uint32_t MatchBefore(const model::Document& document, uint32_t first, uint32_t end) const {
    const bool may_end = end > first && last_.MayHold(document.tokens[end - 1].word);
    return may_end ? FindBefore(document, first, end) : 0;
  }

 private:
  uint32_t FindAt(const model::Document& document, uint32_t at, uint32_t last) const;
  uint32_t FindBefore(const model::Document& document, uint32_t first, uint32_t end) const;

  std::unordered_map<uint64_t, std::vector<std::vector<uint64_t>>> by_first_, by_last_;
  WordFilter<> first_, last_;  // their first words and their last
};

struct IssuerTable {
  struct Issuer {
    std::string name, ticker, kind, sector;
    bool broker = false;  // also speaks of others: its ratings are not about itself
    bool agency = false;  // rates whole countries too: whatever it rates is not itself
    bool listed = false;  // of the wide list: news may write it shorter
    // Authorities, media, agencies: never what a fact is about.
    bool is_source() const { return kind == "gov" || kind == "source"; }
    // Its people are quoted on others: "a strategist at X".
    bool is_financial() const {
      return sector == "banks" || sector == "asset_management" || sector == "insurance";
    }
  };

  enum class Claim : uint8_t {
    kClear,
    kAmbiguous,  // also a plain word: needs a witness
    kWeak,       // counts only where the same company is named clearly
  };
  enum class WordCase : uint8_t { kAny, kCapital, kUpper };
  struct Alias {
    uint32_t issuer = 0;
    Claim claim = Claim::kClear;
    std::string segment;          // of a segment or product: its name
    std::vector<WordCase> cases;  // one a word
  };

  enum class ReferenceKind : uint8_t {
    kPronoun,
    kPossessive,
    kPlural,
    kPluralPossessive,
    kCompany,
    kStock
  };
  struct Reference {
    ReferenceKind kind = ReferenceKind::kCompany;
    std::vector<std::string> sectors;  // of whom it can be said; empty: of all
  };

  // Classes of words, as bits.
  enum WordClass : uint32_t {
    kVerb = 1,
    kNoun = 2,
    kTitle = 4,
    kStop = 8,
    kPersonTitle = 16,
    kFirstName = 32,
    kPlace = 64,
    kGeneric = 128,
    kSkip = 256,
    kIndex = 512,
    kOccupation = 1024,
    kAnalyst = 2048,
    kCompanyVerb = 4096,
    kCompanyNoun = 8192,
    kEconomy = 16384,
    kRun = 32768,  // a suffix, or the first word of one of `heads`
    kSurname = 65536,
    kNamePart = 131072,
  };
  struct Suffix {
    bool legal = false;
    std::string kind;
    bool upper = false;  // written in capitals only: AG, SA
    // Of whom it may go on the name; `any`: of all.
    std::vector<std::string> sectors;
  };

  std::vector<Issuer> issuers;
  std::vector<Alias> aliases;         // rows of TermKind::kIssuer
  std::vector<Reference> references;  // rows of TermKind::kReference
  std::unordered_map<std::string, uint32_t> by_ticker;
  WordRoles words;  // WordClass
  std::unordered_map<uint64_t, Suffix> suffixes;
  PhraseSet heads;  // open the name of an institution: "Ministry of"
  std::unordered_map<std::string, std::string> exchanges, rics;  // code -> suffix of tickers
  PhraseSet contrast, apposition, source_before, source_after, rating, consensus, forecasts, former;
  PhraseSet orders, sues;  // who does it does not pay

  static Result<std::unique_ptr<IssuerTable>> Load(const LexiconLoad& load);

  bool Is(uint64_t word, uint32_t classes) const { return (words.Of(word) & classes) != 0; }
};

}  // namespace tellwire::analysis
