// How an article goes on to call a company after it gave the full name: "Acme Widgets Inc" is then
// "Acme Widgets" or "Acme", "Denbury Resources" is "Denbury", and "Copperbelt Energy Corporation
// (CEC)" is "CEC".
//
// A first word that is plain, generic, a place or a person's name is no short form ("General",
// "First", "Boston"). Of a company whose short names are listed, any other is one only where it has
// or does what companies do ("Alpha's stock", "Alpha shares"), and nobody in the article is called
// so ("Carl Icahn" of Icahn Enterprises). Tested by tests/analysis/issuers_names_test.cc.
#include <algorithm>

#include "analysis/issuer_draft.h"

namespace tellwire::analysis {
namespace {

struct ShortForm {
  uint32_t company = 0;
  bool upper = false;          // an acronym
  bool in_business = false;    // stands only where the words behind it say that it is a company
  std::vector<uint64_t> rest;  // the words behind the first
};
struct ShortForms {
  std::unordered_map<uint64_t, std::vector<ShortForm>> by_first;  // by the first word
  WordFilter<> first;
};

void Add(uint64_t first, ShortForm form, ShortForms* forms) {
  forms->first.Add(first);
  std::vector<ShortForm>& of_word = forms->by_first[first];
  for (const ShortForm& known : of_word) {
    if (known.rest == form.rest) return;
  }
  of_word.push_back(std::move(form));
}

// "CEC" in "Copperbelt Energy Corporation (CEC)".
void AddAcronym(const Passage& passage, const DraftHit& hit, ShortForms* forms) {
  const auto& tokens = passage.document->tokens;
  const uint32_t at = hit.tokens.end;
  if (at >= tokens.size() || GapAfter(passage, at - 1) != " (") return;
  if (!GapAfter(passage, at).starts_with(')') || !IsAllUpper(passage, at)) return;
  if (tokens[at].span.size() > 8) return;
  Add(tokens[at].word, {hit.company, true, false, {}}, forms);
}

bool IsNamedByArticle(const Draft& draft, const DraftCompany& company) {
  return company.issuer < 0 ? company.kind == "company"
                            : draft.table->issuers[static_cast<size_t>(company.issuer)].listed;
}

void AddFirstWord(const Draft& draft, const Passage& passage, const DraftHit& hit,
                  ShortForms* forms) {
  constexpr uint16_t kNone = IssuerTable::kStop | IssuerTable::kGeneric | IssuerTable::kPlace |
                             IssuerTable::kFirstName | IssuerTable::kPersonTitle |
                             IssuerTable::kTitle | IssuerTable::kVerb | IssuerTable::kNoun;
  if (hit.tokens.end - hit.tokens.begin < 2) return;
  const model::Token& first = passage.document->tokens[hit.tokens.begin];
  const DraftCompany& company = draft.companies[hit.company];
  const bool by_article = IsNamedByArticle(draft, company) || draft.longer.contains(first.word);
  const bool by_list = company.kind == "company" && hit.segment.empty() &&
                       company.name.starts_with(passage.Written(first.span));
  if (!by_article && !by_list) return;
  if (first.span.size() < 4 || draft.table->Is(first.word, kNone)) return;
  Add(first.word, {hit.company, IsAllUpper(passage, hit.tokens.begin), !by_article, {}}, forms);
}

// "Tata Coffee" of "Tata Coffee Ltd".
void AddCore(const Draft& draft, const Passage& passage, const DraftHit& hit, ShortForms* forms) {
  const DraftCompany& company = draft.companies[hit.company];
  if (company.issuer >= 0 || company.kind != "company") return;
  const auto& tokens = passage.document->tokens;
  uint32_t end = hit.tokens.end;
  for (; end > hit.tokens.begin; --end) {
    const auto suffix = draft.table->suffixes.find(tokens[end - 1].word);
    if (suffix == draft.table->suffixes.end() || !suffix->second.legal) break;
  }
  if (end == hit.tokens.end || end < hit.tokens.begin + 2) return;
  ShortForm form{hit.company, false, false, {}};
  for (uint32_t at = hit.tokens.begin + 1; at < end; ++at) form.rest.push_back(tokens[at].word);
  Add(tokens[hit.tokens.begin].word, std::move(form), forms);
}

// Past the words of the form that stands at a token; `at`: it does not stand there.
uint32_t PastForm(const DraftPassage& part, uint32_t at, uint32_t last, const ShortForm& form) {
  const auto& tokens = part.passage->document->tokens;
  if (at + form.rest.size() >= last) return at;
  for (size_t i = 0; i < form.rest.size(); ++i) {
    const uint32_t next = at + 1 + static_cast<uint32_t>(i);
    if (tokens[next].word != form.rest[i] || part.taken[next]) return at;
  }
  return at + 1 + static_cast<uint32_t>(form.rest.size());
}

// "Alpha's stock", "Alpha expects": who has or does so is a company.
bool IsInBusiness(const IssuerTable& table, const Passage& passage, uint32_t at) {
  constexpr uint32_t kBusiness = IssuerTable::kCompanyVerb | IssuerTable::kCompanyNoun |
                                 IssuerTable::kVerb | IssuerTable::kNoun;
  if (IsPossessive(passage, at)) return true;
  const auto& tokens = passage.document->tokens;
  return at + 1 < tokens.size() && JoinsNext(passage, at) &&
         table.Is(tokens[at + 1].word, kBusiness);
}

// "Carl Icahn": a person is called so.
bool IsSurname(const IssuerTable& table, const Passage& passage, uint32_t at) {
  return at > 0 && passage.Looks(at, kSpaced) && IsCapital(passage, at - 1) &&
         table.Is(passage.document->tokens[at - 1].word,
                  IssuerTable::kFirstName | IssuerTable::kPersonTitle);
}

bool MayStand(const Draft& draft, const DraftPassage& part, uint32_t at, const ShortForm& form) {
  const Passage& passage = *part.passage;
  if (form.in_business && (draft.surnames.contains(passage.document->tokens[at].word) ||
                           !IsInBusiness(*draft.table, passage, at)))
    return false;
  if (form.upper) return IsAllUpper(passage, at);
  if (!form.rest.empty()) return true;
  const auto& tokens = passage.document->tokens;
  const bool goes_on = at + 1 < tokens.size() && JoinsNext(passage, at) &&
                       IsCapital(passage, at + 1) && !part.taken[at + 1];
  return !goes_on;
}

// A word with which a short form may begin.
struct Candidate {
  DraftPassage* part = nullptr;
  uint32_t token = 0, last = 0;  // last: the end of its sentence
};

// All of them; words that stand behind a person's first name are remembered as surnames.
std::vector<Candidate> FindCandidates(const ShortForms& forms, Draft* draft) {
  std::vector<Candidate> found;
  for (DraftPassage& part : draft->parts) {
    const Passage& passage = *part.passage;
    for (const model::Sentence& sentence : passage.document->sentences) {
      for (uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
        if (!IsCapital(passage, at)) continue;
        const uint64_t word = passage.document->tokens[at].word;
        if (!forms.first.MayHold(word) || !forms.by_first.contains(word)) continue;
        if (!part.taken[at]) found.push_back({&part, at, sentence.tokens.end});
        if (IsSurname(*draft->table, passage, at)) draft->surnames.insert(word);
      }
    }
  }
  return found;
}

}  // namespace

void FindShortForms(Draft* draft) {
  ShortForms forms;
  for (const DraftPassage& part : draft->parts) {
    for (const DraftHit& hit : part.hits) {
      AddAcronym(*part.passage, hit, &forms);
      AddFirstWord(*draft, *part.passage, hit, &forms);
      AddCore(*draft, *part.passage, hit, &forms);
    }
  }
  if (forms.by_first.empty()) return;
  for (const auto& [part, at, last] : FindCandidates(forms, draft)) {
    if (part->taken[at]) continue;  // by a longer form before it
    const ShortForm* longest = nullptr;
    uint32_t end = at;
    for (const ShortForm& form : forms.by_first.at(part->passage->document->tokens[at].word)) {
      const uint32_t past = PastForm(*part, at, last, form);
      if (past <= end || !MayStand(*draft, *part, at, form)) continue;
      longest = &form;
      end = past;
    }
    if (longest != nullptr) draft->Take(part, {at, end}, longest->company, "");
  }
}

}  // namespace tellwire::analysis
