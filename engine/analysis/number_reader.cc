#include "analysis/number_reader.h"

#include <array>
#include <charconv>
#include <string>

#include "base/ascii.h"

namespace tellwire::analysis {
namespace {

using Kind = NumberWord::Kind;

constexpr uint32_t kMostDigits = 18;  // more than any amount has
constexpr int kMostGroups = 7;

// A cursor over digits; a text ends with a byte that is none.
class Digits {
 public:
  Digits(std::string_view text, uint32_t at) : text_(text), at_(at) {}

  char Peek(uint32_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool DigitAhead(uint32_t ahead) const { return IsDigit(Peek(ahead)); }
  uint32_t at() const { return at_; }
  void Skip(uint32_t bytes) { at_ += bytes; }

  // Appends the digits here to `out` as far as there is room; how many there were.
  uint32_t Take(std::string* out) {
    const uint32_t from = at_;
    while (DigitAhead(0)) ++at_;
    const uint32_t size = at_ - from;
    if (out->size() + size <= 2 * kMostDigits) out->append(text_.substr(from, size));
    return size;
  }

 private:
  std::string_view text_;
  uint32_t at_;
};

// How many groups of digits follow: 1,234,567 or, as in India, 12,34,567. 0: the comma is no
// separator.
int CountGroups(const Digits& digits, uint32_t first_group) {
  if (first_group > 3) return 0;
  uint32_t ahead = 0;
  bool all_three = true, all_two_but_last = true;
  int groups = 0;
  uint32_t last = 0;
  while (digits.Peek(ahead) == ',' && digits.DigitAhead(ahead + 1) && groups <= kMostGroups) {
    if (groups > 0 && last != 2) all_two_but_last = false;
    uint32_t size = 0;
    while (size < 4 && digits.DigitAhead(ahead + 1 + size)) ++size;
    all_three = all_three && size == 3;
    last = size;
    ahead += 1 + size;
    ++groups;
  }
  if (groups == 0 || groups > kMostGroups || last != 3) return 0;
  return all_three || (all_two_but_last && first_group <= 2) ? groups : 0;
}

// A point behind the number: a decimal point, also with a space before it. False: it is none.
bool TakePoint(Digits* digits) {
  if (digits->Peek() == '.' && digits->DigitAhead(1)) return digits->Skip(1), true;
  if (digits->Peek() == ' ' && digits->Peek(1) == '.' && digits->DigitAhead(2)) {
    return digits->Skip(2), true;
  }
  return false;
}

// "4 . 8 %", as some corpora write it: only before a percent sign.
bool TakeSpacedPoint(Digits* digits) {
  if (digits->Peek() != ' ' || digits->Peek(1) != '.' || digits->Peek(2) != ' ') return false;
  uint32_t ahead = 3;
  while (ahead < 7 && digits->DigitAhead(ahead)) ++ahead;
  const bool percent = ahead > 3 && digits->Peek(ahead) == ' ' && digits->Peek(ahead + 1) == '%';
  if (percent) digits->Skip(3);
  return percent;
}

// The fraction n/d here, with a denominator that prices and rates are quoted in; 0: none.
double TakeFraction(Digits* digits) {
  uint32_t size = 0;
  while (digits->DigitAhead(size)) ++size;
  if (digits->Peek(size) != '/') return 0;
  std::string top, bottom;
  Digits ahead = *digits;
  if (ahead.Take(&top) > 2 || top.empty()) return 0;
  ahead.Skip(1);
  if (ahead.Take(&bottom) > 2 || bottom.empty() || ahead.Peek() == '/') return 0;
  const double n = std::stod(top), d = std::stod(bottom);
  for (const double usual : {2, 3, 4, 8, 16, 32}) {
    if (d == usual && n < d && n > 0) {
      *digits = ahead;
      return n / d;
    }
  }
  return 0;
}

bool IsVulgarHalf(const Digits& digits) {
  return digits.Peek() == '\xC2' && digits.Peek(1) >= '\xBC' && digits.Peek(1) <= '\xBE';
}

// What may follow the whole digits without a point: "1 1/2", "1-1/2", "1½".
void TakeRest(Digits* digits, DigitRun* run) {
  if (IsVulgarHalf(*digits)) {
    constexpr std::array<double, 3> kParts = {0.25, 0.5, 0.75};
    run->value += kParts[static_cast<size_t>(digits->Peek(1) - '\xBC')];
    run->fraction = true;
    digits->Skip(2);
    return;
  }
  if ((digits->Peek() != ' ' && digits->Peek() != '-') || !digits->DigitAhead(1)) return;
  Digits ahead = *digits;
  ahead.Skip(1);
  if (const double part = TakeFraction(&ahead); part > 0) {
    run->value += part;
    run->fraction = true;
    *digits = ahead;
  }
}

double ValueOf(const std::string& digits, bool decimal) {
  double value = 0;
  constexpr size_t kMostExact = 15;  // whole numbers that a double holds digit by digit
  if (decimal || digits.size() > kMostExact) {
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
  } else {
    for (const char c : digits) value = 10 * value + (c - '0');
  }
  return value;
}

// Whether what follows makes it a time, a date, a version or a ratio.
bool GoesOn(const Digits& digits) {
  const char next = digits.Peek();
  return (next == '.' || next == ':' || next == '/' || next == '_') && digits.DigitAhead(1);
}

// Words that make a number, one behind the other.
class Words {
 public:
  Words(const QuantityTable& table, const model::Document& document, std::string_view text,
        uint32_t end)
      : table_(table), document_(document), text_(text), end_(end) {}

