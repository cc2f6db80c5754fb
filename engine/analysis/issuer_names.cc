// Reads the names of companies in a text: those of the lexicon, and runs with a suffix.
//
// A name without a mark counts where its capitals fit. A word that is also plain English
// ("Target", "Gap") needs a witness beside it:
//
//   Target Corp, Gap (NYSE: GAP)        a suffix, a ticker
//   Target's, Shell no longer expects   a possessive, a company's verb or noun
//   margin slipped at Target            a capital where only names have one
//
// and without one it waits until the whole article is read: named clearly elsewhere, it counts.
// "Mind the gap", "TARGET PRACTICE" and "Cape Target Island" never do. A first name before a single
// word makes it a person: "Gerald Ford". Tested by tests/analysis/issuers_names_test.cc.
#include <algorithm>

#include "analysis/issuer_draft.h"

namespace tellwire::analysis {
namespace {

using Claim = IssuerTable::Claim;
using WordCase = IssuerTable::WordCase;

enum class Standing { kRejected, kDoubtful, kAccepted };

// One name where it stands.
struct Reading {
  const IssuerTable& table;
  const DraftPassage& part;
  const Passage& passage;
  model::TokenRange sentence;
  CaseStyle style;
  model::TokenRange tokens;  // of the name
  uint32_t past_suffix = 0;  // behind its legal suffix

