// Two numbers side by side are one range ("$5 million to $7 million", "10-12%"), one amount ("20
// dollars and 43 cents"), one amount in two currencies ("5 billion yuan ($700 million)"), or two
// numbers: a verb of motion decides that "fell $1.2m to $23.5m" is a change and a level.
#include "analysis/quantity_links.h"

#include <algorithm>
#include <cmath>

#include "analysis/number_bytes.h"

namespace tellwire::analysis {
namespace {

using model::Qualifier;

constexpr uint32_t kMotionReach = 8;  // words that a verb of motion looks ahead
constexpr size_t kLongestConnector = 32;

enum class Motion : uint8_t { kNone, kDone, kToCome };

bool IsDash(std::string_view text) {
  return text == "-" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94" || text == "--";
}

// Numbers that were multiplied by a scale are whole where they are meant to be.
double Rounded(double value) {
  const double whole = std::round(value);
  return std::abs(value - whole) < 1e-6 * std::max(1.0, std::abs(value)) * 1e-3 ? whole : value;
}

class Linker {
 public:
  Linker(const QuantityTable& table, const model::Sentence& sentence,
         const std::vector<NumberSeen>& numbers, Passage* passage)
      : table_(table),
        sentence_(sentence),
        numbers_(numbers),
        passage_(passage),
        document_(*passage->document),
        text_(passage->text) {}

  void Run() {
    for (size_t i = 0; i < numbers_.size();) i = Link(i);
  }

 private:
  size_t Link(size_t i) {
    NumberSeen low = numbers_[i];
    std::optional<NumberSeen> high;
    size_t next = i + 1;
    if (next < numbers_.size() && AddPart(numbers_[next], &low)) ++next;
    if (next < numbers_.size()) {
      NumberSeen other = numbers_[next];
      if (IsChain(next)) return SkipChain(next);
      if (IsRange(&low, &other)) {
        high = other;
        ++next;
      }
    }
    if (!low.has_unit()) ReadPercentOf(&low);
    NegateInBrackets(&low);
    const std::string_view unit = high ? UnitOf(*high) : UnitOfOne(low);
    if (unit.empty() && !Measures(low)) return next;
    QuantityHit hit = MakeHit(low, high);
    hit.quantity.unit = unit;
    if (next < numbers_.size() && IsAlternate(high ? *high : low, numbers_[next])) {
      const NumberSeen& other = numbers_[next++];
      hit.alternate = model::Amount{ValueOf(other), std::string(UnitOf(other))};
      hit.alternate_span = other.span;
    }
    passage_->quantities.push_back(std::move(hit));
    return next;
  }

  // ---- connectors
  std::string_view Between(const NumberSeen& a, const NumberSeen& b) const {
    if (b.span.begin < a.span.end) return "?";
    return text_.substr(a.span.end, b.span.begin - a.span.end);
  }
  // The only word between two numbers, "" when there is none or more than one.
  std::string_view WordBetween(const NumberSeen& a, const NumberSeen& b) const {
    if (b.tokens.begin != a.tokens.end + 1) return {};
    const std::string_view between = Between(a, b);
    const Span word = document_.tokens[a.tokens.end].span;
    const auto clean = [](std::string_view gap) {
      return gap.find_first_not_of(" -\n") == std::string_view::npos;
    };
    if (between.size() > kLongestConnector || word.begin < a.span.end) return {};
    if (!clean(text_.substr(a.span.end, word.begin - a.span.end))) return {};
    if (!clean(text_.substr(word.end, b.span.begin - word.end))) return {};
    return document_.WordOf(document_.tokens[a.tokens.end]);
  }

  // 555-123-4567: more than two numbers in a row of hyphens are none.
  bool IsChain(size_t second) const {
    return second + 1 < numbers_.size() && numbers_[second].joined && numbers_[second + 1].joined &&
           !numbers_[second + 1].has_unit();
  }
  size_t SkipChain(size_t at) const {
    while (at < numbers_.size() && numbers_[at].joined) ++at;
    return at;
  }

  // ---- amounts in two parts: "3 dollars 50 cents", "$20 and 43c", "15 dollars and 50."

