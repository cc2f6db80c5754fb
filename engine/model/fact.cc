#include "model/fact.h"

#include <algorithm>
#include <array>

namespace tellwire::model {
namespace {

constexpr std::array<std::string_view, 3> kFactKinds = {"metric", "event", "recommendation"};
constexpr std::array<std::string_view, 4> kDirections = {"", "up", "down", "flat"};
constexpr std::array<std::string_view, 4> kSurprises = {"", "beat", "miss", "inline"};
constexpr std::array<std::string_view, 7> kModalities = {
    "actual", "guidance", "target", "estimate", "rumour", "hypothetical", "opinion"};
constexpr std::array<std::string_view, 6> kQualifiers = {"exact", "approx", "over",
                                                         "under", "up_to",  "range"};

template <typename Enum, size_t n>
std::string_view NameOf(const std::array<std::string_view, n>& names, Enum value) {
  return names[static_cast<size_t>(value)];
}

template <typename Enum, size_t n>
std::optional<Enum> Named(const std::array<std::string_view, n>& names, std::string_view name) {
  if (name.empty()) return std::nullopt;
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view ToString(FactKind kind) { return NameOf(kFactKinds, kind); }
std::string_view ToString(Direction direction) { return NameOf(kDirections, direction); }
std::string_view ToString(Surprise surprise) { return NameOf(kSurprises, surprise); }
std::string_view ToString(Modality modality) { return NameOf(kModalities, modality); }
std::string_view ToString(Qualifier qualifier) { return NameOf(kQualifiers, qualifier); }

std::optional<FactKind> ParseFactKind(std::string_view name) {
  return Named<FactKind>(kFactKinds, name);
}
std::optional<Direction> ParseDirection(std::string_view name) {
  return Named<Direction>(kDirections, name);
}
std::optional<Surprise> ParseSurprise(std::string_view name) {
  return Named<Surprise>(kSurprises, name);
}
std::optional<Modality> ParseModality(std::string_view name) {
  return Named<Modality>(kModalities, name);
}
std::optional<Qualifier> ParseQualifier(std::string_view name) {
  return Named<Qualifier>(kQualifiers, name);
}

bool Fact::HasFlag(std::string_view flag) const {
  return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

}  // namespace tellwire::model
