#include "script/file_runner.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "base/hash.h"
#include "script/api_conditions.h"
#include "script/frozen.h"
#include "script/marshal_amount.h"
#include "script/marshal_condition.h"
#include "script/read_rule.h"

namespace tellwire::script {
namespace {

namespace code = rule::code;

constexpr size_t kMaxFile = 64u << 20;
constexpr size_t kMaxTexts = 64u << 20;  // of the rules of one file together
constexpr int kMaxModules = 200;

bool IsModuleName(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
  });
}

std::string FolderOf(const std::string& file) {
  const size_t slash = file.rfind('/');
  return slash == std::string::npos ? "" : file.substr(0, slash + 1);
}

// The text between two marks of a message: `undefined global `x`` -> x.
std::string Between(std::string_view message, std::string_view before, char after) {
  const size_t begin = message.find(before);
  if (begin == std::string_view::npos) return "";
  const size_t from = begin + before.size();
  return std::string(message.substr(from, message.find(after, from) - from));
}

std::vector<std::string> GlobalNames() {
  std::vector<std::string> names = {"math", "string", "table", "utf8", "os", "missing", "present"};
  for (const auto& functions : {BaseFunctions(), LeafFunctions(), CombinatorFunctions(),
                                RuleFunctions(), AmountFunctions()}) {
    for (const ApiFunction& function : functions) names.emplace_back(function.name);
  }
  return names;
}

// The rule's own words, where a file holds so many rules that each cannot keep all of it.
std::string SliceOf(const SourceMap& map, const Where& where) {
  const CallSite* call = map.CallAt(where);
  return call ? map.TextOf(*call) : "";
}

// The table of a cases file, argument 1, added to the cases.
int ReadCases(lua_State* L) {
  Loading* loading = Loading::Of(L);
  const SourceMap* map = loading->FindMap(loading->file->file);
  const Where where{loading->file->file, 1, 0};
  if (!lua_istable(L, 1)) {
    loading->Report(code::kWrongType, where, "a cases file returns no table",
                    "write return { [\"rule.id\"] = { fires = { .. }, silent = { .. } } }");
    return 0;
  }
  TableReader table(L, 1, map->Returned(), where, "a cases file");
  for (const std::string& id : table.keys()) {
    table.Push(id);
    if (lua_istable(L, -1)) {
      TableReader examples(L, -1, table.Written(id), table.ValueAt(id), "a case");
      loading->cases.push_back({id, ReadExamples(L, &examples), table.At(id)});
    } else {
      table.Report(code::kWrongType, table.ValueAt(id),
                   fmt::format("the cases of {} are {}", id, Shown(L, -1)),
                   "write { fires = { .. }, silent = { .. } }");
    }
    lua_pop(L, 1);
  }
  return 0;
}

bool IsBefore(const Where& a, const Where& b) {
  return a.line != b.line ? a.line < b.line : a.column < b.column;
}

}  // namespace

FileRunner::FileRunner(Loading* loading) : loading_(loading), L_(loading->state.lua()) {
  loading_->state.require = [this](lua_State* L, const std::string& name) {
    return RequireModule(L, name);
  };
}

bool FileRunner::Read(FileLoad* load) {
  auto text = ReadFile(load->file);
  if (!text) {
    loading_->Report(code::kFileFailed, {load->file, 0, 0}, text.error().message,
                     text.error().help);
    return false;
  }
  if (text->size() > kMaxFile) {
    loading_->Report(code::kLoadLimit, {load->file, 0, 0}, "the file is larger than 64 MiB",
                     "split it");
    return false;
  }
  load->text = std::move(*text);
  return true;
}

void FileRunner::Run(const std::string& file, FileLoad::Kind kind) {
  const StackGuard guard(L_);
  FileLoad load;
  load.kind = kind;
  load.file = file;
  load.number = ++loading_->files_run;
  if (!Read(&load)) return;
  loading_->file = &load;
  loading_->compared = false;
  loading_->state.PushEnvironment();
  const int environment = lua_gettop(L_);
  if (Execute(&load, environment)) {
    const bool is_module = kind == FileLoad::Kind::kRules && !lua_isnil(L_, -1);
    ReportDuplicates(load);
    if (!is_module) ReportUnreached(load);
    if (kind == FileLoad::Kind::kCases) RunCases(load);
  }
  FinishHandlers(&load, environment);
  const bool slices = load.text.size() * load.rules.size() > kMaxTexts;
  const std::string hash = HashOf(load);
  for (rule::Rule& rule : load.rules) {
    rule.text = slices ? SliceOf(*loading_->FindMap(load.file), rule.where) : load.text;
    if (rule.has_handler) rule.handler_hash = hash;
    loading_->rules.push_back(std::move(rule));
  }
  loading_->file = nullptr;
}

