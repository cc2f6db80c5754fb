#include "rule/fields.h"

#include <array>

#include "base/table.h"

namespace tellwire::rule {
namespace {

constexpr std::string_view kModalities =
    "actual guidance target estimate rumour hypothetical opinion asserted any";
constexpr std::string_view kFlagNames =
    "loss loss_narrowed profitable guidance_raised guidance_cut guidance_withdrawn "
    "guidance_reaffirmed record discount promise intraday unverified export_control risk "
    "ambiguous streak_ended:*";
constexpr std::string_view kBases =
    "yoy qoq ytd day organic constant_currency like_for_like vs_peak 60d";

// A promise has the fields of a fact and, before them, its own.
constexpr auto kPromise = std::to_array<Field>({
    {"operator", FieldKind::kWord, Source::kChoice, "> >= = <= <", "",
     "How the target must be reached."},
    {"target", FieldKind::kNumber, Source::kFree, "", "", "The number to reach, with its unit."},
    {"deadline", FieldKind::kWord, Source::kFree, "", "",
     "By when, as a period: `BY:CQ2`, `NEXT:12M`; `missing` where none was given."},
    {"state", FieldKind::kWord, Source::kChoice, "progress kept missed withdrawn", "",
     "What became of an earlier promise that this article settles."},
    {"metric", FieldKind::kWord, Source::kMetric, "", "",
     "Dotted id; matches its whole family unless `exact = true`."},
    {"exact", FieldKind::kFlag, Source::kFree, "", "exact_metric",
     "true: the metric itself, not its family."},
    {"company", FieldKind::kWord, Source::kCompany, "", "",
     "Ticker, name or alias of the company."},
    {"ticker", FieldKind::kWord, Source::kFree, "", "", "Ticker of the company."},
    {"segment", FieldKind::kWord, Source::kFree, "", "",
     "Segment, product or geography, as written."},
    {"kind", FieldKind::kWord, Source::kChoice, "metric event recommendation", "",
     "What sort of fact."},
    {"value", FieldKind::kNumber, Source::kFree, "", "", "The level, scale applied."},
    {"unit", FieldKind::kWord, Source::kUnit, "", "", "Unit of the value."},
    {"qualifier", FieldKind::kWord, Source::kChoice, "exact approx over under up_to range", "",
     "How exact the number is."},
    {"alt_value", FieldKind::kNumber, Source::kFree, "", "",
     "The second currency given in brackets."},
    {"change", FieldKind::kNumber, Source::kFree, "", "",
     "Signed change; without a unit it is compared in percent."},
    {"change_pct", FieldKind::kBare, Source::kFree, "", "",
     "The change in percent; not there where it is in another unit."},
    {"change_unit", FieldKind::kWord, Source::kUnit, "", "", "Unit of the change."},
    {"change_basis", FieldKind::kWord, Source::kChoice, kBases, "", "Against what it changed."},
    {"prior", FieldKind::kNumber, Source::kFree, "", "", "The value that it is compared with."},
    {"consensus", FieldKind::kNumber, Source::kFree, "", "", "The value that was expected."},
    {"surprise_amount", FieldKind::kNumber, Source::kFree, "", "", "Size of the beat or miss."},
    {"growth_class", FieldKind::kWord, Source::kFree, "", "", "`double-digit`, `triple-digit` .."},
    {"streak_quarters", FieldKind::kBare, Source::kFree, "", "",
     "5 for \"fifth straight quarter\"."},
    {"direction", FieldKind::kWord, Source::kChoice, "up down flat", "",
     "Of the metric: a loss that narrows is up."},
    {"surprise", FieldKind::kWord, Source::kChoice, "beat miss inline", "",
     "Against estimates, guidance or expectations."},
    {"period_text", FieldKind::kWord, Source::kFree, "", "", "The period as written."},
    {"period", FieldKind::kWord, Source::kFree, "", "",
     "The period in its normal form: `FQ4:2026`."},
    {"modality", FieldKind::kWord, Source::kChoice, kModalities, "modalities",
     "How sure; `asserted` leaves out rumour, hypothetical and opinion."},
    {"negated", FieldKind::kFlag, Source::kFree, "", "", "true: the denial is asked for."},
    {"attribution", FieldKind::kWord, Source::kFree, "", "", "Who said it, as written."},
    {"flags", FieldKind::kWordList, Source::kChoice, kFlagNames, "", "Marks of the fact."},
    {"in_title", FieldKind::kFlag, Source::kFree, "", "", "true: said in the title."},
    {"metric_text", FieldKind::kWord, Source::kFree, "", "",
     "The words of the metric or event as written: `no \"*acquisitions\"`; in conditions "
     "only."},
    {"named", FieldKind::kFlag, Source::kFree, "", "",
     "true: its own sentence names the company, or says `it` of the article's primary one; false: "
     "the company is carried over from what was said before; in conditions only."},
});
constexpr size_t kPromiseOnly = 4;

constexpr auto kCompany = std::to_array<Field>({
    {"name", FieldKind::kWord, Source::kCompany, "", "words", "Ticker, name or alias."},
    {"list", FieldKind::kWord, Source::kList, "", "",
     "A file of rules/lists/ whose lines are tickers or names, in force as in `list`."},
    {"sector", FieldKind::kWord, Source::kSector, "", "", "Its sector."},
    {"role", FieldKind::kWord, Source::kChoice, "primary secondary mention", "",
     "What the company is to the article."},
    {"kind", FieldKind::kWord, Source::kChoice, "company product segment person gov source entity",
     "", "What sort of name it is."},
    {"named_in", FieldKind::kWord, Source::kChoice, "title lead", "",
     "Its name stands in the title, or in the first block of prose."},
    {"relevance", FieldKind::kBare, Source::kFree, "", "", "0..1."},
});

constexpr auto kQuantity = std::to_array<Field>({
    {"unit", FieldKind::kWord, Source::kUnit, "", "", "`pct`, `USD`, `x` .."},
    {"value", FieldKind::kBare, Source::kFree, "", "bound",
     "The number; its limits may stand beside `unit`: `min = 10`."},
    {"qualifier", FieldKind::kWord, Source::kChoice, "exact approx over under up_to range", "",
     "How exact the number is."},
});

constexpr auto kTheme = std::to_array<Field>({
    {"score", FieldKind::kBare, Source::kFree, "", "bound",
     "0..1; its limits may stand alone: `above = 0.5`."},
});

constexpr auto kImpact = std::to_array<Field>({
    {"impact", FieldKind::kBare, Source::kFree, "", "bound", "0..1: `above = 0.4`."},
});

constexpr auto kSentiment = std::to_array<Field>({
    {"of", FieldKind::kWord, Source::kCompany, "", "words",
     "Of this company; else of the subject, else of the article."},
    {"score", FieldKind::kBare, Source::kFree, "", "bound", "-1..1: `below = -0.2`."},
    {"label", FieldKind::kWord, Source::kChoice, "negative neutral positive", "",
     "The score as a word."},
    {"mixed", FieldKind::kFlag, Source::kFree, "", "",
     "true: price and surprise point opposite ways."},
});

constexpr auto kPublished = std::to_array<Field>({
    {"within", FieldKind::kDuration, Source::kFree, "", "within", "Not longer ago than this."},
    {"since", FieldKind::kWord, Source::kDay, "", "", "On this day or later: `2026-01-31`."},
    {"until", FieldKind::kWord, Source::kDay, "", "", "On this day or before."},
});

constexpr auto kStated = std::to_array<Field>({
    {"sentiment", FieldKind::kWord, Source::kFree, "", "", "As the page words it."},
    {"score", FieldKind::kBare, Source::kFree, "", "", "Its sentiment score."},
    {"impact", FieldKind::kBare, Source::kFree, "", "", "Its market impact."},
    {"tickers", FieldKind::kWordList, Source::kFree, "", "", "The tickers that it scores."},
    {"themes", FieldKind::kWordList, Source::kFree, "", "", "Its themes, as written."},
});

constexpr auto kFired = std::to_array<Field>({
    {"within", FieldKind::kDuration, Source::kFree, "", "within", "Not longer before the article."},
});

constexpr auto kPrice = std::to_array<Field>({
    {"window", FieldKind::kDuration, Source::kFree, "", "within", "How long after publication."},
    {"move", FieldKind::kBare, Source::kFree, "", "bound", "Percent: `above = 3`."},
});

constexpr auto kPortfolio = std::to_array<Field>({
    {"weight", FieldKind::kBare, Source::kFree, "", "bound", "0..1: `above = 0.02`."},
});

}  // namespace

std::span<const Field> FieldsOf(Op leaf) {
  switch (leaf) {
    case Op::kPromise:
      return kPromise;
    case Op::kFact:
      return std::span<const Field>(kPromise).subspan(kPromiseOnly);
    case Op::kCompany:
      return kCompany;
    case Op::kQuantity:
      return kQuantity;
    case Op::kTheme:
      return kTheme;
    case Op::kImpact:
      return kImpact;
    case Op::kSentiment:
      return kSentiment;
    case Op::kPublished:
      return kPublished;
    case Op::kStated:
      return kStated;
    case Op::kFired:
      return kFired;
    case Op::kPrice:
      return kPrice;
    case Op::kPortfolio:
      return kPortfolio;
    default:
      return {};
  }
}

const Field* FindField(Op leaf, std::string_view name) {
  for (const Field& field : FieldsOf(leaf)) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

std::vector<std::string> FieldNames(Op leaf) {
  std::vector<std::string> names;
  for (const Field& field : FieldsOf(leaf)) names.emplace_back(field.name);
  return names;
}

std::vector<std::string> Choices(const Field& field) { return SplitList(field.choices, ' '); }

}  // namespace tellwire::rule