  bool opens_sentence() const { return tokens.begin == sentence.begin; }
  uint64_t word(uint32_t at) const { return passage.document->tokens[at].word; }
  bool Is(uint32_t at, uint32_t classes) const { return table.Is(word(at), classes); }
};

bool CaseFits(const Passage& passage, uint32_t first, const std::vector<WordCase>& cases) {
  for (uint32_t i = 0; i < cases.size(); ++i) {
    if (cases[i] == WordCase::kCapital && !IsCapital(passage, first + i)) return false;
    if (cases[i] == WordCase::kUpper && !IsAllUpper(passage, first + i)) return false;
  }
  return true;
}

// Whether a capitalised word that is part of no known name joins it from the left.
bool GoesOnLeft(const Reading& reading) {
  if (reading.opens_sentence()) return false;
  const uint32_t before = reading.tokens.begin - 1;
  if (!JoinsNext(reading.passage, before) || !IsCapital(reading.passage, before)) return false;
  if (reading.part.taken[before]) return false;
  const Span& word = reading.passage.document->tokens[before].span;
  if (reading.passage.text[word.begin] >= '0' && reading.passage.text[word.begin] <= '9')
    return false;
  return !reading.Is(before, IssuerTable::kStop | IssuerTable::kTitle | IssuerTable::kPlace) &&
         before != reading.sentence.begin;
}

bool GoesOnRight(const Reading& reading) {
  const uint32_t next = reading.past_suffix;
  if (next >= reading.sentence.end || !JoinsNext(reading.passage, next - 1)) return false;
  if (!IsCapital(reading.passage, next) || reading.part.taken[next]) return false;
  const Span& word = reading.passage.document->tokens[next].span;
  if (reading.passage.text[word.begin] >= '0' && reading.passage.text[word.begin] <= '9')
    return false;
  return !reading.Is(
      next, IssuerTable::kTitle | IssuerTable::kNoun | IssuerTable::kVerb | IssuerTable::kStop);
}

// "Gerald Ford", "Mr. Ford", "Irvin Goldman", "Chuck \"Chip\" Goodyear": the name of a person.
bool IsPerson(const Reading& reading) {
  if (reading.tokens.end - reading.tokens.begin > 1 || reading.opens_sentence()) return false;
  if (reading.past_suffix > reading.tokens.end) return false;
  const uint32_t before = reading.tokens.begin - 1;
  const std::string_view gap = GapAfter(reading.passage, before);
  if (gap == ". " || gap == ".") {
    if (reading.Is(before, IssuerTable::kPersonTitle)) return true;
    // an initial: "Henry J. Ford"
    const uint32_t first = before - (before > reading.sentence.begin ? 1 : 0);
    return reading.passage.document->tokens[before].span.size() == 1 && first != before &&
           reading.Is(first, IssuerTable::kFirstName) && IsCapital(reading.passage, first);
  }
  if (!IsCapital(reading.passage, before)) return false;
  const bool surname = reading.Is(reading.tokens.begin, IssuerTable::kSurname);
  if (gap == "\" ") return surname;
  if (gap != " ") return false;
  if (reading.Is(before, IssuerTable::kFirstName | IssuerTable::kPersonTitle)) return true;
  return surname && reading.style == CaseStyle::kProse && GoesOnLeft(reading);
}

// The ticker that stands directly behind the name, or nullptr.
const InlineTicker* TickerOf(const Reading& reading) {
  const InlineTicker* ticker = TickerBehind(reading.part, reading.tokens.end, reading.past_suffix);
  return ticker != nullptr && ticker->tokens.begin < reading.sentence.end ? ticker : nullptr;
}

// Capitals in brackets count where they are the company's own ticker.
bool HasTicker(const Reading& reading, const IssuerTable::Alias& alias) {
  const InlineTicker* ticker = TickerOf(reading);
  return ticker != nullptr &&
         (ticker->certain || ticker->ticker == reading.table.issuers[alias.issuer].ticker);
}

// A verb or noun of companies behind the name, small words passed over.
bool IsVouchedByNext(const Reading& reading) {
  uint32_t at = reading.past_suffix;
  if (IsPossessive(reading.passage, at - 1)) return true;
  if (GapAfter(reading.passage, at - 1) == ", ") return true;  // "Ford, already slowing lines, .."
  if (at + 1 < reading.sentence.end && reading.passage.WordAt(at) == "and" &&
      IsCapital(reading.passage, at + 1))
    return true;  // "Ford and General Motors"
  constexpr uint32_t kMostSkipped = 3;
  for (uint32_t skipped = 0; at < reading.sentence.end && skipped <= kMostSkipped;
       ++at, ++skipped) {
    const std::string_view gap = GapAfter(reading.passage, at - 1);
    if (gap.find_first_of(".;:()\"") != std::string_view::npos) return false;
    if (reading.Is(at, IssuerTable::kVerb | IssuerTable::kNoun)) return true;
    if (!reading.Is(at, IssuerTable::kSkip)) return false;
  }
  return false;
}

// "the Amazon", "the Dow": what has an article is seldom the company.
bool HasArticle(const Reading& reading) {
  return !reading.opens_sentence() && reading.passage.WordAt(reading.tokens.begin - 1) == "the";
}

// "Karl-Heinz": half of a name that is written with a hyphen.
bool IsDoubled(const Reading& reading) {
  if (reading.opens_sentence()) return false;
  const uint32_t before = reading.tokens.begin - 1;
  return GapAfter(reading.passage, before) == "-" && IsCapital(reading.passage, before) &&
         reading.Is(before, IssuerTable::kFirstName);
}

// "Amazon-sized"
bool IsCompound(const Reading& reading) {
  return reading.past_suffix < reading.sentence.end &&
         GapAfter(reading.passage, reading.past_suffix - 1) == "-" &&
         !IsCapital(reading.passage, reading.past_suffix);
}

// Whether words around an ambiguous name say that it is one.
bool IsVouched(const Reading& reading) {
  if (reading.style == CaseStyle::kUpper) return false;
  if (reading.style == CaseStyle::kProse && (GoesOnLeft(reading) || GoesOnRight(reading)))
    return false;
  if (IsCompound(reading)) return false;
  if (IsVouchedByNext(reading)) return true;
  return reading.style == CaseStyle::kProse && !reading.opens_sentence() && !HasArticle(reading);
}

// A weak name that does what companies do: "Delta sees earnings of", "Grab to buy", "Coach shares".
// "American stocks", "Southern sales" and "Next quarter" are of no company.
bool DoesBusiness(const Reading& reading) {
  if (reading.style == CaseStyle::kUpper || GoesOnRight(reading) || HasArticle(reading))
    return false;
  if (reading.style == CaseStyle::kProse && GoesOnLeft(reading)) return false;
  uint16_t classes = IssuerTable::kCompanyVerb;
  if (!reading.Is(reading.tokens.begin,
                  IssuerTable::kPlace | IssuerTable::kGeneric | IssuerTable::kStop))
    classes |= IssuerTable::kCompanyNoun;
  uint32_t at = reading.past_suffix;
  if (IsPossessive(reading.passage, at - 1)) ++at;
  constexpr uint32_t kMostSkipped = 2;
  for (uint32_t skipped = 0; at < reading.sentence.end && skipped <= kMostSkipped;
       ++at, ++skipped) {
    if (GapAfter(reading.passage, at - 1).find_first_of(".,;:()\"") != std::string_view::npos)
      return false;
    if (reading.Is(at, classes)) return true;
    const std::string_view word = reading.passage.WordAt(at);
    if (word != "to" && word != "will" && !reading.Is(at, IssuerTable::kSkip)) return false;
  }
  return false;
}

// ".SPX", "CBOE Volatility Index", "KBW bank index": an index of that name.
bool IsIndex(const Reading& reading) {
  const Span& first = reading.passage.document->tokens[reading.tokens.begin].span;
  if (first.begin > 0 && reading.passage.text[first.begin - 1] == '.') return true;
  constexpr uint32_t kMostWords = 5;
  for (uint32_t at = reading.tokens.end;
       at < reading.sentence.end && at < reading.tokens.end + kMostWords; ++at) {
    const bool initial = reading.passage.WordAt(at - 1).size() == 1;  // U.S.
    if (!initial && !JoinsNext(reading.passage, at - 1)) return false;
    if (reading.Is(at, IssuerTable::kIndex)) return true;
    if (reading.passage.WordAt(at) == "bank" || IsCapital(reading.passage, at)) continue;
    if (reading.Is(at, IssuerTable::kStop | IssuerTable::kVerb)) return false;
  }
  return false;
}

Standing Judge(const Reading& reading, const IssuerTable::Alias& alias) {
  if (IsPerson(reading) || IsIndex(reading) || IsDoubled(reading)) return Standing::kRejected;
  if (alias.claim != Claim::kClear && reading.style == CaseStyle::kProse && GoesOnLeft(reading))
    return Standing::kRejected;
  if (reading.past_suffix > reading.tokens.end || HasTicker(reading, alias))
    return Standing::kAccepted;
  switch (alias.claim) {
    case Claim::kClear:
      return Standing::kAccepted;
    case Claim::kAmbiguous:
      return IsVouched(reading) ? Standing::kAccepted : Standing::kDoubtful;
    case Claim::kWeak:
      return DoesBusiness(reading) ? Standing::kAccepted : Standing::kDoubtful;
  }
  return Standing::kRejected;
}

// Whether a short word stands like a name: something ends behind it, or a verb, noun or small word
// follows. "United rose", "by United." but not "American consumers".
bool StandsAlone(const Reading& reading) {
  if (GoesOnLeft(reading) || GoesOnRight(reading)) return false;
  const uint32_t next = reading.past_suffix;
  if (next >= reading.sentence.end || !JoinsNext(reading.passage, next - 1)) return true;
  return reading.Is(
      next, IssuerTable::kVerb | IssuerTable::kNoun | IssuerTable::kStop | IssuerTable::kSkip);
}

// Reads the hits of one passage, sentence by sentence.
class NameReader {
 public:
  NameReader(Draft* draft, DraftPassage* part) : draft_(*draft), part_(*part) {}

