// How the settings want things printed, and the phrases that several commands say.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "alert/listing.h"
#include "base/error.h"
#include "shell/settings.h"
#include "store/runs.h"

namespace tellwire::shell {

// REQUIRES: a name that ParseFormat knows
alert::ListingOptions PrintingOf(const std::string& format, const Settings& settings);

// A listing on standard output.
void Print(const alert::Listing& listing, const alert::ListingOptions& how);

// `1 article`, `2 articles`; what follows ` in ` stays: `2 files in no known format`.
std::string Counted(uint64_t count, std::string_view noun);
inline std::string Counted(int64_t count, std::string_view noun) {
  return Counted(static_cast<uint64_t>(count), noun);
}

// A note of a run on one line, without control characters: `error RULE on ARTICLE: why (3 times)`.
std::string NoteText(const store::RunNote& note);

// What to say of a name that is not among `names`: the nearest of them, else `help`.
Error NoSuch(std::string_view kind, std::string_view called, const std::vector<std::string>& names,
             std::string help);

}  // namespace tellwire::shell
