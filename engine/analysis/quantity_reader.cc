// A number is found by its first digit or number word; from there the reader goes left (sign,
// currency) and right (scale, currency, measure, noun), a few words at most, so that a sentence
// costs what it is long.
//
//   "about US$ 4.7 billion"  ->  [US$ 4.7 billion]       "H20 chips", "S24", "3M"  ->  nothing
//
// Tested by tests/analysis/quantities_test.cc.
#include "analysis/quantity_reader.h"

#include <algorithm>

#include "analysis/number_bytes.h"

namespace tellwire::analysis {
namespace {

// A plus or minus that ends at `end`.
struct Sign {
  uint32_t size = 0;
  bool minus = false, dash = false;  // dash: a character that also is a hyphen or a dash
};

Sign SignBefore(std::string_view text, uint32_t end, uint32_t begin) {
  if (end > begin && text[end - 1] == '-') return {1, true, true};
  if (end > begin && text[end - 1] == '+') return {1, false, false};
  if (end >= begin + 3) {
    const std::string_view three = text.substr(end - 3, 3);
    if (three == "\xE2\x88\x92") return {3, true, false};
    if (three == "\xE2\x80\x93") return {3, true, true};
  }
  return {};
}

// Whether a sign may stand behind what ends at `end`: at the start, after a blank or a bracket.
bool OpensSign(std::string_view text, uint32_t end, uint32_t begin) {
  if (end <= begin) return true;
  const char c = text[end - 1];
  return c == ' ' || c == '(' || c == '\n' || c == '[' || c == '"' || c == '~';
}

}  // namespace

void QuantityReader::ReadSentence(const model::Sentence& sentence, std::vector<NumberSeen>* out) {
  sentence_ = sentence;
  out_ = out;
  const uint32_t end = sentence.tokens.end;
  for (uint32_t i = sentence.tokens.begin; i < end;) {
    if (!passage_.Looks(i, kHasDigit | kMayBeNumber)) {
      ++i;
    } else {
      i = passage_.Looks(i, kHasDigit) ? ReadDigitsAt(i) : ReadWordsAt(i);
    }
  }
}

// ---- numbers in digits; each reader returns the token to go on with

uint32_t QuantityReader::ReadDigitsAt(uint32_t token) {
  auto digits = static_cast<uint32_t>(FindDigit(text_, Token(token).span.begin));
  if (digits == Token(token).span.begin && digits > sentence_.span.begin &&
      text_[digits - 1] == '.' &&
      (digits - 1 == sentence_.span.begin || OpensSign(text_, digits - 1, sentence_.span.begin) ||
       text_[digits - 2] == '$')) {
    --digits;
  }
  const DigitRun run = ReadDigits(text_, digits);
  uint32_t next = token + 1;
  while (next < sentence_.tokens.end && Token(next).span.begin < run.end) ++next;
  if (!run.valid || run.end > sentence_.span.end) return next;

  NumberSeen number;
  number.span = {digits, run.end};
  number.tokens = {token, next};
  number.number = run.value;
  number.digits = run.digits;
  number.grouped = run.grouped;
  number.decimal = run.decimal || run.fraction;
  if (!ReadLeft(token, digits, &number)) return next;
  if (!ReadRight({run.end, next}, &number) || !Counts(number)) return next;
  out_->push_back(number);
  return std::max(next, number.tokens.end);
}

// Whether what was read is a number of use. A currency that needs more than bare digits behind it
// ("dollar", "R") must have them.
bool QuantityReader::Counts(const NumberSeen& number) const {
  if (number.currency < 0 || !number.currency_before) return true;
  const CurrencyName& name = table_.currencies[static_cast<size_t>(number.currency)];
  return name.side != CurrencyName::Side::kScaled || number.scaled || number.decimal ||
         number.grouped;
}

bool QuantityReader::ReadLeft(uint32_t token, uint32_t digits, NumberSeen* number) {
  const uint32_t begin = sentence_.span.begin;
  const uint32_t start = Token(token).span.begin;
  if (digits > start) return ReadPrefix(token, digits, number);
  const char before = digits > begin ? text_[digits - 1] : ' ';
  const char earlier = digits > begin + 1 ? text_[digits - 2] : ' ';
  if (before == '#' || before == '@' || before == '_' || before == '=' || before == '\\')
    return false;
  const bool tied = before == '.' || before == ',' || before == '/' || before == ':' ||
                    before == '\'' || before == '&';
  if (tied && IsDigitOrLetter(earlier)) return false;
  ReadSignAndSymbol(number);
  if (number->joined && !number->currency_before) {
    const bool range = !out_->empty() && out_->back().span.end + 4 > number->span.begin &&
                       out_->back().span.end < number->span.begin;
    return range;
  }
  if (number->currency < 0) ReadCurrencyWord(token, number);
  return true;
}

// Letters before the digits in one word: a currency ("EUR3", "Rs20", "$A5"), else a name.
bool QuantityReader::ReadPrefix(uint32_t token, uint32_t digits, NumberSeen* number) {
  const uint32_t start = Token(token).span.begin;
  const auto symbol = table_.SymbolBefore(text_, digits, sentence_.span.begin);
  if (symbol.size > 0 && digits - symbol.size <= start) {
    number->currency = static_cast<int>(symbol.currency);
    number->span.begin = digits - symbol.size;
  } else {
    const auto row = table_.currency_before.Word(HashFolded(text_.substr(start, digits - start)));
    if (!row || !Usable(*row, start, digits, true, *number)) return false;
    number->currency = static_cast<int>(*row);
    number->span.begin = start;
  }
  number->currency_before = true;
  const Sign sign = SignBefore(text_, number->span.begin, sentence_.span.begin);
  if (sign.size > 0 && OpensSign(text_, number->span.begin - sign.size, sentence_.span.begin)) {
    number->is_signed = true;
    number->negative = sign.minus;
    number->span.begin -= sign.size;
  }
  return number->span.begin == sentence_.span.begin ||
         !IsDigitOrLetter(text_[number->span.begin - 1]);
}

void QuantityReader::ReadSignAndSymbol(NumberSeen* number) {
  const uint32_t begin = sentence_.span.begin;
  uint32_t at = number->span.begin;
  const auto take_sign = [&] {
    const Sign sign = SignBefore(text_, at, begin);
    if (sign.size == 0 || number->is_signed) return;
    const uint32_t before = at - sign.size;
    const bool symbol_before = table_.SymbolBefore(text_, before, begin).size > 0;
    if (OpensSign(text_, before, begin) || symbol_before) {
      number->is_signed = true;
      number->negative = sign.minus;
      at = before;
    } else if (sign.dash) {
      number->joined = true;
    }
  };
  take_sign();
  const uint32_t blanks = BlanksBefore(text_, at, begin);
  const bool bracket = at > begin && text_[at - 1] == '(';  // $(1.25)
  const uint32_t symbol_end = bracket ? at - 1 : at - blanks;
  const auto symbol =
      number->joined ? QuantityTable::SymbolMatch{} : table_.SymbolBefore(text_, symbol_end, begin);
  const bool taken = !out_->empty() && out_->back().span.end > symbol_end - symbol.size;
  if (symbol.size > 0 && !taken) {
    number->currency = static_cast<int>(symbol.currency);
    number->currency_before = true;
    at = symbol_end - symbol.size;
    if (bracket) number->is_signed = number->negative = true;
    take_sign();
  }
  number->approximate = at > begin && text_[at - 1] == '~';
  number->span.begin = at;
  while (number->tokens.begin > sentence_.tokens.begin &&
         Token(number->tokens.begin - 1).span.begin >= at) {
    --number->tokens.begin;
  }
}

// A code or a word before the number: "EUR 20", "Rs. 20", "Malaysian ringgits 42".
void QuantityReader::ReadCurrencyWord(uint32_t token, NumberSeen* number) {
  const uint32_t taken = out_->empty() ? sentence_.tokens.begin : out_->back().tokens.end;
  const uint32_t begin = std::max(taken, sentence_.tokens.begin);
  if (token <= begin) return;
  const uint32_t word_end = Token(token - 1).span.end;
  const std::string_view gap = text_.substr(word_end, number->span.begin - word_end);
  if (gap.empty() || gap.size() > 3 || gap.find_first_not_of(". -\n") != std::string_view::npos) {
    return;
  }
  const auto match = table_.currency_before.Before(document_, text_, token, begin);
  if (!match) return;
  const uint32_t first = token - match->words;
  if (!Usable(match->row, Token(first).span.begin, word_end, false, *number)) return;
  number->currency = static_cast<int>(match->row);
  number->currency_before = true;
  number->span.begin = Token(first).span.begin;
  number->tokens.begin = first;
}

bool QuantityReader::IsUpper(uint32_t begin, uint32_t end) const {
  for (uint32_t i = begin; i < end; ++i) {
    if (text_[i] >= 'a' && text_[i] <= 'z') return false;
  }
  return true;
}

bool QuantityReader::Usable(uint32_t currency, uint32_t begin, uint32_t end, bool glued,
                            const NumberSeen& number) const {
  const CurrencyName& name = table_.currencies[currency];
  if (name.upper && !IsUpper(begin, end)) return false;
  if (name.glued && !glued) return false;
  return !name.scale || number.scaled;
}

}  // namespace tellwire::analysis
