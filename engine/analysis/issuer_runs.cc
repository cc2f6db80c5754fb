// Names that no list knows, by the words they end or open with: "Acme Widgets Inc", "Copperbelt
// Energy Corporation", "Ministry of Mines". A run is walked to the left from its suffix over
// capitalised words; a word that is never part of a name (the, of, chairman) ends it.
//
// "the Company" and "said Inc" are no runs: nothing capitalised stands before them. In headlines
// and capitals only a legal suffix makes one. Tested by tests/analysis/issuers_names_test.cc.
#include <algorithm>

#include "analysis/issuer_draft.h"
#include "base/ascii.h"

namespace tellwire::analysis {
namespace {

constexpr uint32_t kMostWords = 6;

// Whether a name may go on over the gap behind `token`.
bool Joins(const Passage& passage, uint32_t token) {
  const std::string_view gap = GapAfter(passage, token);
  if (JoinsNext(passage, token) || gap == "'" || gap == "\xE2\x80\x99") return true;
  const Span& word = passage.document->tokens[token].span;
  return (gap == ". " || gap == ".") && word.size() <= 2;  // J. Crew, St. Jude
}

// A word that is else never part of a name is one between capitals: "First New| York Securities".
bool MayBelong(const IssuerTable& table, const Passage& passage, uint32_t first, uint32_t token) {
  constexpr uint32_t kNever = IssuerTable::kStop | IssuerTable::kPersonTitle | IssuerTable::kTitle;
  if (!IsCapital(passage, token)) return false;
  const uint64_t word = passage.document->tokens[token].word;
  return !table.Is(word, kNever) || (token > first && table.Is(word, IssuerTable::kNamePart));
}

// "China Dongxiang (Group|) Co Ltd": one word in brackets, and where it begins.
uint32_t BeforeBrackets(const Passage& passage, uint32_t first, uint32_t end) {
  const bool closes = end > first + 1 && GapAfter(passage, end - 1) == ") ";
  return closes && GapAfter(passage, end - 2) == " (" && IsCapital(passage, end - 1) ? end - 1
                                                                                     : end;
}

// "Connacher Oil and| Gas Ltd": a trade of two words, not two companies. REQUIRES: a suffix at
// `end`
uint32_t BeforeAnd(const IssuerTable& table, const Passage& passage, uint32_t first, uint32_t begin,
                   uint32_t end) {
  if (end != begin + 1 || begin < first + 2 || passage.WordAt(begin - 1) != "and") return begin;
  const auto& tokens = passage.document->tokens;
  const bool pair = table.Is(tokens[begin].word, IssuerTable::kGeneric) &&
                    table.Is(tokens[begin - 2].word, IssuerTable::kGeneric);
  return pair && IsCapital(passage, begin - 2) && JoinsNext(passage, begin - 2) ? begin - 1 : begin;
}

// "2020 Capital spending", "2021 ENERGY STAR Award": the year is no part of a name.
bool IsYear(const Passage& passage, uint32_t token) {
  const std::string_view word = passage.WordAt(token);
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::all_of(word.begin(), word.end(), IsDigit);
}

// The first token of the run that ends before `end`, not reaching before `first`.
uint32_t WalkLeft(const IssuerTable& table, const Passage& passage, uint32_t first, uint32_t end) {
  uint32_t at = end;
  while (at > first && end - at < kMostWords) {
    if (at < end && !Joins(passage, at - 1)) break;
    if (!MayBelong(table, passage, first, at - 1)) break;
    --at;
  }
  return at;
}

void AddRun(DraftPassage* part, NameRun run) {
  if (!part->runs.empty() && run.tokens.begin < part->runs.back().tokens.end) {
    NameRun& last = part->runs.back();
    const bool goes_on = run.head && run.tokens.begin + 1 == last.tokens.end;
    if (run.tokens.begin > last.tokens.begin && run.tokens.begin != last.core_end && !goes_on)
      return;
    run.tokens.begin = last.tokens.begin;
    part->runs.pop_back();
  }
  part->runs.push_back(run);
}

// "Asset Backed| Securities", "Investment| Research": words that say what it is, and not who.
bool IsPlain(const IssuerTable& table, const Passage& passage, const model::TokenRange& range) {
  for (uint32_t at = range.begin; at < range.end; ++at) {
    if (!table.Is(passage.document->tokens[at].word, IssuerTable::kGeneric | IssuerTable::kEconomy))
      return false;
  }
  return true;
}

// "Co" before "Ltd": legal forms alone are no name.
bool IsOnlyForm(const IssuerTable& table, const Passage& passage, const model::TokenRange& range) {
  for (uint32_t at = range.begin; at < range.end; ++at) {
    const auto suffix = table.suffixes.find(passage.document->tokens[at].word);
    if (suffix == table.suffixes.end() || !suffix->second.legal) return false;
  }
  return true;
}

// "Spot Gold", "Comex Silver": what is traded, though "Gold" also ends names of companies.
bool IsCommodity(const Passage& passage, const model::TokenRange& range) {
  return std::ranges::any_of(
      HitsIn(passage.Terms(TermKind::kCommodity), {range.begin, range.begin + 1}),
      [&](const TermHit& hit) { return hit.tokens.end >= range.end; });
}

// A run that ends with the suffix at `at`.
void ReadSuffix(const IssuerTable& table, DraftPassage* part, const model::TokenRange& sentence,
                CaseStyle style, uint32_t at) {
  const Passage& passage = *part->passage;
  const auto suffix = table.suffixes.find(passage.document->tokens[at].word);
  if (suffix == table.suffixes.end()) return;
  if (suffix->second.upper && !IsAllUpper(passage, at)) return;
  if (!suffix->second.legal && style != CaseStyle::kProse) return;
  if (at == sentence.begin) return;
  const std::string_view gap = GapAfter(passage, at - 1);
  const uint32_t core = suffix->second.legal ? BeforeBrackets(passage, sentence.begin, at) : at;
  const bool joins = gap == " " || gap == "\n" || gap == "-" || core < at ||
                     (suffix->second.legal && (gap == ", " || gap == " , " || gap == ". "));
  if (!joins) return;
  uint32_t begin = WalkLeft(table, passage, sentence.begin, core);
  if (suffix->second.legal && style == CaseStyle::kProse) {
    const uint32_t pair = BeforeAnd(table, passage, sentence.begin, begin, core);
    if (pair < begin) begin = WalkLeft(table, passage, sentence.begin, pair);
  }
  while (begin < at && IsYear(passage, begin)) ++begin;
  const bool goes_on = !part->runs.empty() && part->runs.back().core_end == begin;
  if (begin == at || (!goes_on && IsOnlyForm(table, passage, {begin, at}))) return;
  const bool trades = !suffix->second.legal && suffix->second.kind == "company";
  if (trades && IsPlain(table, passage, {begin, at})) return;
  if (!suffix->second.legal && IsCommodity(passage, {begin, at + 1})) return;
  const bool is_index = at + 1 < sentence.end && JoinsNext(passage, at) &&
                        table.Is(passage.document->tokens[at + 1].word, IssuerTable::kIndex);
  if (is_index) return;  // "KBW Bank index"
  const uint32_t core_end = suffix->second.legal ? at : at + 1;
  AddRun(part, {{begin, at + 1}, core_end, suffix->second.legal, suffix->second.kind, false});
}

// "Ministry of Mines and Energy": the head, then capitalised words.
void ReadHead(const IssuerTable& table, DraftPassage* part, const model::TokenRange& sentence,
              uint32_t at) {
  const Passage& passage = *part->passage;
  const uint32_t head = table.heads.MatchAt(*passage.document, at, sentence.end);
  if (head == 0) return;
  uint32_t end = at + head;
  while (end < sentence.end && end - at < kMostWords && JoinsNext(passage, end - 1)) {
    const bool links = end + 1 < sentence.end && end > at + head && passage.WordAt(end) == "and" &&
                       IsCapital(passage, end + 1) && JoinsNext(passage, end) &&
                       table.Is(passage.document->tokens[end + 1].word,
                                IssuerTable::kGeneric | IssuerTable::kEconomy);
    if (!links && !MayBelong(table, passage, sentence.begin, end)) break;
    ++end;
  }
  if (end > at + head) AddRun(part, {{at, end}, end, false, "gov", true});
}

}  // namespace

void FindNameRuns(Draft* draft, DraftPassage* part) {
  const Passage& passage = *part->passage;
  const IssuerTable& table = *draft->table;
  for (size_t i = 0; i < passage.document->sentences.size(); ++i) {
    const model::TokenRange& sentence = passage.document->sentences[i].tokens;
    for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
      if (!passage.Looks(at, kMayBeNameEnd) || !IsCapital(passage, at)) continue;
      if (!table.Is(passage.document->tokens[at].word, IssuerTable::kRun)) continue;
      const CaseStyle style = part->StyleOf(i);
      ReadSuffix(table, part, sentence, style, at);
      if (style == CaseStyle::kProse) ReadHead(table, part, sentence, at);
    }
  }
}

}  // namespace tellwire::analysis
