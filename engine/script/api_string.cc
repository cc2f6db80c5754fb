// String functions. find, match, gmatch and gsub take RE2 syntax and run in linear time; every
// function says what it costs by the bytes that it reads, and no string exceeds 1 MiB.
// Formatting is in format.cc. Tested by tests/script/string_test.cc.
#include <algorithm>
#include <cctype>
#include <mutex>

#include "script/format.h"
#include "script/state.h"

namespace tellwire::script {
namespace {

constexpr size_t kMaxPattern = 1000;

std::string_view Text(lua_State* L, int index) {
  size_t size = 0;
  const char* text = luaL_checklstring(L, index, &size);
  return {text, size};
}

void Push(lua_State* L, std::string_view text) { lua_pushlstring(L, text.data(), text.size()); }

void SpendBytes(lua_State* L, size_t bytes) {
  State::Spend(L, 1 + static_cast<int64_t>(bytes) / 16);
}

// A function of Lua's own library that is linear in its string arguments.
template <lua_CFunction* original>
int Metered(lua_State* L) {
  const int count = lua_gettop(L);
  for (int i = 1; i <= count; ++i) {
    if (lua_type(L, i) == LUA_TSTRING) SpendBytes(L, lua_rawlen(L, i));
  }
  return (*original)(L);
}

// Lua patterns write `%d` where RE2 writes `\d`; in RE2 it would quietly mean a percent sign.
void CheckPattern(lua_State* L, std::string_view pattern) {
  if (pattern.size() > kMaxPattern)
    luaL_error(L, "a pattern is at most %d bytes long", static_cast<int>(kMaxPattern));
  for (size_t i = 0; i + 1 < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (pattern[i] == '%' && std::isalpha(static_cast<unsigned char>(pattern[i + 1]))) {
      const char letter = pattern[i + 1];
      luaL_error(L,
                 "`%%%c` is a Lua pattern; patterns are RE2 here: write `\\%c` (a percent sign "
                 "before a letter is `[%%]`)",
                 letter, letter);
    }
  }
}

text::Pattern Compiled(lua_State* L, int index) {
  const std::string_view expression = Text(L, index);
  CheckPattern(L, expression);
  auto pattern = State::Of(L)->Pattern(expression);
  if (!pattern) {
    lua_pushstring(L, pattern.error().message.c_str());
    luaL_error(L, "bad pattern: %s", lua_tostring(L, -1));
  }
  return *pattern;
}

// One search; says what it cost: the bytes up to the end of the match, or all.
std::optional<std::vector<Span>> FindNext(lua_State* L, const text::Pattern& pattern,
                                          std::string_view text, size_t from) {
  auto found = pattern.Find(text, from);
  SpendBytes(L, 64 + (found ? found->front().end - from : text.size() - from));
  return found;
}

// Where a search begins: argument 3 counts from 1, negative from the end.
size_t Start(lua_State* L, size_t size) {
  lua_Integer start = luaL_optinteger(L, 3, 1);
  if (start < 0) start = std::max<lua_Integer>(static_cast<lua_Integer>(size) + start + 1, 1);
  return start <= 0 ? 0
                    : static_cast<size_t>(
                          std::min<lua_Integer>(start - 1, static_cast<lua_Integer>(size) + 1));
}

// Pushes the captures, or the whole match where there are none.
int PushCaptures(lua_State* L, std::string_view text, const std::vector<Span>& spans, bool whole) {
  const size_t first = spans.size() > 1 ? 1 : whole ? 0 : spans.size();
  luaL_checkstack(L, static_cast<int>(spans.size()) + 2, "too many groups");
  for (size_t i = first; i < spans.size(); ++i) Push(L, spans[i].Of(text));
  return static_cast<int>(spans.size() - std::min(first, spans.size()));
}

int PushFind(lua_State* L, const std::vector<Span>& spans, std::string_view text) {
  lua_pushinteger(L, static_cast<lua_Integer>(spans[0].begin) + 1);
  lua_pushinteger(L, static_cast<lua_Integer>(spans[0].end));
  return 2 + PushCaptures(L, text, spans, false);
}

int Find(lua_State* L) {
  const std::string_view text = Text(L, 1), pattern = Text(L, 2);
  const size_t start = Start(L, text.size());
  if (start > text.size()) return lua_pushnil(L), 1;
  if (lua_toboolean(L, 4)) {
    SpendBytes(L, text.size() + pattern.size());
    const size_t at = text.find(pattern, start);
    if (at == std::string_view::npos) return lua_pushnil(L), 1;
    return PushFind(L, {{static_cast<uint32_t>(at), static_cast<uint32_t>(at + pattern.size())}},
                    text);
  }
  const auto found = FindNext(L, Compiled(L, 2), text, start);
  return found ? PushFind(L, *found, text) : (lua_pushnil(L), 1);
}

int Match(lua_State* L) {
  const std::string_view text = Text(L, 1);
  const size_t start = Start(L, text.size());
  if (start > text.size()) return lua_pushnil(L), 1;
  const auto found = FindNext(L, Compiled(L, 2), text, start);
  return found ? PushCaptures(L, text, *found, true) : (lua_pushnil(L), 1);
}

// Upvalues: text, pattern, where to go on.
int NextMatch(lua_State* L) {
  const std::string_view text = Text(L, lua_upvalueindex(1));
  const size_t from = static_cast<size_t>(lua_tointeger(L, lua_upvalueindex(3)));
  if (from > text.size()) return lua_pushnil(L), 1;
  const auto found = FindNext(L, Compiled(L, lua_upvalueindex(2)), text, from);
  if (!found) return lua_pushnil(L), 1;
  const Span& whole = found->front();
  lua_pushinteger(L, static_cast<lua_Integer>(whole.empty() ? whole.end + 1 : whole.end));
  lua_replace(L, lua_upvalueindex(3));
  return PushCaptures(L, text, *found, true);
}

int GMatch(lua_State* L) {
  Text(L, 1);
  Compiled(L, 2);
  lua_settop(L, 2);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, Guarded<NextMatch>, 3);
  return 1;
}

// A replacement text: `\0` is the match, `\1` its first group, `\\` a backslash.
void AppendReplacement(lua_State* L, std::string_view replacement, std::string_view text,
                       const std::vector<Span>& spans, std::string* out) {
  for (size_t i = 0; i < replacement.size(); ++i) {
    const char c = replacement[i];
    const char next = i + 1 < replacement.size() ? replacement[i + 1] : '\0';
    const bool digit = std::isdigit(static_cast<unsigned char>(next)) != 0;
    if (c == '%' && digit)
      luaL_error(L, "`%%%c` is a Lua replacement; here it is `\\%c`", next, next);
    if (c != '\\' || (!digit && next != '\\')) {
      *out += c;
      continue;
    }
    ++i;
    if (next == '\\') {
      *out += '\\';
    } else if (static_cast<size_t>(next - '0') < spans.size()) {
      *out += spans[static_cast<size_t>(next - '0')].Of(text);
    } else {
      luaL_error(L, "the pattern has no group %c", next);
    }
  }
}

// What argument 3 (a text, a table or a function) makes of one match.
void AppendMatch(lua_State* L, std::string_view text, const std::vector<Span>& spans,
                 std::string* out) {
  if (lua_type(L, 3) == LUA_TSTRING || lua_type(L, 3) == LUA_TNUMBER)
    return AppendReplacement(L, Text(L, 3), text, spans, out);
  if (lua_istable(L, 3)) {
    Push(L, spans[spans.size() > 1 ? 1 : 0].Of(text));
    lua_gettable(L, 3);
  } else {
    lua_pushvalue(L, 3);
    lua_call(L, PushCaptures(L, text, spans, true), 1);
  }
  if (!lua_toboolean(L, -1)) {
    *out += spans[0].Of(text);
  } else if (lua_isstring(L, -1)) {
    *out += Text(L, -1);
  } else {
    luaL_error(L, "gsub: the replacement is a %s", luaL_typename(L, -1));
  }
  lua_pop(L, 1);
}

int GSub(lua_State* L) {
  const std::string_view text = Text(L, 1);
  const text::Pattern pattern = Compiled(L, 2);
  const int kind = lua_type(L, 3);
  luaL_argexpected(
      L, kind == LUA_TSTRING || kind == LUA_TNUMBER || kind == LUA_TTABLE || kind == LUA_TFUNCTION,
      3, "string/function/table");
  const lua_Integer limit = luaL_optinteger(L, 4, LUA_MAXINTEGER);
  std::string out;
  size_t from = 0;
  lua_Integer count = 0;
  while (count < limit && from <= text.size()) {
    const auto found = FindNext(L, pattern, text, from);
    if (!found) break;
    const Span whole = found->front();
    out.append(text.substr(from, whole.begin - from));
    AppendMatch(L, text, *found, &out);
    ++count;
    from = whole.end;
    if (whole.empty() && from < text.size()) out += text[from];
    if (whole.empty()) ++from;
    if (out.size() > Budget::kMaxString)
      return luaL_error(L, "gsub: a string would be longer than 1 MiB");
  }
  if (from < text.size()) out.append(text.substr(from));
  Push(L, out);
  lua_pushinteger(L, count);
  return 2;
}

// Bounded before anything is built: ("").rep("", 1e15) is one comparison.
int Rep(lua_State* L) {
  const std::string_view text = Text(L, 1), gap = luaL_optstring(L, 3, "");
  const lua_Integer count = luaL_checkinteger(L, 2);
  if (count <= 0 || text.size() + gap.size() == 0) return lua_pushliteral(L, ""), 1;
  const size_t each = text.size() + gap.size();
  if (static_cast<lua_Unsigned>(count) > Budget::kMaxString / each)
    return luaL_error(L, "rep: a string would be longer than 1 MiB");
  SpendBytes(L, each * static_cast<size_t>(count));
  const size_t size = each * static_cast<size_t>(count) - gap.size();
  std::string out;
  out.reserve(2 * size);
  out.append(text).append(gap);
  while (out.size() < size) out.append(out);  // it repeats itself: doubling is as good as adding
  Push(L, std::string_view(out).substr(0, size));
  return 1;
}

int Format(lua_State* L) {
  const std::string out = FormatText(L);
  SpendBytes(L, out.size());
  Push(L, out);
  return 1;
}

lua_CFunction byte_, char_, len_, lower_, reverse_, sub_, upper_;
lua_CFunction utf8_char_, codepoint_, codes_, utf8_len_, offset_;

constexpr ApiFunction kString[] = {
    {"byte", Guarded<Metered<&byte_>>, "string.byte(s, first, last) -> numbers",
     "The bytes as numbers.", "0.1"},
    {"char", Guarded<Metered<&char_>>, "string.char(..) -> string", "Bytes as a text.", "0.1"},
    {"find", Guarded<Find>, "string.find(s, pattern, start, plain) -> first, last, groups..",
     "Where the RE2 pattern first matches; with `plain`, where the text first stands.", "0.1"},
    {"format", Guarded<Format>, "string.format(format, ..) -> string",
     "As in C: d i u c x X o e E f g G s q %; widths up to 99.", "0.1"},
    {"gmatch", Guarded<GMatch>, "string.gmatch(s, pattern) -> iterator",
     "Goes through the matches of an RE2 pattern.", "0.1"},
    {"gsub", Guarded<GSub>, "string.gsub(s, pattern, replacement, n) -> string, count",
     "Replaces matches; in a replacement text `\\1` is the first group.", "0.1"},
    {"len", Guarded<Metered<&len_>>, "string.len(s) -> number", "Its length in bytes.", "0.1"},
    {"lower", Guarded<Metered<&lower_>>, "string.lower(s) -> string",
     "ASCII letters in lower case.", "0.1"},
    {"match", Guarded<Match>, "string.match(s, pattern, start) -> groups..",
     "What the RE2 pattern first matches: its groups, or the whole.", "0.1"},
    {"rep", Guarded<Rep>, "string.rep(s, n, gap) -> string", "s n times, at most 1 MiB.", "0.1"},
    {"reverse", Guarded<Metered<&reverse_>>, "string.reverse(s) -> string",
     "Its bytes from last to first.", "0.1"},
    {"sub", Guarded<Metered<&sub_>>, "string.sub(s, first, last) -> string",
     "The bytes from first to last.", "0.1"},
    {"upper", Guarded<Metered<&upper_>>, "string.upper(s) -> string",
     "ASCII letters in upper case.", "0.1"},
};

struct Borrowed {
  const char* name;
  lua_CFunction* place;
};

// Takes functions out of one of Lua's libraries; they are the same in every state.
void Borrow(lua_State* L, lua_CFunction open, std::initializer_list<Borrowed> functions) {
  lua_pushcfunction(L, open);
  lua_call(L, 0, 1);
  for (const Borrowed& one : functions) {
    lua_getfield(L, -1, one.name);
    *one.place = lua_tocfunction(L, -1);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

// Once a process: states may be made in several threads.
void BorrowAll(lua_State* L) {
  Borrow(L, luaopen_string,
         {{"byte", &byte_},
          {"char", &char_},
          {"len", &len_},
          {"lower", &lower_},
          {"reverse", &reverse_},
          {"sub", &sub_},
          {"upper", &upper_}});
  Borrow(L, luaopen_utf8,
         {{"char", &utf8_char_},
          {"codepoint", &codepoint_},
          {"codes", &codes_},
          {"len", &utf8_len_},
          {"offset", &offset_}});
}

void OpenUtf8(lua_State* L) {
  constexpr std::pair<const char*, lua_CFunction> functions[] = {
      {"char", Guarded<Metered<&utf8_char_>>},
      {"codepoint", Guarded<Metered<&codepoint_>>},
      {"codes", Guarded<Metered<&codes_>>},
      {"len", Guarded<Metered<&utf8_len_>>},
      {"offset", Guarded<Metered<&offset_>>}};
  lua_newtable(L);
  for (const auto& [name, function] : functions) {
    lua_pushcfunction(L, function);
    lua_setfield(L, -2, name);
  }
  SetLibrary(L, "utf8");
}

}  // namespace

void OpenString(lua_State* L) {
  static std::once_flag borrowed;
  std::call_once(borrowed, BorrowAll, L);
  lua_newtable(L);
  for (const ApiFunction& function : kString) {
    lua_pushcfunction(L, function.function);
    lua_setfield(L, -2, function.name);
  }
  lua_pushliteral(L, "");  // strings get a metatable of ours: only the way to these functions
  lua_createtable(L, 0, 1);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
  SetLibrary(L, "string");
  OpenUtf8(L);
}

std::vector<ApiFunction> StringFunctions() { return {std::begin(kString), std::end(kString)}; }

}  // namespace tellwire::script
