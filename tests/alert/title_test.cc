#include "alert/title.h"

#include <doctest/doctest.h>

#include "support/made_hit.h"

namespace tellwire {
namespace {

using test::MadeHit;

TEST_CASE("title: templates are filled, what is absent prints a dash") {
  const MadeHit made;
  const struct {
    std::string pattern, title;
  } kRows[] = {
      {"{company} missed, shares {rally.change:+%} anyway", "Acme Corp missed, shares +6% anyway"},
      {"{ticker}: {miss.value:money}", "ACM: $35.3bn"},
      {"{miss.value}", "$35.3bn"},
      {"{rally.change:%}", "6%"},
      {"{rally.change_pct}", "6%"},
      {"{miss.change}", "–"},
      {"{miss.company} ({miss.ticker})", "Acme Corp (ACM)"},
      {"{none.change}", "–"},
      {"{miss.period:date}", "–"},
      {"{word}", "missed"},
      {"{word.sentence}", "Acme missed."},
      {"{miss.surprise} of {miss.metric}", "miss of revenue"},
      {"{article.title} ({article.published:date})", "Acme news (14 May 2026)"},
      {"no braces", "no braces"},
      {"an open { brace", "an open { brace"},
      {"[desk] {ticker}", "[desk] ACM"},
      {"target cut[ to {miss.value}]", "target cut to $35.3bn"},
      {"target cut[ to {miss.change}]", "target cut"},
      {"shares[ {rally.change}][ of {none.value}] up", "shares 6% up"},
      {"an open [ {ticker}", "an open [ ACM"},
      {"{word}'s end", "missed's end"},
      {"shares {rally.move}", "shares rose 6%"},
      {"promised {miss.figure}", "promised revenue of $35.3bn"},
      {"", ""},
  };
  for (const auto& [pattern, title] : kRows) {
    CAPTURE(pattern);
    CHECK(alert::FillTitle(pattern, made.source()) == title);
  }
}

TEST_CASE("title: a name that ends in s takes the apostrophe alone") {
  MadeHit made;
  made.analysis.companies[0].name = "Starbucks";
  CHECK(alert::FillTitle("{company}'s shares", made.source()) == "Starbucks' shares");
}

}  // namespace
}  // namespace tellwire
