// The articles of the differential test, and what is wanted of them: see generator.h.
#include "doctest/doctest.h"
#include "oracle/generator.h"

namespace tellwire::test {

using model::BlockKind;
using model::Modality;
using model::Part;
using model::Place;

namespace {

const std::vector<std::string> kWords = {
    "price", "war",     "prices", "export", "control", "controls", "revenue", "rose",
    "fell",  "Alibaba", "cloud",  "AI",     "ai",      "R&D",      "10%",     "H20",
    "the",   "no",      "risk",   "chip",   "chips",   "retired",  "retires", "U.S."};
const std::vector<std::string> kMetrics = {"revenue", "revenue.cloud", "guidance",
                                           "eps",     "capex.plan",    "odd.one"};
const std::vector<std::string> kUnits = {"USD", "CNY", "pct", "pp", "bp", "x", "EUR"};

std::string RandomSentence(Random* random) {
  std::string sentence;
  for (int n = 1 + random->Below(9); n > 0; --n)
    sentence += (sentence.empty() ? "" : random->Chance(10) ? ", " : " ") + random->Of(kWords);
  return sentence + ".";
}

MadeBlock RandomBlock(Random* random) {
  MadeBlock block;
  const int kind = random->Below(10);
  if (kind == 0) block.kind = BlockKind::kFurniture;
  if (kind == 1) block.kind = BlockKind::kProvider;
  if (kind == 2) block.kind = BlockKind::kList;
  if (kind == 3) return {{random->Chance(50) ? "Risk factors" : "Cloud"}, BlockKind::kHeading};
  for (int n = 1 + random->Below(4); n > 0; --n) block.sentences.push_back(RandomSentence(random));
  return block;
}

// Some words in a row of one sentence.
Place RandomPlace(Random* random, const MadeArticle& made) {
  const auto& sentence = random->Of(made.analysis.sentences);
  const model::Document& document = made.analysis.document(sentence.place.part);
  const model::TokenRange tokens = document.TokensIn(sentence.place.span);
  if (tokens.begin == tokens.end) return sentence.place;
  const auto count = static_cast<int>(tokens.end - tokens.begin);
  const auto first = tokens.begin + static_cast<uint32_t>(random->Below(count));
  const auto last = std::min(tokens.end - 1, first + static_cast<uint32_t>(random->Below(4)));
  return {sentence.place.part, {document.tokens[first].span.begin, document.tokens[last].span.end}};
}

model::Period RandomPeriod(Random* random) {
  switch (random->Below(6)) {
    case 0:
      return {"FQ1:2026", DayOf(2026, 1, 1), DayOf(2026, 4, 1)};
    case 1:
      return {"FY2026", DayOf(2026, 1, 1), DayOf(2027, 1, 1)};
    case 2:
      return {"FY2024", DayOf(2024, 1, 1), DayOf(2025, 1, 1)};
    case 3:
      return {"FQ3", std::nullopt, std::nullopt};
    default:
      return {};
  }
}

model::Number RandomNumber(Random* random) {
  const double low = random->Below(21) - 5;
  return random->Chance(15) ? model::Number(low, low + 4) : model::Number(low);
}

model::Fact RandomFact(Random* random, const MadeArticle& made) {
  model::Fact fact;
  const Place place = RandomPlace(random, made);
  fact.in_title = place.part == Part::kTitle;
  fact.spans.fact = place.span;
  fact.mentions = {place.span};
  for (int n = random->Chance(30) ? 2 : 0; n > 0; --n) {
    const Place again = RandomPlace(random, made);
    if (again.part == place.part) fact.mentions.push_back(again.span);
  }
  fact.company = random->Below(static_cast<int>(made.analysis.companies.size()) + 1) - 1;
  fact.metric = random->Of(kMetrics);
  if (random->Chance(60)) fact.value = RandomNumber(random), fact.unit = random->Of(kUnits);
  if (random->Chance(50)) fact.change = RandomNumber(random), fact.change_unit = random->Of(kUnits);
  fact.qualifier = static_cast<model::Qualifier>(random->Below(6));
  fact.direction = static_cast<model::Direction>(random->Below(4));
  fact.surprise = static_cast<model::Surprise>(random->Below(4));
  fact.modality = random->Chance(60) ? Modality::kActual : static_cast<Modality>(random->Below(8));
  fact.negated = random->Chance(15);
  fact.period = RandomPeriod(random);
  if (random->Chance(20)) fact.segment = random->Chance(50) ? "Cloud" : "cloud";
  if (random->Chance(20)) fact.flags = {"guidance_cut"};
  if (random->Chance(20)) fact.streak_quarters = random->Below(6);
  if (random->Chance(25)) {
    fact.promise = model::Fact::Promise{">=", RandomNumber(random), "", {}, {}};
    if (random->Chance(50)) fact.promise->deadline = "BY:CY_END";
  }
  return fact;
}

void AddCompanies(Random* random, MadeArticle* made) {
  const std::vector<std::string> names = {"Alibaba", "Tencent", "Nvidia"};
  const std::vector<std::string> tickers = {"BABA", "", "NVDA"};
  const int count = random->Below(4);
  for (int i = 0; i < count; ++i) {
    model::Company company;
    company.name = names[static_cast<size_t>(i)];
    company.ticker = tickers[static_cast<size_t>(i)];
    company.kind = "company";
    company.sector = i == 1 ? "internet" : "retail";
    company.role =
        static_cast<model::Role>(i == 0 && random->Chance(80) ? 0 : 1 + random->Below(2));
    company.relevance = random->Below(11) / 10.0;
    company.sentiment.score = random->Below(21) / 10.0 - 1;
    for (int n = random->Below(3); n > 0; --n) {
      const Place place = RandomPlace(random, *made);
      (place.part == Part::kTitle ? company.title_spans : company.spans).push_back(place.span);
    }
    made->analysis.companies.push_back(std::move(company));
  }
  for (auto& sentence : made->analysis.sentences) {
    for (int i = 0; i < count; ++i) {
      if (random->Chance(40))
        sentence.companies.push_back(i);
      else if (random->Chance(10))
        sentence.only_sources.push_back(i);
    }
  }
}

void AddScopes(Random* random, MadeArticle* made) {
  for (int n = random->Below(4); n > 0; --n) {
    model::Scope scope;
    scope.kind = static_cast<model::ScopeKind>(random->Below(7));
    scope.extent = RandomPlace(random, *made);
    const Place cue = RandomPlace(random, *made);
    if (cue.part == scope.extent.part) scope.cue = cue.span;
    made->analysis.scopes.push_back(scope);
  }
}

void AddRest(Random* random, MadeArticle* made) {
  model::Analysis& analysis = made->analysis;
  for (auto& sentence : analysis.sentences) {
    if (random->Chance(30)) sentence.period = RandomPeriod(random);
    if (random->Chance(20)) sentence.events.push_back(random->Chance(50) ? "Deal" : "Legal");
  }
  for (int n = random->Below(4); n > 0; --n)
    analysis.quantities.push_back({RandomPlace(random, *made), RandomNumber(random),
                                   random->Of(kUnits),
                                   static_cast<model::Qualifier>(random->Below(6))});
  for (const std::string id : {"ai_infrastructure", "pricing"}) {
    if (!random->Chance(40)) continue;
    model::Theme theme{id, random->Below(10) / 10.0, {}, {}};
    for (int i = random->Below(3); i > 0; --i) {
      const Place place = RandomPlace(random, *made);
      (place.part == Part::kTitle ? theme.title_spans : theme.spans).push_back(place.span);
    }
    analysis.themes.push_back(std::move(theme));
  }
  analysis.impact = random->Below(10) / 10.0;
  analysis.sentiment.score = random->Below(21) / 10.0 - 1;
  if (random->Chance(30)) analysis.reporting_period = RandomPeriod(random);
  if (random->Chance(30)) analysis.stated.score = random->Below(10) / 10.0;
  analysis.language = "en";
  made->article.source = random->Chance(50) ? "Reuters" : "";
  if (random->Chance(80)) made->article.published = Timestamp{SecondsOf(DayOf(2026, 5, 14))};
}

}  // namespace

model::Vocabulary SmallVocabulary() {
  model::Vocabulary vocabulary;
  for (const std::string& id : kMetrics) {
    model::Metric metric;
    metric.id = id;
    if (id == "odd.one") metric.parent = "eps";
    if (id == "guidance") metric.modality = {Modality::kGuidance};
    if (id == "eps") metric.units = {"USD"};
    vocabulary.metrics.emplace(id, metric);
  }
  vocabulary.issuers = {{"Alibaba", "BABA", "company", "retail", {"Ali"}},
                        {"Tencent", "", "company", "internet", {}}};
  vocabulary.rates.Add("CNY", DayOf(2026, 1, 1), 0.14);
  vocabulary.Index();
  return vocabulary;
}

MadeArticle RandomArticle(Random* random) {
  std::vector<MadeBlock> blocks = {{{RandomSentence(random)}}};
  for (int n = random->Below(6); n > 0; --n) blocks.push_back(RandomBlock(random));
  MadeArticle made(blocks, random->Chance(50) ? RandomSentence(random) : "");
  if (made.article.title.empty() && random->Chance(50)) made.analysis.text.lends_title = true;
  AddCompanies(random, &made);
  for (int n = random->Below(6); n > 0; --n)
    made.analysis.facts.push_back(RandomFact(random, made));
  AddScopes(random, &made);
  AddRest(random, &made);
  return made;
}

TEST_CASE("generator: every token of a made article lies in exactly one block") {
  Random random(1);
  for (int i = 0; i < 50; ++i) {
    const MadeArticle made = RandomArticle(&random);
    for (Part part : {Part::kTitle, Part::kText}) {
      const model::Document& document = made.analysis.document(part);
      uint32_t next = 0;
      for (const model::Block& block : document.blocks) {
        CHECK(block.tokens.begin == next);
        next = block.tokens.end;
      }
      CHECK(next == document.tokens.size());
    }
  }
}

}  // namespace tellwire::test
