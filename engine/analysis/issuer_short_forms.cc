// How an article goes on to call a company after it gave the full name: "Acme Widgets Inc" is then
// "Acme", "Denbury Resources" is "Denbury", and "Copperbelt Energy Corporation (CEC)" is "CEC".
//
// A first word that is plain, generic, a place or a person's name is no short form ("General",
// "First", "Boston"). Tested by tests/analysis/issuers_names_test.cc.
#include <algorithm>

#include "analysis/issuer_draft.h"

namespace tellwire::analysis {
namespace {

struct ShortForm {
  uint32_t company = 0;
  bool upper = false;  // an acronym
};
using ShortForms = std::unordered_map<uint64_t, ShortForm>;

// "CEC" in "Copperbelt Energy Corporation (CEC)".
void AddAcronym(const Passage& passage, const DraftHit& hit, ShortForms* forms) {
  const auto& tokens = passage.document->tokens;
  const uint32_t at = hit.tokens.end;
  if (at >= tokens.size() || GapAfter(passage, at - 1) != " (") return;
  if (!GapAfter(passage, at).starts_with(')') || !IsAllUpper(passage, at)) return;
  if (tokens[at].span.size() > 8) return;
  forms->emplace(tokens[at].word, ShortForm{hit.company, true});
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
  if (!IsNamedByArticle(draft, draft.companies[hit.company]) && !draft.longer.contains(first.word))
    return;
  if (first.span.size() < 4 || draft.table->Is(first.word, kNone)) return;
  forms->emplace(first.word, ShortForm{hit.company, IsAllUpper(passage, hit.tokens.begin)});
}

bool MayStand(const DraftPassage& part, uint32_t at, const ShortForm& form) {
  const Passage& passage = *part.passage;
  if (form.upper) return IsAllUpper(passage, at);
  const auto& tokens = passage.document->tokens;
  const bool goes_on = at + 1 < tokens.size() && JoinsNext(passage, at) &&
                       IsCapital(passage, at + 1) && !part.taken[at + 1];
  return !goes_on;
}

}  // namespace

void FindShortForms(Draft* draft) {
  ShortForms forms;
  for (const DraftPassage& part : draft->parts) {
    for (const DraftHit& hit : part.hits) {
      AddAcronym(*part.passage, hit, &forms);
      AddFirstWord(*draft, *part.passage, hit, &forms);
    }
  }
  if (forms.empty()) return;
  for (DraftPassage& part : draft->parts) {
    const Passage& passage = *part.passage;
    for (const model::Sentence& sentence : passage.document->sentences) {
      for (uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
        if (part.taken[at] || !IsCapital(passage, at)) continue;
        const auto form = forms.find(passage.document->tokens[at].word);
        if (form == forms.end() || !MayStand(part, at, form->second)) continue;
        draft->Take(&part, {at, at + 1}, form->second.company, "");
      }
    }
  }
}

}  // namespace tellwire::analysis
