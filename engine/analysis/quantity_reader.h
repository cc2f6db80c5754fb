// Reads one number and what stands around it: sign, currency, scale, measure, counted noun.
//
// What a number shares with its neighbours (ranges, amounts in two parts, a second currency) is for
// quantity_links.h.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/number_reader.h"
#include "analysis/passage.h"
#include "analysis/quantity_table.h"

namespace tellwire::analysis {

// A number of a sentence before it is joined with its neighbours.
struct NumberSeen {
  Span span;
  model::TokenRange tokens;
  double number = 0;  // unsigned, before the scale
  double scale = 1;
  uint32_t digits = 0;  // before the decimal point
  int currency = -1;    // -> QuantityTable::currencies
  int measure = -1;     // -> QuantityTable::measure_units
  int noun = -1;        // -> QuantityTable::noun_units
  bool currency_before = false;
  bool scaled = false, grouped = false, decimal = false, fraction = false;
  bool letter_scale = false;  // the scale is a letter: it needs a currency or a noun
  bool negative = false, is_signed = false;
  bool spelled = false, multiple_verb = false, per_share = false, ambiguous = false;
  bool joined = false;  // a hyphen ties it to digits before it: the end of a range, or no number
  bool approximate = false;  // a tilde before it

  bool has_unit() const { return currency >= 0 || measure >= 0 || noun >= 0; }
};

class QuantityReader {
 public:
  QuantityReader(const QuantityTable& table, const Passage& passage)
      : table_(table), passage_(passage), document_(*passage.document), text_(passage.text) {}

  // Appends the numbers of a sentence, in order.
  void ReadSentence(const model::Sentence& sentence, std::vector<NumberSeen>* out);

 private:
  // Where the reading of what follows a number has come to.
  struct Cursor {
    uint32_t pos = 0;   // byte
    uint32_t next = 0;  // the first token that begins at or after it
  };

  const model::Token& Token(uint32_t i) const { return document_.tokens[i]; }
  uint32_t ReadDigitsAt(uint32_t token);
  uint32_t ReadWordsAt(uint32_t token);
  bool ReadMultiple(uint32_t token, const NumberWord& word);
  bool ReadSingle(uint32_t token);

  bool ReadLeft(uint32_t token, uint32_t digits, NumberSeen* number);
  bool ReadPrefix(uint32_t token, uint32_t digits, NumberSeen* number);
  void ReadSignAndSymbol(NumberSeen* number);
  void ReadCurrencyWord(uint32_t token, NumberSeen* number);

  bool ReadRight(Cursor cursor, NumberSeen* number);
  bool ReadGlued(Cursor* cursor, NumberSeen* number);
  void ReadScales(Cursor* cursor, NumberSeen* number);
  void ReadCurrencyAfter(Cursor* cursor, NumberSeen* number);
  bool TakeSymbolAfter(Cursor* cursor, NumberSeen* number);
  void TakeCurrencyWordAfter(Cursor* cursor, NumberSeen* number);
  void DropWordBefore(NumberSeen* number) const;
  void ReadMeasure(Cursor* cursor, NumberSeen* number);
  bool ReadTimes(const Cursor& cursor, uint32_t words, NumberSeen* number);
  void ReadNoun(Cursor cursor, NumberSeen* number);
  void ReadPerShare(const Cursor& cursor, NumberSeen* number);

  bool IsNameOrYear(const NumberSeen& number, uint32_t noun_token) const;
  bool Follows(const Cursor& cursor) const;
  bool Counts(const NumberSeen& number) const;
  bool IsUpper(uint32_t begin, uint32_t end) const;
  bool Usable(uint32_t currency, uint32_t begin, uint32_t end, bool glued,
              const NumberSeen& number) const;
  void TakeTo(const Cursor& cursor, NumberSeen* number) const;

  const QuantityTable& table_;
  const Passage& passage_;
  const model::Document& document_;
  std::string_view text_;
  model::Sentence sentence_;
  std::vector<NumberSeen>* out_ = nullptr;
};

}  // namespace tellwire::analysis
