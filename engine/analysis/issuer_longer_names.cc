// Names that only begin like one of the lexicon.
//
//   Cooper Industries Plc ... Cooper rose       another company than Cooper Cos, also when shorter
//   Vodafone India Ltd ... Vodafone             a unit is not Vodafone, which stays itself
//   Marvell Technology Group, PNC Financial     the company itself: so its business goes on
//   SanDisk Corp (SNDK.O)                       with a ticker of its own it is its own company
//
// It is found out for the whole article before any name is taken, for the short form stands in the
// title. Tested by tests/analysis/issuers_names_test.cc.
#include <algorithm>

#include "analysis/issuer_draft.h"
#include "base/ascii.h"

namespace tellwire::analysis {
namespace {

// Whether a company of the sector may go on with the word.
bool MayGoOn(const IssuerTable& table, uint64_t word, const std::string& sector) {
  const auto suffix = table.suffixes.find(word);
  if (suffix == table.suffixes.end()) return false;
  const auto& sectors = suffix->second.sectors;
  return suffix->second.legal ||
         std::any_of(sectors.begin(), sectors.end(),
                     [&](const std::string& one) { return one == "any" || one == sector; });
}

// What the article says of the words of the lexicon's names.
class LongerNames {
 public:
  explicit LongerNames(Draft* draft) : draft_(*draft) {}

  void Read(DraftPassage* part) {
    for (const SharedName& names : part->names) {
      const model::TokenRange& tokens = part->passage->Terms(TermKind::kIssuer)[names.first].tokens;
      const uint32_t past = PastLegalSuffix(*draft_.table, *part->passage, tokens.end, End(*part));
      const InlineTicker* ticker = TickerBehind(*part, tokens.end, past);
      if (ticker != nullptr && ticker->certain && ticker->tokens.begin == past)
        ReadUnit(*part, names, *ticker);
      const bool is_full = tokens.end - tokens.begin > 1 || past > tokens.end || ticker != nullptr;
      if (is_full) {
        for (size_t i = names.first; i < names.last; ++i)
          named_.push_back(AliasOf(*part, i).issuer);
      } else if (IsBegunByAnother(*part, names)) {
        begun_.push_back({part, names});
      }
    }
  }
  // Words are somebody else's where the article never gives the company's own full name.
  void Finish() {
    std::sort(named_.begin(), named_.end());
    for (const auto& [part, names] : begun_) {
      bool is_named = false;
      for (size_t i = names.first; i < names.last; ++i)
        is_named =
            is_named || std::binary_search(named_.begin(), named_.end(), AliasOf(*part, i).issuer);
      const uint32_t token = part->passage->Terms(TermKind::kIssuer)[names.first].tokens.begin;
      if (!is_named) draft_.longer.insert(part->passage->document->tokens[token].word);
    }
  }

 private:
  static uint32_t End(const DraftPassage& part) {
    return static_cast<uint32_t>(part.passage->document->tokens.size());
  }
  const IssuerTable::Alias& AliasOf(const DraftPassage& part, size_t name) const {
    return draft_.table->aliases[part.passage->Terms(TermKind::kIssuer)[name].term.row];
  }
  bool IsBegunByAnother(const DraftPassage& part, const SharedName& names) const;
  void ReadUnit(const DraftPassage& part, const SharedName& names, const InlineTicker& ticker);

