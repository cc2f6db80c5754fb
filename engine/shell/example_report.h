// The results of rules' examples, as a person, TAP or JUnit reads them.
#pragma once

#include <string>
#include <vector>

#include "batch/examples.h"
#include "rule/rule.h"

namespace tellwire::shell {

// Only failures, then one line that counts; `verbose` names every example.
std::string ReportForPeople(const std::vector<batch::ExampleResult>& results,
                            const rule::RuleSet& rules, bool verbose);
// Test Anything Protocol, version 13.
std::string ReportTap(const std::vector<batch::ExampleResult>& results, const rule::RuleSet& rules);
std::string ReportJunit(const std::vector<batch::ExampleResult>& results,
                        const rule::RuleSet& rules);
std::string ReportJson(const std::vector<batch::ExampleResult>& results,
                       const rule::RuleSet& rules);

}  // namespace tellwire::shell