  bool AddPart(const NumberSeen& part, NumberSeen* whole) const {
    if (whole->currency < 0 || whole->scaled || whole->decimal || whole->measure >= 0) return false;
    if (part.number >= 100 || part.decimal || part.scaled || part.is_signed || part.joined) {
      return false;
    }
    const bool adjacent =
        part.tokens.begin == whole->tokens.end && TrimBlanks(Between(*whole, part)).empty();
    if (!adjacent && WordBetween(*whole, part) != "and") return false;
    if (Money(*whole).factor != 1 || !IsPart(part)) return false;
    whole->number += part.number / 100;
    whole->decimal = true;
    whole->span.end = part.span.end;
    whole->tokens.end = part.tokens.end;
    return true;
  }

  bool IsPart(const NumberSeen& part) const {
    if (part.currency >= 0) return Money(part).factor < 1 && !part.currency_before;
    if (part.has_unit()) return false;
    if (part.tokens.end >= sentence_.tokens.end) return true;
    const model::Token& next = document_.tokens[part.tokens.end];
    const std::string_view gap = text_.substr(part.span.end, next.span.begin - part.span.end);
    if (gap == " ") return document_.WordOf(next) == "and";
    return !gap.empty() && (gap.front() == '.' || gap.front() == ',' || gap.front() == ';');
  }

  const CurrencyName& Money(const NumberSeen& number) const {
    return table_.currencies[static_cast<size_t>(number.currency)];
  }

  // ---- ranges
  bool IsRange(NumberSeen* low, NumberSeen* high) const {
    if (low->multiple_verb || high->multiple_verb || low->fraction || high->fraction) return false;
    const std::string_view word = WordBetween(*low, *high);
    const bool dash =
        high->tokens.begin == low->tokens.end && IsDash(TrimBlanks(Between(*low, *high)));
    const bool to = word == "to";
    const bool both = word == "and" && OpenedBy(*low, table_.between);
    if ((!dash && !to && !both) || !SharesUnit(*low, *high)) return false;
    const bool bare_low = !low->has_unit();
    SpreadUnit(low, high);
    if (Size(*low) >= Size(*high)) return false;
    return !to || !IsChange(*low, *high, bare_low);
  }

  static double Size(const NumberSeen& number) {
    const double size = number.number * number.scale;
    return number.negative ? -size : size;
  }

  bool SharesUnit(const NumberSeen& a, const NumberSeen& b) const {
    if (!a.has_unit() && !b.has_unit()) return false;
    if (!a.has_unit() || !b.has_unit()) {
      return a.has_unit() ? a.currency >= 0 || a.noun >= 0 : !a.scaled || b.scaled;
    }
    return UnitOf(a) == UnitOf(b) && (a.currency < 0 || Money(a).factor == Money(b).factor);
  }

  // What only one of them says counts for both: "5 to 7 percent", "$5-7 million".
  void SpreadUnit(NumberSeen* low, NumberSeen* high) const {
    NumberSeen* without = !low->has_unit() ? low : high;
    const NumberSeen* with = !low->has_unit() ? high : low;
    if (!without->has_unit()) {
      without->currency = with->currency;
      without->measure = with->measure;
      without->noun = with->noun;
    }
    const bool spreads = high->scaled && !low->scaled && !low->grouped && low->number < 1000 &&
                         low->number <= high->number;
    if (!spreads) return;
    low->scale = high->scale;
    low->scaled = true;
  }

  // Whether a word of a set stands before a number, qualifiers between them left out.
  bool OpenedBy(const NumberSeen& number, const PhraseIndex& set) const {
    const uint32_t at = BeforeQualifier(number);
    return at > sentence_.tokens.begin && set.Has(document_.tokens[at - 1].word);
  }

  uint32_t BeforeQualifier(const NumberSeen& number) const {
    const auto match = table_.qualifier_before.Before(document_, text_, number.tokens.begin,
                                                      sentence_.tokens.begin);
    return number.tokens.begin - (match ? match->words : 0);
  }

  // Whether "A to B" tells of a move from A, or by A, to B.
  bool IsChange(const NumberSeen& low, const NumberSeen& high, bool bare_low) const {
    if (OpenedBy(low, table_.from)) {
      const uint32_t from = BeforeQualifier(low) - 1;
      return !CuedBefore(from);
    }
    if (bare_low && high.measure >= 0) return false;  // "rose 5 to 7 percent"
    const uint32_t at = BeforeQualifier(low);
    if (at > sentence_.tokens.begin && Is(at - 1, "to")) return false;  // "cut to $5 to $7"
    const Motion motion = MotionBefore(low);
    if (motion == Motion::kToCome) return Size(high) > 3 * Size(low);
    return motion == Motion::kDone;
  }

