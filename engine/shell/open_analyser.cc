#include "shell/workbench.h"

namespace tellwire::shell {

Result<analysis::Analyser> OpenAnalyser(const Settings& settings) {
  auto folder = FindRules(settings);
  if (!folder) return folder.error();
  auto analyser = analysis::Analyser::Load(*folder);
  if (!analyser) return analyser.error();
  for (const Error& problem : analyser->vocabulary().problems) Complain(problem);
  return analyser;
}

std::string CompanyNamed(const std::string& called, const Settings& settings) {
  if (called.empty()) return called;
  const auto analyser = OpenAnalyser(settings);
  if (!analyser) return Complain(analyser.error()), called;
  const model::Issuer* issuer = analyser->vocabulary().FindIssuer(called);
  return issuer ? issuer->name : called;
}

}  // namespace tellwire::shell
