// Tickers that an article writes beside a name. They are read before the names, so that a name can
// call them as witness:
//
//   Acme Corp. (NYSE: ACM)    exchange and symbol
//   Alibaba (9988.HK)         a symbol with the suffix of its exchange; also <JNJ.N>, ( RDSa.L )
//   MF Global's MFGLQ.PK      the same without brackets, where it is all capitals
//   $TSLA                     stands for the company itself
//   Salesforce (CRM)          only capitals: counts where the name is that company's
//   KMB Q2 2021 call          opens a title before a quarter or year: stands for the company itself
//
// `(Q3: 5.2)` and `(see: table)` are none: the code before the colon must be an exchange's, and the
// suffix behind the stop one that data names. Tested by tests/analysis/issuers_tickers_test.cc.
#include <algorithm>

#include "analysis/issuer_draft.h"
#include "analysis/number_bytes.h"
#include "base/ascii.h"

namespace tellwire::analysis {
namespace {

std::string Upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ToUpper(c);
  return out;
}

bool IsSymbol(std::string_view text) {
  if (text.empty() || text.size() > 12 || !(IsUpper(text[0]) || IsDigit(text[0]))) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return IsUpper(c) || IsDigit(c) || c == '.' || c == '-' || (c >= 'a' && c <= 'z');
  });
}

// `9988.HK`, `RDSa.L`, `GS.N` as a ticker: with the suffix of its exchange, none for the United
// States. Empty: it is none.
std::string FromCode(const IssuerTable& table, std::string_view code) {
  const size_t stop = code.rfind('.');
  if (stop == std::string_view::npos || stop == 0 || stop > 8 || !IsSymbol(code)) return "";
  const auto suffix = table.rics.find(std::string(code.substr(stop + 1)));
  if (suffix == table.rics.end()) return "";
  return Upper(code.substr(0, stop)) + suffix->second;
}

// `NYSE: ACM` as a ticker; of several the first that is listed without a suffix, else the first.
std::string FromExchange(const IssuerTable& table, std::string_view inside) {
  std::string first;
  if (inside.find(':') == std::string_view::npos) return first;
  while (!inside.empty()) {
    const size_t end = inside.find_first_of(";,");
    const std::string_view part = TrimBlanks(inside.substr(0, end));
    inside.remove_prefix(end == std::string_view::npos ? inside.size() : end + 1);
    const size_t colon = part.find_first_of(":");
    if (colon == std::string_view::npos) continue;
    std::string_view exchange = TrimBlanks(part.substr(0, colon));
    exchange = TrimBlanks(exchange.substr(0, exchange.find('/')));
    const auto suffix = table.exchanges.find(Upper(exchange));
    const std::string_view symbol = TrimBlanks(part.substr(colon + 1));
    if (suffix == table.exchanges.end() || !IsSymbol(symbol)) continue;
    std::string ticker = Upper(symbol);
    if (!suffix->second.empty() && !ticker.ends_with(suffix->second)) ticker += suffix->second;
    if (suffix->second.empty()) return ticker;
    if (first.empty()) first = std::move(ticker);
  }
  return first;
}

void Add(DraftPassage* part, std::string ticker, const Span& span, bool names, bool certain) {
  const model::TokenRange tokens = part->passage->document->TokensIn(span);
  if (tokens.begin == tokens.end || IsTaken(*part, tokens)) return;
  if (part->passage->document->SentenceAt(span.begin) < 0) return;  // furniture
  for (uint32_t at = tokens.begin; at < tokens.end; ++at) part->taken[at] = 1;
  part->tickers.push_back({std::move(ticker), tokens, names, certain});
}

// What stands in the brackets that open at `open`.
void ReadBrackets(const IssuerTable& table, DraftPassage* part, uint32_t open) {
  constexpr uint32_t kLongest = 80;
  const std::string_view text = part->passage->text;
  const char close = text[open] == '(' ? ')' : text[open] == '[' ? ']' : '>';
  const std::string_view rest = text.substr(open + 1, kLongest);
  const size_t length = rest.find(close);
  if (length == std::string_view::npos || length == 0) return;
  const std::string_view inside = rest.substr(0, length);
  const Span span{open + 1, open + 1 + static_cast<uint32_t>(length)};
  if (std::string ticker = FromCode(table, TrimBlanks(inside)); !ticker.empty()) {
    Add(part, std::move(ticker), span, false, true);
  } else if (std::string listed = FromExchange(table, inside); !listed.empty()) {
    Add(part, std::move(listed), span, false, true);
  } else if (const auto symbol = TrimBlanks(inside);
             symbol.size() <= 5 && std::all_of(symbol.begin(), symbol.end(), IsUpper) &&
             table.by_ticker.contains(std::string(symbol))) {
    Add(part, std::string(symbol), span, false, false);
  }
}

