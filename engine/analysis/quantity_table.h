// The words of quantities: numbers.tsv, currencies.tsv, units.tsv.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/lexicon.h"
#include "analysis/phrase_index.h"
#include "model/fact.h"

namespace tellwire::analysis {

// A word that is a number or a part of one.
struct NumberWord {
  enum class Kind : uint8_t {
    kUnit,      // one ... nineteen
    kTen,       // twenty
    kHundred,   // hundred
    kScale,     // million, bn, k
    kFraction,  // half, third
    kDozen,     // dozen
    kMultiple,  // doubled
    kFold,      // threefold
    kArticle,   // a, an
  };
  Kind kind = Kind::kUnit;
  double value = 0;
  bool letter = false;  // a scale that counts only beside a currency or before a counted noun
  bool base = false;    // the bare form of a multiple: "double"
  bool of = false;      // a fraction that needs "of" behind it: "a quarter of"
};

// How a currency is named beside a number.
struct CurrencyName {
  enum class Side : uint8_t { kEither, kBefore, kAfter, kScaled };
  std::string unit;   // ISO 4217
  std::string other;  // what it also may stand for: ¥ is CNY where the text speaks of yuan
  double factor = 1;  // 0.01 for cents, 1e6 for MUSD
  Side side = Side::kEither;
  bool upper = false;   // only in capitals
  bool single = false;  // "a penny" is one
  bool glued = false;   // only when it touches the number
  bool code = false;    // an ISO code: it may repeat a sign ("$5 million USD")
  bool scale = false;   // only behind a number with a scale: "5 billion won"
};

struct CountedNoun {
  std::string unit;
};

// Immutable after Load.
struct QuantityTable {
  static Result<std::unique_ptr<QuantityTable>> Load(const LexiconLoad& load);
  QuantityTable();

  std::vector<NumberWord> number_words;
  PhraseIndex numbers;  // -> number_words
  PhraseIndex scales;   // -> number_words: scales alone

  std::vector<std::string> measure_units;  // pct pp bp x
  PhraseIndex measures;                    // -> measure_units

  std::vector<CurrencyName> currencies;
  PhraseIndex currency_after, currency_before;  // -> currencies
  struct Symbol {
    std::string bytes;      // lower case
    uint32_t currency = 0;  // -> currencies
  };
  // In buckets by the two bytes with which they begin, or end; longest first in each.
  static size_t BucketOf(char outer, char inner) {
    return (static_cast<unsigned char>(outer) * size_t{37} + static_cast<unsigned char>(inner)) %
           256;
  }
  std::array<std::vector<Symbol>, 256> symbols_from, symbols_to;

  std::vector<CountedNoun> noun_units;
  PhraseIndex nouns;  // -> noun_units

  std::vector<model::Qualifier> qualifier_kinds;
  PhraseIndex qualifier_before, qualifier_after;  // -> qualifier_kinds

  // Sets of words, asked with Has or At.
  PhraseIndex per_share, times_after, more_times, times_before, signs, minus, range_cue, between,
      from, motion, motion_base, future, name_before, year_before, stop, bracket_before,
      no_fraction, after_single, alternate;
  PhraseIndex multiple_before{PhraseIndex::Reading::kBackward};  // "a P/E of"

  // The currency of the longest symbol that begins at an offset, or ends there; size 0: none.
  struct SymbolMatch {
    uint32_t currency = 0;
    uint32_t size = 0;
  };
  SymbolMatch SymbolAt(std::string_view text, size_t at) const;
  SymbolMatch SymbolBefore(std::string_view text, size_t end, size_t begin) const;
  SymbolMatch SymbolApart(std::string_view before) const;  // "us $", at the end of a text
};

}  // namespace tellwire::analysis
