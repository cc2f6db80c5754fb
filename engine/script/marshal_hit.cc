#include "script/marshal_hit.h"

#include <fmt/format.h>

#include "rule/clauses.h"
#include "rule/fields.h"
#include "script/fact_values.h"
#include "script/table_reader.h"

namespace tellwire::script {
namespace {

constexpr char kHit[] = "hit", kItem[] = "clause", kArticle[] = "article", kAnalysis[] = "analysis";

// A handle: which call it belongs to, and what it means there.
struct Handle {
  uint64_t call = 0;
  enum class Kind : uint8_t { kWhole, kEvidence, kAgainst, kCorpusFact } kind = Kind::kWhole;
  size_t index = 0;
};

void PushHandle(lua_State* L, const char* type, Handle::Kind kind, size_t index) {
  auto* handle = static_cast<Handle*>(lua_newuserdatauv(L, sizeof(Handle), 0));
  *handle = {Handling::Of(L)->call, kind, index};
  luaL_setmetatable(L, type);
}

const Handle& CheckHandle(lua_State* L, int index, const char* type) {
  const auto& handle = *static_cast<const Handle*>(luaL_checkudata(L, index, type));
  const Handling* handling = Handling::Of(L);
  if (!handling || !handling->running || handling->call != handle.call)
    luaL_error(L, "this %s belongs to an earlier call", type);
  return handle;
}

void PushText(lua_State* L, std::string_view text) { lua_pushlstring(L, text.data(), text.size()); }

int PushTextOrNil(lua_State* L, std::string_view text) {
  if (text.empty()) {
    lua_pushnil(L);
  } else {
    PushText(L, text);
  }
  return 1;
}

const std::string& TextOf(const Handling& handling, const model::Place& place) {
  return place.part == model::Part::kTitle ? handling.article->title : handling.article->text;
}

const model::Evidence& EvidenceOf(const Handling& handling, const Handle& handle) {
  const bool against = handle.kind == Handle::Kind::kAgainst;
  return (against ? handling.hit->against : handling.hit->evidence)[handle.index];
}

// The fact behind a handle; its `fact` is null where there is none.
FactView FactOf(const Handling& handling, const Handle& handle) {
  if (handle.kind == Handle::Kind::kCorpusFact) {
    const CorpusFact& stored = handling.facts[handle.index];
    return {&stored.fact, stored.company, stored.ticker};
  }
  const int index = EvidenceOf(handling, handle).fact;
  if (index < 0) return {};
  const model::Fact& fact = handling.analysis->facts[static_cast<size_t>(index)];
  if (fact.company < 0) return {&fact, "", ""};
  const model::Company& company = handling.analysis->companies[static_cast<size_t>(fact.company)];
  return {&fact, company.name, company.ticker};
}

int FactIs(lua_State* L) {
  const Handle& handle = CheckHandle(L, 1, kItem);
  const FactView view = FactOf(*Handling::Of(L), handle);
  lua_pushboolean(L, view.fact && view.fact->metric == luaL_checkstring(L, 2));
  return 1;
}

int FactUnder(lua_State* L) {
  const Handle& handle = CheckHandle(L, 1, kItem);
  const FactView view = FactOf(*Handling::Of(L), handle);
  lua_pushboolean(L, view.fact && model::IsUnder(view.fact->metric, luaL_checkstring(L, 2)));
  return 1;
}

constexpr ApiFunction kFactMethods[] = {
    {"is", Guarded<FactIs>, "fact:is(metric) -> boolean", "Whether it is exactly that metric.",
     "0.1"},
    {"under", Guarded<FactUnder>, "fact:under(metric) -> boolean",
     "Whether its metric lies in that family.", "0.1"},
};

void PushSpan(lua_State* L, const Span& span) {
  lua_createtable(L, 2, 0);
  lua_pushinteger(L, span.begin);
  lua_rawseti(L, -2, 1);
  lua_pushinteger(L, span.end);
  lua_rawseti(L, -2, 2);
}

// All evidence of the clause that this one belongs to.
void PushAll(lua_State* L, const Handling& handling, const Handle& handle) {
  const bool against = handle.kind == Handle::Kind::kAgainst;
  const std::string& clause = EvidenceOf(handling, handle).clause;
  const auto& evidence = against ? handling.hit->against : handling.hit->evidence;
  lua_newtable(L);
  lua_Integer count = 0;
  for (size_t i = 0; i < evidence.size(); ++i) {
    if (evidence[i].clause != clause) continue;
    PushHandle(L, kItem, handle.kind, i);
    lua_rawseti(L, -2, ++count);
  }
}

// A field of a piece of evidence apart from its fact's; false: it is none.
bool PushEvidenceField(lua_State* L, const Handling& handling, const Handle& handle,
                       std::string_view name) {
  if (handle.kind == Handle::Kind::kCorpusFact) {
    const CorpusFact& stored = handling.facts[handle.index];
    if (name == "text") return PushText(L, stored.quote), true;
    if (name == "article") return PushText(L, stored.article), true;
    if (name == "source") return PushTextOrNil(L, stored.source), true;
    if (name != "published") return false;
    return PushTextOrNil(L, stored.published ? ToString(*stored.published) : ""), true;
  }
  const model::Evidence& evidence = EvidenceOf(handling, handle);
  if (name == "text") {
    PushText(L, evidence.place.span.Of(TextOf(handling, evidence.place)));
  } else if (name == "sentence") {
    PushText(L, evidence.sentence.span.Of(TextOf(handling, evidence.sentence)));
  } else if (name == "span") {
    PushSpan(L, evidence.place.span);
  } else if (name == "in_title") {
    lua_pushboolean(L, evidence.place.part == model::Part::kTitle);
  } else if (name == "all") {
    PushAll(L, handling, handle);
  } else {
    return false;
  }
  return true;
}

int ItemIndex(lua_State* L) {
  const Handle& handle = CheckHandle(L, 1, kItem);
  const Handling& handling = *Handling::Of(L);
  const std::string name = luaL_checkstring(L, 2);
  for (const ApiFunction& method : kFactMethods) {
    if (name == method.name) return lua_pushcfunction(L, method.function), 1;
  }
  if (PushEvidenceField(L, handling, handle, name)) return 1;
  const FactView view = FactOf(handling, handle);
  if (view.fact && PushFactField(L, view, name)) return 1;
  std::vector<std::string> known = {"text", "sentence", "span", "in_title", "all"};
  if (view.fact) {
    for (const std::string& field : rule::FieldNames(rule::Op::kPromise)) known.push_back(field);
  }
  return luaL_error(L, "%s has no field `%s`; %s", view.fact ? "a fact" : "a clause without facts",
                    name.c_str(), Suggest(name, known).c_str());
}

int ItemText(lua_State* L) {
  const Handle& handle = CheckHandle(L, 1, kItem);
  PushEvidenceField(L, *Handling::Of(L), handle, "text");
  return 1;
}

// The best evidence of a declared clause, or nil.
int PushClause(lua_State* L, const Handling& handling, const std::string& name) {
  const model::Hit& hit = *handling.hit;
  if (const auto* best = model::BestEvidence(hit.evidence, name, *handling.analysis)) {
    PushHandle(L, kItem, Handle::Kind::kEvidence, static_cast<size_t>(best - hit.evidence.data()));
  } else if (const auto* against = model::BestEvidence(hit.against, name, *handling.analysis)) {
    PushHandle(L, kItem, Handle::Kind::kAgainst, static_cast<size_t>(against - hit.against.data()));
  } else {
    lua_pushnil(L);
  }
  return 1;
}

int HitIndex(lua_State* L) {
  CheckHandle(L, 1, kHit);
  const Handling& handling = *Handling::Of(L);
  const std::string name = luaL_checkstring(L, 2);
  const bool company = handling.hit->company >= 0;
  const auto subject = [&]() -> const model::Company& {
    return handling.analysis->companies[static_cast<size_t>(handling.hit->company)];
  };
  if (name == "company") return PushTextOrNil(L, company ? subject().name : "");
  if (name == "ticker") return PushTextOrNil(L, company ? subject().ticker : "");
  if (name == "article") return PushHandle(L, kArticle, Handle::Kind::kWhole, 0), 1;
  if (name == "analysis") return PushHandle(L, kAnalysis, Handle::Kind::kWhole, 0), 1;
  std::vector<std::string> known = {"company", "ticker", "article", "analysis"};
  for (const rule::Clause& clause : rule::NamedClauses(*handling.rule)) {
    if (clause.name == name) return PushClause(L, handling, name);
    known.push_back(clause.name);
  }
  return luaL_error(L, "the rule has no clause `%s`; %s", name.c_str(),
                    Suggest(name, known).c_str());
}

int ArticleIndex(lua_State* L) {
  CheckHandle(L, 1, kArticle);
  const model::Article& article = *Handling::Of(L)->article;
  const std::string_view name = luaL_checkstring(L, 2);
  if (name == "id") return PushTextOrNil(L, article.CallName());
  if (name == "title") return PushTextOrNil(L, article.title);
  if (name == "text") return PushText(L, article.text), 1;
  if (name == "source") return PushTextOrNil(L, article.source);
  if (name == "url") return PushTextOrNil(L, article.url);
  if (name == "author") return PushTextOrNil(L, article.author);
  if (name == "language") return PushTextOrNil(L, article.language);
  if (name == "published")
    return PushTextOrNil(L, article.published ? ToString(*article.published) : "");
  if (name == "time") {
    if (article.published) return lua_pushinteger(L, article.published->seconds), 1;
    return lua_pushnil(L), 1;
  }
  std::vector<std::string> known;
  for (const ApiField& field : ArticleFields()) known.emplace_back(field.name);
  return luaL_error(L, "an article has no field `%s`; %s", name.data(),
                    Suggest(name, known).c_str());
}

void SetText(lua_State* L, const char* key, std::string_view text) {
  PushTextOrNil(L, text);
  lua_setfield(L, -2, key);
}

void SetNumber(lua_State* L, const char* key, double number) {
  lua_pushnumber(L, number);
  lua_setfield(L, -2, key);
}

void PushSentiment(lua_State* L, const model::Sentiment& sentiment) {
  lua_newtable(L);
  SetText(L, "label", ToString(sentiment.label));
  SetNumber(L, "score", sentiment.score);
  lua_pushboolean(L, sentiment.mixed);
  lua_setfield(L, -2, "mixed");
}

void PushCompanies(lua_State* L, const model::Analysis& analysis) {
  lua_newtable(L);
  lua_Integer count = 0;
  for (const model::Company& company : analysis.companies) {
    State::Spend(L, 10);
    lua_newtable(L);
    SetText(L, "name", company.name);
    SetText(L, "ticker", company.ticker);
    SetText(L, "sector", company.sector);
    SetText(L, "role", ToString(company.role));
    SetNumber(L, "relevance", company.relevance);
    PushSentiment(L, company.sentiment);
    lua_setfield(L, -2, "sentiment");
    lua_rawseti(L, -2, ++count);
  }
}

void PushThemes(lua_State* L, const model::Analysis& analysis) {
  lua_newtable(L);
  lua_Integer count = 0;
  for (const model::Theme& theme : analysis.themes) {
    lua_newtable(L);
    SetText(L, "theme", theme.id);
    SetNumber(L, "score", theme.score);
    lua_rawseti(L, -2, ++count);
  }
}

int AnalysisIndex(lua_State* L) {
  CheckHandle(L, 1, kAnalysis);
  const model::Analysis& analysis = *Handling::Of(L)->analysis;
  const std::string_view name = luaL_checkstring(L, 2);
  if (name == "impact") return lua_pushnumber(L, analysis.impact), 1;
  if (name == "language") return PushTextOrNil(L, analysis.language);
  if (name == "reporting_period") return PushTextOrNil(L, analysis.reporting_period.form);
  if (name == "sentiment") return PushSentiment(L, analysis.sentiment), 1;
  if (name == "companies") return PushCompanies(L, analysis), 1;
  if (name == "themes") return PushThemes(L, analysis), 1;
  std::vector<std::string> known;
  for (const ApiField& field : AnalysisFields()) known.emplace_back(field.name);
  return luaL_error(L, "an analysis has no field `%s`; %s", name.data(),
                    Suggest(name, known).c_str());
}

int NotWritable(lua_State* L) { return luaL_error(L, "what a handler is given is read-only"); }

void SetMetatable(lua_State* L, const char* type, lua_CFunction index, lua_CFunction text) {
  luaL_newmetatable(L, type);
  lua_pushcfunction(L, index);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, Guarded<NotWritable>);
  lua_setfield(L, -2, "__newindex");
  if (text) {
    lua_pushcfunction(L, text);
    lua_setfield(L, -2, "__tostring");
  }
  lua_pop(L, 1);
}

}  // namespace

