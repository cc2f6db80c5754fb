// The JSON of an analysis: what `inspect` prints. Every key is always there.
#pragma once

#include "base/json_writer.h"
#include "model/analysis.h"
#include "model/article.h"

namespace tellwire::shell {

// The keys of an analysis, inside an object that the caller opens and closes (and may add to).
void WriteAnalysis(const model::Article& article, const model::Analysis& analysis,
                   JsonWriter* json);

// One fact, as an object.
void WriteFact(const model::Analysis& analysis, const model::Fact& fact, JsonWriter* json);

}  // namespace tellwire::shell
