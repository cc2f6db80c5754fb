#include "shell/analysis_json.h"

namespace tellwire::shell {
namespace {

using model::Analysis;
using model::Fact;
using model::Number;

void Spans(std::string_view key, const std::vector<Span>& spans, JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const Span& span : spans) json->Value(span);
  json->EndArray();
}

void Texts(std::string_view key, const std::vector<std::string>& texts, JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const std::string& text : texts) json->Value(text);
  json->EndArray();
}

void NumberOrNull(std::string_view key, const std::optional<Number>& number, JsonWriter* json) {
  json->Key(key);
  if (!number) {
    json->Null();
  } else if (number->is_range()) {
    json->BeginArray().Value(number->low).Value(number->high).EndArray();
  } else {
    json->Value(number->low);
  }
}

template <typename T>
void OrNull(std::string_view key, const std::optional<T>& value, JsonWriter* json) {
  json->Key(key);
  if (value) {
    json->Value(*value);
  } else {
    json->Null();
  }
}

void TextOrNull(std::string_view key, std::string_view text, JsonWriter* json) {
  json->Key(key).ValueOrNull(text);
}

void SpanOrNull(std::string_view key, const Span& span, JsonWriter* json) {
  json->Key(key);
  if (span.empty()) {
    json->Null();
  } else {
    json->Value(span);
  }
}

void WriteSentiment(const model::Sentiment& sentiment, JsonWriter* json) {
  json->Key("sentiment").BeginObject();
  json->Field("label", ToString(sentiment.label)).Field("mixed", sentiment.mixed);
  json->Field("score", sentiment.score).EndObject();
}

void WriteThemes(const Analysis& analysis, JsonWriter* json) {
  json->Key("themes").BeginArray();
  for (const model::Theme& theme : analysis.themes) {
    json->BeginObject().Field("theme", theme.id).Field("score", theme.score);
    Spans("spans", theme.spans, json);
    Spans("title_spans", theme.title_spans, json);
    json->EndObject();
  }
  json->EndArray();
}

void WriteStated(const model::Stated& stated, JsonWriter* json) {
  json->Key("stated").BeginObject();
  TextOrNull("sentiment", stated.sentiment, json);
  OrNull("score", stated.score, json);
  OrNull("impact", stated.impact, json);
  json->Key("tickers").BeginObject();
  for (const auto& [ticker, score] : stated.tickers) json->Field(ticker, score);
  json->EndObject();
  Texts("themes", stated.themes, json);
  json->EndObject();
}

void WriteCompanies(const Analysis& analysis, JsonWriter* json) {
  json->Key("companies").BeginArray();
  for (const model::Company& company : analysis.companies) {
    json->BeginObject().Field("name", company.name);
    TextOrNull("ticker", company.ticker, json);
    json->Field("kind", company.kind).Field("role", ToString(company.role));
    json->Field("relevance", company.relevance);
    Spans("spans", company.spans, json);
    Spans("title_spans", company.title_spans, json);
    WriteSentiment(company.sentiment, json);
    json->EndObject();
  }
  json->EndArray();
}

// The heading that a sentence stands under; empty before the first one and in the title.
std::string_view SectionOf(const model::Article& article, const Analysis& analysis,
                           const model::SentenceAnalysis& sentence) {
  if (sentence.place.part == model::Part::kTitle) return {};
  const model::Document& text = analysis.text;
  const model::Block& block = text.blocks[text.sentences[sentence.index].block];
  return text.sections[block.section].heading.Of(article.text);
}

void WriteSentences(const model::Article& article, const Analysis& analysis, JsonWriter* json) {
  json->Key("sentences").BeginArray();
  for (const model::SentenceAnalysis& sentence : analysis.sentences) {
    json->BeginObject().Field("span", sentence.place.span);
    json->Field("in_title", sentence.place.part == model::Part::kTitle);
    TextOrNull("section", SectionOf(article, analysis, sentence), json);
    json->Field("forward", sentence.forward);
    Texts("events", sentence.events, json);
    json->Key("companies").BeginArray();
    for (int company : sentence.companies)
      json->Value(analysis.companies[static_cast<size_t>(company)].name);
    json->EndArray().EndObject();
  }
  json->EndArray();
}

void WriteQuantities(const Analysis& analysis, JsonWriter* json) {
  json->Key("quantities").BeginArray();
  for (const model::Quantity& quantity : analysis.quantities) {
    json->BeginObject().Field("span", quantity.place.span);
    json->Field("in_title", quantity.place.part == model::Part::kTitle);
    NumberOrNull("value", quantity.value, json);
    TextOrNull("unit", quantity.unit, json);
    json->Field("qualifier", ToString(quantity.qualifier)).EndObject();
  }
  json->EndArray();
}

void WriteCompanyOf(const Analysis& analysis, const Fact& fact, JsonWriter* json) {
  const model::Company* company =
      fact.company < 0 ? nullptr : &analysis.companies[static_cast<size_t>(fact.company)];
  TextOrNull("company", company ? company->name : "", json);
  TextOrNull("ticker", company ? company->ticker : "", json);
  TextOrNull("segment", fact.segment, json);
}

