#include "analysis/issuer_stance.h"

#include <algorithm>

#include "analysis/issuer_case.h"
#include "analysis/issuer_table.h"
#include "analysis/word_roles.h"
#include "base/hash.h"

namespace tellwire::analysis {
namespace {

// What a word before a name makes of it.
enum Before : uint32_t {
  kBeforeObject = 1,
  kBeforeAside = 2,
  kBeforePlace = 4,  // where something happens
  kBeforeDummy = 8,
};

const WordRoles& RolesBefore() {
  static const WordRoles roles = [] {
    WordRoles words;
    const auto add = [&](uint32_t role, std::initializer_list<const char*> list) {
      for (const char* word : list) words.Add(Hash64(word), role);
    };
    add(kBeforeObject, {"by", "to", "for", "from", "with", "against", "in", "on", "than", "over",
                        "into", "via", "through", "including", "versus", "vs", "or"});
    add(kBeforeAside, {"to", "from", "with", "against", "in", "into", "on", "via", "through",
                       "including", "over", "like"});
    add(kBeforePlace, {"in", "across", "of", "from", "for", "at", "outside", "throughout", "to",
                       "into", "and", "or", "near", "over", "between"});
    add(kBeforeDummy, {"make", "makes", "made", "making", "find", "finds", "found", "finding"});
    return words;
  }();
  return roles;
}

// The roles of the preposition before a name, what the name is called passed over: "in| telecoms
// company X".
uint32_t RolesOf(const IssuerTable& table, const Passage& passage, const IssuerHit& hit) {
  constexpr uint32_t kMostWords = 3;
  const auto& tokens = passage.document->tokens;
  uint32_t at = hit.tokens.begin;
  for (uint32_t passed = 0; at > 0; ++passed) {
    const uint32_t roles = RolesBefore().Of(tokens[at - 1].word);
    if (roles != 0) return roles;
    const bool goes_on = !hit.reference && passed < kMostWords && passage.Looks(at, kSpaced);
    if (!goes_on || table.Is(tokens[at - 1].word, IssuerTable::kVerb | IssuerTable::kTitle)) break;
    const bool adjective = passed > 0 && table.Is(tokens[at - 1].word, IssuerTable::kPlace);
    if (IsCapital(passage, at - 1) && !adjective) break;
    if (table.Is(tokens[at - 1].word, IssuerTable::kStop) && passage.WordAt(at - 1) != "company" &&
        !(passed > 0 && passage.WordAt(at - 1) == "the"))
      break;
    --at;
  }
  return 0;
}

// Whether words of speech begin here: "said", "according to".
bool SpeechBegins(const Passage& passage, uint32_t token) {
  return !HitsIn(passage.Terms(TermKind::kSpeech), {token, token + 1}).empty();
}

// Whether a house of data tells what it counted: "Nielsen said sales of books rose".
bool TellsOfTheWorld(const Passage& passage, const model::TokenRange& sentence,
                     const IssuerHit& hit) {
  const uint32_t next = hit.tokens.end;
  if (hit.possessive || next >= sentence.end || !SpeechBegins(passage, next)) return false;
  for (uint32_t at = next; at < sentence.end; ++at) {
    const std::string_view word = passage.WordAt(at);
    if (word == "its" || word == "it" || word == "earnings" || word == "dividend") return false;
  }
  return true;
}

// Whether a house of finance speaks of something else than itself.
bool SpeaksOfTheWorld(const IssuerTable& table, const Passage& passage,
                      const model::TokenRange& sentence, const IssuerHit& hit) {
  const uint32_t next = hit.tokens.end;
  if (hit.possessive || next >= sentence.end) return false;
  const bool ends = next + 1 == sentence.end && hit.tokens.begin > sentence.begin &&
                    passage.HasSign(hit.tokens.begin, kComma);
  if (ends && SpeechBegins(passage, next)) return true;
  const uint32_t foresees = table.forecasts.MatchAt(*passage.document, next, sentence.end);
  if (foresees == 0) return false;
  for (uint32_t at = next + foresees; at < sentence.end; ++at) {
    const std::string_view word = passage.WordAt(at);
    if (word == "its" || word == "it" || word == "to") return false;
  }
  return true;
}

}  // namespace

bool StandsAsObject(const IssuerTable& table, const Passage& passage, const IssuerHit& hit) {
  return (RolesOf(table, passage, hit) & kBeforeObject) != 0;
}

bool StandsAside(const IssuerTable& table, const Passage& passage, const IssuerHit& hit) {
  return (RolesOf(table, passage, hit) & kBeforeAside) != 0;
}

bool StandsBeforeItsOwn(const IssuerTable& table, const Passage& passage, const IssuerHit& hit) {
  const uint32_t next = hit.tokens.end;
  const auto& tokens = passage.document->tokens;
  if (next >= tokens.size() || !passage.Looks(next, kSpaced)) return false;
  if (!table.Is(tokens[next].word, IssuerTable::kCompanyNoun)) return false;
  if (hit.tokens.begin == 0) return true;
  const std::string_view before = passage.WordAt(hit.tokens.begin - 1);
  return passage.GapBefore(hit.tokens.begin) != ", " && before != "and" && before != "or";
}

void MarkWorldly(const IssuerTable& table, const model::Analysis& analysis, Passage* passage) {
  const auto& sentences = passage->document->sentences;
  size_t sentence = 0;
  for (IssuerHit& hit : passage->issuers) {
    while (sentences[sentence].tokens.end <= hit.tokens.begin) ++sentence;
    if (hit.company < 0 || hit.only_source) continue;
    const std::string& sector = analysis.companies[static_cast<size_t>(hit.company)].sector;
    if (sector == "data") {
      hit.only_source = TellsOfTheWorld(*passage, sentences[sentence].tokens, hit) ||
                        SpeaksOfTheWorld(table, *passage, sentences[sentence].tokens, hit);
      continue;
    }
    if (hit.company == analysis.Primary()) continue;
    if (sector != "banks" && sector != "asset_management" && sector != "insurance") continue;
    hit.only_source = SpeaksOfTheWorld(table, *passage, sentences[sentence].tokens, hit);
  }
}

bool HasCountryBefore(const IssuerTable& table, const Passage& passage, uint32_t first,
                      uint32_t token) {
  const auto& tokens = passage.document->tokens;
  for (uint32_t at = first; at + 1 < token; ++at) {
    if (!IsCapital(passage, at) || !table.Is(tokens[at].word, IssuerTable::kPlace)) continue;
    if (at > first && (RolesBefore().Of(tokens[at - 1].word) & kBeforePlace) != 0) continue;
    const std::string_view next = passage.WordAt(at + 1);
    if (next == "which" || next.ends_with("ing")) return true;
    if (passage.Looks(at + 1, kSpaced) && table.Is(tokens[at + 1].word, IssuerTable::kVerb))
      return true;
  }
  return false;
}

bool SpeaksOfWe(const Passage& passage) {
  static const uint64_t kWe = Hash64("we"), kOur = Hash64("our");
  const auto& tokens = passage.document->tokens;
  const auto said = std::count_if(tokens.begin(), tokens.end(), [](const model::Token& token) {
    return token.word == kWe || token.word == kOur;
  });
  constexpr size_t kEvery = 4;
  return static_cast<size_t>(said) * kEvery >= passage.document->sentences.size();
}

bool IsDummy(const Passage& passage, const IssuerHit& hit) {
  return hit.tokens.begin > 0 && !hit.possessive && passage.WordAt(hit.tokens.begin) == "it" &&
         (RolesBefore().Of(passage.document->tokens[hit.tokens.begin - 1].word) & kBeforeDummy) !=
             0;
}

}  // namespace tellwire::analysis
