#include "shell/fact_text.h"

#include "alert/number_text.h"

namespace tellwire::shell {

std::string ValueText(const model::Fact& fact) {
  if (!fact.value) return "";
  return alert::Qualified(alert::WithUnit(*fact.value, fact.unit), fact.qualifier);
}

std::string ChangeText(const model::Fact& fact) {
  if (!fact.change) return "";
  std::string text = alert::WithUnit(*fact.change, fact.change_unit);
  if (fact.change->low > 0 && fact.change_unit != "x") text.insert(0, 1, '+');
  return fact.value ? text : alert::Qualified(text, fact.qualifier);
}

std::string SayingText(const model::Fact& fact) {
  std::string text(ToString(fact.surprise));
  const std::string direction(ToString(fact.direction));
  if (!text.empty() && !direction.empty()) text += ' ';
  text += direction;
  if (!fact.negated) return text;
  return text.empty() ? "not" : "not " + text;
}

std::string SubjectText(const std::string& company, const model::Fact& fact) {
  if (company.empty() || fact.segment.empty()) return company.empty() ? fact.segment : company;
  return company + " / " + fact.segment;
}

std::string TargetText(const model::Fact& fact) {
  const std::string& unit = fact.unit.empty() ? fact.change_unit : fact.unit;
  return fact.promise->op + " " + alert::WithUnit(fact.promise->target, unit);
}

}  // namespace tellwire::shell
