// An explanation as a person reads it, and as JSON.
#pragma once

#include <string>

#include "base/json_writer.h"
#include "match/explain.h"
#include "model/article.h"

namespace tellwire::shell {

// The clause tree with a mark, the words and the near misses of every part.
std::string ViewExplanation(const match::Explanation& explanation, const model::Article& article,
                            bool color);

// One object.
void WriteExplanation(const match::Explanation& explanation, const model::Article& article,
                      JsonWriter* json);

}  // namespace tellwire::shell
