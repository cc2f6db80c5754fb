// What `rule check` found, as a person or a program reads it.
#pragma once

#include <string>
#include <vector>

#include "rule/diagnostic.h"

namespace tellwire::shell {

// `format`: "table" (for people), "json" (an array), "sarif" (SARIF 2.1.0, as code hosts and
// editors read it).
std::string ReportDiagnostics(const std::vector<rule::Diagnostic>& found,
                              const std::string& format);

}  // namespace tellwire::shell
