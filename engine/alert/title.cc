#include "alert/title.h"

#include <fmt/format.h>

#include <algorithm>

#include "alert/identity.h"
#include "alert/number_text.h"

namespace tellwire::alert {
namespace {

constexpr std::string_view kAbsent = "–";

std::string Amount(const std::optional<model::Number>& number, std::string_view unit,
                   std::string_view spec) {
  if (!number) return "";
  if (spec == "%" || spec == "+%") return PercentText(*number, unit, spec == "+%");
  if (spec == "money") return MoneyText(*number, unit);
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

// `operating income` for operating_income, `revenue (cloud)` for revenue.cloud.
std::string MetricWords(std::string_view metric) {
  const size_t dot = metric.find('.');
  std::string words(metric.substr(0, dot));
  if (dot != std::string_view::npos) words += fmt::format(" ({})", metric.substr(dot + 1));
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '_' || c == '.'; }, ' ');
  return words;
}

std::string WordField(const model::Fact& fact, std::string_view field) {
  if (field == "metric") return MetricWords(fact.metric);
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

std::string Published(const model::Article& article, std::string_view spec) {
  if (!article.published) return "";
  return spec == "date" ? DateText(DayOf(article.published->seconds))
                        : ToString(*article.published);
}

std::string ArticleField(const model::Article& article, std::string_view field,
                         std::string_view spec) {
  if (field == "title") return article.title;
  if (field == "id") return article.CallName();
  if (field == "source") return article.source;
  if (field == "url") return article.url;
  if (field == "language") return article.language;
  if (field == "published") return Published(article, spec);
  return "";
}

// What stands between two braces.
struct Reference {
  std::string clause, field, spec;
};

Reference ReadReference(std::string_view inside) {
  Reference reference;
  const size_t colon = inside.find(':');
  if (colon != std::string_view::npos) reference.spec = inside.substr(colon + 1);
  const std::string_view path = inside.substr(0, colon);
  const size_t dot = path.find('.');
  reference.clause = path.substr(0, dot);
  if (dot != std::string_view::npos) reference.field = path.substr(dot + 1);
  return reference;
}

std::string EvidenceText(const model::Evidence& evidence, const model::Article& article,
                         const model::Place& place) {
  const std::string& text =
      evidence.place.part == model::Part::kTitle ? article.title : article.text;
  return std::string(place.span.Of(text));
}

std::string Look(const Reference& reference, const model::Hit& hit, const model::Article& article,
                 const model::Analysis& analysis) {
  if (reference.clause == "company" || reference.clause == "ticker") {
    if (hit.company < 0) return "";
    const model::Company& company = analysis.companies[static_cast<size_t>(hit.company)];
    return reference.clause == "company" ? company.name : company.ticker;
  }
  if (reference.clause == "article") return ArticleField(article, reference.field, reference.spec);
  const model::Evidence* best = model::BestEvidence(hit.evidence, reference.clause, analysis);
  if (best == nullptr) return "";
  if (reference.field.empty() || reference.field == "text") {
    return EvidenceText(*best, article, best->place);
  }
  if (reference.field == "sentence") return EvidenceText(*best, article, best->sentence);
  if (best->fact < 0) return "";
  return FieldText(analysis.facts[static_cast<size_t>(best->fact)], reference.field,
                   reference.spec);
}

}  // namespace

std::string FieldText(const model::Fact& fact, std::string_view field, std::string_view spec) {
  if (auto number = NumberField(fact, field, spec)) return *number;
  if (field == "period") return PeriodText(fact, spec);
  if (field == "deadline") return DeadlineText(fact, spec);
  return WordField(fact, field);
}

std::string FillTitle(std::string_view pattern, const model::Hit& hit,
                      const model::Article& article, const model::Analysis& analysis) {
  std::string out;
  while (!pattern.empty()) {
    const size_t open = pattern.find('{');
    const size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) return out += pattern;
    out += pattern.substr(0, open);
    const std::string text =
        Look(ReadReference(pattern.substr(open + 1, close - open - 1)), hit, article, analysis);
    out += text.empty() ? kAbsent : std::string_view(text);
    pattern.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace tellwire::alert
