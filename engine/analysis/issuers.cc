// Who is named in an article, in the order in which one name helps another: what the input asked
// for, tickers, runs with a suffix, names that are clear, then those that clear ones vouch for, and
// last the short forms of full names. Then the companies are weighed and sorted, most relevant
// first.
//
// Tested by tests/analysis/issuers_test.cc.
#include "analysis/issuers.h"

#include <algorithm>
#include <cmath>

#include "analysis/issuer_draft.h"

namespace tellwire::analysis {
namespace {

std::vector<SharedName> SharedNamesOf(std::span<const TermHit> names) {
  std::vector<SharedName> shared;
  for (size_t first = 0, last; first < names.size(); first = last) {
    for (last = first; last < names.size() && names[last].tokens == names[first].tokens;) ++last;
    shared.push_back({first, last});
  }
  return shared;
}

void Open(DraftPassage* part, Passage* passage) {
  part->passage = passage;
  part->names = SharedNamesOf(passage->Terms(TermKind::kIssuer));
  part->styles.resize(passage->document->sentences.size());
  part->hits.reserve(part->names.size());
  part->taken.assign(passage->document->tokens.size(), 0);
}

// Whether the first block of a text is read as its title.
Span LentTitle(const Draft& draft) {
  const Passage& text = *draft.parts[1].passage;
  const bool has_title = !draft.parts[0].passage->document->tokens.empty();
  if (has_title || !text.document->lends_title || text.document->blocks.empty()) return {};
  return text.document->blocks.front().span;
}

// What a mention adds to its company: the title and the lead count more, a segment and a source
// less.
double WeightOf(const Draft& draft, size_t part, const IssuerHit& hit, const Span& lent_title) {
  const Passage& passage = *draft.parts[part].passage;
  double weight = 1;
  if (part == 0 || lent_title.Contains(hit.span)) {
    weight = 4;
  } else if (hit.span.begin < std::max<size_t>(300, passage.text.size() / 8)) {
    weight = 1.5;
  }
  if (hit.only_source) weight *= 0.2;
  if (hit.competitor || hit.modifier) weight *= 0.5;
  return weight;
}

void FillHits(DraftPassage* part) {
  std::sort(part->hits.begin(), part->hits.end(),
            [](const DraftHit& a, const DraftHit& b) { return a.tokens.begin < b.tokens.begin; });
  const auto& tokens = part->passage->document->tokens;
  part->passage->issuers.reserve(part->hits.size());
  for (const DraftHit& found : part->hits) {
    IssuerHit hit;
    hit.tokens = found.tokens;
    hit.span = {tokens[found.tokens.begin].span.begin, tokens[found.tokens.end - 1].span.end};
    hit.company = static_cast<int>(found.company);
    hit.segment = found.segment;
    hit.possessive = IsPossessive(*part->passage, found.tokens.end - 1);
    part->passage->issuers.push_back(std::move(hit));
  }
}

// The first two sentences behind a lent title.
uint32_t LeadEnd(const Draft& draft, const Span& lent_title) {
  constexpr size_t kLead = 2;
  size_t left = kLead;
  for (const model::Sentence& sentence : draft.parts[1].passage->document->sentences) {
    if (!lent_title.Contains(sentence.span) && --left == 0) return sentence.span.end;
  }
  return UINT32_MAX;
}

void Weigh(Draft* draft) {
  const Span lent_title = LentTitle(*draft);
  const uint32_t lead_end = LeadEnd(*draft, lent_title);
  uint32_t order = 0;
  for (size_t part = 0; part < 2; ++part) {
    for (const IssuerHit& hit : draft->parts[part].passage->issuers) {
      DraftCompany& company = draft->companies[static_cast<size_t>(hit.company)];
      if (company.weight == 0) company.order = order;
      company.weight += WeightOf(*draft, part, hit, lent_title);
      ++order;
      if (hit.only_source) continue;
      company.spoken_of = true;
      ++company.mentions;
      if (hit.competitor || hit.modifier) continue;
      company.in_title |= part == 0 || lent_title.Contains(hit.span);
      company.in_lead |= part == 1 && hit.span.end <= lead_end;
    }
  }
  double most = 0;
  for (DraftCompany& company : draft->companies) {
    if (company.ticker_line) company.weight += 2;
    if (company.asked) company.weight += 1;
    if (company.kind == "gov" || company.kind == "source") company.weight *= 0.25;
    most = std::max(most, company.weight);
  }
  for (DraftCompany& company : draft->companies) {
    if (company.reports) company.weight = most + 1;
  }
}

// One that is only quoted is a source in this article, whatever it is elsewhere, and the article
// says nothing of its shares: it has no ticker.
model::Company MakeCompany(const DraftCompany& draft, double most) {
  model::Company company;
  company.name = draft.name;
  company.ticker = draft.ticker;
  company.kind = draft.kind;
  company.sector = draft.sector;
  if (!draft.spoken_of && !draft.asked && !draft.ticker_line && company.kind == "company") {
    company.kind = "source";
    company.ticker.clear();
  }
  company.relevance = std::round(1000 * draft.weight / most) / 1000;
  constexpr double kSecondary = 0.3;
  if (company.relevance >= kSecondary) company.role = model::Role::kSecondary;
  return company;
}

// Whether an article may be about it: it stands in the title, or in the lead with a good part of
// all mentions, or outweighs the others together, or every other by far. A story of an economy has
// companies and is about none of them.
bool MayBePrimary(const DraftCompany& company, double all, double next) {
  constexpr double kLeadShare = 0.2, kMostOfIt = 0.5, kFarAhead = 2.5;
  constexpr uint32_t kOften = 3, kAllAlong = 5;
  if (company.asked || company.in_title) return true;
  if (company.in_lead && company.weight >= kLeadShare * all) return true;
  if (company.weight >= kFarAhead * next && company.mentions >= kAllAlong) return true;
  return company.weight >= kMostOfIt * all && company.mentions >= kOften;
}

// The companies that are named anywhere, sorted; returns where each one of the draft went.
std::vector<int> FillCompanies(const Draft& draft, model::Analysis* analysis) {
  std::vector<uint32_t> order;
  double most = 0;
  for (uint32_t i = 0; i < draft.companies.size(); ++i) {
    if (draft.companies[i].weight == 0) continue;
    order.push_back(i);
    most = std::max(most, draft.companies[i].weight);
  }
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const DraftCompany &left = draft.companies[a], &right = draft.companies[b];
    return left.weight != right.weight ? left.weight > right.weight : left.order < right.order;
  });
  std::vector<int> places(draft.companies.size(), -1);
  for (uint32_t from : order) {
    places[from] = static_cast<int>(analysis->companies.size());
    analysis->companies.push_back(MakeCompany(draft.companies[from], most));
  }
  double all = 0;
  for (uint32_t from : order) all += draft.companies[from].weight;
  for (size_t i = 0; i < order.size(); ++i) {
    const DraftCompany& one = draft.companies[order[i]];
    model::Company& company = analysis->companies[static_cast<size_t>(places[order[i]])];
    if (company.kind == "gov" || company.kind == "source") continue;
    const double next = i + 1 < order.size() ? draft.companies[order[i + 1]].weight : 0;
    if (MayBePrimary(one, all, next)) company.role = model::Role::kPrimary;
    break;
  }
  return places;
}

