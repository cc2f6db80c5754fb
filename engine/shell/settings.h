// What every command shares: where the store and the rules are, the clock, and how to print.
//
// Room `shell`: the program as a person types it. main.cc is a table of verbs, cmd_*.cc one verb
// each; the rest is how things look on a terminal.
#pragma once

#include <optional>
#include <string>

#include "base/error.h"
#include "base/time.h"

namespace tellwire::shell {

// Exit statuses: what scripts may rely on.
inline constexpr int kDone = 0;
inline constexpr int kSomeFailed = 1;  // done, but some rule, example or article failed
inline constexpr int kWrongUse = 2;
inline constexpr int kNoStore = 3;  // the store cannot be used
inline constexpr int kInterrupted = 130;

// The options that stand before any verb.
struct Settings {
  std::string db;      // as given; empty: the configuration's, else tellwire.db here
  std::string rules;   // as given; empty: looked for (see FindRules)
  std::string config;  // tellwire.toml; empty: found upward from here
  std::string color = "auto";
  std::string now;  // fixes the clock; empty: the system's
  bool quiet = false, verbose = false;

  // REQUIRES: `now` was checked with ParseTimestamp
  Clock MakeClock() const;
  bool UseColor(int file_descriptor) const;
};

// What tellwire.toml says fills what was not given on the command line. The error names the file
// and line.
std::optional<Error> ApplyConfig(Settings* settings);

// The folder of rules, word lists and lexicons: --rules, TELLWIRE_RULES, `rules` here, the
// installed one. The error says where it was looked for.
Result<std::string> FindRules(const Settings& settings);

// Reads --since and --until into seconds, both included: `--until 2026-05` is all of May. What is
// empty leaves its *out as it is. The error is a bad date, or an end before the beginning.
std::optional<Error> SetTimes(const std::string& since, const std::string& until,
                              std::optional<int64_t>* from, std::optional<int64_t>* to);

// Prints an error to standard error, with its help.
void Complain(const Error& error);
// The same for what is worth a word and stopped nothing.
void Warn(const Error& warning);

}  // namespace tellwire::shell