// Leaves the value that the file returns on the stack. False: it failed, and that was said.
bool FileRunner::Execute(FileLoad* load, int environment) {
  if (auto error = loading_->state.Compile(load->text, load->file, environment)) {
    ReportSyntax(*load, *error);
    return false;
  }
  loading_->Map(load->file, load->text);
  const Limits& limits = loading_->options.limits;
  if (auto error = loading_->state.Call(
          0, 1, {limits.load_instructions, limits.load_memory_bytes, limits.load_wall_seconds})) {
    ReportFailure(*load, *error);
    load->failed = true;
    return false;
  }
  return true;
}

void FileRunner::ReportSyntax(const FileLoad& load, const Error& error) {
  const SourceMap& map = loading_->Map(load.file, load.text, false);
  // "...me.lua:12: '}' expected near 'x'"
  std::string message = error.message;
  Where where = error.where;
  const size_t mark = message.find(".lua:");
  if (mark != std::string::npos && where.line == 0) {
    where.line = std::atoi(message.c_str() + mark + 5);
    const size_t end = message.find(": ", mark + 5);
    if (end != std::string::npos) message = message.substr(end + 2);
  }
  const std::string near = Between(message, "near '", '\'');
  if (!near.empty() && near != "<eof>") {
    const size_t column = map.Line(where.line).find(near);
    if (column != std::string::npos) where.column = static_cast<int>(column) + 1;
  }
  // Mostly a comma is missing behind the line before.
  const bool unclosed = message.find("' expected") != std::string::npos;
  loading_->Report(code::kSyntax, where, message,
                   unclosed ? "look for a comma or a bracket that is missing before this" : "");
}

void FileRunner::ReportFailure(const FileLoad& load, const Error& error) {
  Where where = error.where.line > 0 ? error.where : Where{load.file, 0, 0};
  const SourceMap* map = loading_->FindMap(where.file);
  if (error.kind == ErrorKind::kLimit) {
    loading_->Report(code::kLoadLimit, where, error.message,
                     "a rule file only declares; make fewer or smaller values in it");
    return;
  }
  const std::string global = Between(error.message, "undefined global `", '`');
  if (!global.empty()) {
    if (map) where = map->Word(where.line, global);
    loading_->Report(code::kUndefinedGlobal, where, error.message, Suggest(global, GlobalNames()));
    return;
  }
  if (error.message.find("bitwise operation on a string") != std::string::npos) {
    loading_->Report(code::kBareString, where, "a bare text stands beside `&`, `|` or `~`",
                     "write phrase \"..\" on both sides");
    return;
  }
  const std::string module = Between(error.message, "no module `", '`');
  if (!module.empty()) {
    if (map) where = map->Word(where.line, "require");
    loading_->Report(code::kNoModule, where, error.message,
                     "require \"name\" reads name.lua beside the file that requires it");
    return;
  }
  loading_->Report(code::kFileFailed, where, error.message);
}

void FileRunner::ReportDuplicates(const FileLoad& load) {
  const SourceMap* map = loading_->FindMap(load.file);
  for (const SourceMap::Twice& twice : map->Duplicates()) {
    loading_->Report(code::kNameTwice, twice.where,
                     fmt::format("`{}` stands twice in one table; the first is lost", twice.key),
                     "give each its own name");
  }
}

// `phrase "a" and phrase "b"` is phrase "b": the first is made and lost. A file that returns a
// value is a module, whose conditions are for others.
void FileRunner::ReportUnreached(const FileLoad& load) {
  const SourceMap* map = loading_->FindMap(load.file);
  const std::vector<SourceMap::Twice> twice = map->Duplicates();
  std::vector<bool> part(load.made.size(), false);
  for (const Made& made : load.made) {
    if (made.reached) continue;
    for (const uint32_t inner : made.parts) part[inner] = true;
  }
  for (size_t i = 0; i < load.made.size(); ++i) {
    const Made& made = load.made[i];
    const Where& where = made.condition->where;
    if (made.reached || made.bad || part[i] || where.file != load.file) continue;
    const bool told = std::any_of(twice.begin(), twice.end(), [&](const SourceMap::Twice& one) {
      return !IsBefore(where, one.begin) && IsBefore(where, one.end);
    });
    if (told) continue;
    const bool logic = map->HasLogicWord(where.line);
    loading_->Report(code::kUnreached, where, "no rule holds this condition",
                     logic ? "`and`, `or` and `not` do not join conditions: write `&`, `|` and `~`"
                           : "put it into a rule, or take it out");
  }
}

// Reads the table on top of the stack within the limits of a file.
void FileRunner::RunCases(const FileLoad& load) {
  const Limits& limits = loading_->options.limits;
  lua_pushcfunction(L_, Guarded<ReadCases>);
  lua_insert(L_, -2);
  if (auto error = loading_->state.Call(
          1, 0, {limits.load_instructions, limits.load_memory_bytes, limits.load_wall_seconds}))
    ReportFailure(load, *error);
}

