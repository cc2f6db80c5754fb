#include "analysis/issuer_draft.h"

namespace tellwire::analysis {

uint32_t Draft::Of(uint32_t issuer) {
  const auto [at, is_new] = by_issuer.try_emplace(issuer, static_cast<uint32_t>(companies.size()));
  if (is_new) {
    const IssuerTable::Issuer& row = table->issuers[issuer];
    DraftCompany& company = companies.emplace_back();
    company.issuer = static_cast<int>(issuer);
    company.name = row.name;
    company.ticker = row.ticker;
    company.kind = row.kind;
    company.sector = row.sector;
  }
  return at->second;
}

uint32_t Draft::OfName(std::string_view core, std::string_view name, std::string_view kind) {
  const auto [at, is_new] =
      by_words.try_emplace(std::string(core), static_cast<uint32_t>(companies.size()));
  if (is_new) {
    DraftCompany& company = companies.emplace_back();
    company.name = name;
    company.kind = kind;
  }
  return at->second;
}

void Draft::Take(DraftPassage* part, const model::TokenRange& tokens, uint32_t company,
                 std::string_view segment) {
  for (uint32_t at = tokens.begin; at < tokens.end; ++at) part->taken[at] = 1;
  part->hits.push_back({tokens, company, segment});
}

bool IsTaken(const DraftPassage& part, const model::TokenRange& tokens) {
  for (uint32_t at = tokens.begin; at < tokens.end; ++at) {
    if (part.taken[at]) return true;
  }
  return false;
}

std::string FoldedWords(const Passage& passage, const model::TokenRange& tokens) {
  std::string words;
  for (uint32_t at = tokens.begin; at < tokens.end; ++at) {
    if (!words.empty()) words += ' ';
    words += passage.WordAt(at);
  }
  return words;
}

uint32_t PastLegalSuffix(const IssuerTable& table, const Passage& passage, uint32_t end,
                         uint32_t last) {
  const auto& tokens = passage.document->tokens;
  while (end < last && passage.Looks(end, kMayBeNameEnd)) {
    const std::string_view gap = GapAfter(passage, end - 1);
    if (gap != " " && gap != ", " && gap != " ," && gap != "\n" && gap != ". ") break;
    const auto suffix = table.suffixes.find(tokens[end].word);
    if (suffix == table.suffixes.end() || !suffix->second.legal) break;
    if (!IsCapital(passage, end) || (suffix->second.upper && !IsAllUpper(passage, end))) break;
    ++end;
  }
  return end;
}

}  // namespace tellwire::analysis
