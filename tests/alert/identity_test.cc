#include "alert/identity.h"

#include <doctest/doctest.h>

#include "support/made_hit.h"

namespace tellwire {
namespace {

using test::MadeHit;

std::string KeyOf(const MadeHit& made, const std::string& group = "0123456789abcdef0123") {
  return alert::KeyOf(made.rule, made.source(), group);
}

TEST_CASE("identity: without once_per it is the rule, the subject and the group") {
  MadeHit made;
  CHECK(KeyOf(made) == "earnings.miss | ACM | article=0123456789abcdef");
  made.hit.company = -1;
  made.rule.subject.per_company = false;
  CHECK(KeyOf(made) == "earnings.miss | article=0123456789abcdef");
}

TEST_CASE("identity: once_per names its parts, the subject only once") {
  MadeHit made;
  made.rule.once_per = rule::OncePer{{"company", "rally.change", "miss.period"}, 7};
  CHECK(KeyOf(made) == "earnings.miss | ACM | rally.change=6% | miss.period=-");
}

TEST_CASE("identity: a metric is its id, though a title tells it in words") {
  MadeHit made;
  made.analysis.facts[0].metric = "operating_income";
  made.rule.once_per = rule::OncePer{{"miss.metric"}, std::nullopt};
  CHECK(KeyOf(made) == "earnings.miss | ACM | miss.metric=operating_income");
}

TEST_CASE("identity: a company without a ticker goes by its name") {
  MadeHit made;
  made.analysis.companies[0].ticker = "";
  made.rule.once_per = rule::OncePer{{"company"}, std::nullopt};
  CHECK(KeyOf(made) == "earnings.miss | Acme Corp");
}

TEST_CASE("identity: a period is its days, else its form with a year") {
  MadeHit made;
  made.rule.once_per = rule::OncePer{{"miss.period"}, std::nullopt};
  const struct {
    model::Period period;
    bool dated;
    std::string value;
  } kRows[] = {
      {{"FQ4:2026", 20000, 20090}, true, "2024-10-04/2025-01-02"},
      {{"FQ4:2026", std::nullopt, std::nullopt}, true, "FQ4:2026"},
      {{"FQ4", std::nullopt, std::nullopt}, true, "FQ4:2026"},
      {{"FQ4", std::nullopt, std::nullopt}, false, "FQ4"},
      {{"", std::nullopt, std::nullopt}, true, "-"},
  };
  for (const auto& [period, dated, value] : kRows) {
    CAPTURE(value);
    made.analysis.facts[0].period = period;
    if (!dated) made.article.published.reset();
    CHECK(KeyOf(made) == "earnings.miss | ACM | miss.period=" + value);
    made.article.published = ParseTimestamp("2026-05-14").value();
  }
}

TEST_CASE("identity: offsets, severity and title are no part of it") {
  MadeHit made;
  made.rule.once_per = rule::OncePer{{"company"}, 7};
  const std::string key = KeyOf(made);
  made.hit.evidence[0].place.span = {3, 4};
  made.rule.severity = model::Severity::kLow;
  made.rule.version = "v2";
  CHECK(KeyOf(made) == key);
}

TEST_CASE("identity: the id hangs on rule, key and fingerprint") {
  const std::string id = alert::IdOf("r", "k", "f");
  CHECK(id.size() == 16);
  CHECK(id == alert::IdOf("r", "k", "f"));
  CHECK(id != alert::IdOf("s", "k", "f"));
  CHECK(id != alert::IdOf("r", "l", "f"));
  CHECK(id != alert::IdOf("r", "k", "g"));
  CHECK(alert::IdOf("ab", "c", "f") != alert::IdOf("a", "bc", "f"));
}

TEST_CASE("identity: the best evidence has most slots, then stands first") {
  MadeHit made;
  CHECK(model::BestEvidence(made.hit.evidence, "rally", made.analysis)->fact == 2);
  made.analysis.facts[1] = made.analysis.facts[2];
  CHECK(model::BestEvidence(made.hit.evidence, "rally", made.analysis)->fact == 1);
  CHECK(model::BestEvidence(made.hit.evidence, "none", made.analysis) == nullptr);
}

}  // namespace
}  // namespace tellwire
