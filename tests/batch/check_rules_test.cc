#include "batch/check_rules.h"

#include <doctest/doctest.h>

#include "batch/frequencies.h"
#include "batch/index.h"
#include "support/fresh_store.h"
#include "support/rule_folder.h"

namespace tellwire::batch {
namespace {

TEST_CASE("a word that stands in most of the user's articles is a common anchor") {
  const auto analyser = analysis::Analyser::Load(TELLWIRE_SOURCE_DIR "/rules");
  REQUIRE(bool(analyser));
  const TemporaryFolder folder;
  store::Store store(folder / "test.db");
  Indexer indexer(store, *analyser, 1782777600, 1);
  for (int i = 0; i < 20; ++i) {
    indexer.Add(MakeArticle(std::to_string(i), "News " + std::to_string(i),
                            i % 2 ? "The market rallied." : "Zinc prices and the market."));
  }
  indexer.Finish();
  const CorpusFrequencies frequencies = FrequenciesOf(store);
  CHECK(frequencies.articles == 20);

  test::RuleFolder rules;
  rules.Write("a/b.lua",
              R"(rule "a.common" { title = "x", when = phrase "market", status = "draft" }
rule "a.several" { title = "x", when = phrase { "zinc", "market", "palladium" }, status = "draft" }
rule "a.estimated" { title = "x", when = phrase "market rallied" | fact { flags = "loss", company = "BABA" }, status = "draft" }
rule "a.rare" { title = "x", when = phrase "palladium", status = "draft" }
rule "a.none" { title = "x", when = ~phrase "zinc", status = "draft" })");
  const auto loaded = rules.Load(analyser->vocabulary());
  CheckOptions options;
  options.whole = false;
  options.frequencies = &frequencies.words;
  options.articles = frequencies.articles;
  const auto said = CheckRules(loaded, analyser->vocabulary(), options);
  REQUIRE(said.size() == 3);
  CHECK(said[0].code == "R034");
  CHECK(said[0].message ==
        "what wakes a.common stands in 100% of your articles: phrase \"market\"");
  CHECK(said[1].message ==
        "what wakes a.several stands in 100% of your articles: phrase \"market\"");
  CHECK(said[2].code == "R031");
  CHECK(said[2].help.find("each of your 20 articles") == 0);
}

}  // namespace
}  // namespace tellwire::batch