  // The number word at a token, if nothing but a space or a hyphen separates it from the one
  // before.
  const NumberWord* At(uint32_t token, uint32_t first) const {
    if (token >= end_) return nullptr;
    const auto row = table_.numbers.Word(document_.tokens[token].word);
    if (!row || (token > first && !Joined(token))) return nullptr;
    return &table_.number_words[*row];
  }
  bool Is(uint32_t token, Kind kind, uint32_t first) const {
    const NumberWord* word = At(token, first);
    return word != nullptr && word->kind == kind;
  }
  bool Says(uint32_t token, std::string_view word) const {
    return token < end_ && document_.WordOf(document_.tokens[token]) == word && Joined(token);
  }

 private:
  bool Joined(uint32_t token) const {
    const uint32_t from = document_.tokens[token - 1].span.end;
    const std::string_view gap = text_.substr(from, document_.tokens[token].span.begin - from);
    return gap == " " || gap == "-" || gap == " - " || gap == "  " || gap == "\n";
  }

  const QuantityTable& table_;
  const model::Document& document_;
  std::string_view text_;
  uint32_t end_;
};

// "twenty-five", "one hundred and five": below a thousand. The tokens taken; 0: none.
uint32_t TakeBelowThousand(const Words& words, uint32_t at, uint32_t first, double* value) {
  uint32_t i = at;
  bool tens = false, units = false, hundred = false;
  double sum = 0;
  while (const NumberWord* word = words.At(i, first)) {
    if (word->kind == Kind::kUnit && !units) {
      if (tens && word->value > 9) break;
      sum += word->value;
      units = true;
    } else if (word->kind == Kind::kTen && !tens && !units) {
      sum += word->value;
      tens = true;
    } else if (word->kind == Kind::kHundred && !hundred && sum < 100) {
      sum = (sum == 0 ? 1 : sum) * 100;
      hundred = true;
      tens = units = false;
      if (words.Says(i + 1, "and") &&
          (words.Is(i + 2, Kind::kUnit, first) || words.Is(i + 2, Kind::kTen, first))) {
        ++i;
      }
    } else {
      break;
    }
    ++i;
  }
  *value = sum;
  return i - at;
}

// The scale words at a token ("hundred thousand", "lakh crore"), multiplied into the number.
uint32_t TakeScales(const Words& words, uint32_t at, uint32_t first, SpelledNumber* number) {
  uint32_t i = at;
  while (i < at + 2 && words.Is(i, Kind::kScale, first)) {
    number->value *= words.At(i, first)->value;
    number->scaled = true;
    ++i;
  }
  return i - at;
}

// "half a million", "quarter million", "a quarter of a million": from the fraction on.
uint32_t TakeFractionOfScale(const Words& words, uint32_t at, uint32_t first,
                             SpelledNumber* number) {
  uint32_t i = at;
  if (words.Says(i, "of")) ++i;
  if (words.Is(i, Kind::kArticle, first)) ++i;
  if (words.Is(i, Kind::kDozen, first)) {
    number->value *= words.At(i, first)->value;
    number->fraction = false;
    return i + 1 - at;
  }
  const uint32_t scales = TakeScales(words, i, first, number);
  if (scales == 0) return 0;
  number->fraction = false;
  return i + scales - at;
}

// What follows a cardinal: "and a half", "thirds", "dozen", scales and smaller parts.
void TakeBehindCardinal(const Words& words, uint32_t at, uint32_t* i, SpelledNumber* number) {
  if (words.Says(*i, "and") && words.Is(*i + 1, Kind::kArticle, at) &&
      words.Is(*i + 2, Kind::kFraction, at)) {
    number->value += words.At(*i + 2, at)->value;
    *i += 3;
  }
  if (const NumberWord* next = words.At(*i, at)) {
    if (next->kind == Kind::kFraction && number->value < 100) {
      number->value *= next->value;
      number->fraction = true;
      ++*i;
      return;
    }
    if (next->kind == Kind::kDozen) {
      number->value *= next->value;
      ++*i;
      return;
    }
  }
  double total = 0;
  while (const uint32_t scales = TakeScales(words, *i, at, number)) {
    *i += scales;
    total += number->value;
    double rest = 0;
    uint32_t skip = words.Says(*i, "and") ? 1 : 0;
    const uint32_t more = TakeBelowThousand(words, *i + skip, at, &rest);
    number->value = 0;
    if (more == 0 || (skip == 1 && !words.Is(*i + skip + more, Kind::kScale, at) && rest < 1))
      break;
    number->value = rest;
    *i += skip + more;
  }
  number->value += total;
}

}  // namespace

DigitRun ReadDigits(std::string_view text, uint32_t at) {
  Digits digits(text, at);
  DigitRun run;
  std::string written;
  if (const double part = TakeFraction(&digits); part > 0) {
    run.value = part;
    run.fraction = run.valid = true;
    run.end = digits.at();
    return run;
  }
  run.digits = digits.Take(&written);
  for (int groups = CountGroups(digits, run.digits); groups > 0; --groups) {
    digits.Skip(1);
    run.digits += digits.Take(&written);
    run.grouped = true;
  }
  const bool fits = run.digits <= kMostDigits;
  if (TakePoint(&digits) || TakeSpacedPoint(&digits)) {
    written += '.';
    digits.Take(&written);
    run.decimal = true;
  }
  run.value = ValueOf(written, run.decimal);
  if (!run.decimal && fits) TakeRest(&digits, &run);
  run.valid = fits && !GoesOn(digits);
  run.end = digits.at();
  return run;
}

std::optional<SpelledNumber> ReadSpelled(const QuantityTable& table,
                                         const model::Document& document, std::string_view text,
                                         uint32_t at, uint32_t end) {
  const Words words(table, document, text, end);
  const NumberWord* first = words.At(at, at);
  if (first == nullptr) return std::nullopt;
  SpelledNumber number;
  uint32_t i = at;
  if (first->kind == Kind::kArticle) {
    first = words.At(++i, at);
    if (first == nullptr || first->kind == Kind::kUnit || first->kind == Kind::kTen) {
      return std::nullopt;
    }
  }
  switch (first->kind) {
    case Kind::kFraction: {
      number.value = first->value;
      number.fraction = true;
      const uint32_t scale = TakeFractionOfScale(words, i + 1, at, &number);
      const bool bare = scale == 0 && i == at;
      if (bare && first->value != 0.5) return std::nullopt;
      if (scale == 0 && first->of && !words.Says(i + 1, "of")) return std::nullopt;
      i += 1 + scale;
      break;
    }
    case Kind::kDozen:
      if (i == at) return std::nullopt;
      number.value = first->value;
      ++i;
      break;
    case Kind::kScale:
      number.value = 1;
      number.scale_only = i == at;
      i += TakeScales(words, i, at, &number);
      break;
    case Kind::kUnit:
    case Kind::kTen:
    case Kind::kHundred:
      i += TakeBelowThousand(words, i, at, &number.value);
      TakeBehindCardinal(words, at, &i, &number);
      break;
    default:
      return std::nullopt;
  }
  if (number.scale_only) return std::nullopt;
  number.words = i - at;
  return number;
}

}  // namespace tellwire::analysis
