// Measures the extraction of facts on gold sentences: tests/gold/*.jsonl, lines of
//   {"id", "text", "phenomena": [..], "facts": [FACT + "tier", "accept"?], "forbid": [pattern..],
//   "exhaustive"?}
//
// A gold fact is found by a fact of the same company, metric, numbers, class of unit, surprise,
// streak and growth class; strictly, when modality and negation agree too. An item is exact when
// all its facts are found strictly, nothing else was said, and nothing forbidden. Prints a table by
// phenomenon, worst first.
//
// Usage: evaluate RULES RECORDED FILE...   RECORDED: a table of file, figure and value; a figure
// below its recorded value fails. --record in place of it prints such a table.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "analysis/analyser.h"
#include "base/json_writer.h"
#include "base/table.h"
#include "shell/analysis_json.h"

namespace {

using Json = nlohmann::json;

std::string Simplified(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)))
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return out;
}

// The value of a slot and whatever the gold accepts beside it.
std::vector<Json> Allowed(const Json& gold, const char* slot) {
  std::vector<Json> values = {gold.value(slot, Json())};
  if (!gold.contains("accept") || !gold["accept"].contains(slot)) return values;
  const Json& also = gold["accept"][slot];
  if (!also.is_array()) {
    values.push_back(also);
  } else {
    values.insert(values.end(), also.begin(), also.end());
  }
  return values;
}

bool SameNumber(const Json& a, const Json& b) {
  if (a.is_array() || b.is_array()) {
    return a.is_array() && b.is_array() && a.size() == b.size() && SameNumber(a[0], b[0]) &&
           SameNumber(a[1], b[1]);
  }
  if (!a.is_number() || !b.is_number()) return a.is_null() && b.is_null();
  const double x = a.get<double>(), y = b.get<double>();
  return std::fabs(x - y) <= 0.005 * std::max({std::fabs(x), std::fabs(y), 1e-9});
}

bool SameCompany(const Json& gold, const Json& said) {
  for (const Json& name : Allowed(gold, "company")) {
    const Json& other = said["company"];
    if (name.is_null() || other.is_null()) {
      if (name.is_null() && other.is_null()) return true;
      continue;
    }
    const std::string a = Simplified(name), b = Simplified(other);
    if (a == b || a.starts_with(b) || b.starts_with(a)) return true;
  }
  return false;
}

// A currency or a ratio is its own class; `count` and every noun are one.
std::string UnitClass(const Json& unit) {
  if (unit.is_null()) return "";
  const std::string text = unit;
  const bool currency =
      text.size() == 3 &&
      std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isupper(c); });
  return currency || std::set<std::string>{"pct", "pp", "bp", "x"}.count(text) ? text : "count";
}

bool SameQuantity(const Json& gold, const Json& said, const char* value, const char* unit) {
  if (!gold.contains(value) || gold[value].is_null()) return true;
  const auto values = Allowed(gold, value);
  const bool number = std::any_of(values.begin(), values.end(),
                                  [&](const Json& v) { return SameNumber(v, said[value]); });
  return number && UnitClass(gold.value(unit, Json())) == UnitClass(said[unit]);
}

bool OneOf(const Json& gold, const Json& said, const char* slot) {
  const auto values = Allowed(gold, slot);
  return std::find(values.begin(), values.end(), said[slot]) != values.end();
}

bool Matches(const Json& gold, const Json& said) {
  if (!SameCompany(gold, said) || !OneOf(gold, said, "metric")) return false;
  if (!SameQuantity(gold, said, "value", "unit") ||
      !SameQuantity(gold, said, "change", "change_unit"))
    return false;
  const std::string kind = gold.value("kind", "metric");
  if (kind != "metric" && said["kind"] != kind) return false;
  for (const char* slot : {"surprise", "streak_quarters", "growth_class"}) {
    if (gold.contains(slot) && !gold[slot].is_null() && !OneOf(gold, said, slot)) return false;
  }
  const bool numberless = !gold.contains("value") && !gold.contains("change");
  return !numberless || !gold.contains("direction") || OneOf(gold, said, "direction");
}

bool Strictly(const Json& gold, const Json& said) {
  return OneOf(gold, said, "modality") &&
         gold.value("negated", false) == said["negated"].get<bool>();
}

bool Violates(const Json& pattern, const Json& said) {
  for (const auto& [slot, wanted] : pattern.items()) {
    const Json& value = said.contains(slot) ? said[slot] : Json();
    if (slot == "flags") {
      if (std::find(value.begin(), value.end(), wanted) == value.end()) return false;
    } else if (slot == "company") {
      if (wanted == "*" ? value.is_null()
                        : value.is_null() || Simplified(value) != Simplified(wanted))
        return false;
    } else if (wanted == "*") {
      if (value.is_null()) return false;
    } else if (wanted.is_number()) {
      if (!SameNumber(wanted, value)) return false;
    } else if (value != wanted) {
      return false;
    }
  }
  return true;
}

struct Ratio {
  int hits = 0, of = 0;
  void Add(bool hit) { hits += hit, ++of; }
  double value() const { return of ? static_cast<double>(hits) / of : 1; }
};

struct Tally {
  Ratio recall, strict, precision, exact;
  int forbidden = 0;
  std::map<std::string, Ratio> phenomena;
  std::vector<std::string> failures;
};

std::string Describe(const Json& fact) {
  std::string out;
  for (const char* slot :
       {"company", "metric", "value", "change", "surprise", "direction", "modality"}) {
    if (fact.contains(slot) && !fact[slot].is_null())
      out += fmt::format(" {}={}", slot, fact[slot].dump());
  }
  return out;
}

