// Tickers that no known name stands beside. The capitalised words to their left are the name of a
// company that no list knows: "Zorblatt Widgets (NYSE: ZBW)"; a ticker in running text names its
// company itself: "$TSLA".
#include "analysis/issuer_draft.h"

namespace tellwire::analysis {
namespace {

// The capitalised words that end before `end`.
model::TokenRange NameBefore(const IssuerTable& table, const DraftPassage& part, uint32_t end) {
  constexpr uint32_t kMostWords = 5;
  constexpr uint16_t kNever = IssuerTable::kStop | IssuerTable::kPersonTitle | IssuerTable::kTitle;
  const Passage& passage = *part.passage;
  uint32_t at = end;
  while (at > 0 && end - at < kMostWords && IsCapital(passage, at - 1) && !part.taken[at - 1]) {
    if (table.Is(passage.document->tokens[at - 1].word, kNever)) break;
    if (at < end && !JoinsNext(passage, at - 1)) break;
    --at;
  }
  return {at, end};
}

// Whether a name was read directly before the ticker.
bool IsBound(const DraftPassage& part, const InlineTicker& ticker) {
  constexpr uint32_t kNear = 3;
  const uint32_t from = ticker.tokens.begin > kNear ? ticker.tokens.begin - kNear : 0;
  return IsTaken(part, {from, ticker.tokens.begin});
}

// `$TSLA`: the company of that ticker, or one that is called so.
void TakeTag(Draft* draft, DraftPassage* part, const InlineTicker& ticker) {
  const auto known = draft->table->by_ticker.find(ticker.ticker);
  uint32_t company;
  if (known != draft->table->by_ticker.end()) {
    company = draft->Of(known->second);
  } else {
    company = draft->OfName("$" + ticker.ticker, ticker.ticker, "company");
    draft->companies[company].ticker = ticker.ticker;
  }
  draft->companies[company].clear = true;
  part->hits.push_back({ticker.tokens, company, ""});
}

// "q2", "q4": the quarter that a report is of.
bool IsQuarter(std::string_view word) {
  return word.size() == 2 && word[0] == 'q' && word[1] >= '1' && word[1] <= '4';
}

}  // namespace

void BindTitleTicker(Draft* draft) {
  constexpr uint32_t kReach = 5;
  constexpr size_t kLongest = 5;
  DraftPassage& part = draft->parts[0];
  const Passage& passage = *part.passage;
  const auto& tokens = passage.document->tokens;
  if (tokens.size() < 3 || !IsQuarter(passage.WordAt(1)) || part.taken[0]) return;
  const std::string_view written = passage.Written(tokens[0].span);
  if (!IsAllUpper(passage, 0) || written.size() < 2 || written.size() > kLongest) return;
  const auto known = draft->table->by_ticker.find(std::string(written));
  if (known == draft->table->by_ticker.end()) return;
  for (uint32_t at = 2; at < tokens.size() && at < kReach; ++at) {
    const std::string_view word = passage.WordAt(at);
    if (word != "earnings" && word != "results") continue;
    const uint32_t company = draft->Of(known->second);
    draft->companies[company].clear = draft->companies[company].reports = true;
    draft->Take(&part, {0, 1}, company, "");
    return;
  }
}

void BindLooseTickers(Draft* draft, DraftPassage* part) {
  for (const InlineTicker& ticker : part->tickers) {
    if (ticker.names) {
      TakeTag(draft, part, ticker);
      continue;
    }
    if (!ticker.certain || IsBound(*part, ticker)) continue;
    const model::TokenRange name = NameBefore(*draft->table, *part, ticker.tokens.begin);
    if (name.begin == name.end) continue;
    const auto& tokens = part->passage->document->tokens;
    const Span span{tokens[name.begin].span.begin, tokens[name.end - 1].span.end};
    const uint32_t company =
        draft->OfName(FoldedWords(*part->passage, name), part->passage->Written(span), "company");
    DraftCompany& bound = draft->companies[company];
    bound.clear = true;
    bound.ticker_line = true;
    if (bound.ticker.empty()) bound.ticker = ticker.ticker;
    draft->Take(part, name, company, "");
  }
}

}  // namespace tellwire::analysis
