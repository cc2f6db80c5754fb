#include "script/handlers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "script/frozen.h"
#include "script/marshal_amount.h"
#include "script/table_reader.h"

namespace tellwire::script {
namespace {

constexpr size_t kMaxTitle = 1000, kMaxNote = 10'000, kMaxTags = 50;
const std::vector<std::string> kKeys = {"score", "note", "severity", "title", "tags"};

Error Bad(const Where& where, std::string message, std::string help = "") {
  return Error(ErrorKind::kRule, where, std::move(message), std::move(help));
}

// What the handler returned, on top of the stack.
class DecisionReader {
 public:
  DecisionReader(lua_State* L, const Where& where) : L_(L), where_(where) {}

  Result<match::Decision> Read() {
    match::Decision decision;
    if (lua_isnil(L_, -1)) {
      decision.raise = false;
      return decision;
    }
    if (!lua_istable(L_, -1))
      return Bad(where_, fmt::format("the handler returned {}", Shown(L_, -1)),
                 "return nil for no alert, or { score = .., note = .. }");
    PushBehind(L_, -1);  // and raw from here on: nothing protects us from an error in __index
    if (auto error = CheckKeys()) return *error;
    if (auto error = ReadScore(&decision)) return *error;
    if (auto error = ReadText("title", kMaxTitle, &decision.title)) return *error;
    if (auto error = ReadText("note", kMaxNote, &decision.note)) return *error;
    if (auto error = ReadSeverity(&decision)) return *error;
    if (auto error = ReadTags(&decision)) return *error;
    return decision;
  }

 private:
  int Push(const char* key) {
    lua_pushstring(L_, key);
    return lua_rawget(L_, -2);
  }

  std::optional<Error> CheckKeys() {
    lua_pushnil(L_);
    while (lua_next(L_, -2)) {
      lua_pop(L_, 1);
      const std::string key = lua_type(L_, -1) == LUA_TSTRING ? lua_tostring(L_, -1) : "";
      if (std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end()) continue;
      Error error = Bad(where_,
                        key.empty() ? std::string("the handler returned a list")
                                    : fmt::format("the handler returned the unknown key `{}`", key),
                        Suggest(key, kKeys));
      lua_pop(L_, 1);
      return error;
    }
    return std::nullopt;
  }

  std::optional<Error> ReadScore(match::Decision* decision) {
    const StackGuard guard(L_);
    if (Push("score") == LUA_TNIL) return std::nullopt;
    const double score = lua_tonumber(L_, -1);
    if (lua_type(L_, -1) != LUA_TNUMBER || !(score >= 0 && score <= 1))
      return Bad(where_, fmt::format("the handler's `score` is {}", Shown(L_, -1)),
                 "a score is a number from 0 to 1");
    decision->score = score;
    return std::nullopt;
  }

  std::optional<Error> ReadText(const char* key, size_t most, std::optional<std::string>* out) {
    const StackGuard guard(L_);
    if (Push(key) == LUA_TNIL) return std::nullopt;
    if (lua_type(L_, -1) != LUA_TSTRING)
      return Bad(where_, fmt::format("the handler's `{}` is {}, not a text", key, Shown(L_, -1)));
    size_t size = 0;
    const char* text = lua_tolstring(L_, -1, &size);
    if (size > most)
      return Bad(where_, fmt::format("the handler's `{}` is longer than {} bytes", key, most));
    *out = std::string(text, size);
    return std::nullopt;
  }

  std::optional<Error> ReadSeverity(match::Decision* decision) {
    std::optional<std::string> word;
    if (auto error = ReadText("severity", 100, &word)) return error;
    if (!word) return std::nullopt;
    decision->severity = model::ParseSeverity(*word);
    if (decision->severity) return std::nullopt;
    return Bad(where_, fmt::format("the handler's `severity` is \"{}\"", *word),
               Suggest(*word, {"info", "low", "medium", "high", "critical"}));
  }

  std::optional<Error> ReadTags(match::Decision* decision) {
    const StackGuard guard(L_);
    if (Push("tags") == LUA_TNIL) return std::nullopt;
    decision->tags = TextsAt(L_, -1);
    if (decision->tags && decision->tags->size() <= kMaxTags) return std::nullopt;
    return Bad(where_, "the handler's `tags` are no list of at most 50 texts");
  }

  lua_State* L_;
  const Where& where_;
};

}  // namespace

Handlers::Handlers(State* state, std::vector<HandlerEntry> entries, const Limits& limits)
    : state_(state), entries_(std::move(entries)), limits_(limits) {
  state_->handling = &handling_;
  OpenHits(state_->lua());
  OpenCorpus(state_->lua());
}

Result<match::Decision> Handlers::Handle(const rule::Rule& rule, const model::Hit& hit,
                                         const model::Article& article,
                                         const model::Analysis& analysis) {
  ++handling_.call;
  handling_.rule = &rule;
  handling_.hit = &hit;
  handling_.article = &article;
  handling_.analysis = &analysis;
  handling_.running = true;
  const StackGuard guard(state_->lua());
  auto decision = Run(rule);
  handling_.running = false;
  handling_.facts.clear();
  return decision;
}

Result<match::Decision> Handlers::Run(const rule::Rule& rule) {
  lua_State* L = state_->lua();
  const HandlerEntry& entry = entries_.at(rule.handler);
  lua_rawgeti(L, LUA_REGISTRYINDEX, entry.function);
  PushHit(L);
  PushCorpus(L);
  const auto failed =
      state_->Call(2, 1, {limits_.instructions, limits_.memory_bytes, limits_.wall_seconds});
  const auto kept = CheckState(entry);
  if (failed) return *failed;
  if (kept) return *kept;
  return DecisionReader(L, entry.where).Read();
}

std::optional<Error> Handlers::CheckState(const HandlerEntry& entry) {
  lua_State* L = state_->lua();
  std::optional<Error> error;
  for (const int array : entry.watched) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, array);
    const std::string name = RestoreWatched(L, -1);
    lua_pop(L, 1);
    if (!name.empty() && !error)
      error = Bad(entry.where, fmt::format("the handler assigned `{}`, a local of its file", name),
                  "a handler keeps no state between articles: use a local inside the function");
  }
  return error;
}

}  // namespace tellwire::script
