// What stands behind a number: letters that touch it, scales, a currency, a measure, the thing
// counted, "a share". A scale that is a letter counts only beside a currency or before a noun:
// "$5m", "5m phones", but not "3M".
#include <algorithm>

#include "analysis/number_bytes.h"
#include "analysis/quantity_reader.h"

namespace tellwire::analysis {

bool QuantityReader::Follows(const Cursor& cursor) const {
  if (cursor.next >= sentence_.tokens.end || cursor.pos > Token(cursor.next).span.begin)
    return false;
  return Attaches(text_.substr(cursor.pos, Token(cursor.next).span.begin - cursor.pos));
}

void QuantityReader::TakeTo(const Cursor& cursor, NumberSeen* number) const {
  number->span.end = cursor.pos;
  number->tokens.end = cursor.next;
}

// False: the number is part of a name.
bool QuantityReader::ReadRight(Cursor cursor, NumberSeen* number) {
  if (!ReadGlued(&cursor, number)) return false;
  const Cursor unscaled = cursor;
  const bool glued_letter = number->letter_scale;
  if (number->currency < 0 || number->currency_before) ReadScales(&cursor, number);
  ReadCurrencyAfter(&cursor, number);
  if (!number->currency_before && number->currency >= 0) ReadScales(&cursor, number);
  if (number->currency < 0 && number->measure < 0) ReadMeasure(&cursor, number);
  TakeTo(cursor, number);
  if (!number->has_unit()) ReadNoun(cursor, number);
  if (number->letter_scale && !number->has_unit()) {
    if (glued_letter) return false;
    number->scaled = number->letter_scale = false;
    number->scale = 1;
    TakeTo(unscaled, number);
  }
  ReadPerShare({number->span.end, number->tokens.end}, number);
  return true;
}

// Letters that touch the digits: "10k", "5bn", "115USD", "1.5x", "197p".
bool QuantityReader::ReadGlued(Cursor* cursor, NumberSeen* number) {
  const uint32_t end = Token(cursor->next - 1).span.end;
  if (cursor->pos >= end) return true;
  const std::string_view rest = text_.substr(cursor->pos, end - cursor->pos);
  const uint64_t word = HashFolded(rest);
  if (const auto scale = table_.scales.Word(word)) {
    number->scale = table_.number_words[*scale].value;
    number->letter_scale = table_.number_words[*scale].letter;
    number->scaled = true;
  } else if (const auto measure = table_.measures.Word(word)) {
    number->measure = static_cast<int>(*measure);
  } else if (const auto money = table_.currency_after.Word(word);
             money && number->currency < 0 && Usable(*money, cursor->pos, end, true, *number)) {
    number->currency = static_cast<int>(*money);
  } else if (const auto symbol = table_.SymbolAt(text_, cursor->pos);
             symbol.size == rest.size() && number->currency < 0) {
    number->currency = static_cast<int>(symbol.currency);
  } else {
    return false;
  }
  cursor->pos = end;
  return true;
}

void QuantityReader::ReadScales(Cursor* cursor, NumberSeen* number) {
  if (number->letter_scale) return;
  for (int i = 0; i < 2; ++i) {
    if (cursor->next >= sentence_.tokens.end) return;
    const auto row = table_.scales.Word(Token(cursor->next).word);
    if (!row || !Follows(*cursor)) return;
    const NumberWord& scale = table_.number_words[*row];
    if (scale.letter && (number->scaled || cursor->pos == Token(cursor->next).span.begin)) return;
    number->scale *= scale.value;
    number->scaled = true;
    number->letter_scale = scale.letter;
    *cursor = {Token(cursor->next).span.end, cursor->next + 1};
    if (scale.letter) return;
  }
}

void QuantityReader::ReadCurrencyAfter(Cursor* cursor, NumberSeen* number) {
  if (number->measure >= 0 || (number->currency >= 0 && !number->currency_before)) return;
  if (number->currency < 0 && TakeSymbolAfter(cursor, number)) return;
  TakeCurrencyWordAfter(cursor, number);
}

bool QuantityReader::TakeSymbolAfter(Cursor* cursor, NumberSeen* number) {
  const uint32_t limit = sentence_.span.end;
  const uint32_t at = cursor->pos + BlanksAfter(text_, cursor->pos, limit);
  const auto symbol = table_.SymbolAt(text_, at);
  const uint32_t end = at + symbol.size;
  const bool opens_next = end < text_.size() && IsDigit(text_[end]);
  if (symbol.size == 0 || opens_next || end > limit) return false;
  number->currency = static_cast<int>(symbol.currency);
  cursor->pos = end;
  while (cursor->next < sentence_.tokens.end && Token(cursor->next).span.begin < end) {
    ++cursor->next;
  }
  return true;
}

// The number may have a currency before it: "$5 million USD", "dollar 143.80 yen".
void QuantityReader::TakeCurrencyWordAfter(Cursor* cursor, NumberSeen* number) {
  const auto match = table_.currency_after.At(document_, text_, cursor->next, sentence_.tokens.end);
  if (!match || !Follows(*cursor)) return;
  const uint32_t last = cursor->next + match->words - 1;
  const CurrencyName& name = table_.currencies[match->row];
  if (!Usable(match->row, Token(cursor->next).span.begin, Token(last).span.end, false, *number)) {
    return;
  }
  if (number->currency >= 0) {
    const CurrencyName& before = table_.currencies[static_cast<size_t>(number->currency)];
    const bool replaces = before.side == CurrencyName::Side::kScaled && !before.upper;
    if (!replaces && (!name.code || name.factor != 1)) return;
    if (replaces) DropWordBefore(number);
  }
  number->currency = static_cast<int>(match->row);
  *cursor = {Token(last).span.end, last + 1};
}

void QuantityReader::DropWordBefore(NumberSeen* number) const {
  number->span.begin = Token(number->tokens.begin).span.end;
  ++number->tokens.begin;
  while (number->span.begin < text_.size() && text_[number->span.begin] == ' ') {
    ++number->span.begin;
  }
  number->currency_before = false;
}

void QuantityReader::ReadMeasure(Cursor* cursor, NumberSeen* number) {
  const uint32_t at = cursor->pos + BlanksAfter(text_, cursor->pos, sentence_.span.end);
  const std::string_view rest = text_.substr(at, 3);
  const uint32_t sign = rest.starts_with('%') ? 1 : rest == "\xEF\xBC\x85" ? 3 : 0;
  const auto unit_of = [&](std::string_view unit) {
    const auto& units = table_.measure_units;
    return static_cast<int>(std::find(units.begin(), units.end(), unit) - units.begin());
  };
  if (sign > 0) {
    cursor->pos = at + sign;
    number->measure = unit_of("pct");
    if (!Follows(*cursor)) return;
    const std::string_view next = document_.WordOf(Token(cursor->next));
    if (next != "point" && next != "points" && next != "pts") return;
    number->measure = unit_of("pp");
    *cursor = {Token(cursor->next).span.end, cursor->next + 1};
    return;
  }
  if (text_.substr(cursor->pos).starts_with("\xC3\x97")) {  // the sign of multiplication
    cursor->pos += 2;
    number->measure = unit_of("x");
    return;
  }
  const auto match = table_.measures.At(document_, text_, cursor->next, sentence_.tokens.end);
  if (!match || !Follows(*cursor)) return;
  const auto row = static_cast<int>(match->row);
  const bool times = table_.measure_units[match->row] == "x";
  if (times && !ReadTimes(*cursor, match->words, number)) return;
  number->measure = row;
  const uint32_t last = cursor->next + match->words - 1;
  *cursor = {Token(last).span.end, last + 1};
}

// "14 times earnings", "three times as many", "10-fold"; not "seven times since Monday".
bool QuantityReader::ReadTimes(const Cursor& cursor, uint32_t words, NumberSeen* number) {
  const std::string_view word = document_.WordOf(Token(cursor.next));
  if (word == "x") return false;  // "2 x 4"
  if (word == "fold") return true;
  const uint32_t behind = cursor.next + words;
  if (number->tokens.begin > sentence_.tokens.begin &&
      table_.times_before.Has(Token(number->tokens.begin - 1).word)) {
    return true;
  }
  if (behind >= sentence_.tokens.end) return false;
  number->ambiguous = table_.more_times.Has(Token(behind).word);
  return table_.times_after.Has(Token(behind).word);
}

// The thing counted: "5,000 jobs", "281 million premium subscribers", "a 500-employee plant".
void QuantityReader::ReadNoun(Cursor cursor, NumberSeen* number) {
  if (text_.substr(cursor.pos, 1) == "+") ++cursor.pos;  // "500+ stores"
  if (number->fraction || !Follows(cursor)) return;
  if (number->spelled && number->number * number->scale == 1) return;
  const uint32_t end = sentence_.tokens.end;
  for (uint32_t i = cursor.next; i < end && i < cursor.next + 3; ++i) {
    if (i > cursor.next && !JoinsWords(text_.substr(Token(i - 1).span.end,
                                                    Token(i).span.begin - Token(i - 1).span.end))) {
      return;
    }
    if (const auto noun = table_.nouns.At(document_, text_, i, end)) {
      if (IsNameOrYear(*number, i)) return;
      number->noun = static_cast<int>(noun->row);
      return;
    }
    // "7-nanometer chips" are not seven.
    if (i == cursor.next && text_[cursor.pos] == '-') return;
    const char first = text_[Token(i).span.begin];
    if (IsDigit(first) || table_.stop.Has(Token(i).word) || table_.numbers.Has(Token(i).word))
      return;
  }
}

// Whether a bare number before a noun is a year ("in 2008 jobs were cut") or part of a name
// ("Windows 10 users").
bool QuantityReader::IsNameOrYear(const NumberSeen& number, uint32_t noun_token) const {
  if (number.spelled || number.scaled || number.grouped || number.decimal) return false;
  const bool first = number.tokens.begin == sentence_.tokens.begin;
  const bool four = number.digits == 4 && number.number >= 1900 && number.number < 2100;
  const bool round = static_cast<int64_t>(number.number) % 100 == 0;
  if (four && (first || !round)) return true;
  if (first) return false;
  const model::Token& before = Token(number.tokens.begin - 1);
  if (four && table_.year_before.Has(before.word)) return true;
  if (table_.name_before.Has(before.word)) return true;
  const bool title_case = tellwire::IsUpper(text_[Token(noun_token).span.begin]);
  const bool before_is_first = number.tokens.begin - 1 == sentence_.tokens.begin;
  return tellwire::IsUpper(text_[before.span.begin]) && !before_is_first && !title_case &&
         number.digits <= 3 && text_.substr(before.span.end, 1) == " " &&
         !table_.stop.Has(before.word);
}

void QuantityReader::ReadPerShare(const Cursor& cursor, NumberSeen* number) {
  if (number->currency < 0 || cursor.next >= sentence_.tokens.end) return;
  const uint32_t begin = Token(cursor.next).span.begin;
  const std::string_view gap = text_.substr(cursor.pos, begin - cursor.pos);
  const auto match = table_.per_share.At(document_, text_, cursor.next, sentence_.tokens.end);
  if (!match || !JoinsWords(gap)) return;
  const bool bare = document_.WordOf(Token(cursor.next)) == "share";
  number->per_share = !bare || gap.find('/') != std::string_view::npos;
}

}  // namespace tellwire::analysis
