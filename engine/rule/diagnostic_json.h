// Diagnostics for programs: JSON, and SARIF 2.1.0, which editors and code hosts read.
#pragma once

#include <string>
#include <vector>

#include "rule/diagnostic.h"

namespace tellwire::rule {

// An array of {"code", "level", "file", "line", "column", "message", "help", "source", "rule"};
// what is not known is null.
std::string DiagnosticsJson(const std::vector<Diagnostic>& diagnostics);

// One SARIF log with one run; every code of the table is among its rules.
std::string DiagnosticsSarif(const std::vector<Diagnostic>& diagnostics,
                             const std::string& version);

}  // namespace tellwire::rule
