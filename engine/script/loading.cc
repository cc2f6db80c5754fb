#include "script/loading.h"

#include <fmt/format.h>

#include "rule/phrase.h"

namespace tellwire::script {
namespace {

constexpr size_t kMaxReports = 200;  // a file
constexpr size_t kMaxLine = 400;     // bytes of a line that is shown

// The innermost Lua function that calls; false if there is none.
bool Caller(lua_State* L, lua_Debug* debug) {
  for (int level = 1; level < 20 && lua_getstack(L, level, debug); ++level) {
    lua_getinfo(L, "Sl", debug);
    if (debug->currentline > 0) return true;
  }
  return false;
}

}  // namespace

Loading* Loading::Of(lua_State* L) {
  auto* loading = static_cast<Loading*>(State::Of(L)->loading);
  if (!loading || !loading->file)
    luaL_error(L, "conditions and rules can only be made while rule files are loaded");
  return loading;
}

const SourceMap& Loading::Map(const std::string& name, std::string_view text, bool compiled) {
  auto& map = maps_[name];
  if (!map) map = std::make_unique<SourceMap>(name, text, compiled);
  return *map;
}

const SourceMap* Loading::FindMap(const std::string& name) const {
  const auto found = maps_.find(name);
  return found == maps_.end() ? nullptr : found->second.get();
}

Site Loading::Here(lua_State* L, std::string_view name) {
  lua_Debug debug;
  if (!Caller(L, &debug)) return {{file ? file->file : "", 0, 0}, nullptr};
  Site site;
  site.where = {debug.source + 1, debug.currentline, 0};
  const SourceMap* map = FindMap(site.where.file);
  if (!map) return site;
  const int turn = turns_[fmt::format("{}:{}:{}", site.where.file, site.where.line, name)]++;
  site.call = map->Find(site.where.line, name, turn);
  if (site.call) site.where = site.call->where;
  return site;
}

Where Loading::LineHere(lua_State* L) const {
  lua_Debug debug;
  if (!Caller(L, &debug)) return {file ? file->file : "", 0, 0};
  return {debug.source + 1, debug.currentline, 0};
}

const std::vector<rule::PhrasePattern>& Loading::PhrasesOf(const model::WordList& list) {
  const auto [found, is_new] = lists_.try_emplace(list.name);
  if (!is_new) return found->second;
  std::vector<Error> problems;
  found->second = rule::PhrasesOf(list, &problems);
  for (const Error& problem : problems)
    Report(rule::code::kBadListEntry, problem.where, problem.message, problem.help);
  return found->second;
}

void Loading::Report(std::string_view code, const Where& where, std::string message,
                     std::string help) {
  rule::Diagnostic diagnostic = rule::Diagnose(code, where, std::move(message), std::move(help));
  if (diagnostic.level == rule::Level::kError) ++errors_;
  const size_t told = ++reported_[where.file];
  if (told > kMaxReports) return;
  if (told == kMaxReports) {
    diagnostic = rule::Diagnose(rule::code::kLoadLimit, {where.file, where.line, 0},
                                "more than 200 problems; the rest is left out", "mend these first");
  }
  if (const SourceMap* map = FindMap(where.file)) {
    diagnostic.line = map->Line(where.line);
    if (diagnostic.line.size() > kMaxLine) diagnostic.line.clear();
    diagnostic.rule = map->RuleAt(where);
  }
  diagnostics.push_back(std::move(diagnostic));
}

}  // namespace tellwire::script
