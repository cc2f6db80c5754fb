// Numbers that begin with a word: "half a million users", "doubled", "a penny".
#include <algorithm>

#include "analysis/number_bytes.h"
#include "analysis/quantity_reader.h"

namespace tellwire::analysis {

uint32_t QuantityReader::ReadWordsAt(uint32_t token) {
  using Kind = NumberWord::Kind;
  const auto row = table_.numbers.Word(Token(token).word);
  if (!row) return token + 1;
  const NumberWord& word = table_.number_words[*row];
  if ((word.kind == Kind::kMultiple || word.kind == Kind::kFold) && ReadMultiple(token, word))
    return token + 1;
  if (word.kind == Kind::kArticle && ReadSingle(token)) return out_->back().tokens.end;
  const auto spelled = ReadSpelled(table_, document_, text_, token, sentence_.tokens.end);
  if (!spelled) return token + 1;
  const uint32_t next = token + spelled->words;
  NumberSeen number;
  number.spelled = true;
  number.span = {Token(token).span.begin, Token(next - 1).span.end};
  number.tokens = {token, next};
  number.number = spelled->value;
  number.scaled = spelled->scaled;
  number.fraction = spelled->fraction;
  const bool first = token == sentence_.tokens.begin;
  if (number.fraction) {  // "a third" of something: 33.3 percent
    if (!first && table_.no_fraction.Has(Token(token - 1).word)) return next;
    number.number *= 100;
    number.measure = 0;
    while (table_.measure_units[static_cast<size_t>(number.measure)] != "pct") ++number.measure;
    const bool bare = spelled->words == 1;  // "half"
    const bool of = next < sentence_.tokens.end && document_.WordOf(Token(next)) == "of";
    const bool by = !first && (document_.WordOf(Token(token - 1)) == "by" ||
                               table_.qualifier_before.Has(Token(token - 1).word));
    if (bare && !of && !by) return next;
  } else {
    if (!first && table_.minus.Has(Token(token - 1).word)) {
      number.is_signed = number.negative = true;
      number.span.begin = Token(token - 1).span.begin;
      --number.tokens.begin;
    }
    if (!ReadRight({number.span.end, next}, &number)) return next;
  }
  out_->push_back(number);
  return std::max(next, number.tokens.end);
}

// "doubled", "will double", "threefold".
bool QuantityReader::ReadMultiple(uint32_t token, const NumberWord& word) {
  const Span span = Token(token).span;
  if (text_.substr(span.end, 1) == "-") return false;  // double-digit
  if (word.base) {
    if (token == sentence_.tokens.begin) return false;
    const model::Token& before = Token(token - 1);
    if (!table_.future.Has(before.word) &&
        !table_.qualifier_before.Before(document_, text_, token, sentence_.tokens.begin))
      return false;
    if (token + 1 < sentence_.tokens.end &&
        document_.WordOf(Token(token + 1)).starts_with("digit")) {
      return false;
    }
  }
  NumberSeen number;
  number.spelled = true;
  number.span = span;
  number.tokens = {token, token + 1};
  number.number = word.value;
  number.multiple_verb = word.kind == NumberWord::Kind::kMultiple;
  number.measure = 0;
  while (table_.measure_units[static_cast<size_t>(number.measure)] != "x") ++number.measure;
  out_->push_back(number);
  return true;
}

// "a penny", "a dollar"; not "98 cents a pound", "a dollar basis".
bool QuantityReader::ReadSingle(uint32_t token) {
  const uint32_t end = sentence_.tokens.end;
  const auto money = table_.currency_after.At(document_, text_, token + 1, end);
  if (!money || !table_.currencies[money->row].single) return false;
  if (!Follows({Token(token).span.end, token + 1})) return false;
  if (!out_->empty() && out_->back().tokens.end == token && out_->back().currency >= 0)
    return false;
  const uint32_t behind = token + 1 + money->words;
  const uint32_t last_end = Token(behind - 1).span.end;
  const bool goes_on =
      behind < end && Attaches(text_.substr(last_end, Token(behind).span.begin - last_end));
  if (goes_on && !table_.stop.Has(Token(behind).word) &&
      !table_.after_single.Has(Token(behind).word)) {
    return false;
  }
  NumberSeen number;
  number.spelled = true;
  number.number = 1;
  number.currency = static_cast<int>(money->row);
  number.span = {Token(token).span.begin, last_end};
  number.tokens = {token, behind};
  ReadPerShare({last_end, behind}, &number);
  out_->push_back(number);
  return true;
}

}  // namespace tellwire::analysis
