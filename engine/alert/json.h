// An alert as JSON: every key always present, unknown is null.
#pragma once

#include <string>

#include "base/json_writer.h"
#include "model/alert.h"

namespace tellwire::alert {

void WriteJson(const model::Alert& alert, JsonWriter* json);
std::string ToJson(const model::Alert& alert, int indent = 0);

}  // namespace tellwire::alert
