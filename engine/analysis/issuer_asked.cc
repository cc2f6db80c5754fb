// The names that the input asked for: found in any case, every occurrence, under the name as asked.
// Of names that lie in each other the longer wins: "Tata" is not found in "Tata Motors" where both
// were asked for.
//
// Tested by tests/analysis/issuers_asked_test.cc.
#include <algorithm>

#include "analysis/issuer_draft.h"
#include "text/document.h"

namespace tellwire::analysis {
namespace {

struct Asked {
  std::string_view name;
  std::vector<uint64_t> words;
};

std::vector<Asked> ReadAsked(const model::Article& article) {
  std::vector<Asked> asked;
  for (const std::string& name : article.entities) {
    model::Document document;
    text::Tokenise(name, &document);
    Asked entry{name, {}};
    for (const model::Token& token : document.tokens) entry.words.push_back(token.word);
    if (!entry.words.empty()) asked.push_back(std::move(entry));
  }
  std::stable_sort(asked.begin(), asked.end(),
                   [](const Asked& a, const Asked& b) { return a.words.size() > b.words.size(); });
  return asked;
}

bool MatchesAt(const Passage& passage, uint32_t at, uint32_t last,
               const std::vector<uint64_t>& words) {
  const auto& tokens = passage.document->tokens;
  if (at + words.size() > last) return false;
  for (size_t i = 0; i < words.size(); ++i) {
    if (tokens[at + i].word != words[i]) return false;
  }
  return true;
}

// The row that the lexicon has for exactly these tokens; -1: none.
int IssuerOf(const IssuerTable& table, const Passage& passage, const model::TokenRange& tokens) {
  const auto& names = passage.Terms(TermKind::kIssuer);
  for (const TermHit& hit : HitsIn(names, {tokens.begin, tokens.begin + 1})) {
    if (hit.tokens.end != tokens.end) continue;
    const IssuerTable::Alias& alias = table.aliases[hit.term.row];
    if (alias.segment.empty()) return static_cast<int>(alias.issuer);
  }
  return -1;
}

uint32_t CompanyOf(Draft* draft, const Passage& passage, const model::TokenRange& tokens,
                   std::string_view name) {
  const std::string key = FoldedWords(passage, tokens);
  if (const auto known = draft->by_words.find(key); known != draft->by_words.end())
    return known->second;
  const int row = IssuerOf(*draft->table, passage, tokens);
  uint32_t company;
  if (row >= 0 && !draft->by_issuer.contains(static_cast<uint32_t>(row))) {
    company = draft->Of(static_cast<uint32_t>(row));
    draft->by_words.emplace(key, company);
    draft->companies[company].name = name;
  } else {
    company = draft->OfName(key, name, "entity");
    if (row >= 0) {  // a second name of the same company
      const IssuerTable::Issuer& issuer = draft->table->issuers[static_cast<size_t>(row)];
      draft->companies[company].ticker = issuer.ticker;
      draft->companies[company].kind = issuer.kind;
      draft->companies[company].sector = issuer.sector;
    }
  }
  draft->companies[company].asked = true;
  draft->companies[company].clear = true;
  return company;
}

void FindIn(Draft* draft, DraftPassage* part, const model::TokenRange& sentence,
            const Asked& asked) {
  for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
    if (!MatchesAt(*part->passage, at, sentence.end, asked.words)) continue;
    const model::TokenRange tokens{at, at + static_cast<uint32_t>(asked.words.size())};
    if (IsTaken(*part, tokens)) continue;
    draft->Take(part, tokens, CompanyOf(draft, *part->passage, tokens, asked.name), "");
  }
}

}  // namespace

void FindAskedNames(Draft* draft) {
  const Passage& text = *draft->parts[1].passage;
  if (text.article == nullptr || text.article->entities.empty()) return;
  for (const Asked& asked : ReadAsked(*text.article)) {
    for (DraftPassage& part : draft->parts) {
      for (const model::Sentence& sentence : part.passage->document->sentences)
        FindIn(draft, &part, sentence.tokens, asked);
    }
  }
}

}  // namespace tellwire::analysis