// `$TSLA`: capitals, and no digit as in `$5M`.
void ReadCashTag(const IssuerTable& table, DraftPassage* part, uint32_t sign) {
  const std::string_view rest = part->passage->text.substr(sign + 1, 8);
  size_t length = 0;
  while (length < rest.size() && IsUpper(rest[length])) ++length;
  const bool ends = length == rest.size() || !(IsDigit(rest[length]) || rest[length] == '_' ||
                                               (rest[length] >= 'a' && rest[length] <= 'z'));
  if (length == 0 || length > 5 || !ends) return;
  const std::string ticker(rest.substr(0, length));
  if (length == 1 && !table.by_ticker.contains(ticker)) return;
  if (sign > 0 && IsUpper(part->passage->text[sign - 1])) return;  // US$
  Add(part, ticker, {sign + 1, sign + 1 + static_cast<uint32_t>(length)}, true, true);
}

// `MFGLQ.PK` in running text: two tokens with a stop between, all capitals.
void ReadBareCode(const IssuerTable& table, DraftPassage* part, uint32_t stop) {
  const std::string_view text = part->passage->text;
  uint32_t begin = stop, end = stop + 1;
  while (begin > 0 && IsUpper(text[begin - 1])) --begin;
  while (end < text.size() && IsUpper(text[end])) ++end;
  if (stop - begin < 2 || end - stop - 1 < 1 || end - stop - 1 > 2) return;
  if (begin > 0 && (text[begin - 1] == '.' || IsDigit(text[begin - 1]))) return;
  if (end < text.size() && (text[end] == '.' || (text[end] >= 'a' && text[end] <= 'z'))) return;
  std::string ticker = FromCode(table, text.substr(begin, end - begin));
  if (!ticker.empty()) Add(part, std::move(ticker), {begin, end}, false, true);
}

// A ticker that the mark at an offset opens.
void ReadMark(const IssuerTable& table, DraftPassage* part, uint32_t at) {
  const std::string_view text = part->passage->text;
  switch (text[at]) {
    case '$':
      ReadCashTag(table, part, at);
      break;
    case '(':
    case '<':
    case '[':
      ReadBrackets(table, part, at);
      break;
    default:
      break;
  }
}

// `Q2`, `FY2021`: what a ticker that opens a title stands before.
bool IsPeriodCode(std::string_view word) {
  if (word.size() == 2 && word[0] == 'q') return word[1] >= '1' && word[1] <= '4';
  return word.starts_with("fy") && std::all_of(word.begin() + 2, word.end(), IsDigit);
}

// `KMB Q2 2021 earnings call`.
void ReadOpening(const IssuerTable& table, DraftPassage* part) {
  const Passage& passage = *part->passage;
  const auto& tokens = passage.document->tokens;
  if (passage.part != model::Part::kTitle || tokens.size() < 2) return;
  std::string symbol(passage.Written(tokens[0].span));
  const bool capitals = std::all_of(symbol.begin(), symbol.end(), IsUpper);
  if (!capitals || !IsPeriodCode(passage.WordAt(1)) || !table.by_ticker.contains(symbol)) return;
  Add(part, std::move(symbol), tokens[0].span, true, true);
}

}  // namespace

void FindInlineTickers(Draft* draft, DraftPassage* part) {
  const Passage& passage = *part->passage;
  ReadOpening(*draft->table, part);
  const auto words = static_cast<uint32_t>(passage.signs.size());
  for (uint32_t token = 0; token < words; ++token) {
    if (!passage.HasSign(token, kOpening | kDollar | kFullStop)) continue;
    const uint32_t end = passage.document->tokens[token].span.begin;
    const uint32_t begin = token > 0 ? passage.document->tokens[token - 1].span.end : 0;
    if (passage.HasSign(token, kOpening | kDollar)) {
      for (uint32_t at = begin; at < end; ++at) ReadMark(*draft->table, part, at);
    } else if (end - begin == 1) {
      ReadBareCode(*draft->table, part, begin);
    }
  }
  std::sort(
      part->tickers.begin(), part->tickers.end(),
      [](const InlineTicker& a, const InlineTicker& b) { return a.tokens.begin < b.tokens.begin; });
}

}  // namespace tellwire::analysis
