#include "script/table_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_writer.h"
#include "script/frozen.h"

namespace tellwire::script {
namespace {

constexpr int kMaxEntries = 100'000;
constexpr size_t kMaxListed = 24;  // names in a suggestion

}  // namespace

TableReader::TableReader(lua_State* L, int index, const TableSite* written, Where where,
                         std::string what)
    : L_(L),
      index_(lua_absindex(L, index)),
      written_(written),
      where_(std::move(where)),
      what_(std::move(what)) {
  luaL_checkstack(L, 10, "tables nested too deeply");
  SeeThrough(L, index_);
  size_ = static_cast<int>(std::min<lua_Unsigned>(lua_rawlen(L, index_), kMaxEntries));
  bool odd = false;
  lua_pushnil(L);
  while (lua_next(L, index_)) {
    State::Spend(L, 1);
    lua_pop(L, 1);
    if (lua_type(L, -1) == LUA_TSTRING) {
      keys_.emplace_back(lua_tostring(L, -1));
    } else {
      const lua_Integer number = lua_isinteger(L, -1) ? lua_tointeger(L, -1) : 0;
      odd = odd || number < 1 || number > size_;
    }
  }
  std::sort(keys_.begin(), keys_.end());
  if (odd)
    Report(rule::code::kUnknownKey, where_,
           fmt::format("{} has an entry whose key is neither a name nor in a row from 1", what_),
           "write `name = value`, or values without keys (none of them nil)");
}

bool TableReader::Has(std::string_view key) const {
  return std::binary_search(keys_.begin(), keys_.end(), key);
}

void TableReader::Push(std::string_view key) {
  lua_pushlstring(L_, key.data(), key.size());
  lua_rawget(L_, index_);
  SeeThrough(L_, -1);
}

void TableReader::Push(int entry) {
  lua_rawgeti(L_, index_, entry);
  SeeThrough(L_, -1);
}

Where TableReader::At(std::string_view key) const {
  const TableSite::Entry* entry = Entry(key);
  return entry ? entry->where : where_;
}

Where TableReader::ValueAt(std::string_view key) const {
  const TableSite::Entry* entry = Entry(key);
  return entry ? entry->value : where_;
}

Where TableReader::At(int number) const {
  const TableSite::Entry* entry = written_ ? written_->Find(number) : nullptr;
  return entry ? entry->value : where_;
}

const TableSite* TableReader::Written(std::string_view key) const {
  const TableSite::Entry* entry = Entry(key);
  return entry ? entry->table.get() : nullptr;
}

const TableSite* TableReader::Written(int number) const {
  const TableSite::Entry* entry = written_ ? written_->Find(number) : nullptr;
  return entry ? entry->table.get() : nullptr;
}

bool TableReader::PushOf(std::string_view key, int kind, const char* wanted) {
  if (!Has(key)) return false;
  Push(key);
  if (lua_type(L_, -1) == kind) return true;
  Report(rule::code::kWrongType, ValueAt(key),
         fmt::format("`{}` is {}, not {}", key, Shown(L_, -1), wanted));
  lua_pop(L_, 1);
  return false;
}

std::optional<std::string> TableReader::Text(std::string_view key) {
  if (!PushOf(key, LUA_TSTRING, "a text")) return std::nullopt;
  size_t size = 0;
  const char* text = lua_tolstring(L_, -1, &size);
  State::Hold(L_, size);
  std::string out(text, size);
  lua_pop(L_, 1);
  return out;
}

std::optional<double> TableReader::Number(std::string_view key) {
  if (!PushOf(key, LUA_TNUMBER, "a number")) return std::nullopt;
  const double number = lua_tonumber(L_, -1);
  lua_pop(L_, 1);
  return number;
}

std::optional<bool> TableReader::Flag(std::string_view key) {
  if (!PushOf(key, LUA_TBOOLEAN, "true or false")) return std::nullopt;
  const bool flag = lua_toboolean(L_, -1);
  lua_pop(L_, 1);
  return flag;
}

std::vector<std::string> TableReader::Texts(std::string_view key) {
  if (!Has(key)) return {};
  Push(key);
  auto texts = TextsAt(L_, -1);
  if (!texts)
    Report(rule::code::kWrongType, ValueAt(key),
           fmt::format("`{}` is {}, not a text or a list of texts", key, Shown(L_, -1)));
  lua_pop(L_, 1);
  return texts.value_or(std::vector<std::string>());
}

void TableReader::CheckKeys(const std::vector<std::string>& known) {
  for (const std::string& key : keys_) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    Report(rule::code::kUnknownKey, At(key), fmt::format("{} has no key `{}`", what_, key),
           Suggest(key, known));
  }
}

void TableReader::Report(std::string_view code, const Where& at, std::string message,
                         std::string help) {
  bad_ = true;
  Loading::Of(L_)->Report(code, at, std::move(message), std::move(help));
}

std::string Shown(lua_State* L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TSTRING: {
      std::string text = lua_tostring(L, index);
      if (text.size() > 40) text = text.substr(0, 40) + "..";
      return Quote(text);
    }
    case LUA_TNUMBER:
      return FormatNumber(lua_tonumber(L, index));
    case LUA_TBOOLEAN:
      return lua_toboolean(L, index) ? "true" : "false";
    case LUA_TNIL:
    case LUA_TNONE:
      return "nil";
    case LUA_TUSERDATA:
      return luaL_testudata(L, index, "condition") ? "a condition" : "a special value";
    default:
      return std::string("a ") + luaL_typename(L, index);
  }
}

std::optional<std::vector<std::string>> TextsAt(lua_State* L, int index) {
  std::vector<std::string> texts;
  if (lua_type(L, index) == LUA_TSTRING) {
    State::Hold(L, lua_rawlen(L, index));
    return std::vector<std::string>{lua_tostring(L, index)};
  }
  if (!lua_istable(L, index)) return std::nullopt;
  index = lua_absindex(L, index);
  SeeThrough(L, index);
  const auto size = static_cast<lua_Integer>(lua_rawlen(L, index));
  if (size > kMaxEntries) return std::nullopt;
  for (lua_Integer i = 1; i <= size; ++i) {
    const bool is_text = lua_rawgeti(L, index, i) == LUA_TSTRING;
    State::Hold(L, sizeof(std::string) + (is_text ? lua_rawlen(L, -1) : 0));
    if (is_text) texts.emplace_back(lua_tostring(L, -1));
    lua_pop(L, 1);
    if (!is_text) return std::nullopt;
    State::Spend(L, 1);
  }
  lua_pushnil(L);
  for (lua_Integer entries = 0; lua_next(L, index); lua_pop(L, 1)) {
    if (++entries > size) return lua_pop(L, 2), std::nullopt;  // a key of its own
  }
  return texts;
}

std::string Suggest(std::string_view word, const std::vector<std::string>& known) {
  const std::string nearest = model::Nearest(word, known);
  if (!nearest.empty()) return fmt::format("did you mean `{}`?", nearest);
  if (known.empty() || known.size() > kMaxListed) return "";
  return fmt::format("it has {}", fmt::join(known, ", "));
}

}  // namespace tellwire::script
