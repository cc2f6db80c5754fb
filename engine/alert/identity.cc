#include "alert/identity.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/hash.h"

namespace tellwire::alert {
namespace {

bool NamesYear(std::string_view form) {
  size_t digits = 0;
  for (char c : form) {
    digits = IsDigit(c) ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

// The same quarter must be the same value however an article dates it: by days where they are
// known, else by its form with a year.
std::string PeriodValue(const model::Period& period, const model::Article& article) {
  if (period.resolved()) {
    return fmt::format("{}/{}", FormatDay(*period.from), FormatDay(*period.until));
  }
  if (period.form.empty() || NamesYear(period.form) || !article.published) return period.form;
  return fmt::format("{}:{}", period.form, CivilOf(DayOf(article.published->seconds)).year);
}

std::string CompanyOf(const TitleSource& source) {
  if (source.hit.company < 0) return "";
  const model::Company& company =
      source.analysis.companies[static_cast<size_t>(source.hit.company)];
  return company.ticker.empty() ? company.name : company.ticker;
}

std::string ClauseValue(const std::string& part, const TitleSource& source) {
  const size_t dot = part.find('.');
  const std::string field = dot == std::string::npos ? "" : part.substr(dot + 1);
  const model::Evidence* best =
      model::BestEvidence(source.hit.evidence, part.substr(0, dot), source.analysis);
  if (best == nullptr) return "";
  const model::Fact* fact =
      best->fact < 0 ? nullptr : &source.analysis.facts[static_cast<size_t>(best->fact)];
  if (fact && field == "period") return PeriodValue(fact->period, source.article);
  if (fact && field == "metric") return fact->metric;  // a title would print its words
  return FillTitle("{" + part + "}", source);
}

std::string ValueOf(const std::string& part, const TitleSource& source, const std::string& group) {
  if (part == "company" || part == "ticker") return CompanyOf(source);
  if (part == "article") return group;
  if (part.starts_with("article.")) return FillTitle("{" + part + "}", source);
  return ClauseValue(part, source);
}

}  // namespace

std::string KeyOf(const rule::Rule& rule, const TitleSource& source, const std::string& group) {
  std::string key = rule.id;
  if (rule.subject.per_company) key += " | " + CompanyOf(source);
  if (!rule.once_per) return fmt::format("{} | article={}", key, group.substr(0, 16));
  for (const std::string& part : rule.once_per->parts) {
    if (part == "company" && rule.subject.per_company) continue;  // it stands there already
    const std::string value = ValueOf(part, source, group);
    key += fmt::format(" | {}={}", part, value.empty() ? "-" : value);
  }
  return key;
}

std::string IdOf(const std::string& rule, const std::string& key, const std::string& fingerprint) {
  return FieldHash().Add(rule).Add(key).Add(fingerprint).Hex().substr(0, 16);
}

}  // namespace tellwire::alert
