// One rule file and what is said about it for every code: tests/golden/<name>.lua and .out.
// TELLWIRE_UPDATE=1 writes the .out files anew; read them before you commit them.
//
// In a .lua file, `--- file NAME` begins another file of the same folder, and `--- share 0.38 LEAF`
// says what the network would know of the anchor of its rules on a corpus of 1000 articles.
#include <doctest/doctest.h>

#include <cstdlib>

#include "base/file.h"
#include "rule/check.h"
#include "rule/codes.h"
#include "support/rule_folder.h"

namespace tellwire::rule {
namespace {

const std::string kFolder = TELLWIRE_SOURCE_DIR "/tests/golden/";

struct Golden {
  std::vector<std::pair<std::string, std::string>> files;  // name, text
  std::optional<AnchorCost> anchor;
};

Golden ReadGolden(const std::string& name, const std::string& text) {
  Golden golden;
  golden.files.emplace_back(name + ".lua", "");
  size_t begin = 0;
  while (begin < text.size()) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with("--- file ")) {
      golden.files.emplace_back(line.substr(9), "");
    } else if (line.starts_with("--- share ")) {
      AnchorCost anchor;
      anchor.share = std::atof(line.c_str() + 10);
      anchor.leaves = {line.substr(line.find(' ', 10) + 1)};
      golden.anchor = anchor;
    } else {
      golden.files.back().second += line + "\n";
    }
  }
  return golden;
}

// Everything said about a golden file, with the folder's name left out.
std::string Said(const std::string& name, const std::string& text) {
  const Golden golden = ReadGolden(name, text);
  test::RuleFolder folder;
  for (const auto& [file, content] : golden.files) folder.Write(file, content);
  const model::Vocabulary vocabulary = test::SmallVocabulary();
  script::LoadOptions options;
  options.now = 1782777600;  // 2026-06-30
  options.limits.load_instructions = 2'000'000;
  const auto loaded = folder.Load(vocabulary, options);
  CheckInput input{loaded.rules(), vocabulary, loaded.diagnostics(), {}, 0, false};
  input.whole = text.find("named: broken") != std::string::npos;
  if (golden.anchor) {
    input.anchors.assign(loaded.rules().rules.size(), *golden.anchor);
    input.articles = 1000;
  }
  std::string out;
  for (const Diagnostic& problem : Check(std::move(input))) out += Render(problem) + "\n";
  const std::string prefix = folder.path() + "/";
  for (size_t at = out.find(prefix); at != std::string::npos; at = out.find(prefix, at))
    out.erase(at, prefix.size());
  return out;
}

TEST_CASE("every code has a golden file, and says what stands there") {
  const bool update = std::getenv("TELLWIRE_UPDATE") != nullptr;
  for (const CodeEntry& entry : Codes()) {
    const std::string name(entry.name), code(entry.code);
    CAPTURE(name);
    CAPTURE(code);
    const auto text = ReadFile(kFolder + name + ".lua");
    if (!text) {
      FAIL_CHECK("tests/golden has no " << name << ".lua: write the smallest file that has it");
      continue;
    }
    const std::string said = Said(name, *text);
    CHECK(said.find("[" + code + "]") != std::string::npos);
    if (update) WriteFile(kFolder + name + ".out", said);
    const auto wanted = ReadFile(kFolder + name + ".out");
    CHECK(said == (wanted ? *wanted : "(no .out file; TELLWIRE_UPDATE=1 writes it)"));
  }
}

TEST_CASE("a good rule has nothing said about it") {
  const std::string good = R"(rule "a.b" {
  title = "A price war at {company}",
  subject = "company",
  when = { war = list "export_controls" & fact { metric = "revenue", direction = "down" } },
  once_per = { "company", days = 7 },
  false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
)";
  CHECK(Said("good", good) == "");
}

TEST_CASE("codes are in order and used once, and the README lists them all") {
  const auto readme = ReadFile(TELLWIRE_SOURCE_DIR "/engine/rule/README.md");
  REQUIRE(bool(readme));
  std::string before;
  for (const CodeEntry& entry : Codes()) {
    const std::string code(entry.code), meaning(entry.meaning);
    CAPTURE(code);
    CHECK(before < code);
    before = code;
    CHECK(readme->find("| " + code + " | " + std::string(entry.name) + " |") != std::string::npos);
    CHECK(readme->find(meaning) != std::string::npos);
  }
}

}  // namespace
}  // namespace tellwire::rule
