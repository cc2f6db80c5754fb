#include <doctest/doctest.h>

#include <string>

#include "analysis/term_trie.h"
#include "text/document.h"

namespace tellwire::analysis {
namespace {

// The hits of a text, as "written/row", in order.
std::string Hits(const TermTrie::Builder& builder, const std::string& text) {
  text::LayoutTables tables;
  tables.Index();
  const model::Document document = text::ReadDocument(text, text::TextKind::kBody, tables);
  std::string out;
  const TermHits hits = builder.Build().FindAll(document, text);
  for (size_t kind = 0; kind < kTermKinds; ++kind) {
    for (const TermHit& hit : hits.Of(static_cast<TermKind>(kind))) {
      if (!out.empty()) out += "; ";
      out += std::string(hit.span.Of(text)) + "/" + std::to_string(hit.term.row);
    }
  }
  return out;
}

TEST_SUITE("terms") {
  TEST_CASE("Alternatives, optional parts and inflections are all forms of a surface") {
    TermTrie::Builder trie;
    REQUIRE_FALSE(
        trie.Add("{ai|artificial intelligence} {product}? revenue", {TermKind::kMetric, 1}));
    REQUIRE_FALSE(trie.Add("beat~ estimates", {TermKind::kSurprise, 2}));
    CHECK(Hits(trie, "The AI revenue grew.") == "AI revenue/1");
    CHECK(Hits(trie, "The artificial intelligence product revenue grew.") ==
          "artificial intelligence product revenue/1");
    CHECK(Hits(trie, "It was beating estimates.") == "beating estimates/2");
    CHECK(Hits(trie, "The product revenue grew.") == "");
  }

  TEST_CASE("Longer hits come first, and several terms may share a surface") {
    TermTrie::Builder trie;
    REQUIRE_FALSE(trie.Add("revenue", {TermKind::kMetric, 1}));
    REQUIRE_FALSE(trie.Add("revenue guidance", {TermKind::kMetric, 2}));
    REQUIRE_FALSE(trie.Add("guidance", {TermKind::kScope, 3}));
    CHECK(Hits(trie, "Its revenue guidance.") == "revenue guidance/2; revenue/1; guidance/3");
  }

  TEST_CASE("Hyphens and apostrophes join, commas join only names, stops of sentences nothing") {
    TermTrie::Builder trie;
    REQUIRE_FALSE(trie.Add("full year", {TermKind::kMetric, 1}));
    REQUIRE_FALSE(trie.Add("acme inc", {TermKind::kIssuer, 2}));
    CHECK(Hits(trie, "The full-year plan.") == "full-year/1");
    CHECK(Hits(trie, "It is full, year on year.") == "");
    CHECK(Hits(trie, "Then Acme, Inc fell.") == "Acme, Inc/2");
    CHECK(Hits(trie, "It was full. Year ends.") == "");
  }

  TEST_CASE("Alternatives go on alike only where they were said to") {
    TermTrie::Builder trie;
    REQUIRE_FALSE(trie.Add("{sales|orders} {rise~|fall~} sharply", {TermKind::kCue, 1}));
    REQUIRE_FALSE(trie.Add("orders fell", {TermKind::kCue, 2}));
    REQUIRE_FALSE(trie.Add("orders fell sharply in china", {TermKind::kCue, 3}));
    CHECK(Hits(trie, "Sales fell sharply in China.") == "Sales fell sharply/1");
    CHECK(Hits(trie, "Orders rose sharply in China.") == "Orders rose sharply/1");
    CHECK(Hits(trie, "Orders fell sharply in China.") ==
          "Orders fell sharply in China/3; Orders fell sharply/1; Orders fell/2");
    CHECK(Hits(trie, "Sales fell.") == "");
  }

  TEST_CASE("A surface that cannot be read says why") {
    TermTrie::Builder trie;
    CHECK(trie.Add("{open", {TermKind::kMetric, 1}).has_value());
    CHECK(trie.Add("{a}?", {TermKind::kMetric, 1}).has_value());
    CHECK(trie.Add("", {TermKind::kMetric, 1}).has_value());
  }
}

}  // namespace
}  // namespace tellwire::analysis
