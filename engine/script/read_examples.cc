#include <fmt/format.h>

#include <algorithm>

#include "script/read_rule.h"

namespace tellwire::script {
namespace {

namespace code = rule::code;
using rule::Example;

constexpr int kMaxBefore = 50;

const char kForm[] =
    "an example is a text, or { \"text\", because = \"..\", <clause> = \"words of its evidence\" }";

void ReadArticle(lua_State* L, TableReader* table, Example* example) {
  if (!table->Has("article")) return;
  table->Push("article");
  if (lua_istable(L, -1)) {
    TableReader article(L, -1, table->Written("article"), table->ValueAt("article"), "`article`");
    article.CheckKeys({"title", "published", "source", "language", "id"});
    example->title = article.Text("title").value_or("");
    example->source = article.Text("source").value_or("");
    example->language = article.Text("language").value_or("");
    example->id = article.Text("id").value_or("");
    example->published = article.Text("published").value_or("");
    if (!example->published.empty() && !ParseTimestamp(example->published))
      article.Report(code::kWrongType, article.ValueAt("published"),
                     fmt::format("\"{}\" is no date", example->published),
                     "write \"2026-05-14\" or \"2026-05-14T08:30:00Z\"");
  } else {
    table->Report(code::kWrongType, table->ValueAt("article"), "`article` is not a table",
                  "write article = { title = \"..\", published = \"2026-05-14\" }");
  }
  lua_pop(L, 1);
}

void ReadPrices(lua_State* L, TableReader* table, Example* example) {
  if (!table->Has("prices")) return;
  table->Push("prices");
  if (lua_istable(L, -1)) {
    TableReader prices(L, -1, table->Written("prices"), table->ValueAt("prices"), "`prices`");
    for (const std::string& window : prices.keys()) {
      if (!ParseDuration(window))
        prices.Report(code::kWrongType, prices.At(window),
                      fmt::format("\"{}\" is no length of time", window),
                      "write prices = { [\"2d\"] = 4.5 }");
      if (const auto move = prices.Number(window)) example->prices.emplace_back(window, *move);
    }
  } else {
    table->Report(code::kWrongType, table->ValueAt("prices"), "`prices` is not a table",
                  "write prices = { [\"2d\"] = 4.5 }");
  }
  lua_pop(L, 1);
}

Example ReadExample(lua_State* L, const TableSite* written, const Where& where, bool nested);

void ReadBefore(lua_State* L, TableReader* table, Example* example) {
  if (!table->Has("before")) return;
  table->Push("before");
  if (lua_istable(L, -1)) {
    TableReader before(L, -1, table->Written("before"), table->ValueAt("before"), "`before`");
    for (int i = 1; i <= std::min(before.size(), kMaxBefore); ++i) {
      before.Push(i);
      example->before.push_back(ReadExample(L, before.Written(i), before.At(i), true));
      lua_pop(L, 1);
    }
  } else {
    table->Report(code::kWrongType, table->ValueAt("before"), "`before` is not a list of articles",
                  "write before = { \"an earlier article\" }");
  }
  lua_pop(L, 1);
}

// The example on top of the stack.
Example ReadExample(lua_State* L, const TableSite* written, const Where& where, bool nested) {
  Example example;
  example.where = where;
  State::Hold(L, sizeof example + (lua_type(L, -1) == LUA_TSTRING ? lua_rawlen(L, -1) : 0));
  if (lua_type(L, -1) == LUA_TSTRING) {
    example.text = lua_tostring(L, -1);
    return example;
  }
  if (!lua_istable(L, -1)) {
    Loading::Of(L)->Report(code::kWrongType, where,
                           fmt::format("an example is {}, not a text", Shown(L, -1)), kForm);
    return example;
  }
  TableReader table(L, -1, written, where, "an example");
  if (table.size() >= 1) {
    table.Push(1);
    if (lua_type(L, -1) == LUA_TSTRING) {
      State::Hold(L, lua_rawlen(L, -1));
      example.text = lua_tostring(L, -1);
    }
    lua_pop(L, 1);
  }
  if (example.text.empty() || table.size() > 1)
    table.Report(code::kMissingKey, where, "an example does not have exactly one text", kForm);
  ReadArticle(L, &table, &example);
  ReadPrices(L, &table, &example);
  if (!nested) ReadBefore(L, &table, &example);
  for (const std::string& key : table.keys()) {
    if (key == "article" || key == "prices" || key == "before") continue;
    const std::string words = table.Text(key).value_or("");
    if (key == "because") {
      example.because = words;
    } else if (key == "company") {
      example.company = words;
    } else {
      example.evidence.emplace_back(key, words);
    }
  }
  return example;
}

}  // namespace

std::vector<Example> ReadExamples(lua_State* L, TableReader* table) {
  std::vector<Example> examples;
  table->CheckKeys({"fires", "silent", "unknown"});
  const std::pair<const char*, Example::Wanted> kinds[] = {{"fires", Example::Wanted::kFires},
                                                           {"silent", Example::Wanted::kSilent},
                                                           {"unknown", Example::Wanted::kUnknown}};
  for (const auto& [key, wanted] : kinds) {
    if (!table->Has(key)) continue;
    table->Push(key);
    if (lua_istable(L, -1)) {
      TableReader list(L, -1, table->Written(key), table->ValueAt(key), fmt::format("`{}`", key));
      list.CheckKeys({});
      for (int i = 1; i <= list.size(); ++i) {
        list.Push(i);
        examples.push_back(ReadExample(L, list.Written(i), list.At(i), false));
        examples.back().wanted = wanted;
        lua_pop(L, 1);
      }
    } else {
      table->Report(code::kWrongType, table->ValueAt(key),
                    fmt::format("`{}` is {}, not a list of examples", key, Shown(L, -1)), kForm);
    }
    lua_pop(L, 1);
  }
  return examples;
}

}  // namespace tellwire::script
