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

}  // namespace tellwire::shell
