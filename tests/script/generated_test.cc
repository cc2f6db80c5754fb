// Rule files that nobody would write: made of everything that may be called, with arguments that do
// not fit; and golden files with bytes changed. Nothing is expected of them but that they end, and
// that what is said about them has a place. TELLWIRE_SEED repeats a run, TELLWIRE_ROUNDS makes it
// longer: the same programs serve as a fuzz target.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "base/file.h"
#include "rule/check.h"
#include "support/handler_run.h"
#include "support/rule_folder.h"
#include "support/sandbox.h"

namespace tellwire::script {
namespace {

unsigned long FromEnvironment(const char* name, unsigned long otherwise) {
  const char* value = std::getenv(name);
  return value ? std::strtoul(value, nullptr, 10) : otherwise;
}

class Generator {
 public:
  explicit Generator(unsigned long seed) : random_(seed) {}

  size_t Below(size_t n) { return random_() % n; }

  template <size_t n>
  std::string Pick(const char* const (&words)[n]) {
    return words[Below(n)];
  }

  std::string Value(int depth) {
    static const char* const kPlain[] = {"nil",
                                         "true",
                                         "0",
                                         "-1",
                                         "1e308",
                                         "0/0",
                                         "'x'",
                                         "''",
                                         "'*'",
                                         "'a~ b*'",
                                         "missing",
                                         "present",
                                         "{}",
                                         "hit",
                                         "corpus",
                                         "math.huge",
                                         "'7d'",
                                         "'revenue'",
                                         "1 << 62",
                                         "'(a*)*'",
                                         "_ENV",
                                         "string",
                                         "print",
                                         "function() end",
                                         "('x'):rep(1000)",
                                         "'\\0\\255'",
                                         "no 'x'",
                                         "amount(1, 'USD')",
                                         "phrase 'a'",
                                         "fact { metric = 'revenue' }"};
    if (depth > 3 || Below(3) == 0) return Pick(kPlain);
    switch (Below(4)) {
      case 0:
        return Call(depth + 1);
      case 1:
        return "(" + Value(depth + 1) + " " + Operator() + " " + Value(depth + 1) + ")";
      case 2:
        return (Below(2) ? "~" : "#") + std::string("(") + Value(depth + 1) + ")";
      default:
        return Table(depth + 1);
    }
  }

  std::string Statement() {
    switch (Below(6)) {
      case 0:
        return "local v = " + Value(0);
      case 1:
        return "g = " + Value(0);
      case 2:
        return "pcall(function() return " + Value(0) + " end)";
      case 3:
        return "for k, v in pairs(" + Value(1) + ") do local _ = " + Value(1) + " end";
      case 4:
        return "rule 'a." + std::string(1, static_cast<char>('a' + Below(26))) + "' " + Rule();
      default:
        return "local _ = " + Call(0);
    }
  }

  std::string Rule() {
    return "{ title = " + Value(2) + ", when = " + Value(0) + ", unless = " + Table(1) +
           ", once_per = " + Value(1) + ", subject = 'company', examples = " + Table(1) +
           ", alert = function(hit, corpus) " + Statement() + " return " + Value(0) + " end }";
  }

 private:
  std::string Operator() {
    static const char* const kOperators[] = {"&",  "|", "~", "==", "<", "..", "+", "and",
                                             "or", "*", "/", "//", "%", "<<", "^", "~="};
    return Pick(kOperators);
  }

  std::string Call(int depth) {
    static const char* const kFunctions[] = {
        "phrase",      "list",         "regex",         "fact",         "promise",
        "company",     "event",        "quantity",      "theme",        "impact",
        "sentiment",   "source",       "language",      "published",    "stated",
        "fired",       "price",        "portfolio",     "compare",      "all",
        "any",         "none",         "at_least",      "count",        "near",
        "sequence",    "title",        "lead",          "sentence",     "paragraph",
        "section",     "outside",      "affirmed",      "recent",       "current",
        "anywhere",    "no",           "amount",        "rule",         "except",
        "require",     "tostring",     "tonumber",      "select",       "error",
        "assert",      "pcall",        "pairs",         "ipairs",       "print",
        "type",        "os.time",      "os.date",       "string.rep",   "string.format",
        "string.find", "string.gsub",  "string.gmatch", "string.match", "string.byte",
        "string.char", "string.sub",   "table.concat",  "table.insert", "table.remove",
        "table.sort",  "table.unpack", "utf8.char",     "utf8.len",     "utf8.codepoint",
        "utf8.offset", "math.floor",   "math.max"};
    static const char* const kMethods[] = {":exact()",   ":same 'sentence'", ":same(1)", ":unless(",
                                           ":nothing()", ".field",           ":rep(3)"};
    std::string call = Pick(kFunctions) + "(";
    for (size_t i = Below(4); i > 0; --i) call += Value(depth + 1) + (i > 1 ? ", " : "");
    call += ")";
    if (Below(4) != 0) return call;
    const std::string method = Pick(kMethods);
    return call + method + (method.ends_with("(") ? Value(depth + 1) + ")" : "");
  }