// Freezes what the handlers hold, and seals the environment that they run in.
void FileRunner::FinishHandlers(FileLoad* load, int environment) {
  lua_newtable(L_);
  const int watched = lua_gettop(L_);
  std::vector<int> arrays;
  for (const std::string& file : load->modules) arrays.push_back(loading_->modules[file].watched);
  for (const size_t index : load->handlers) {
    HandlerEntry& handler = loading_->handlers[index];
    lua_rawgeti(L_, LUA_REGISTRYINDEX, handler.function);
    const auto bad = FreezeDeep(L_, watched);
    lua_pop(L_, 1);
    if (bad) {
      loading_->Report(code::kHandlerState, handler.where,
                       fmt::format("the handler holds `{}`, which cannot be frozen", *bad),
                       "a handler keeps no state between articles: make it inside the function");
      std::erase_if(load->rules, [&](const rule::Rule& rule) {
        return rule.has_handler && rule.handler == index;
      });
    }
  }
  loading_->state.SealEnvironment(environment, watched);
  lua_pushvalue(L_, watched);
  arrays.push_back(luaL_ref(L_, LUA_REGISTRYINDEX));
  for (const size_t index : load->handlers) loading_->handlers[index].watched = arrays;
}

std::string FileRunner::HashOf(const FileLoad& load) const {
  FieldHash hash;
  hash.Add(load.text);
  for (const std::string& file : load.modules) hash.Add(loading_->modules.at(file).hash);
  return hash.Hex();
}

int FileRunner::RequireModule(lua_State* L, const std::string& name) {
  FileLoad* load = Loading::Of(L)->file;
  if (!IsModuleName(name))
    return luaL_error(L, "no module `%s`: a module's name is letters, digits and `_`",
                      name.c_str());
  const std::string file = FolderOf(load->file) + name + ".lua";
  auto& modules = loading_->modules;
  const auto found = modules.find(file);
  if (found != modules.end() && found->second.value == LUA_NOREF)
    return luaL_error(L, "the modules require each other in a circle: `%s`", name.c_str());
  if (found == modules.end()) LoadModule(L, name, file);
  const Module& module = modules.at(file);
  load->modules.insert(file);
  load->modules.insert(module.modules.begin(), module.modules.end());
  lua_rawgeti(L, LUA_REGISTRYINDEX, module.value);
  return 1;
}

// Runs a module inside the call of the file that requires it, within that call's limits. Raises a
// Lua error if it fails.
void FileRunner::LoadModule(lua_State* L, const std::string& name, const std::string& file) {
  FileLoad load;
  load.kind = FileLoad::Kind::kModule;
  load.file = file;
  load.number = ++loading_->files_run;
  if (loading_->modules.size() >= kMaxModules) luaL_error(L, "too many modules");
  auto text = ReadFile(file);
  if (!text || text->size() > kMaxFile) luaL_error(L, "no module `%s` in the pack", name.c_str());
  load.text = std::move(*text);
  State::Spend(L, static_cast<int64_t>(load.text.size()) / 4);
  loading_->modules[file].value = LUA_NOREF;  // it is being loaded
  loading_->state.PushEnvironment();
  const int environment = lua_gettop(L);
  RunModule(L, name, environment, &load);
  loading_->modules[file] = KeepModule(L, name, environment, load);
  lua_settop(L, environment - 1);
}

// Leaves the module's value on the stack.
void FileRunner::RunModule(lua_State* L, const std::string& name, int environment, FileLoad* load) {
  if (auto error = loading_->state.Compile(load->text, load->file, environment)) {
    ReportSyntax(*load, *error);
    luaL_error(L, "the module `%s` is no valid Lua", name.c_str());
  }
  loading_->Map(load->file, load->text);
  struct Restore {
    FileLoad*& place;
    FileLoad* before;
    ~Restore() { place = before; }
  } restore{loading_->file, loading_->file};
  loading_->file = load;
  lua_call(L, 0, 1);
}

// Freezes and keeps the value on top of the stack.
Module FileRunner::KeepModule(lua_State* L, const std::string& name, int environment,
                              const FileLoad& load) {
  lua_newtable(L);
  const int watched = lua_gettop(L);
  lua_pushvalue(L, -2);
  if (const auto bad = FreezeDeep(L, watched))
    luaL_error(L, "the module `%s` returns `%s`, which cannot be frozen", name.c_str(),
               bad->c_str());
  Module module;
  module.value = luaL_ref(L, LUA_REGISTRYINDEX);
  loading_->state.SealEnvironment(environment, watched);
  lua_pushvalue(L, watched);
  module.watched = luaL_ref(L, LUA_REGISTRYINDEX);
  module.modules = load.modules;
  module.hash = HashHex(load.text);
  return module;
}

}  // namespace tellwire::script
