// A fact in the words of a table for people: numbers with their units, and how sure it is.
#pragma once

#include <string>

#include "model/fact.h"

namespace tellwire::shell {

// `about $36bn`, `41,000 to 43,000 vehicles`; "" where there is none.
std::string ValueText(const model::Fact& fact);
// `+12%`, `-200 bp`, `3x`; with the qualifier where there is no value that it belongs to.
std::string ChangeText(const model::Fact& fact);
// What it says: `beat up`, `miss`, `not down`.
std::string SayingText(const model::Fact& fact);
// `Alibaba / Cloud`, `gold` where a thing is measured that is nobody's; "" for neither.
std::string SubjectText(const std::string& company, const model::Fact& fact);
// The target of a promise with its operator: `>= $10bn`. REQUIRES: fact.promise
std::string TargetText(const model::Fact& fact);

}  // namespace tellwire::shell
