// What titles say of a fact.
#pragma once

#include <string>
#include <string_view>

#include "model/fact.h"
#include "model/vocabulary.h"

namespace tellwire::alert {

// One field of a fact as text, in the manner of a spec (""; `%`, `+%`, `money`, `number`, `date`);
// "" when the fact has no such value. Besides its fields: `figure`, the metric with its number
// ("revenue of $49bn"), and `move`, what it did ("fell 3%").
std::string FieldText(const model::Fact& fact, std::string_view field, std::string_view spec,
                      const model::Vocabulary& vocabulary);

}  // namespace tellwire::alert
