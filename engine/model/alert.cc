#include "model/alert.h"

#include <array>

namespace tellwire::model {
namespace {
constexpr std::array<std::string_view, 5> kSeverities = {"info", "low", "medium", "high",
                                                         "critical"};
}

std::string_view ToString(Severity severity) { return kSeverities[static_cast<size_t>(severity)]; }

std::optional<Severity> ParseSeverity(std::string_view name) {
  for (size_t i = 0; i < kSeverities.size(); ++i) {
    if (kSeverities[i] == name) return static_cast<Severity>(i);
  }
  return std::nullopt;
}

}  // namespace tellwire::model