  bool CuedBefore(uint32_t token) const {
    for (uint32_t i = token; i > sentence_.tokens.begin && i + 3 > token; --i) {
      if (table_.range_cue.Has(document_.tokens[i - 1].word)) return true;
    }
    return false;
  }

  // The nearest verb of motion before a number in its clause. "an increase of 4% to 7%" has none.
  Motion MotionBefore(const NumberSeen& number) const {
    uint32_t at = BeforeQualifier(number);
    if (at > sentence_.tokens.begin && document_.WordOf(document_.tokens[at - 1]) == "of") {
      return Motion::kNone;
    }
    const uint32_t least =
        at > sentence_.tokens.begin + kMotionReach ? at - kMotionReach : sentence_.tokens.begin;
    uint32_t right_begin = number.span.begin;
    for (; at > least; --at) {
      const model::Token& token = document_.tokens[at - 1];
      const std::string_view gap = text_.substr(token.span.end, right_begin - token.span.end);
      if (gap.size() > 8 || gap.find_first_of(";:(") != std::string_view::npos) break;
      right_begin = token.span.begin;
      if (table_.range_cue.Has(token.word)) return Motion::kNone;
      if (!table_.motion.Has(token.word)) continue;
      const bool to_come = table_.motion_base.Has(token.word) && FutureBefore(at - 1);
      return to_come ? Motion::kToCome : Motion::kDone;
    }
    return Motion::kNone;
  }

  bool FutureBefore(uint32_t token) const {
    for (uint32_t i = token; i > sentence_.tokens.begin && i + 3 > token; --i) {
      if (table_.future.Has(document_.tokens[i - 1].word)) return true;
    }
    return false;
  }

  // ---- a second currency: "5 billion yuan ($700 million)", "1,000 yen, or about $9,"

  bool IsAlternate(const NumberSeen& first, const NumberSeen& second) const {
    if (first.currency < 0 || second.currency < 0 || UnitOf(first) == UnitOf(second)) return false;
    if (second.tokens.begin < first.tokens.end || second.tokens.begin > first.tokens.end + 3) {
      return false;
    }
    const std::string_view between = Between(first, second);
    if (between.size() > kLongestConnector) return false;
    if (TrimBlanks(between).empty()) return true;  // "11.7 mln euro $ 17.2 mln"
    const bool bracket = between.find_first_of("([") != std::string_view::npos;
    bool named = false;
    for (uint32_t i = first.tokens.end; i < second.tokens.begin; ++i) {
      const uint64_t word = document_.tokens[i].word;
      const bool alternate =
          table_.alternate.Has(word) || document_.WordOf(document_.tokens[i]) == "about";
      if (!alternate && !table_.qualifier_before.Has(word) && !(bracket && Is(i, "to")))
        return false;
      named = named || alternate;
    }
    return bracket || named;
  }

  bool Is(uint32_t token, std::string_view word) const {
    return document_.WordOf(document_.tokens[token]) == word;
  }

  // ---- single numbers

  // "per cent of 210"
  void ReadPercentOf(NumberSeen* number) const {
    const uint32_t at = number->tokens.begin;
    if (at < sentence_.tokens.begin + 2 || !Is(at - 1, "of")) return;
    for (uint32_t words = 1; words <= 2 && at >= sentence_.tokens.begin + 1 + words; ++words) {
      const uint32_t first = at - 1 - words;
      const auto match = table_.measures.At(document_, text_, first, at - 1);
      if (!match || match->words != words) continue;
      if (table_.measure_units[match->row] != "pct") continue;
      if (TakenBefore(first)) return;
      number->measure = static_cast<int>(match->row);
      number->tokens.begin = first;
      number->span.begin = document_.tokens[first].span.begin;
      return;
    }
  }

  // Whether a quantity covers the token or ends right before it.
  bool TakenBefore(uint32_t token) const {
    const auto& done = passage_->quantities;
    return !done.empty() && done.back().tokens.end >= token;
  }

