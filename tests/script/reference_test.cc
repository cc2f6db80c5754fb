#include "script/reference.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "base/file.h"

namespace tellwire::script {
namespace {

constexpr char kBegin[] = "<!-- generated: api -->\n";
constexpr char kEnd[] = "<!-- end: api -->";
const std::string kHow = "not current: TELLWIRE_UPDATE=1 build/release/tests/script_test writes it";

bool Updating() { return std::getenv("TELLWIRE_UPDATE") != nullptr; }

TEST_CASE("the editor's annotations are current") {
  const std::string file = TELLWIRE_SOURCE_DIR "/rules/editor/tellwire.lua";
  if (Updating()) WriteFile(file, EditorAnnotations());
  const auto text = ReadFile(file);
  const bool current = text && *text == EditorAnnotations();
  CHECK_MESSAGE(current, file << " is " << kHow);
}

TEST_CASE("the API page of the guide is current") {
  const std::string file = TELLWIRE_SOURCE_DIR "/rules/README.md";
  auto text = ReadFile(file);
  REQUIRE(bool(text));
  size_t begin = text->find(kBegin);
  size_t end = text->find(kEnd);
  REQUIRE(begin != std::string::npos);
  REQUIRE(end != std::string::npos);
  begin += sizeof kBegin - 1;
  const std::string wanted = "\n" + ApiPage() + "\n";
  if (Updating()) {
    text->replace(begin, end - begin, wanted);
    WriteFile(file, *text);
    end = text->find(kEnd);
  }
  const bool current = text->substr(begin, end - begin) == wanted;
  CHECK_MESSAGE(current, file << " is " << kHow);
}

TEST_CASE("help knows functions, methods, leaves and objects") {
  CHECK(HelpOn("near").find("near(n, a, b) -> condition") == 0);
  CHECK(HelpOn("corpus:facts").find("corpus:facts(options)") == 0);
  CHECK(HelpOn("string.find").find("RE2") != std::string::npos);
  CHECK(HelpOn("fact").find("surprise_amount") != std::string::npos);
  CHECK(HelpOn("hit").find("ticker") != std::string::npos);
  CHECK(HelpOn("").find("Leaves: phrase list regex fact") != std::string::npos);
  CHECK(HelpOn("nothing_of_that_name") == "");
}

}  // namespace
}  // namespace tellwire::script
