#include "analysis/language.h"

#include "tone_fixture.h"

namespace tellwire::analysis {
namespace {

std::string LanguageOf(const std::string& sentence, int times = 6) {
  std::string text;
  for (int i = 0; i < times; ++i) text += sentence + " ";
  const auto document = text::ReadDocument(text, text::TextKind::kBody, ShippedLexicon().layout);
  return DetectLanguage(*ShippedLexicon().languages, document);
}

TEST_CASE("language: told by the commonest words") {
  const struct {
    std::string sentence, language;
  } kRows[] = {
      {"The company said that its profit for the year was higher than it had been.", "en"},
      {"Der Konzern hat im vergangenen Jahr mehr verdient als von den Analysten erwartet.", "de"},
      {"Le groupe a annoncé que les ventes de la société sont en hausse dans le pays.", "fr"},
      {"La empresa dijo que los ingresos de este año son más altos que en el anterior.", "es"},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.sentence);
    CHECK(LanguageOf(row.sentence) == row.language);
  }
}

TEST_CASE("language: unknown for short texts and for lists of names") {
  CHECK(LanguageOf("The company said that its profit for the year was higher.", 1).empty());
  CHECK(LanguageOf("Acme Globex Initech Umbrella Hooli Stark Wayne Tyrell").empty());
}

TEST_CASE("language: a word that two words of a list fold to counts once") {
  // Italian lists "e" and "\u00e8"; a company's initials are neither.
  CHECK(LanguageOf("Pg&e earnings trail the estimates in q4.") == "en");
}

TEST_CASE("language: only English is analysed, and what nobody can tell") {
  CHECK(IsAnalysed("en-GB"));
  CHECK(IsAnalysed(""));
  CHECK_FALSE(IsAnalysed("de"));
}

}  // namespace
}  // namespace tellwire::analysis