  // "EPS of ($0.35)", "$(1.25)"
  void NegateInBrackets(NumberSeen* number) const {
    const uint32_t end = number->span.end;
    if (end >= text_.size() || text_[end] != ')') return;
    const std::string_view written = number->span.Of(text_);
    if (number->is_signed && written.find('(') != std::string_view::npos) {
      ++number->span.end;
      return;
    }
    const uint32_t begin = number->span.begin;
    if (number->is_signed || begin == 0 || text_[begin - 1] != '(' || number->scaled) return;
    if (!number->decimal || number->tokens.begin == sentence_.tokens.begin) return;
    const model::Token& before = document_.tokens[number->tokens.begin - 1];
    const std::string_view gap = text_.substr(before.span.end, begin - before.span.end);
    if (gap != " (" && gap != ": (") return;
    if (table_.bracket_before.Has(before.word)) number->is_signed = number->negative = true;
  }

  // ---- output

  double ValueOf(const NumberSeen& number) const {
    double value = number.number * number.scale;
    if (number.scaled) value = Rounded(value);
    if (number.currency >= 0) {
      const double factor = Money(number).factor;
      value = factor == 0.01 ? value / 100 : value * factor;
    }
    return number.negative ? -value : value;
  }

  std::string_view UnitOf(const NumberSeen& number) const {
    if (number.currency >= 0) return Money(number).unit;
    if (number.measure >= 0) return table_.measure_units[static_cast<size_t>(number.measure)];
    if (number.noun >= 0) return table_.noun_units[static_cast<size_t>(number.noun)].unit;
    return {};
  }

  QuantityHit MakeHit(const NumberSeen& low, const std::optional<NumberSeen>& high) const {
    QuantityHit hit;
    const NumberSeen& last = high ? *high : low;
    hit.quantity.place = {passage_->part, {low.span.begin, last.span.end}};
    hit.tokens = {low.tokens.begin, last.tokens.end};
    hit.quantity.value =
        high ? model::Number(ValueOf(low), ValueOf(*high)) : model::Number(ValueOf(low));
    hit.quantity.qualifier = high ? Qualifier::kRange : QualifierOf(low);
    hit.is_signed = low.is_signed;
    hit.per_share = last.per_share;
    hit.ambiguous = low.ambiguous;
    hit.spelled = low.spelled;
    hit.multiple_verb = low.multiple_verb;
    return hit;
  }

  Qualifier QualifierOf(const NumberSeen& number) const {
    if (number.approximate) return Qualifier::kApprox;
    const std::string_view rest = text_.substr(number.span.end);
    if (rest.starts_with('+')) return Qualifier::kOver;
    const uint32_t end = number.tokens.end;
    if (end < sentence_.tokens.end &&
        JoinsWords(
            text_.substr(number.span.end, document_.tokens[end].span.begin - number.span.end))) {
      const auto after = table_.qualifier_after.At(document_, text_, end, sentence_.tokens.end);
      if (after) return table_.qualifier_kinds[after->row];
    }
    uint32_t at = number.tokens.begin;
    if (at == sentence_.tokens.begin || !Touches(at - 1, number.span.begin))
      return Qualifier::kExact;
    if (Is(at - 1, "a") || Is(at - 1, "an") || Is(at - 1, "the")) --at;
    const auto before =
        table_.qualifier_before.Before(document_, text_, at, sentence_.tokens.begin);
    return before ? table_.qualifier_kinds[before->row] : Qualifier::kExact;
  }

  bool Touches(uint32_t token, uint32_t begin) const {
    const uint32_t end = document_.tokens[token].span.end;
    return end <= begin && JoinsWords(text_.substr(end, begin - end));
  }

  // Whether the form of a number without a unit says that it measures something.
  static bool Measures(const NumberSeen& number) {
    return (number.decimal || number.grouped || number.scaled) && !number.joined;
  }

  // The unit of a number that is no range: of "a P/E of 21" it is x.
  std::string_view UnitOfOne(const NumberSeen& number) const {
    const bool bare = !number.has_unit() && !number.grouped && !number.scaled && !number.joined;
    const uint32_t at = number.tokens.begin, first = sentence_.tokens.begin;
    return bare && table_.multiple_before.Before(document_, text_, at, first) ? "x"
                                                                              : UnitOf(number);
  }

  const QuantityTable& table_;
  const model::Sentence& sentence_;
  const std::vector<NumberSeen>& numbers_;
  Passage* passage_;
  const model::Document& document_;
  std::string_view text_;
};

}  // namespace

void LinkNumbers(const QuantityTable& table, const model::Sentence& sentence,
                 const std::vector<NumberSeen>& numbers, Passage* passage) {
  if (!numbers.empty()) Linker(table, sentence, numbers, passage).Run();
}

}  // namespace tellwire::analysis
