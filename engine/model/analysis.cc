#include "model/analysis.h"

#include <array>

namespace tellwire::model {

std::string_view ToString(Tone tone) {
  constexpr std::array<std::string_view, 3> kNames = {"negative", "neutral", "positive"};
  return kNames[static_cast<size_t>(tone)];
}

std::string_view ToString(Role role) {
  constexpr std::array<std::string_view, 3> kNames = {"primary", "secondary", "mention"};
  return kNames[static_cast<size_t>(role)];
}

std::optional<Role> ParseRole(std::string_view name) {
  for (Role role : {Role::kPrimary, Role::kSecondary, Role::kMention}) {
    if (ToString(role) == name) return role;
  }
  return std::nullopt;
}

std::string_view ToString(ScopeKind kind) {
  constexpr std::array<std::string_view, 8> kNames = {
      "negation", "hypothetical", "estimate", "guidance", "target", "rumour", "opinion", "past"};
  return kNames[static_cast<size_t>(kind)];
}

int Analysis::Primary() const {
  for (size_t i = 0; i < companies.size(); ++i) {
    if (companies[i].role == Role::kPrimary) return static_cast<int>(i);
  }
  return -1;
}

const SentenceAnalysis* Analysis::SentenceAt(const Place& place) const {
  const int index = document(place.part).SentenceAt(place.span.begin);
  if (index < 0) return nullptr;
  const size_t at =
      static_cast<size_t>(index) + (place.part == Part::kText ? title.sentences.size() : 0);
  return at < sentences.size() ? &sentences[at] : nullptr;
}

}  // namespace tellwire::model
