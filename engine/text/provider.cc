#include "text/provider.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/table.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace tellwire::text {
namespace {

// Moves past a score from -1 to 1 with one to four decimals: `0.35`, `-0.2`; false when there is
// none.
bool SkipScore(std::string_view s, size_t* at) {
  size_t i = *at;
  if (s.substr(i).starts_with("\xE2\x88\x92")) {
    i += 3;  // the minus sign U+2212
  } else if (i < s.size() && (s[i] == '+' || s[i] == '-')) {
    ++i;
  }
  if (i >= s.size() || (s[i] != '0' && s.substr(i, 3) != "1.0")) return false;
  ++i;
  if (i + 1 >= s.size() || s[i] != '.' || !IsDigit(s[i + 1])) return false;
  const size_t point = i++;
  while (i < s.size() && IsDigit(s[i])) ++i;
  if (i - point > 5) return false;
  *at = i;
  return true;
}

// Moves past a ticker: `BABA`, `BRK.B`, `0700.HK`; false when there is none.
bool SkipTicker(std::string_view s, size_t* at) {
  size_t i = *at;
  const size_t begin = i;
  while (i < s.size() && IsDigit(s[i])) ++i;
  const bool numbered = i - begin >= 4 && i - begin <= 6;
  if (!numbered) {
    i = begin;
    while (i < s.size() && IsUpper(s[i])) ++i;
    if (i == begin || i - begin > 6) return false;
  }
  if (i + 1 < s.size() && (s[i] == '.' || s[i] == ':') && IsUpper(s[i + 1])) {
    ++i;
    while (i < s.size() && IsUpper(s[i])) ++i;
  } else if (numbered) {
    return false;
  }
  *at = i;
  return true;
}

// A line of one price is no line of one ticker.
bool IsCurrency(std::string_view code) {
  static constexpr std::array<std::string_view, 20> kCodes = {
      "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "RMB", "HKD", "INR", "AUD",
      "CAD", "NZD", "SEK", "NOK", "DKK", "KRW", "SGD", "TWD", "BRL", "ZAR"};
  return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

bool IsTickerScores(std::string_view line) {
  size_t at = 0, pairs = 0;
  while (at < line.size()) {
    if (IsSpace(line[at]) || line[at] == ',' || line[at] == ';' || line[at] == '|') {
      ++at;
      continue;
    }
    if (line[at] == '$') ++at;
    const size_t begin = at;
    if (!SkipTicker(line, &at) || IsCurrency(line.substr(begin, at - begin))) return false;
    if (!SkipScore(line, &at)) return false;
    ++pairs;
  }
  return pairs > 0;
}

constexpr bool IsPunctuation(char c) {
  return c == '.' || c == ',' || c == ';' || c == '!' || c == '?';
}

// `growthSemiconductors`: a lower-case word of five letters or more goes straight into a
// capitalised one. Names in camel case (PayPal, iPhone, easyJet) begin in upper case or have a
// short head, so they count only from the third joint on.
bool IsThemeRun(std::string_view line) {
  if (line.size() > 600 || std::any_of(line.begin(), line.end(), IsPunctuation)) return false;
  size_t sure = 0, joints = 0, word = 0, words = 1;
  for (size_t i = 1; i < line.size(); ++i) {
    if (IsSpace(line[i])) {
      word = i + 1;
      ++words;
    }
    const bool joint = IsLower(line[i - 1]) && IsUpper(line[i]) && i + 1 < line.size() &&
                       (IsLower(line[i + 1]) || IsUpper(line[i + 1]));
    if (!joint) continue;
    ++joints;
    if (IsLower(line[word]) && i - word >= 5) ++sure;
    word = i;
  }
  return sure > 0 ? joints * 12 >= words : joints >= 3 && words <= joints + 1;
}

// The rest of a line behind the label, or nullopt-like npos when the line does not begin with it.
size_t LabelEnd(std::string_view line, std::string_view label) {
  size_t at = 0, matched = 0;
  while (matched < label.size()) {
    if (at >= line.size()) return std::string_view::npos;
    const char c = line[at];
    const bool gap = label[matched] == ' ' && (c == ' ' || c == '-' || c == '_');
    if (!gap && ToLower(c) != label[matched]) return std::string_view::npos;
    ++at, ++matched;
  }
  // A longer word is another word: `Impact` is not in `Impactful`.
  return at < line.size() && IsLower(line[at]) ? std::string_view::npos : at;
}

}  // namespace

bool IsProviderLine(std::string_view line) { return IsTickerScores(line) || IsThemeRun(line); }

bool IsProviderValue(std::string_view line) {
  const auto words = std::count(line.begin(), line.end(), ' ') + 1;
  return words <= 4 && !HasFinalStop(line);
}

namespace {

// `AI, Cloud growth, Semiconductors`: two parts or more, none of them over four words.
bool IsShortList(std::string_view line) {
  if (HasFinalStop(line)) return false;
  size_t parts = 0;
  for (size_t at = 0; at <= line.size();) {
    const size_t end = std::min(line.find_first_of(",;|", at), line.size());
    if (!IsProviderValue(Trim(line.substr(at, end - at)))) return false;
    ++parts;
    at = end + 1;
  }
  return parts > 1;
}

}  // namespace

LabelForm LabelFormOf(std::string_view line, const std::vector<std::string>& labels) {
  if (line.size() > 200) return LabelForm::kNone;
  for (const std::string& label : labels) {
    const size_t end = LabelEnd(line, label);
    if (end == std::string_view::npos) continue;
    std::string_view rest = line.substr(end);
    const bool colon = rest.starts_with(':') || rest.starts_with(" :");
    rest.remove_prefix(std::min(rest.find_first_not_of(": \t=-"), rest.size()));
    if (rest.empty()) return LabelForm::kLabel;
    const bool number = IsDigit(rest[0]) || rest[0] == '+' || rest[0] == '.';
    if ((colon || number) && IsProviderValue(rest)) return LabelForm::kLabelValue;
    if ((colon && IsShortList(rest)) || IsTickerScores(rest)) return LabelForm::kLabelValue;
  }
  return LabelForm::kNone;
}

}  // namespace tellwire::text
