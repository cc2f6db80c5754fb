// One measured statement of an article: who, which metric, how much, which way, when, and how sure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/time.h"
#include "model/document.h"

namespace tellwire::model {

enum class FactKind : uint8_t { kMetric, kEvent, kRecommendation };
enum class Direction : uint8_t {
  kNone,
  kUp,
  kDown,
  kFlat
};  // of the metric: a loss that narrows is up
enum class Surprise : uint8_t { kNone, kBeat, kMiss, kInline };
enum class Modality : uint8_t {
  kActual,
  kGuidance,
  kTarget,
  kEstimate,
  kRumour,
  kHypothetical,
  kOpinion
};
enum class Qualifier : uint8_t { kExact, kApprox, kOver, kUnder, kUpTo, kRange };

// The names that JSON, rules and the store use; "" for kNone. Parse returns nullopt for an unknown
// name.
std::string_view ToString(FactKind kind);
std::string_view ToString(Direction direction);
std::string_view ToString(Surprise surprise);
std::string_view ToString(Modality modality);
std::string_view ToString(Qualifier qualifier);
std::optional<FactKind> ParseFactKind(std::string_view name);
std::optional<Direction> ParseDirection(std::string_view name);
std::optional<Surprise> ParseSurprise(std::string_view name);
std::optional<Modality> ParseModality(std::string_view name);
std::optional<Qualifier> ParseQualifier(std::string_view name);

// A number or a range of numbers, scale applied (2.5e9, not 2.5).
struct Number {
  double low = 0, high = 0;
  Number() = default;
  Number(double value) : low(value), high(value) {}  // NOLINT(google-explicit-constructor)
  Number(double from, double to) : low(from), high(to) {}
  bool is_range() const { return low != high; }
  double middle() const { return (low + high) / 2; }
  bool operator==(const Number&) const = default;
};

struct Amount {
  double value = 0;
  std::string unit;
  bool operator==(const Amount&) const = default;
};

// A quantity as it stands in the text. Units: ISO 4217, `pct pp bp x`, the noun counted, or ""
// where it has none.
struct Quantity {
  Place place;  // from currency sign to scale word
  Number value;
  std::string unit;
  Qualifier qualifier = Qualifier::kExact;
};

// A period: its normal form, "" when there is none; and the days that it covers, half-open, where
// it can be resolved to days. Forms: `FQ4:2026 FH1 FY2026` fiscal, `CQ2 CH1 CY2026` calendar,
// `LAST:1Q CUR:1Y NEXT:12M` seen from the article, `YTD`, `BY:CY2030` a deadline, `DUR:3Y` a
// length, `DATE:2026-05-14`, `EVENT_DAY EXT_HOURS NEAR_TERM ANNUALIZED`.
struct Period {
  std::string form;
  std::optional<Day> from, until;
  bool resolved() const { return from && until; }
  bool operator==(const Period&) const = default;
};

// Where the words of a fact stand; an empty span: the text has no words for it. `company` may lie
// in an earlier sentence. All lie in the same part (Fact::in_title).
struct FactSpans {
  Span fact, value, change, metric, company, period;
};

struct Fact {
  int company = -1;     // index into Analysis::companies; -1: nobody's
  std::string segment;  // segment, product or geography, as written
  FactKind kind = FactKind::kMetric;
  std::string metric;  // dotted id of the metric lexicon

  std::optional<Number> value;
  std::string unit;
  Qualifier qualifier = Qualifier::kExact;  // of the value, else of the change
  std::optional<Amount> alt_value;          // a second currency in brackets

  std::optional<Number> change;  // signed: -3.1 for "down 3.1%"
  std::string change_unit;       // `pct pp bp x` or ISO 4217
  std::string
      change_basis;  // `yoy qoq ytd day organic constant_currency like_for_like vs_peak 60d`

  std::optional<Number> prior, consensus;
  std::optional<double> surprise_amount;
  std::string growth_class;
  std::optional<int> streak_quarters;
  Direction direction = Direction::kNone;
  Surprise surprise = Surprise::kNone;

  std::string period_text;
  Period period;

  Modality modality = Modality::kActual;
  bool negated = false;
  std::string attribution;
  std::vector<std::string> flags;  // sorted, without repeats

  // A promise (guidance or a target with a number) adds what must be reached and by when; it also
  // carries the flag `promise`.
  struct Promise {
    std::string op;  // `>` `>=` `=` `<=` `<`
    Number target;
    std::string deadline;  // a period form, "" when none was given
    std::optional<Day> deadline_from, deadline_until;
  };
  std::optional<Promise> promise;

  bool in_title = false;
  FactSpans spans;
  std::vector<Span> mentions;  // every place where it is said, in order, in the same part

  bool HasFlag(std::string_view flag) const;
  Part part() const { return in_title ? Part::kTitle : Part::kText; }
};

}  // namespace tellwire::model