void OpenHits(lua_State* L) {
  SetMetatable(L, kHit, Guarded<HitIndex>, nullptr);
  SetMetatable(L, kItem, Guarded<ItemIndex>, Guarded<ItemText>);
  SetMetatable(L, kArticle, Guarded<ArticleIndex>, nullptr);
  SetMetatable(L, kAnalysis, Guarded<AnalysisIndex>, nullptr);
}

void PushHit(lua_State* L) { PushHandle(L, kHit, Handle::Kind::kWhole, 0); }

void PushCorpusFact(lua_State* L, size_t index) {
  PushHandle(L, kItem, Handle::Kind::kCorpusFact, index);
}

std::vector<ApiField> HitFields() {
  return {{"company", "string?", "Name of the subject; nil under subject \"article\"."},
          {"ticker", "string?", "Its ticker."},
          {"article", "tellwire.Article", "The article."},
          {"analysis", "tellwire.Analysis", "What was found in it."}};
}

std::vector<ApiField> ClauseFields() {
  return {{"text", "string", "The words of the evidence."},
          {"sentence", "string", "The sentence around them."},
          {"span", "integer[]", "Their place: first byte and one past the last, from 0."},
          {"in_title", "boolean", "Whether they stand in the title."},
          {"all", "tellwire.Clause[]", "All evidence of the clause, in text order."}};
}

std::vector<ApiField> ArticleFields() {
  return {{"id", "string?", "As its source calls it."},
          {"title", "string?", "Its title, given apart."},
          {"text", "string", "Its text."},
          {"source", "string?", "Who published it."},
          {"url", "string?", "Where."},
          {"author", "string?", "Who wrote it."},
          {"language", "string?", "As given."},
          {"published", "string?", "When, as ISO 8601; nil where it has no date."},
          {"time", "integer?", "The same in seconds since 1970."}};
}

std::vector<ApiField> AnalysisFields() {
  return {{"sentiment", "tellwire.Sentiment", "{ label, score, mixed }"},
          {"impact", "number", "0..1"},
          {"themes", "table[]", "{ theme, score }, best first."},
          {"companies", "table[]",
           "{ name, ticker, sector, role, relevance, sentiment }, most relevant first."},
          {"language", "string?", "The language, as detected."},
          {"reporting_period", "string?", "What the article reports on."}};
}

std::vector<ApiFunction> FactMethods() {
  return {std::begin(kFactMethods), std::end(kFactMethods)};
}

}  // namespace tellwire::script