void WriteNumbers(const Fact& fact, JsonWriter* json) {
  NumberOrNull("value", fact.value, json);
  TextOrNull("unit", fact.unit, json);
  json->Key("qualifier");
  if (fact.value || fact.change) {
    json->Value(ToString(fact.qualifier));
  } else {
    json->Null();
  }
  json->Key("alt_value");
  if (fact.alt_value) {
    json->BeginObject()
        .Field("value", fact.alt_value->value)
        .Field("unit", fact.alt_value->unit)
        .EndObject();
  } else {
    json->Null();
  }
  NumberOrNull("change", fact.change, json);
  TextOrNull("change_unit", fact.change_unit, json);
  TextOrNull("change_basis", fact.change_basis, json);
  NumberOrNull("prior", fact.prior, json);
  NumberOrNull("consensus", fact.consensus, json);
  OrNull("surprise_amount", fact.surprise_amount, json);
  TextOrNull("growth_class", fact.growth_class, json);
  OrNull("streak_quarters", fact.streak_quarters, json);
}

void DaysOrNull(std::string_view key, const std::optional<Day>& from,
                const std::optional<Day>& until, JsonWriter* json) {
  json->Key(key);
  if (from && until) {
    json->BeginArray().Value(FormatDay(*from)).Value(FormatDay(*until)).EndArray();
  } else {
    json->Null();
  }
}

void WriteFactSpans(const Fact& fact, JsonWriter* json) {
  json->Key("spans").BeginObject();
  SpanOrNull("fact", fact.spans.fact, json);
  SpanOrNull("value", fact.spans.value, json);
  SpanOrNull("change", fact.spans.change, json);
  SpanOrNull("metric", fact.spans.metric, json);
  SpanOrNull("company", fact.spans.company, json);
  SpanOrNull("period", fact.spans.period, json);
  json->EndObject();
  Spans("mentions", fact.mentions, json);
}

// All keys of a fact, inside an object that the caller opens and closes.
void WriteFactFields(const Analysis& analysis, const Fact& fact, JsonWriter* json) {
  WriteCompanyOf(analysis, fact, json);
  json->Field("kind", ToString(fact.kind)).Field("metric", fact.metric);
  WriteNumbers(fact, json);
  TextOrNull("direction", ToString(fact.direction), json);
  TextOrNull("surprise", ToString(fact.surprise), json);
  TextOrNull("period_text", fact.period_text, json);
  TextOrNull("period", fact.period.form, json);
  DaysOrNull("period_range", fact.period.from, fact.period.until, json);
  json->Field("modality", ToString(fact.modality)).Field("negated", fact.negated);
  TextOrNull("attribution", fact.attribution, json);
  Texts("flags", fact.flags, json);
  json->Field("in_title", fact.in_title);
  WriteFactSpans(fact, json);
}

void WritePromises(const Analysis& analysis, JsonWriter* json) {
  json->Key("promises").BeginArray();
  for (const Fact& fact : analysis.facts) {
    if (!fact.promise) continue;
    json->BeginObject();
    WriteFactFields(analysis, fact, json);
    json->Field("operator", fact.promise->op);
    NumberOrNull("target", fact.promise->target, json);
    TextOrNull("deadline", fact.promise->deadline, json);
    json->EndObject();
  }
  json->EndArray();
}

void WriteImpactParts(const model::ImpactParts& parts, JsonWriter* json) {
  json->Key("impact_parts").BeginObject();
  json->Field("event", parts.event).Field("surprise", parts.surprise);
  json->Field("relevance", parts.relevance).Key("novelty").Null();  // unknown to one article alone
  json->Field("rest", parts.rest).EndObject();
}

}  // namespace

void WriteFact(const Analysis& analysis, const Fact& fact, JsonWriter* json) {
  json->BeginObject();
  WriteFactFields(analysis, fact, json);
  json->EndObject();
}

void WriteAnalysis(const model::Article& article, const Analysis& analysis, JsonWriter* json) {
  json->Field("id", article.CallName());
  TextOrNull("title", article.title, json);
  TextOrNull("source", article.source, json);
  TextOrNull("url", article.url, json);
  TextOrNull("published", article.published ? ToString(*article.published) : "", json);
  TextOrNull("language", analysis.language, json);
  WriteSentiment(analysis.sentiment, json);
  json->Field("impact", analysis.impact);
  WriteImpactParts(analysis.impact_parts, json);
  WriteThemes(analysis, json);
  WriteStated(analysis.stated, json);
  WriteCompanies(analysis, json);
  WriteSentences(article, analysis, json);
  WriteQuantities(analysis, json);
  json->Key("facts").BeginArray();
  for (const Fact& fact : analysis.facts) WriteFact(analysis, fact, json);
  json->EndArray();
  WritePromises(analysis, json);
}

}  // namespace tellwire::shell
