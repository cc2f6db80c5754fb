// Runs the handlers of rules over their hits.
#pragma once

#include <vector>

#include "match/handler.h"
#include "script/loading.h"
#include "script/marshal_hit.h"

namespace tellwire::script {

class Handlers final : public match::Handler {
 public:
  // REQUIRES: the state outlives it
  Handlers(State* state, std::vector<HandlerEntry> entries, const Limits& limits);

  // nullptr: corpus: is empty.
  void set_corpus(Corpus* corpus) { handling_.corpus = corpus; }

  Result<match::Decision> Handle(const rule::Rule& rule, const model::Hit& hit,
                                 const model::Article& article,
                                 const model::Analysis& analysis) override;

 private:
  Result<match::Decision> Run(const rule::Rule& rule);
  std::optional<Error> CheckState(const HandlerEntry& entry);

  State* state_;
  std::vector<HandlerEntry> entries_;
  Limits limits_;
  Handling handling_;
};

}  // namespace tellwire::script
