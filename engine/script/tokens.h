// Where in a rule file a call, a key or a value stands.
//
// Lua knows only the line of a call. So the words of each file are kept, and a call is found again
// by its line, the name that is called and its turn: calls of one name on one line run in the order
// in which they end. A call that runs oftener than it is written (a loop, a macro) has no turn of
// its own; then the line alone is said.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"

namespace tellwire::script {

// A table constructor as written: its entries with their places, and the tables in them.
struct TableSite {
  struct Entry {
    std::string key;                   // "" for an entry without one
    int index = 0;                     // 1.. for an entry without a key
    Where where;                       // of the key, else of the value
    Where value;                       // of the value
    uint32_t first = 0, last = 0;      // the value's tokens, half-open
    std::unique_ptr<TableSite> table;  // if the value is a table constructor
  };
  std::vector<Entry> entries;

  // The last entry of that key (as in Lua, it is the one that counts); nullptr: there is none.
  const Entry* Find(std::string_view key) const;
  const Entry* Find(int index) const;
};

// A call `name "text" { .. } (..)`, all that is called in one chain under one name.
struct CallSite {
  std::string name;
  Where where;
  int line = 0;                                    // the line under which Lua reports the call
  uint32_t first = 0, last = 0;                    // its tokens, half-open
  std::vector<std::unique_ptr<TableSite>> tables;  // its arguments that are table constructors
};

class SourceMap {
 public:
  // `compiled`: whether Lua accepts the text. If not, only its lines are known, not its calls.
  SourceMap(std::string file, std::string_view text, bool compiled = true);
  SourceMap(const SourceMap&) = delete;
  SourceMap& operator=(const SourceMap&) = delete;

  // The call of `name` that is reported under `line` and has its `turn` (from 0) there; nullptr
  // when it cannot be told.
  const CallSite* Find(int line, std::string_view name, int turn) const;
  // All calls of that name, in order.
  std::vector<const CallSite*> Calls(std::string_view name) const;

  // The table constructor behind the file's last `return`; nullptr: there is none.
  const TableSite* Returned() const { return returned_.get(); }
  // All calls, in the order in which they end.
  const std::vector<CallSite>& calls() const { return calls_; }

  // Keys that are written twice in one table of a call: the first is lost.
  struct Twice {
    std::string key;
    Where where;       // of the second
    Where begin, end;  // the value that is lost, half-open
  };
  std::vector<Twice> Duplicates() const;

  // Where an operator stands on a line, if only one does: `==`, `~`.
  Where Operator(int line, std::string_view token) const;
  // Where a word stands first on a line; column 0 if it does not.
  Where Word(int line, std::string_view word) const;
  // Whether a line has one of Lua's words `and`, `or`, `not`.
  bool HasLogicWord(int line) const;

  // The call that begins there, and the words of a call.
  const CallSite* CallAt(const Where& where) const;
  std::string TextOf(const CallSite& call) const;

  // The id of the `rule` within whose call a place lies; "" outside of all.
  std::string RuleAt(const Where& where) const;

  // The line itself, for the caret.
  std::string Line(int line) const;
  const std::string& file() const { return file_; }

 private:
  struct Token {
    enum class Kind : uint8_t { kName, kWord, kNumber, kString, kSign } kind = Kind::kSign;
    std::string_view text;
    int line = 0, column = 0;
  };
  class Reader;
  void AddDuplicates(const TableSite& table, std::vector<Twice>* found) const;
  Where At(const Token& token) const { return {file_, token.line, token.column}; }

  std::string file_, text_;
  std::vector<Token> tokens_;
  std::vector<CallSite> calls_;                             // in the order in which they end
  std::unordered_map<int, std::vector<uint32_t>> by_line_;  // into calls_
  std::unique_ptr<TableSite> returned_;
};

}  // namespace tellwire::script