  template <typename Decide>
  void EachHit(bool shared_too, const Decide& decide);
  const IssuerTable::Alias* Choose(size_t first, size_t last) const;
  bool IsShared(size_t first, size_t last, const IssuerTable::Alias& alias) const;

  int UnitOf(const Reading& reading) const;
  void TakeHit(const Reading& reading, const IssuerTable::Alias& alias, bool clear);
  void TakeRun(const NameRun& run);
  void BindTicker(const Reading& reading, uint32_t company);
  Reading ReadingOf(const model::TokenRange& tokens, size_t sentence) const;

 private:
  Draft& draft_;
  DraftPassage& part_;
};

Reading NameReader::ReadingOf(const model::TokenRange& tokens, size_t sentence) const {
  const Passage& passage = *part_.passage;
  const model::TokenRange& extent = passage.document->sentences[sentence].tokens;
  return {*draft_.table,
          part_,
          passage,
          extent,
          part_.StyleOf(sentence),
          tokens,
          PastLegalSuffix(*draft_.table, passage, tokens.end, extent.end)};
}

// Of several companies that share a surface ("Google" before and after it had a parent) the one
// that is named clearly elsewhere, else the first that needs no such help. Nullptr: the capitals
// fit none.
const IssuerTable::Alias* NameReader::Choose(size_t first, size_t last) const {
  const IssuerTable::Alias* chosen = nullptr;
  for (size_t i = first; i < last; ++i) {
    const TermHit& hit = part_.passage->Terms(TermKind::kIssuer)[i];
    const IssuerTable::Alias& alias = draft_.table->aliases[hit.term.row];
    if (!CaseFits(*part_.passage, hit.tokens.begin, alias.cases)) continue;
    const auto known = draft_.by_issuer.find(alias.issuer);
    if (known != draft_.by_issuer.end() && draft_.companies[known->second].clear) return &alias;
    if (chosen == nullptr || (chosen->claim == Claim::kWeak && alias.claim != Claim::kWeak))
      chosen = &alias;
  }
  return chosen;
}

// Whether another company than the alias's is called so too.
bool NameReader::IsShared(size_t first, size_t last, const IssuerTable::Alias& alias) const {
  for (size_t i = first; i < last; ++i) {
    const uint32_t row = part_.passage->Terms(TermKind::kIssuer)[i].term.row;
    if (draft_.table->aliases[row].issuer != alias.issuer) return true;
  }
  return false;
}

// Calls decide(reading, alias) for the lexicon's hits that are free, longer ones first; for those
// by which other companies are called too only where `shared_too` says so.
template <typename Decide>
void NameReader::EachHit(bool shared_too, const Decide& decide) {
  const auto& sentences = part_.passage->document->sentences;
  size_t sentence = 0;
  for (const auto& [first, last] : part_.names) {
    const model::TokenRange& tokens = part_.passage->Terms(TermKind::kIssuer)[first].tokens;
    if (IsTaken(part_, tokens)) continue;
    const IssuerTable::Alias* alias = Choose(first, last);
    if (alias == nullptr || (!shared_too && IsShared(first, last, *alias))) continue;
    while (sentence < sentences.size() && sentences[sentence].tokens.end <= tokens.begin)
      ++sentence;
    if (sentence == sentences.size()) return;
    decide(ReadingOf(tokens, sentence), *alias);
  }
}

// The ticker beside a name says whose it is where the lexicon does not.
void NameReader::BindTicker(const Reading& reading, uint32_t company) {
  const InlineTicker* ticker = TickerOf(reading);
  if (ticker == nullptr) return;
  DraftCompany& bound = draft_.companies[company];
  if (bound.kind == "gov" || bound.kind == "source") return;
  if (!ticker->certain && ticker->ticker != bound.ticker) return;
  if (bound.ticker.empty()) bound.ticker = ticker->ticker;
  bound.ticker_line = true;
}

// The company that a unit is in this article, having its own ticker; -1: it is its owner's.
int NameReader::UnitOf(const Reading& reading) const {
  const auto known = draft_.by_words.find(FoldedWords(reading.passage, reading.tokens));
  return known == draft_.by_words.end() ? -1 : static_cast<int>(known->second);
}

void NameReader::TakeHit(const Reading& reading, const IssuerTable::Alias& alias, bool clear) {
  const int unit = alias.segment.empty() ? -1 : UnitOf(reading);
  const uint32_t company = unit >= 0 ? static_cast<uint32_t>(unit) : draft_.Of(alias.issuer);
  draft_.companies[company].clear |= clear;
  model::TokenRange tokens{reading.tokens.begin, reading.past_suffix};
  if (IsTaken(part_, tokens)) tokens.end = reading.tokens.end;
  draft_.Take(&part_, tokens, company, unit >= 0 ? std::string_view() : alias.segment);
  BindTicker(reading, company);
}

void NameReader::TakeRun(const NameRun& run) {
  const Passage& passage = *part_.passage;
  const auto& tokens = passage.document->tokens;
  const model::TokenRange core{run.tokens.begin, run.core_end};
  Span span{tokens[run.tokens.begin].span.begin, tokens[run.tokens.end - 1].span.end};
  // the stop of "Acme Corp." belongs to the name where the sentence goes on
  if (run.legal && GapAfter(passage, run.tokens.end - 1).starts_with(". (")) ++span.end;
  const uint32_t company =
      draft_.OfName(FoldedWords(passage, core), passage.Written(span), run.kind);
  draft_.companies[company].clear = true;
  draft_.Take(&part_, run.tokens, company, "");
  const int at = passage.document->SentenceAt(span.begin);
  if (at >= 0) BindTicker(ReadingOf(run.tokens, static_cast<size_t>(at)), company);
}

// Whether the article calls a person so, and nothing here says that this is the company.
bool IsSurname(const Draft& draft, const Reading& reading, const IssuerTable::Alias& alias) {
  if (!reading.opens_sentence()) {
    const std::string_view before = reading.passage.WordAt(reading.tokens.begin - 1);
    if (before == "of" || before == "at") return false;  // "Bill Ford, the chairman of Ford"
  }
  if (alias.claim == Claim::kClear) {  // unless the article has named the company before
    const auto known = draft.by_issuer.find(alias.issuer);
    if (known != draft.by_issuer.end() && draft.companies[known->second].clear) return false;
  }
  return alias.cases.size() == 1 && reading.past_suffix == reading.tokens.end &&
         !HasTicker(reading, alias) && draft.surnames.contains(reading.word(reading.tokens.begin));
}

// Whether the word is here the beginning of a longer name, somebody else's.
bool IsShortForm(const Draft& draft, const Reading& reading) {
  return reading.tokens.end - reading.tokens.begin == 1 &&
         reading.past_suffix == reading.tokens.end &&
         draft.longer.contains(reading.word(reading.tokens.begin));
}

}  // namespace

void ReadNames(Draft* draft, DraftPassage* part, bool shared_too) {
  NameReader reader(draft, part);
  reader.EachHit(shared_too, [&](Reading reading, const IssuerTable::Alias& alias) {
    const NameRun* run = RunAt(*part, reading.tokens.begin);
    if (run != nullptr) {
      if (NamesAnother(*draft->table, *part->passage, *run, reading.tokens, alias)) return;
      if (reading.tokens.begin == run->tokens.begin)
        reading.past_suffix = std::max(reading.past_suffix, run->tokens.end);
    }
    if (IsShortForm(*draft, reading)) return;
    if (IsPerson(reading)) draft->surnames.insert(reading.word(reading.tokens.begin));
    if (Judge(reading, alias) != Standing::kAccepted) return;
    if (!IsSurname(*draft, reading, alias)) reader.TakeHit(reading, alias, true);
  });
}

void ReadRuns(Draft* draft, DraftPassage* part) {
  NameReader reader(draft, part);
  for (const NameRun& run : part->runs) {
    if (!IsTaken(*part, run.tokens)) reader.TakeRun(run);
  }
}

void ReadDoubtfulNames(Draft* draft, DraftPassage* part) {
  NameReader reader(draft, part);
  reader.EachHit(true, [&](const Reading& reading, const IssuerTable::Alias& alias) {
    const auto known = draft->by_issuer.find(alias.issuer);
    if (known == draft->by_issuer.end() || !draft->companies[known->second].clear) return;
    if (IsShortForm(*draft, reading) || Judge(reading, alias) != Standing::kDoubtful) return;
    if (draft->surnames.contains(reading.word(reading.tokens.begin))) return;
    if (StandsAlone(reading)) reader.TakeHit(reading, alias, false);
  });
}

}  // namespace tellwire::analysis
