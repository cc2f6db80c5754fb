#include "alert/present.h"

#include <doctest/doctest.h>

#include "alert/build.h"
#include "support/made_hit.h"

namespace tellwire {
namespace {

using alert::Format;

model::Alert Made() {
  const test::MadeHit made;
  return alert::Build({made.rule, made.hit, made.article, made.analysis, made.vocabulary, "f", "g",
                       std::nullopt, std::nullopt, std::nullopt, nullptr});
}

std::string In(Format format, const model::Alert& alert) {
  return alert::Present({alert}, {format, false, 0});
}

TEST_CASE("present: each sentence stands once, with all its hits marked") {
  const std::string table = In(Format::kTable, Made());
  CHECK(table.find("high  Acme Corp missed, shares +6%\n") == 0);
  CHECK(table.find("Acme Corp (ACM) · earnings.miss · score 0.40") != std::string::npos);
  CHECK(table.find("  “[Acme missed].”\n") != std::string::npos);
  CHECK(table.find("  “[Its shares rose 6%].”\n") != std::string::npos);
  CHECK(table.find("Wire · 2026-05-14 · a1\n") != std::string::npos);
}

TEST_CASE("present: colour only where it is asked for") {
  CHECK(In(Format::kTable, Made()).find('\x1b') == std::string::npos);
  CHECK(alert::Present({Made()}, {Format::kTable, true, 0}).find("\x1b[1;33mAcme missed") !=
        std::string::npos);
}

TEST_CASE("present: a hostile article reaches no format raw") {
  model::Alert alert = Made();
  alert.title = "=cmd() <b>\x1b[2J";
  alert.evidence[0].sentence = "<script>x</script>";
  alert.evidence[0].sentence_place.span = {0, 18};
  alert.evidence.resize(1);
  CHECK(In(Format::kTable, alert).find('\x1b') == std::string::npos);
  CHECK(In(Format::kHtml, alert).find("<script>") == std::string::npos);
  CHECK(In(Format::kHtml, alert).find("<b>") == std::string::npos);
  CHECK(In(Format::kMarkdown, alert).find("<b>") == std::string::npos);
  CHECK(In(Format::kCsv, alert).find(",=cmd") == std::string::npos);
  CHECK(In(Format::kJsonl, alert).find('\x1b') == std::string::npos);
}

TEST_CASE("present: a very long sentence is cut around its hit, at characters") {
  model::Alert alert = Made();
  std::string sentence;
  for (int i = 0; i < 400; ++i) sentence += "é ";
  const auto begin = static_cast<uint32_t>(sentence.size());
  sentence += "missed";
  for (int i = 0; i < 400; ++i) sentence += " ü";
  alert.evidence.resize(1);
  alert.evidence[0].sentence = sentence;
  alert.evidence[0].sentence_place.span = {0, static_cast<uint32_t>(sentence.size())};
  alert.evidence[0].place.span = {begin, begin + 6};
  const std::string table = In(Format::kTable, alert);
  CHECK(table.find("[missed]") != std::string::npos);
  CHECK(table.find("“… ") != std::string::npos);
  CHECK(table.find("\xEF\xBF\xBD") == std::string::npos);
  CHECK(table.size() < 900);
}

TEST_CASE("present: nothing found is an empty list in every format") {
  for (const auto& [format, text] :
       {std::pair(Format::kTable, std::string()), std::pair(Format::kJsonl, std::string()),
        std::pair(Format::kJson, std::string("[]\n"))}) {
    CHECK(alert::Present({}, {format, false, 0}) == text);
  }
}

}  // namespace
}  // namespace tellwire