  Draft& draft_;
  struct Begun {
    const DraftPassage* part = nullptr;
    SharedName names;
  };
  std::vector<Begun> begun_;     // words with the rest of another name behind them
  std::vector<uint32_t> named_;  // rows of companies that are named in full
};

// "Cooper| Industries": the lexicon has a longer name of another company that begins so. Of a
// listed company whose short name nobody but the list gives, any name in full with such words will
// do.
bool LongerNames::IsBegunByAnother(const DraftPassage& part, const SharedName& names) const {
  const model::TokenRange& tokens = part.passage->Terms(TermKind::kIssuer)[names.first].tokens;
  const auto hits = part.passage->Terms(TermKind::kIssuer);
  const IssuerTable::Issuer& first = draft_.table->issuers[AliasOf(part, names.first).issuer];
  const auto is_canonical = [&] {
    return FoldedWords(*part.passage, tokens) == Lowered(first.name);
  };
  for (size_t i = names.first; i-- > 0 && hits[i].tokens.begin == tokens.begin;) {
    if (AliasOf(part, i).issuer != AliasOf(part, names.first).issuer && !is_canonical())
      return true;
  }
  const NameRun* run = RunAt(part, tokens.begin);
  if (run == nullptr || !run->legal || run->tokens.begin != tokens.begin) return false;
  if (tokens.end >= run->core_end) return false;
  for (size_t i = names.first; i < names.last; ++i) {
    const IssuerTable::Alias& alias = AliasOf(part, i);
    if (!draft_.table->issuers[alias.issuer].listed) return false;
    if (!NamesAnother(*draft_.table, *part.passage, *run, tokens, alias)) return false;
  }
  return true;
}

void LongerNames::ReadUnit(const DraftPassage& part, const SharedName& names,
                           const InlineTicker& ticker) {
  const model::TokenRange& tokens = part.passage->Terms(TermKind::kIssuer)[names.first].tokens;
  for (size_t i = names.first; i < names.last; ++i) {
    const IssuerTable::Alias& alias = AliasOf(part, i);
    if (alias.segment.empty()) return;
    if (draft_.table->issuers[alias.issuer].ticker == ticker.ticker) return;
  }
  const Span span{part.passage->document->tokens[tokens.begin].span.begin,
                  part.passage->document->tokens[tokens.end - 1].span.end};
  const uint32_t company =
      draft_.OfName(FoldedWords(*part.passage, tokens), part.passage->Written(span), "company");
  DraftCompany& unit = draft_.companies[company];
  unit.clear = true;
  if (unit.ticker.empty()) unit.ticker = ticker.ticker;
}

}  // namespace

const NameRun* RunAt(const DraftPassage& part, uint32_t token) {
  auto after =
      std::upper_bound(part.runs.begin(), part.runs.end(), token,
                       [](uint32_t at, const NameRun& run) { return at < run.tokens.begin; });
  if (after == part.runs.begin()) return nullptr;
  --after;
  return token < after->tokens.end ? &*after : nullptr;
}

const InlineTicker* TickerBehind(const DraftPassage& part, uint32_t name_end, uint32_t suffix_end) {
  const auto& tickers = part.tickers;
  const auto next = std::lower_bound(
      tickers.begin(), tickers.end(), name_end,
      [](const InlineTicker& ticker, uint32_t at) { return ticker.tokens.begin < at; });
  if (next == tickers.end() || next->names) return nullptr;
  return next->tokens.begin <= suffix_end + 2 ? &*next : nullptr;
}

bool NamesAnother(const IssuerTable& table, const Passage& passage, const NameRun& run,
                  const model::TokenRange& name, const IssuerTable::Alias& alias) {
  const bool is_clear = alias.claim == IssuerTable::Claim::kClear;
  if (name.begin != run.tokens.begin) return !is_clear || name.end < run.core_end;
  if (name.end >= run.core_end) return false;
  if (!is_clear) return true;
  if (!run.legal && (run.head || !table.issuers[alias.issuer].listed)) return false;
  const std::string& sector = table.issuers[alias.issuer].sector;
  for (uint32_t at = name.end; at < run.core_end; ++at) {
    if (!MayGoOn(table, passage.document->tokens[at].word, sector)) return true;
  }
  return false;
}

void FindLongerNames(Draft* draft) {
  LongerNames longer(draft);
  for (DraftPassage& part : draft->parts) {
    std::sort(part.runs.begin(), part.runs.end(),
              [](const NameRun& a, const NameRun& b) { return a.tokens.begin < b.tokens.begin; });
    longer.Read(&part);
  }
  longer.Finish();
}

}  // namespace tellwire::analysis
