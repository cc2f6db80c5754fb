// Whole files in and out.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace tellwire {

// The bytes of a file. The error says what the system said: missing, a folder, no permission.
Result<std::string> ReadFile(const std::filesystem::path& path);

// Replaces a file as a whole: written beside it, then renamed over it.
std::optional<Error> WriteFile(const std::filesystem::path& path, std::string_view bytes);

}  // namespace tellwire
