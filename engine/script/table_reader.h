// Reads a table that a rule file wrote: what is there, of what kind, and where each key stands.
// What is wrong is reported with its place; reading goes on, so that all of it is said at once.
#pragma once

#include <lua.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "script/loading.h"

namespace tellwire::script {

class TableReader {
 public:
  // The table stands at `index`; `written` is its constructor, if that is known, else everything is
  // said to be at `where`. `what` names it: "rule", "fact".
  // REQUIRES: a table at `index`, and that it stays there
  TableReader(lua_State* L, int index, const TableSite* written, Where where, std::string what);

  // The keys that are texts, sorted. Keys that are neither texts nor 1..n are reported once.
  const std::vector<std::string>& keys() const { return keys_; }
  int size() const { return size_; }  // entries without keys
  bool Has(std::string_view key) const;

  // Pushes an entry. REQUIRES: it is there
  void Push(std::string_view key);
  void Push(int entry);

  Where At(std::string_view key) const;       // of the key
  Where ValueAt(std::string_view key) const;  // of its value
  Where At(int entry) const;
  const TableSite* Written(std::string_view key) const;
  const TableSite* Written(int entry) const;
  const Where& where() const { return where_; }
  const std::string& what() const { return what_; }

  // Entries of one kind; nullopt when there is none, or when it is of another kind (reported).
  std::optional<std::string> Text(std::string_view key);
  std::optional<double> Number(std::string_view key);
  std::optional<bool> Flag(std::string_view key);
  // A text or an array of texts.
  std::vector<std::string> Texts(std::string_view key);

  // Reports keys that are none of these, with the nearest one.
  void CheckKeys(const std::vector<std::string>& known);

  void Report(std::string_view code, const Where& at, std::string message, std::string help = "");
  // Whether something was reported through this reader, or through one of a table in its table.
  bool bad() const { return bad_; }
  void TakeBadOf(const TableReader& inner) { bad_ = bad_ || inner.bad_; }

 private:
  const TableSite::Entry* Entry(std::string_view key) const {
    return written_ ? written_->Find(key) : nullptr;
  }
  bool PushOf(std::string_view key, int kind, const char* wanted);

  lua_State* L_;
  int index_;
  const TableSite* written_;
  Where where_;
  std::string what_;
  std::vector<std::string> keys_;
  int size_ = 0;
  bool bad_ = false;
};

// What stands at `index`, for a message: `"text"`, `12`, `a table`.
std::string Shown(lua_State* L, int index);

// The texts of the value on the stack: one, or an array of them; nullopt: it is neither.
std::optional<std::vector<std::string>> TextsAt(lua_State* L, int index);

// "did you mean `x`?", or the names themselves when none is near.
std::string Suggest(std::string_view word, const std::vector<std::string>& known);

}  // namespace tellwire::script
