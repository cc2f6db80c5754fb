#include "analysis/dated_past.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "analysis/analyser.h"

namespace {

using namespace tellwire;  // NOLINT: a test of one room

const analysis::Analyser& ShippedAnalyser() {
  static const auto kAnalyser = [] {
    auto loaded = analysis::Analyser::Load(std::string(TELLWIRE_SOURCE_DIR) + "/rules");
    REQUIRE(loaded);
    return std::move(*loaded);
  }();
  return kAnalyser;
}

// The stretches told as history, joined by " | ".
std::string PastOf(const std::string& text, const std::string& published) {
  model::Article article;
  article.text = text;
  if (!published.empty()) article.published = ParseTimestamp(published).value();
  std::string past;
  for (const model::Scope& scope : ShippedAnalyser().Analyse(article).scopes) {
    if (scope.kind != model::ScopeKind::kPast) continue;
    past += (past.empty() ? "" : " | ") + std::string(scope.extent.span.Of(text));
  }
  return past;
}

TEST_CASE("past: a period dates its clause, as far as no other stands nearer") {
  struct Row {
    std::string text, past;
  };
  const std::vector<Row> rows = {
      {"Chevron, which bought Texaco in 2001, will buy Atlas.", "which bought Texaco in 2001"},
      {"The 1998 merger of Daimler and Chrysler failed.",
       "The 1998 merger of Daimler and Chrysler failed"},
      {"Its last purchase was in 2008, when it bought a mill.",
       "Its last purchase was in 2008, when it bought a mill"},
      {"In 2009 Toyota lost sales after drivers complained.",
       "In 2009 Toyota lost sales after drivers complained"},
      {"In 2009 Toyota lost sales, as it did last week.", "In 2009 Toyota lost sales"},
      {"Kraft on Monday agreed to buy a brewer founded in 1950.", "a brewer founded in 1950"},
      {"Nokia closed the plant in January.", "Nokia closed the plant in January"},
      {"Nokia closed the plant in March.", ""},
      {"Nokia closed the plant in the first quarter.", ""},
      {"It was the largest deal since 2006.", ""},
      {"Sales rose from 2010.", ""},
      {"Nokia will close the plant in 2014.", ""},
      {"Nokia will close the plant in January.", ""},
      {"Daimler sold its stake last year.", "Daimler sold its stake last year"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(PastOf(row.text, "2012-04-20") == row.past);
  }
}

TEST_CASE("past: an undated article has only the words") {
  CHECK(PastOf("Chevron bought Texaco in 2001.", "") == "");
  CHECK(PastOf("Chevron bought Texaco a decade ago.", "") == "Chevron bought Texaco a decade ago");
}

}  // namespace