void Renumber(const std::vector<int>& places, Passage* passage, model::Analysis* analysis) {
  for (IssuerHit& hit : passage->issuers) {
    hit.company = places[static_cast<size_t>(hit.company)];
    model::Company& company = analysis->companies[static_cast<size_t>(hit.company)];
    (passage->part == model::Part::kTitle ? company.title_spans : company.spans)
        .push_back(hit.span);
  }
}

}  // namespace

void FindIssuers(const IssuerTable& table, Passage* title, Passage* text,
                 model::Analysis* analysis) {
  Draft draft;
  draft.table = &table;
  Open(&draft.parts[0], title);
  Open(&draft.parts[1], text);
  FindAskedNames(&draft);
  BindTitleTicker(&draft);
  for (DraftPassage& part : draft.parts) FindInlineTickers(&draft, &part);
  for (DraftPassage& part : draft.parts) FindNameRuns(&draft, &part);
  FindLongerNames(&draft);
  for (const bool shared_too : {false, true}) {
    for (DraftPassage& part : draft.parts) ReadNames(&draft, &part, shared_too);
  }
  for (DraftPassage& part : draft.parts) ReadRuns(&draft, &part);
  for (DraftPassage& part : draft.parts) BindLooseTickers(&draft, &part);
  for (DraftPassage& part : draft.parts) ReadDoubtfulNames(&draft, &part);
  FindShortForms(&draft);
  for (DraftPassage& part : draft.parts) FillHits(&part);
  MarkRoles(table, draft, title);
  MarkRoles(table, draft, text);
  Weigh(&draft);
  const std::vector<int> places = FillCompanies(draft, analysis);
  Renumber(places, title, analysis);
  Renumber(places, text, analysis);
}

}  // namespace tellwire::analysis
