// A fact in the words of a headline. Numbers come first: a word is what is left where there is
// none.
#include "alert/fact_words.h"

#include <fmt/format.h>

#include <cmath>

#include "alert/number_text.h"

namespace tellwire::alert {
namespace {

// Whether a number is of things that its unit names: 1,100 jobs.
bool IsCounted(std::string_view unit) {
  return !unit.empty() && unit != "count" && unit != "pct" && unit != "x" && unit != "pp" &&
         unit != "bp" && !IsCurrency(unit);
}

std::string Amount(const std::optional<model::Number>& number, std::string_view unit,
                   std::string_view spec) {
  if (!number) return "";
  if (spec == "%" || spec == "+%") return PercentText(*number, unit, spec == "+%");
  if (spec == "money") return MoneyText(*number, unit);
  if (spec == "number" && IsCounted(unit)) unit = "";
  return WithUnit(*number, unit);
}

// The bare percent of a change: nothing for changes in points or money.
std::optional<model::Number> PercentOf(const model::Fact& fact) {
  if (!fact.change) return std::nullopt;
  if (fact.change_unit == "pct") return fact.change;
  if (fact.change_unit != "x") return std::nullopt;
  return model::Number((fact.change->low - 1) * 100, (fact.change->high - 1) * 100);
}

std::optional<std::string> NumberField(const model::Fact& fact, std::string_view field,
                                       std::string_view spec) {
  if (field == "value") return Amount(fact.value, fact.unit, spec);
  if (field == "prior") return Amount(fact.prior, fact.unit, spec);
  if (field == "consensus") return Amount(fact.consensus, fact.unit, spec);
  if (field == "alt_value") {
    return fact.alt_value ? Amount(fact.alt_value->value, fact.alt_value->unit, spec) : "";
  }
  if (field == "change") return Amount(fact.change, fact.change_unit, spec);
  if (field == "change_pct") return Amount(PercentOf(fact), "pct", spec);
  if (field == "surprise_amount") {
    return fact.surprise_amount ? Amount(*fact.surprise_amount, fact.unit, spec) : "";
  }
  if (field == "target") {
    const bool of_value = !fact.unit.empty();
    return fact.promise
               ? Amount(fact.promise->target, of_value ? fact.unit : fact.change_unit, spec)
               : "";
  }
  if (field == "streak_quarters") {
    return fact.streak_quarters ? std::to_string(*fact.streak_quarters) : "";
  }
  return std::nullopt;
}

std::string PeriodText(const model::Fact& fact, std::string_view spec) {
  if (spec == "date" && fact.period.from) return DateText(*fact.period.from);
  return fact.period_text.empty() ? fact.period.form : fact.period_text;
}

std::string DeadlineText(const model::Fact& fact, std::string_view spec) {
  if (!fact.promise) return "";
  if (spec == "date" && fact.promise->deadline_until) {
    return DateText(*fact.promise->deadline_until - 1);
  }
  return fact.promise->deadline;
}

std::string WordField(const model::Fact& fact, std::string_view field) {
  if (field == "segment") return fact.segment;
  if (field == "kind") return std::string(ToString(fact.kind));
  if (field == "unit") return fact.unit;
  if (field == "qualifier") return std::string(ToString(fact.qualifier));
  if (field == "change_unit") return fact.change_unit;
  if (field == "change_basis") return fact.change_basis;
  if (field == "growth_class") return fact.growth_class;
  if (field == "direction") return std::string(ToString(fact.direction));
  if (field == "surprise") return std::string(ToString(fact.surprise));
  if (field == "period_text") return fact.period_text;
  if (field == "modality") return std::string(ToString(fact.modality));
  if (field == "attribution") return fact.attribution;
  if (field == "operator") return fact.promise ? fact.promise->op : "";
  if (field == "flags") return fmt::format("{}", fmt::join(fact.flags, ", "));
  return "";
}

std::string ValueFigure(const model::Number& value, const model::Fact& fact,
                        const model::Vocabulary& vocabulary) {
  const std::string number = Qualified(WithUnit(value, fact.unit), fact.qualifier);
  if (fact.metric == "guidance") return number;  // of what, nobody said
  const model::Metric* metric = vocabulary.FindMetric(fact.metric);
  const std::string name = vocabulary.MetricName(fact.metric);
  if (metric == nullptr || !metric->counts) return fmt::format("{} of {}", name, number);
  return IsCounted(fact.unit) ? number : fmt::format("{} {}", number, name);
}

model::Number Size(const model::Number& number) {
  const double low = std::fabs(number.low), high = std::fabs(number.high);
  return low <= high ? model::Number(low, high) : model::Number(high, low);
}

model::Direction DirectionOf(const model::Fact& fact) {
  if (fact.direction != model::Direction::kNone) return fact.direction;
  if (!fact.change || fact.change_unit == "x") return model::Direction::kNone;
  return fact.change->low < 0 ? model::Direction::kDown : model::Direction::kUp;
}

// `doubled`, `halved`; "" for other multiples.
std::string_view Multiplied(double times) {
  return times == 2 ? "doubled" : times == 3 ? "tripled" : times == 0.5 ? "halved" : "";
}

std::string ChangeFigure(const model::Fact& fact, const std::string& name) {
  const model::Qualifier qualifier = fact.value ? model::Qualifier::kExact : fact.qualifier;
  if (fact.change_unit == "x") {
    const std::string_view word = Multiplied(fact.change->low);
    if (!word.empty() && !fact.change->is_range()) return fmt::format("{} {}", word, name);
    return fmt::format("{} the {}", Qualified(WithUnit(*fact.change, "x"), qualifier), name);
  }
  const bool down = DirectionOf(fact) == model::Direction::kDown;
  return fmt::format("{} {} {}", name, down ? "down" : "up",
                     Qualified(WithUnit(Size(*fact.change), fact.change_unit), qualifier));
}

std::string FigureText(const model::Fact& fact, const model::Vocabulary& vocabulary) {
  if (fact.value) {
    const bool promised = fact.promise && !fact.unit.empty();
    return ValueFigure(promised ? fact.promise->target : *fact.value, fact, vocabulary);
  }
  const std::string name = vocabulary.MetricName(fact.metric);
  if (fact.change) return ChangeFigure(fact, name);
  if (fact.growth_class.empty()) return "";
  const bool down = fact.direction == model::Direction::kDown;
  return fmt::format("{} {} in {}", fact.growth_class, down ? "fall" : "growth", name);
}

std::string_view Moved(model::Direction direction) {
  switch (direction) {
    case model::Direction::kUp:
      return "rose";
    case model::Direction::kDown:
      return "fell";
    case model::Direction::kFlat:
      return "held steady";
    case model::Direction::kNone:
      break;
  }
  return "moved";
}

std::string MoveText(const model::Fact& fact) {
  const std::string_view verb = Moved(DirectionOf(fact));
  if (fact.change && fact.change_unit == "x") {
    const std::string_view word = Multiplied(fact.change->low);
    if (!word.empty() && !fact.change->is_range()) return std::string(word);
    return fmt::format("{} to {}", verb, WithUnit(*fact.change, "x"));
  }
  if (fact.change)
    return fmt::format("{} {}", verb, WithUnit(Size(*fact.change), fact.change_unit));
  if (fact.value) return fmt::format("{} to {}", verb, WithUnit(*fact.value, fact.unit));
  return std::string(verb);
}

}  // namespace

std::string FieldText(const model::Fact& fact, std::string_view field, std::string_view spec,
                      const model::Vocabulary& vocabulary) {
  if (field == "metric") return vocabulary.MetricName(fact.metric);
  if (field == "figure") return FigureText(fact, vocabulary);
  if (field == "move") return MoveText(fact);
  if (field == "period") return PeriodText(fact, spec);
  if (field == "deadline") return DeadlineText(fact, spec);
  if (auto number = NumberField(fact, field, spec)) return *number;
  return WordField(fact, field);
}

}  // namespace tellwire::alert
