// The leaves read from facts and from the article itself, each with rows that must not match.
#include <functional>
#include <tuple>

#include "doctest/doctest.h"
#include "match/oracle.h"
#include "support/conditions.h"
#include "support/made_article.h"

namespace tellwire::test {
namespace {

using model::Modality;
using model::Truth;

model::Vocabulary Metrics() {
  model::Vocabulary vocabulary;
  const auto add = [&](const std::string& id, const std::string& parent,
                       std::vector<Modality> modality, std::vector<std::string> units) {
    model::Metric metric;
    metric.id = id;
    metric.parent = parent;
    metric.modality = std::move(modality);
    metric.units = std::move(units);
    vocabulary.metrics.emplace(id, metric);
  };
  add("revenue", "", {}, {});
  add("revenue.cloud", "", {}, {});
  add("guidance", "", {Modality::kGuidance}, {});
  add("price_target", "", {Modality::kActual, Modality::kEstimate}, {});
  add("gross_margin", "margin", {}, {"pct"});
  vocabulary.issuers = {{"Alibaba", "BABA", "company", "retail", {"Ali Baba"}}};
  vocabulary.lists["watch"].entries = {{"BABA", DayOf(1969, 1, 1), DayOf(2026, 12, 31), 1}};
  vocabulary.lists["past"].entries = {{"Alibaba", {}, DayOf(1968, 12, 31), 1}};
  vocabulary.rates.Add("CNY", DayOf(2026, 1, 1), 0.14);
  vocabulary.Index();
  return vocabulary;
}

// One fact, filled by the row, against one leaf.
Truth Test(const std::function<void(model::Fact*)>& fill, const ConditionPtr& leaf,
           const match::World* world = nullptr) {
  MadeArticle made({{{"Alibaba revenue moved."}}});
  made.article.published = Timestamp{SecondsOf(DayOf(2026, 5, 14))};
  made.AddCompany("Alibaba", "BABA", model::Role::kPrimary);
  fill(&made.AddFact("revenue", 0, "revenue moved"));
  const model::Vocabulary vocabulary = Metrics();
  const match::Subject subject{made.article, made.analysis, world, SecondsOf(DayOf(2026, 5, 16))};
  return match::Oracle(subject, vocabulary).EvaluateRoot(*leaf, "when", -1, nullptr).truth;
}

const auto kPlain = [](model::Fact*) {};

std::function<void(model::Fact*)> Valued(model::Number value, const std::string& unit,
                                         model::Qualifier qualifier = model::Qualifier::kExact) {
  return [=](model::Fact* fact) {
    fact->value = value;
    fact->unit = unit;
    fact->qualifier = qualifier;
  };
}
std::function<void(model::Fact*)> Changed(model::Number change, const std::string& unit) {
  return [=](model::Fact* fact) {
    fact->change = change;
    fact->change_unit = unit;
  };
}
std::function<void(model::Fact*)> Of(const std::string& metric, Modality modality) {
  return [=](model::Fact* fact) {
    fact->metric = metric;
    fact->modality = modality;
  };
}

TEST_CASE("fact: a metric stands for its family unless exact, and a glob for what it matches") {
  ConditionPtr exact = Fact({Is("metric", "revenue")});
  Condition only = *exact;
  only.exact_metric = true;
  const auto cloud = Of("revenue.cloud", Modality::kActual);
  CHECK(Test(cloud, Fact({Is("metric", "revenue")})) == Truth::kTrue);
  CHECK(Test(cloud, Share(only)) == Truth::kFalse);
  CHECK(Test(kPlain, Share(only)) == Truth::kTrue);
  CHECK(Test(cloud, Fact({Is("metric", "revenue.*")})) == Truth::kTrue);
  CHECK(Test(kPlain, Fact({Is("metric", "revenue.*")})) == Truth::kFalse);
  CHECK(Test(kPlain, Fact({Is("metric", "rev")})) == Truth::kFalse);
  CHECK(Test(Of("gross_margin", Modality::kActual), Fact({Is("metric", "margin")})) ==
        Truth::kTrue);
}

TEST_CASE(
    "fact: without being asked it wants actual and un-negated, or what its metric is by nature") {
  const auto any = Fact({Present("metric")});
  const auto guidance_flags = Fact({Is("flags", "guidance_*")});
  const auto negated = [](model::Fact* fact) { fact->negated = true; };
  const auto cut = [](Modality modality) {
    return [=](model::Fact* fact) {
      fact->flags = {"guidance_cut"};
      fact->modality = modality;
    };
  };
  CHECK(Test(kPlain, any) == Truth::kTrue);
  CHECK(Test(negated, any) == Truth::kFalse);
  CHECK(Test(negated, Fact({Flag("negated", true)})) == Truth::kTrue);
  CHECK(Test(kPlain, Fact({Flag("negated", true)})) == Truth::kFalse);
  CHECK(Test(Of("revenue", Modality::kRumour), any) == Truth::kFalse);
  CHECK(Test(Of("revenue", Modality::kRumour), Fact({}, {Modality::kRumour})) == Truth::kTrue);
  CHECK(Test(Of("guidance", Modality::kGuidance), any) == Truth::kTrue);
  CHECK(Test(Of("guidance", Modality::kActual), any) == Truth::kFalse);
  CHECK(Test(Of("price_target", Modality::kEstimate), any) == Truth::kTrue);
  CHECK(Test(cut(Modality::kGuidance), guidance_flags) == Truth::kTrue);
  CHECK(Test(cut(Modality::kActual), guidance_flags) == Truth::kFalse);
}

TEST_CASE("fact: a word that is not there is no match, a number that is not there is unknown") {
  CHECK(Test(kPlain, Fact({Is("surprise", "miss")})) == Truth::kFalse);
  CHECK(Test(kPlain, Fact({Within("change", Above(1))})) == Truth::kUnknown);
  CHECK(Test(kPlain, Fact({Within("change", Above(1)), Is("surprise", "miss")})) == Truth::kFalse);
  CHECK(Test(kPlain, Fact({Missing("change")})) == Truth::kTrue);
  CHECK(Test(kPlain, Fact({Present("change")})) == Truth::kFalse);
  CHECK(Test(kPlain, Fact({No(Is("change_basis", "ytd"))})) == Truth::kTrue);
  CHECK(Test([](model::Fact* f) { f->change_basis = "ytd"; },
             Fact({No(Is("change_basis", "ytd"))})) == Truth::kFalse);
}

TEST_CASE("fact: the words of the metric are asked for as written") {
  const auto written = [](model::Fact* fact) { fact->spans.metric = {8, 15}; };
  CHECK(Test(written, Fact({Is("metric_text", "revenue")})) == Truth::kTrue);
  CHECK(Test(written, Fact({Is("metric_text", "REV*")})) == Truth::kTrue);
  CHECK(Test(written, Fact({No(Is("metric_text", "rev*"))})) == Truth::kFalse);
  CHECK(Test(written, Fact({Is("metric_text", "sales")})) == Truth::kFalse);
  CHECK(Test(kPlain, Fact({Missing("metric_text")})) == Truth::kTrue);
}

TEST_CASE("fact: it names its company in its own sentence, or refers there to the primary one") {
  struct Row {
    std::string what, words;
    model::Role role;
    bool referred;  // "It" stands for the company
    Truth truth;
  };
  const Row rows[] = {
      {"named", "sold a mill", model::Role::kMention, false, Truth::kTrue},
      {"carried over", "sold a mine", model::Role::kPrimary, false, Truth::kFalse},
      {"the primary, referred to", "sold a mine", model::Role::kPrimary, true, Truth::kTrue},
      {"another, referred to", "sold a mine", model::Role::kSecondary, true, Truth::kFalse},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    MadeArticle made({{{"Acme sold a mill.", "It sold a mine."}}});
    made.AddCompany("Acme", "ACM", row.role);
    made.AddFact("divestiture", 0, row.words);
    made.analysis.sentences[1].carried = !row.referred;
    made.analysis.sentences[1].companies = {0};
    const model::Vocabulary vocabulary = Metrics();
    const match::Subject subject{made.article, made.analysis};
    const match::Oracle oracle(subject, vocabulary);
    const auto named = Fact({Flag("named", true)}), carried = Fact({Flag("named", false)});
    CHECK(oracle.EvaluateRoot(*named, "when", -1, nullptr).truth == row.truth);
    CHECK(oracle.EvaluateRoot(*carried, "when", -1, nullptr).truth == model::Not(row.truth));
  }
}

TEST_CASE("fact: units of a bound") {
  rule::Bound dollars = Above(1e9);
  dollars.in_currency = "USD";
  const std::tuple<std::string, std::function<void(model::Fact*)>, FieldTest, Truth> rows[] = {
      {"percent", Changed(5, "pct"), Within("change", Above(4)), Truth::kTrue},
      {"percent below", Changed(5, "pct"), Within("change", Above(5)), Truth::kFalse},
      {"2x is +100", Changed(2, "x"), Within("change", Above(99)), Truth::kTrue},
      {"2x is not +101", Changed(2, "x"), Within("change", Above(101)), Truth::kFalse},
      {"points are no percent", Changed(5, "pp"), Within("change", Above(1)), Truth::kUnknown},
      {"money is no percent", Changed(5, "USD"), Within("change", Above(1)), Truth::kUnknown},
      {"150 bp are 1.5 pp", Changed(150, "bp"), Within("change", Above(1, "pp")), Truth::kTrue},
      {"50 bp are not 1 pp", Changed(50, "bp"), Within("change", Above(1, "pp")), Truth::kFalse},
      {"percent are no points", Changed(5, "pct"), Within("change", Above(1, "pp")),
       Truth::kUnknown},
      {"money in its currency", Valued(2e9, "USD"), Within("value", Above(1e9, "USD")),
       Truth::kTrue},
      {"money in another", Valued(2e9, "CNY"), Within("value", Above(1e9, "USD")), Truth::kUnknown},
      {"converted", Valued(8e9, "CNY"), Within("value", dollars), Truth::kTrue},
      {"converted, too little", Valued(7e9, "CNY"), Within("value", dollars), Truth::kFalse},
      {"no rate", Valued(8e9, "EUR"), Within("value", dollars), Truth::kUnknown},
      {"no unit asked, several possible", Valued(2e9, "USD"), Within("value", Above(1)),
       Truth::kUnknown}};
  for (const auto& [name, fill, test, truth] : rows) {
    CAPTURE(name);
    CHECK(Test(fill, Fact({test})) == truth);
  }
  const auto margin = [](model::Fact* fact) {
    fact->metric = "gross_margin";
    fact->value = 42.5;
    fact->unit = "pct";
  };
  CHECK(Test(margin, Fact({Within("value", Above(40))})) == Truth::kTrue);
}

TEST_CASE("fact: ranges and qualifiers against limits") {
  using model::Qualifier;
  const auto above = Fact({Within("value", Above(5, "USD"))});
  const auto below = Fact({Within("value", Below(7, "USD"))});
  const auto range = Valued({5, 7}, "USD", Qualifier::kRange);
  CHECK(Test(range, above) == Truth::kFalse);
  CHECK(Test(range, Fact({Within("value", Above(4, "USD"))})) == Truth::kTrue);
  CHECK(Test(range, below) == Truth::kFalse);
  CHECK(Test(range, Fact({Within("value", Below(8, "USD"))})) == Truth::kTrue);
  CHECK(Test(Valued(6, "USD", Qualifier::kUpTo), above) == Truth::kFalse);
  CHECK(Test(Valued(6, "USD", Qualifier::kUnder), above) == Truth::kFalse);
  CHECK(Test(Valued(6, "USD", Qualifier::kOver), above) == Truth::kTrue);
  CHECK(Test(Valued(6, "USD", Qualifier::kOver), below) == Truth::kFalse);
  CHECK(Test(Valued(6, "USD", Qualifier::kUnder), below) == Truth::kTrue);
}

TEST_CASE("promise: a guidance or target fact that has what a promise has") {
  const auto promise = [](Modality modality, const std::string& deadline) {
    return [=](model::Fact* fact) {
      fact->modality = modality;
      fact->promise = model::Fact::Promise{">=", 5.0, deadline, {}, {}};
    };
  };
  const auto any = Leaf(Op::kPromise, {Is("metric", "revenue")});
  const auto endless = Leaf(Op::kPromise, {Missing("deadline")});
  CHECK(Test(promise(Modality::kGuidance, "BY:CQ2"), any) == Truth::kTrue);
  CHECK(Test(promise(Modality::kTarget, ""), any) == Truth::kTrue);
  CHECK(Test(promise(Modality::kActual, ""), any) == Truth::kFalse);
  CHECK(Test(Of("revenue", Modality::kGuidance), any) == Truth::kFalse);
  CHECK(Test(promise(Modality::kTarget, ""), endless) == Truth::kTrue);
  CHECK(Test(promise(Modality::kTarget, "BY:CQ2"), endless) == Truth::kFalse);
}

// Knows one answer to everything.
class OneAnswer : public match::World {
 public:
  std::optional<bool> Fired(std::string_view rule, std::string_view, int64_t) const override {
    return rule == "known" ? std::optional<bool>(true) : std::nullopt;
  }
  std::optional<double> PriceMove(std::string_view ticker, int64_t) const override {
    return ticker == "BABA" ? std::optional<double>(4) : std::nullopt;
  }
  std::optional<double> Weight(std::string_view) const override { return 0.05; }
  std::optional<std::string> PromiseState(const model::Fact&) const override { return "missed"; }
};

TEST_CASE("the world behind the article: unknown where there is none") {
  const OneAnswer world;
  Condition price = *Leaf(Op::kPrice, {}, {}, Above(3));
  price.within = 2 * 86400;
  const auto dear = Leaf(Op::kPrice, {}, {}, Above(5));
  const auto fired = Leaf(Op::kFired, {}, {"known"}), strange = Leaf(Op::kFired, {}, {"strange"});
  const auto held = Leaf(Op::kPortfolio, {}, {}, Above(0.02));
  const auto missed = Leaf(Op::kPromise, {Is("state", "missed")});
  const auto kept = Leaf(Op::kPromise, {Is("state", "kept")});
  for (const auto& leaf : {Share(price), dear, fired, strange, held, missed, kept}) {
    CAPTURE(ToString(*leaf));
    CHECK(Test(kPlain, leaf) == Truth::kUnknown);
  }
  CHECK(Test(kPlain, Share(price), &world) == Truth::kTrue);
  CHECK(Test(kPlain, dear, &world) == Truth::kFalse);
  CHECK(Test(kPlain, fired, &world) == Truth::kTrue);
  CHECK(Test(kPlain, strange, &world) == Truth::kUnknown);
  CHECK(Test(kPlain, held, &world) == Truth::kTrue);
  CHECK(Test(kPlain, missed, &world) == Truth::kTrue);
  CHECK(Test(kPlain, kept, &world) == Truth::kFalse);
}

// AMD stands in the title, Intel in the lead, Nokia only below it.
TEST_CASE("a company is named in the title, in the lead, or elsewhere") {
  MadeArticle made({{{"Intel grew.", "So it said."}}, {{"Nokia shrank, as AMD did."}}},
                   "AMD grows");
  for (const char* name : {"AMD", "Intel", "Nokia"})
    made.AddCompany(name, "", model::Role::kSecondary);
  made.analysis.companies[0].title_spans = {{0, 3}};
  const std::tuple<std::string, std::vector<std::string>, Truth> rows[] = {
      {"AMD", {"title"}, Truth::kTrue},           {"AMD", {"lead"}, Truth::kFalse},
      {"Intel", {"title"}, Truth::kFalse},        {"Intel", {"lead"}, Truth::kTrue},
      {"Intel", {"title", "lead"}, Truth::kTrue}, {"Nokia", {"title", "lead"}, Truth::kFalse},
  };
  const model::Vocabulary vocabulary = Metrics();
  const match::Subject subject{made.article, made.analysis};
  const match::Oracle oracle(subject, vocabulary);
  for (const auto& [name, where, truth] : rows) {
    CAPTURE(name);
    CAPTURE(where.front());
    const ConditionPtr leaf = Leaf(Op::kCompany, {Words("named_in", where)}, {name});
    CHECK(oracle.EvaluateRoot(*leaf, "when", -1, nullptr).truth == truth);
  }
}

struct ArticleRow {
  ConditionPtr leaf;
  Truth truth;
};

TEST_CASE("the article's own leaves") {
  MadeArticle made({{{"Alibaba grew 12%.", "Deals were made."}}});
  made.AddCompany("Alibaba", "BABA", model::Role::kPrimary);
  made.analysis.companies[0].sector = "retail";
  made.analysis.companies[0].relevance = 0.8;
  made.analysis.companies[0].sentiment.score = -0.5;
  made.analysis.sentences[1].events = {"Merger/Acquisition"};
  made.analysis.quantities.push_back({made.At("12%"), 12.0, "pct", model::Qualifier::kExact});
  made.analysis.themes.push_back({"ai_infrastructure", 0.6, {}, {}});
  made.analysis.impact = 0.5;
  made.analysis.sentiment.score = 0.3;
  made.analysis.language = "en";
  made.analysis.stated.score = 0.7;
  made.article.source = "Reuters";
  const auto limit = [](Op op, rule::Bound bound) { return Leaf(op, {}, {}, bound); };
  const ArticleRow rows[] = {
      {Leaf(Op::kCompany, {}, {"BABA"}), Truth::kTrue},
      {Leaf(Op::kCompany, {}, {"ali baba"}), Truth::kTrue},
      {Leaf(Op::kCompany, {}, {"Tencent"}), Truth::kFalse},
      {Leaf(Op::kCompany, {Is("sector", "retail"), Is("role", "primary")}), Truth::kTrue},
      {Leaf(Op::kCompany, {Is("role", "mention")}), Truth::kFalse},
      {Leaf(Op::kCompany, {Is("list", "watch")}), Truth::kTrue},
      {Leaf(Op::kCompany, {Is("list", "past")}), Truth::kFalse},
      {Leaf(Op::kCompany, {Within("relevance", Above(0.9))}), Truth::kFalse},
      {Leaf(Op::kEvent, {}, {"Merger*"}), Truth::kTrue},
      {Leaf(Op::kEvent, {}, {"Legal"}), Truth::kFalse},
      {Leaf(Op::kQuantity, {Is("unit", "pct"), Within("value", Above(10))}), Truth::kTrue},
      {Leaf(Op::kQuantity, {Is("unit", "USD"), Within("value", Above(10))}), Truth::kFalse},
      {Leaf(Op::kQuantity, {Is("unit", "pct"), Within("value", Above(12))}), Truth::kFalse},
      {Leaf(Op::kTheme, {}, {"ai_*"}), Truth::kTrue},
      {Leaf(Op::kTheme, {}, {"ai_*"}, Above(0.7)), Truth::kFalse},
      {limit(Op::kImpact, Above(0.4)), Truth::kTrue},
      {limit(Op::kImpact, Above(0.5)), Truth::kFalse},
      {limit(Op::kSentiment, Above(0.2)), Truth::kTrue},
      {Leaf(Op::kSentiment, {}, {"BABA"}, Below(-0.2)), Truth::kTrue},
      {Leaf(Op::kSentiment, {}, {"Tencent"}, Below(2)), Truth::kFalse},  // it is not there
      {Leaf(Op::kSource, {}, {"reut*"}), Truth::kTrue},
      {Leaf(Op::kSource, {}, {"Bloomberg"}), Truth::kFalse},
      {Leaf(Op::kLanguage, {}, {"en"}), Truth::kTrue},
      {Leaf(Op::kLanguage, {}, {"de"}), Truth::kFalse},
      {Leaf(Op::kStated, {Within("score", Above(0.6))}), Truth::kTrue},
      {Leaf(Op::kStated, {Within("impact", Above(0))}), Truth::kFalse},
      {Leaf(Op::kPublished), Truth::kUnknown},  // it has no date
  };
  const model::Vocabulary vocabulary = Metrics();
  const match::Subject subject{made.article, made.analysis};
  const match::Oracle oracle(subject, vocabulary);
  for (const ArticleRow& row : rows) {
    CAPTURE(ToString(*row.leaf));
    CHECK(oracle.EvaluateRoot(*row.leaf, "when", -1, nullptr).truth == row.truth);
  }
  // Under a subject it is the subject's sentiment.
  CHECK(oracle.EvaluateRoot(*limit(Op::kSentiment, Above(0.2)), "when", 0, nullptr).truth ==
        Truth::kFalse);
}

TEST_CASE("published: counted from the run's clock") {
  const auto published = [](int days) {
    Condition leaf = *Leaf(Op::kPublished);
    leaf.within = days * 86400;
    return Share(leaf);
  };
  CHECK(Test(kPlain, published(3)) == Truth::kTrue);
  CHECK(Test(kPlain, published(1)) == Truth::kFalse);
}

}  // namespace
}  // namespace tellwire::test