  std::string Table(int depth) {
    static const char* const kKeys[] = {"metric", "above", "below", "unit",    "between", "title",
                                        "within", "words", "fires", "company", "role",    "list"};
    std::string table = "{ ";
    for (size_t i = Below(5); i > 0; --i) {
      if (Below(2)) table += Pick(kKeys) + " = ";
      table += Value(depth + 1) + ", ";
    }
    return table + "}";
  }

  std::mt19937_64 random_;
};

LoadOptions SmallLimits() {
  LoadOptions options;
  options.limits.load_instructions = 300'000;
  options.limits.instructions = 100'000;
  return options;
}

// Loads a file, checks what it declares and runs its handlers.
void LoadAndRun(const test::RuleFolder& folder, const std::string& text) {
  static const model::Vocabulary vocabulary = test::SmallVocabulary();
  folder.Write("a/b.lua", text);
  auto loaded = folder.Load(vocabulary, SmallLimits());
  const auto said = rule::Check({loaded.rules(), vocabulary, loaded.diagnostics(), {}, 0, false});
  for (const rule::Diagnostic& problem : said) {
    CHECK_FALSE(problem.where.file.empty());
    CHECK_FALSE(rule::Render(problem).empty());
  }
  const test::OneHit one = test::MissedRevenue();
  for (const rule::Rule& rule : loaded.rules().rules) {
    if (!rule.has_handler) continue;
    const auto decision = loaded.handler().Handle(rule, one.hit, one.article, one.analysis);
    CHECK((decision || !decision.error().message.empty()));
  }
}

TEST_CASE("generated files load, fail and run without harm") {
  const unsigned long seed = FromEnvironment("TELLWIRE_SEED", 20261120);
  const unsigned long rounds = FromEnvironment("TELLWIRE_ROUNDS", 1500);
  CAPTURE(seed);
  Generator generator(seed);
  const test::RuleFolder folder;
  for (unsigned long round = 0; round < rounds; ++round) {
    std::string text;
    for (size_t i = 1 + generator.Below(5); i > 0; --i) text += generator.Statement() + "\n";
    CAPTURE(text);
    LoadAndRun(folder, text);
  }
}

TEST_CASE("handlers with generated bodies end") {
  const unsigned long seed = FromEnvironment("TELLWIRE_SEED", 20261121);
  const unsigned long rounds = FromEnvironment("TELLWIRE_ROUNDS", 500);
  CAPTURE(seed);
  Generator generator(seed);
  const test::RuleFolder folder;
  for (unsigned long round = 0; round < rounds; ++round) {
    const std::string text =
        "rule 'a.b' { title = 't', when = { miss = phrase 'x' }, alert = function(hit, corpus) " +
        generator.Statement() + " " + generator.Statement() + " return " + generator.Value(0) +
        " end }";
    CAPTURE(text);
    LoadAndRun(folder, text);
  }
}

TEST_CASE("golden files with bytes changed load or are refused") {
  const unsigned long seed = FromEnvironment("TELLWIRE_SEED", 20261122);
  CAPTURE(seed);
  Generator generator(seed);
  const test::RuleFolder folder;
  for (const auto& entry :
       std::filesystem::directory_iterator(TELLWIRE_SOURCE_DIR "/tests/golden")) {
    if (entry.path().extension() != ".lua" || entry.path().stem() == "load_limit") continue;
    const auto text = ReadFile(entry.path());
    REQUIRE(bool(text));
    for (int i = 0; i < 20 && !text->empty(); ++i) {
      std::string changed = *text;
      for (size_t n = 1 + generator.Below(3); n > 0 && !changed.empty(); --n) {
        const size_t at = generator.Below(changed.size());
        const size_t size = std::min(generator.Below(12), changed.size() - at);
        if (generator.Below(2)) {
          changed.erase(at, size);
        } else {
          changed.insert(generator.Below(changed.size()), changed.substr(at, size));
        }
      }
      CAPTURE(changed);
      LoadAndRun(folder, changed);
    }
  }
}

}  // namespace
}  // namespace tellwire::script
