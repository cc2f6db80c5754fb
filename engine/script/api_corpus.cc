// `corpus:facts`, `corpus:alerts`, `corpus:search`: what a handler may ask of earlier articles.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "script/frozen.h"
#include "script/marshal_hit.h"
#include "script/table_reader.h"

namespace tellwire::script {
namespace {

constexpr char kName[] = "corpus";
constexpr int64_t kCostOfQuery = 2000;
constexpr int64_t kCostOfResult = 20;

Handling& CheckCall(lua_State* L) {
  luaL_checkudata(L, 1, kName);
  Handling* handling = Handling::Of(L);
  if (!handling || !handling->running) luaL_error(L, "corpus is only there in a handler");
  State::Spend(L, kCostOfQuery);
  return *handling;
}

std::string TextField(lua_State* L, int index, const char* key) {
  lua_getfield(L, index, key);
  if (!lua_isnil(L, -1) && lua_type(L, -1) != LUA_TSTRING)
    luaL_error(L, "corpus: `%s` is a %s, not a text", key, luaL_typename(L, -1));
  std::string text = lua_isnil(L, -1) ? "" : lua_tostring(L, -1);
  lua_pop(L, 1);
  return text;
}

void ReadModality(lua_State* L, int index, CorpusQuery* query) {
  lua_getfield(L, index, "modality");
  if (!lua_isnil(L, -1)) {
    const auto words = TextsAt(L, -1);
    if (!words) luaL_error(L, "corpus: `modality` is a %s", luaL_typename(L, -1));
    for (const std::string& word : *words) {
      const auto modality = model::ParseModality(word);
      if (!modality && word != "any") luaL_error(L, "corpus: unknown modality `%s`", word.c_str());
      if (modality) query->modality.push_back(*modality);
    }
  }
  lua_pop(L, 1);
}

void CheckOptionKeys(lua_State* L, int index, const std::vector<std::string>& known) {
  lua_pushnil(L);
  while (lua_next(L, index)) {
    lua_pop(L, 1);
    const std::string key = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "?";
    if (std::find(known.begin(), known.end(), key) == known.end())
      luaL_error(L, "corpus: unknown option `%s`; %s", key.c_str(), Suggest(key, known).c_str());
  }
}

// The options at `index`, a table or nothing.
CorpusQuery ReadQuery(lua_State* L, int index, const std::vector<std::string>& known) {
  CorpusQuery query;
  if (lua_isnoneornil(L, index)) return query;
  luaL_checktype(L, index, LUA_TTABLE);
  PushBehind(L, index);
  const int table = lua_gettop(L);
  CheckOptionKeys(L, table, known);
  query.company = TextField(L, table, "company");
  query.metric = TextField(L, table, "metric");
  query.direction = TextField(L, table, "direction");
  query.rule = TextField(L, table, "rule");
  ReadModality(L, table, &query);
  const std::string within = TextField(L, table, "within");
  if (!within.empty()) {
    const auto seconds = ParseDuration(within);
    if (!seconds)
      luaL_error(L, "corpus: \"%s\" is no length of time: write \"30d\"", within.c_str());
    query.within = *seconds;
  }
  lua_getfield(L, table, "limit");
  query.limit = static_cast<size_t>(
      std::clamp<lua_Integer>(luaL_optinteger(L, -1, 100), 1, kMaxCorpusResults));
  lua_settop(L, table - 1);
  return query;
}

void SetText(lua_State* L, const char* key, std::string_view text) {
  if (text.empty()) return;
  lua_pushlstring(L, text.data(), text.size());
  lua_setfield(L, -2, key);
}

// Pushes a row of texts, those that are empty left out, and when it was published.
void PushRow(lua_State* L, std::initializer_list<std::pair<const char*, std::string_view>> texts,
             const std::optional<Timestamp>& published) {
  lua_createtable(L, 0, static_cast<int>(texts.size()) + 3);
  for (const auto& [key, text] : texts) SetText(L, key, text);
  if (!published) return;
  SetText(L, "published", ToString(*published));
  lua_pushinteger(L, published->seconds);
  lua_setfield(L, -2, "time");
}

// Raises the error of a query, or pushes an array of what `push` makes of each result.
template <typename T, typename Push>
int PushResults(lua_State* L, const Result<std::vector<T>>& results, Push push) {
  if (!results) return luaL_error(L, "corpus: %s", results.error().message.c_str());
  lua_newtable(L);
  const size_t count = std::min(results->size(), kMaxCorpusResults);
  for (size_t i = 0; i < count; ++i) {
    State::Spend(L, kCostOfResult);
    push((*results)[i]);
    lua_rawseti(L, -2, static_cast<lua_Integer>(i) + 1);
  }
  return 1;
}

int Facts(lua_State* L) {
  Handling& handling = CheckCall(L);
  const CorpusQuery query =
      ReadQuery(L, 2, {"company", "metric", "direction", "modality", "within", "limit"});
  if (!handling.corpus) return lua_newtable(L), 1;
  return PushResults(L, handling.corpus->Facts(query, *handling.article),
                     [&](const CorpusFact& fact) {
                       State::Hold(L, sizeof fact + fact.quote.size() + 200);
                       handling.facts.push_back(fact);
                       PushCorpusFact(L, handling.facts.size() - 1);
                     });
}

int Alerts(lua_State* L) {
  Handling& handling = CheckCall(L);
  const CorpusQuery query = ReadQuery(L, 2, {"rule", "company", "within", "limit"});
  if (!handling.corpus) return lua_newtable(L), 1;
  return PushResults(L, handling.corpus->Alerts(query, *handling.article),
                     [&](const CorpusAlert& alert) {
                       PushRow(L,
                               {{"id", alert.id},
                                {"rule", alert.rule},
                                {"company", alert.company},
                                {"ticker", alert.ticker},
                                {"title", alert.title},
                                {"severity", alert.severity},
                                {"article", alert.article}},
                               alert.published);
                       lua_pushnumber(L, alert.score);
                       lua_setfield(L, -2, "score");
                     });
}

int Search(lua_State* L) {
  Handling& handling = CheckCall(L);
  const std::string text = luaL_checkstring(L, 2);
  CorpusQuery query = ReadQuery(L, 3, {"company", "within", "limit"});
  query.text = text;
  if (!handling.corpus) return lua_newtable(L), 1;
  return PushResults(L, handling.corpus->Search(query, *handling.article),
                     [&](const CorpusArticle& article) {
                       PushRow(L,
                               {{"id", article.id},
                                {"title", article.title},
                                {"source", article.source},
                                {"url", article.url},
                                {"snippet", article.snippet}},
                               article.published);
                     });
}

constexpr ApiFunction kCorpus[] = {
    {"facts", Guarded<Facts>, "corpus:facts(options) -> facts",
     "Earlier facts, newest first, without this article: { company, metric, direction, modality, "
     "within, limit }.",
     "0.1"},
    {"alerts", Guarded<Alerts>, "corpus:alerts(options) -> alerts",
     "Earlier alerts, newest first: { rule, company, within, limit }.", "0.1"},
    {"search", Guarded<Search>, "corpus:search(query, options) -> articles",
     "Articles that match the query, newest first, without this one: { company, within, limit }.",
     "0.1"},
};

int Index(lua_State* L) {
  const std::string_view name = luaL_checkstring(L, 2);
  for (const ApiFunction& function : kCorpus) {
    if (name == function.name) return lua_pushcfunction(L, function.function), 1;
  }
  return luaL_error(L, "corpus has no `%s`: it has :facts, :alerts and :search", name.data());
}

}  // namespace

void OpenCorpus(lua_State* L) {
  luaL_newmetatable(L, kName);
  lua_pushcfunction(L, Guarded<Index>);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

void PushCorpus(lua_State* L) {
  lua_newuserdatauv(L, 1, 0);
  luaL_setmetatable(L, kName);
}

std::vector<ApiFunction> CorpusFunctions() { return {std::begin(kCorpus), std::end(kCorpus)}; }

}  // namespace tellwire::script
