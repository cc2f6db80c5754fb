// Any bytes as an article in any format: read, analysed, printed, and asked of every shipped rule.
// All places must lie in the text and begin and end between characters; a second analysis must say
// the same.
#include "analysis/analyser.h"
#include "base/json_writer.h"
#include "fuzz/fuzz.h"
#include "ingest/json_article.h"
#include "ingest/text_article.h"
#include "match/network.h"
#include "script/loader.h"
#include "shell/analysis_json.h"

namespace tellwire::fuzz {
namespace {

struct World {
  World()
      : analyser(analysis::Analyser::Load(TELLWIRE_SOURCE_DIR "/rules").value()),
        rules(script::LoadRules({TELLWIRE_SOURCE_DIR "/rules"}, TELLWIRE_SOURCE_DIR "/rules",
                                analyser.vocabulary(), {})),
        network(rules.rules(), analyser.vocabulary()),
        scratch(network.NewScratch()) {}

  analysis::Analyser analyser;
  script::LoadedRules rules;
  match::Network network;
  match::Network::ScratchPtr scratch;
};

bool IsBoundary(std::string_view text, size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void CheckSpan(std::string_view text, Span span) {
  Require(span.begin <= span.end && span.end <= text.size(), "a span lies in its text");
  Require(IsBoundary(text, span.begin) && IsBoundary(text, span.end), "no character is cut");
}

void CheckSpans(std::string_view text, const std::vector<Span>& spans) {
  for (const Span& span : spans) CheckSpan(text, span);
}

void CheckFact(const model::Fact& fact, const model::Article& article, size_t companies) {
  const std::string& text = fact.part() == model::Part::kTitle ? article.title : article.text;
  Require(fact.company < static_cast<int>(companies), "a fact's company is there");
  Require(!fact.spans.fact.empty(), "a fact has words");
  const model::FactSpans& spans = fact.spans;
  for (const Span& span :
       {spans.fact, spans.value, spans.change, spans.metric, spans.company, spans.period})
    CheckSpan(text, span);
  CheckSpans(text, fact.mentions);
}

void CheckAnalysis(const model::Article& article, const model::Analysis& analysis) {
  const auto in = [&](const model::Place& place) {
    CheckSpan(place.part == model::Part::kTitle ? article.title : article.text, place.span);
  };
  for (const auto& sentence : analysis.sentences) in(sentence.place);
  for (const auto& quantity : analysis.quantities) in(quantity.place);
  for (const auto& scope : analysis.scopes) in(scope.extent);
  for (const auto& company : analysis.companies) {
    CheckSpans(article.text, company.spans);
    CheckSpans(article.title, company.title_spans);
  }
  for (const auto& fact : analysis.facts) CheckFact(fact, article, analysis.companies.size());
}

std::string Printed(const model::Article& article, const model::Analysis& analysis) {
  JsonWriter json;
  json.BeginObject();
  shell::WriteAnalysis(article, analysis, &json);
  json.EndObject();
  return json.Take();
}

Result<ingest::ParsedArticle> Read(std::string_view bytes, uint8_t format) {
  const Where where{"input", 1, 0};
  switch (format % 4) {
    case 0:
      return ingest::ReadTextArticle(bytes, where);
    case 1:
      return ingest::ReadMarkdownArticle(bytes, where);
    case 2:
      return ingest::ReadHtmlArticle(bytes, where);
    default:
      return ingest::ParseJsonArticle(bytes, where);
  }
}

void TryAs(std::string_view bytes, uint8_t format) {
  static World world;
  const auto parsed = Read(bytes, format);
  if (!parsed) return;
  const model::Article& article = parsed->article;
  const model::Analysis analysis = world.analyser.Analyse(article);
  CheckAnalysis(article, analysis);
  Require(Printed(article, analysis) == Printed(article, world.analyser.Analyse(article)),
          "the same article is analysed alike");
  world.network.Match({article, analysis, nullptr, 0}, world.scratch.get(), nullptr);
}

}  // namespace
}  // namespace tellwire::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  tellwire::fuzz::TryAs(tellwire::fuzz::AsText(data, size), 0);
  const uint8_t format = data[size - 1];  // the last byte also chooses a second reader
  if (format % 4 != 0) tellwire::fuzz::TryAs(tellwire::fuzz::AsText(data, size), format);
  return 0;
}
