// What is known while rule files are loaded: the file at hand, what was made in it, what is wrong.
#pragma once

#include <lua.hpp>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/vocabulary.h"
#include "rule/codes.h"
#include "rule/diagnostic.h"
#include "rule/rule.h"
#include "script/loader.h"
#include "script/state.h"
#include "script/tokens.h"

namespace tellwire::script {

// A call from a rule file: where it is written, and its tables, if they can be told.
struct Site {
  Where where;
  const CallSite* call = nullptr;

  // The table constructor that is the call's n-th one (from 0), or nullptr.
  const TableSite* Table(size_t n = 0) const {
    return call && n < call->tables.size() ? call->tables[n].get() : nullptr;
  }
};

// A condition that a file has made. It is reached if a rule holds it, or what was made of it.
struct Made {
  rule::ConditionPtr condition;
  std::vector<uint32_t> parts;  // those it was made of
  bool reached = false;
  bool bad = false;  // something is wrong with it, and said
};

// An exception as read, before its rule is looked up.
struct ExceptionEntry {
  std::string rule, reason, owner;
  std::optional<Day> expires;
  rule::ConditionPtr condition;
  Where where;
};

// Examples of a cases file, before their rule is looked up.
struct CasesEntry {
  std::string rule;
  std::vector<rule::Example> examples;
  Where where;
};

// A handler as declared: the function in Lua's registry, and the file that watches its upvalues.
struct HandlerEntry {
  Where where;
  int function = LUA_NOREF;
  std::vector<int> watched;  // registry references of arrays (see FreezeDeep)
};

// The file that is being run.
struct FileLoad {
  enum class Kind { kRules, kCases, kExceptions, kModule } kind = Kind::kRules;
  uint64_t number = 0;  // of the file, among those run
  std::string file;     // as shown
  std::string text;
  std::vector<Made> made;
  std::vector<rule::Rule> rules;
  std::vector<size_t> handlers;   // indices into Loading::handlers
  std::set<std::string> modules;  // files of those required, theirs too
  bool failed = false;
};

struct Module {
  int value = LUA_NOREF;
  int watched = LUA_NOREF;
  std::set<std::string> modules;  // that it requires itself
  std::string hash;
};

class Loading {
 public:
  Loading(State& sandbox, const model::Vocabulary& names, const LoadOptions& load_options)
      : state(sandbox), vocabulary(names), options(load_options) {}

  // Raises a Lua error when no file is being loaded: handlers make no conditions.
  static Loading* Of(lua_State* L);

  // Reads the words of a file, for places and carets. Once a file.
  const SourceMap& Map(const std::string& file, std::string_view text, bool compiled = true);
  const SourceMap* FindMap(const std::string& file) const;

  // Where the running C++ function was called from, under the name `name`. Each call counts: ask
  // once a call.
  Site Here(lua_State* L, std::string_view name);
  // The line of the calling Lua function.
  Where LineHere(lua_State* L) const;

  // The phrases of a word list; its bad lines are reported, once.
  const std::vector<rule::PhrasePattern>& PhrasesOf(const model::WordList& list);

  // Adds a diagnostic, with its source line.
  void Report(std::string_view code, const Where& where, std::string message,
              std::string help = "");
  size_t errors() const { return errors_; }

  State& state;
  const model::Vocabulary& vocabulary;
  const LoadOptions& options;
  FileLoad* file = nullptr;
  std::vector<rule::Diagnostic> diagnostics;
  std::vector<rule::Rule> rules;
  std::vector<HandlerEntry> handlers;
  std::vector<ExceptionEntry> exceptions;
  std::vector<CasesEntry> cases;
  std::map<std::string, Module> modules;  // by file
  std::set<std::string> lists_used;
  bool compared = false;  // whether conditions were compared in the file at hand
  uint64_t files_run = 0;
  uint64_t order = 0;  // of conditions, by creation

 private:
  std::map<std::string, std::unique_ptr<SourceMap>> maps_;
  std::unordered_map<std::string, int> turns_;
  std::map<std::string, std::vector<rule::PhrasePattern>> lists_;
  std::map<std::string, size_t> reported_;  // by file
  size_t errors_ = 0;
};

}  // namespace tellwire::script
