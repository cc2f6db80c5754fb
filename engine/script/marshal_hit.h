// What a handler is given: `hit`, its clauses, facts, the article, the analysis, and `corpus`.
//
// Each is a userdata that holds no pointer, only the number of the call that it belongs to: kept
// beyond that call, it answers with an error.
#pragma once

#include <deque>
#include <lua.hpp>
#include <string>
#include <vector>

#include "model/analysis.h"
#include "model/article.h"
#include "model/hit.h"
#include "rule/rule.h"
#include "script/corpus.h"
#include "script/state.h"

namespace tellwire::script {

// The hit at hand. One a state; `call` is raised with every call.
struct Handling {
  uint64_t call = 0;
  bool running = false;
  const rule::Rule* rule = nullptr;
  const model::Hit* hit = nullptr;
  const model::Article* article = nullptr;
  const model::Analysis* analysis = nullptr;
  Corpus* corpus = nullptr;
  std::deque<CorpusFact> facts;  // that corpus:facts has given out

  static Handling* Of(lua_State* L) { return static_cast<Handling*>(State::Of(L)->handling); }
};

// Sets up the metatables. Once a state, after State::handling was set.
void OpenHits(lua_State* L);
void OpenCorpus(lua_State* L);

void PushHit(lua_State* L);
void PushCorpus(lua_State* L);
// Pushes fact `index` of Handling::facts.
void PushCorpusFact(lua_State* L, size_t index);

// A field of an object, for the documentation.
struct ApiField {
  const char* name;
  const char* type;  // of LuaCATS
  const char* about;
};

std::vector<ApiField> HitFields();
std::vector<ApiField> ClauseFields();  // of every clause; facts have those of rule/fields.h too
std::vector<ApiField> ArticleFields();
std::vector<ApiField> AnalysisFields();
std::vector<ApiFunction> FactMethods();
std::vector<ApiFunction> CorpusFunctions();

}  // namespace tellwire::script