// Pairs gold facts with what was said, strict pairs first. Returns for each gold fact the index of
// its fact, or -1.
std::vector<int> Pair(const Json& gold, const Json& said) {
  std::vector<int> pairs(gold.size(), -1);
  std::set<size_t> taken;
  for (const bool strict : {true, false}) {
    for (size_t g = 0; g < gold.size(); ++g) {
      for (size_t s = 0; s < said.size() && pairs[g] < 0; ++s) {
        if (taken.count(s) || !Matches(gold[g], said[s]) || (strict && !Strictly(gold[g], said[s])))
          continue;
        pairs[g] = static_cast<int>(s);
        taken.insert(s);
      }
    }
  }
  return pairs;
}

void Score(const Json& item, const Json& said, Tally* tally) {
  const Json& gold = item["facts"];
  const std::vector<int> pairs = Pair(gold, said);
  bool exact = true;
  const auto fail = [&](const std::string& what) {
    exact = false;
    tally->failures.push_back(item["id"].get<std::string>() + " " + what);
  };
  for (size_t g = 0; g < gold.size(); ++g) {
    if (gold[g].value("tier", "must") == "may") continue;
    const bool found = pairs[g] >= 0;
    const bool strict = found && Strictly(gold[g], said[static_cast<size_t>(pairs[g])]);
    tally->recall.Add(found);
    tally->strict.Add(strict);
    if (!strict) fail((found ? "modality or negation" : "missed") + Describe(gold[g]));
  }
  for (size_t s = 0; s < said.size(); ++s) {
    const bool paired =
        std::any_of(gold.begin(), gold.end(), [&](const Json& g) { return Matches(g, said[s]); });
    const bool allowed = paired || !item.value("exhaustive", true);
    tally->precision.Add(allowed);
    if (!allowed) fail("extra" + Describe(said[s]));
  }
  for (const Json& pattern : item["forbid"]) {
    if (std::none_of(said.begin(), said.end(),
                     [&](const Json& fact) { return Violates(pattern, fact); }))
      continue;
    ++tally->forbidden;
    fail("forbidden " + pattern.dump());
  }
  tally->exact.Add(exact);
  for (const Json& phenomenon : item["phenomena"]) tally->phenomena[phenomenon].Add(exact);
}

Json FactsOf(const tellwire::analysis::Analyser& analyser, const std::string& text) {
  tellwire::model::Article article;
  article.text = text;
  const tellwire::model::Analysis analysis = analyser.Analyse(article);
  tellwire::JsonWriter json;
  json.BeginArray();
  for (const tellwire::model::Fact& fact : analysis.facts)
    tellwire::shell::WriteFact(analysis, fact, &json);
  return Json::parse(json.EndArray().Take());
}

std::map<std::string, double> Figures(const Tally& tally) {
  return {
      {"recall", tally.recall.value()},
      {"strict", tally.strict.value()},
      {"precision", tally.precision.value()},
      {"exact", tally.exact.value()},
      {"obedient",
       tally.forbidden == 0 ? 1.0 : 1.0 - static_cast<double>(tally.forbidden) / tally.exact.of}};
}

void Print(const std::string& name, const Tally& tally, bool verbose) {
  fmt::print("{}: {} items\n", name, tally.exact.of);
  for (const auto& [figure, value] : Figures(tally)) fmt::print("  {:12} {:.3f}\n", figure, value);
  std::vector<std::pair<std::string, Ratio>> rows(tally.phenomena.begin(), tally.phenomena.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return a.second.value() < b.second.value();
  });
  fmt::print("  exact by phenomenon\n");
  for (const auto& [phenomenon, ratio] : rows)
    fmt::print("    {:24} {}/{}\n", phenomenon, ratio.hits, ratio.of);
  if (!verbose) return;
  for (const std::string& failure : tally.failures) fmt::print("  {}\n", failure);
}

// How many figures fell below what is recorded of the file.
int FallenBelow(const std::string& name, const Tally& tally, const tellwire::Table& recorded) {
  int fallen = 0;
  const auto figures = Figures(tally);
  for (const tellwire::TableRow& row : recorded.rows) {
    if (row.cells[0] != name) continue;
    const auto found = figures.find(row.cells[1]);
    if (found == figures.end() || found->second + 0.0005 >= std::stod(row.cells[2])) continue;
    fmt::print("{}: {} {} fell from {} to {:.3f}\n", recorded.file, name, row.cells[1],
               row.cells[2], found->second);
    ++fallen;
  }
  return fallen;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4)
    return fmt::print(stderr, "usage: evaluate RULES RECORDED|--record [-v] FILE...\n"), 2;
  auto analyser = tellwire::analysis::Analyser::Load(argv[1]);
  if (!analyser) return fmt::print(stderr, "{}\n", ToString(analyser.error())), 2;
  const bool record = std::string(argv[2]) == "--record";
  auto recorded = record ? tellwire::Table() : tellwire::ReadTable(argv[2]).value();
  bool verbose = false;
  int fallen = 0;
  for (int i = 3; i < argc; ++i) {
    if (std::string(argv[i]) == "-v") {
      verbose = true;
      continue;
    }
    Tally tally;
    std::ifstream in(argv[i]);
    for (std::string line; std::getline(in, line);) {
      const Json item = Json::parse(line);
      Score(item, FactsOf(*analyser, item["text"]), &tally);
    }
    const std::string name = std::filesystem::path(argv[i]).filename();
    if (record) {
      for (const auto& [figure, value] : Figures(tally))
        fmt::print("{}\t{}\t{:.3f}\n", name, figure, value);
    } else {
      Print(name, tally, verbose);
      fallen += FallenBelow(name, tally, recorded);
    }
  }
  return fallen > 0 ? 1 : 0;
}
