// A template is read from the left, reference by reference. A part in square brackets stays only
// when all that it refers to is there: "price target lowered[ to {cut.value}]".
#include "alert/title.h"

#include "alert/fact_words.h"
#include "alert/number_text.h"

namespace tellwire::alert {
namespace {

constexpr std::string_view kAbsent = "–";

std::string Published(const model::Article& article, std::string_view spec) {
  if (!article.published) return "";
  return spec == "date" ? DateText(DayOf(article.published->seconds))
                        : ToString(*article.published);
}

std::string ArticleField(const model::Article& article, std::string_view field,
                         std::string_view spec) {
  if (field == "title") return article.title;
  if (field == "id") return article.CallName();
  if (field == "source") return article.source;
  if (field == "url") return article.url;
  if (field == "language") return article.language;
  if (field == "published") return Published(article, spec);
  return "";
}

// What stands between two braces.
struct Reference {
  std::string clause, field, spec;
};

Reference ReadReference(std::string_view inside) {
  Reference reference;
  const size_t colon = inside.find(':');
  if (colon != std::string_view::npos) reference.spec = inside.substr(colon + 1);
  const std::string_view path = inside.substr(0, colon);
  const size_t dot = path.find('.');
  reference.clause = path.substr(0, dot);
  if (dot != std::string_view::npos) reference.field = path.substr(dot + 1);
  return reference;
}

std::string EvidenceText(const model::Evidence& evidence, const model::Article& article,
                         const model::Place& place) {
  const std::string& text =
      evidence.place.part == model::Part::kTitle ? article.title : article.text;
  return std::string(place.span.Of(text));
}

// The name or the ticker of a company; -1: of nobody.
std::string CompanyField(int company, std::string_view field, const model::Analysis& analysis) {
  if (company < 0) return "";
  const model::Company& found = analysis.companies[static_cast<size_t>(company)];
  return field == "ticker" ? found.ticker : found.name;
}

bool IsCompanyField(std::string_view field) { return field == "company" || field == "ticker"; }

std::string Look(const Reference& reference, const TitleSource& source) {
  const auto& [hit, article, analysis, vocabulary] = source;
  if (IsCompanyField(reference.clause))
    return CompanyField(hit.company, reference.clause, analysis);
  if (reference.clause == "article") return ArticleField(article, reference.field, reference.spec);
  const model::Evidence* best = model::BestEvidence(hit.evidence, reference.clause, analysis);
  if (best == nullptr) return "";
  if (reference.field.empty() || reference.field == "text") {
    return EvidenceText(*best, article, best->place);
  }
  if (reference.field == "sentence") return EvidenceText(*best, article, best->sentence);
  if (best->fact < 0) return "";
  const model::Fact& fact = analysis.facts[static_cast<size_t>(best->fact)];
  if (IsCompanyField(reference.field)) return CompanyField(fact.company, reference.field, analysis);
  return FieldText(fact, reference.field, reference.spec, vocabulary);
}

// A template without brackets.
struct Filled {
  std::string text;
  bool refers = false;   // to anything
  bool complete = true;  // all of it is there
};

Filled FillReferences(std::string_view pattern, const TitleSource& source) {
  Filled filled;
  while (!pattern.empty()) {
    const size_t open = pattern.find('{');
    const size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) break;
    filled.text += pattern.substr(0, open);
    const std::string text =
        Look(ReadReference(pattern.substr(open + 1, close - open - 1)), source);
    filled.text += text.empty() ? kAbsent : std::string_view(text);
    filled.refers = true;
    filled.complete = filled.complete && !text.empty();
    pattern.remove_prefix(close + 1);
    // "Starbucks' shares"
    if (text.ends_with('s') && pattern.starts_with("'s")) {
      filled.text += '\'';
      pattern.remove_prefix(2);
    }
  }
  filled.text += pattern;
  return filled;
}

}  // namespace

std::string FillTitle(std::string_view pattern, const TitleSource& source) {
  std::string out;
  while (!pattern.empty()) {
    const size_t open = pattern.find('[');
    const size_t close = open == std::string_view::npos ? open : pattern.find(']', open);
    if (close == std::string_view::npos) break;
    out += FillReferences(pattern.substr(0, open), source).text;
    const std::string_view inside = pattern.substr(open + 1, close - open - 1);
    const Filled part = FillReferences(inside, source);
    if (!part.refers) out.append(pattern.substr(open, close - open + 1));
    if (part.refers && part.complete) out += part.text;
    pattern.remove_prefix(close + 1);
  }
  return out + FillReferences(pattern, source).text;
}

}  // namespace tellwire::alert
