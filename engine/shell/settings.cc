#include "shell/settings.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "alert/plain.h"

namespace tellwire::shell {
namespace {

namespace fs = std::filesystem;

bool IsRulesFolder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path / "lexicon", ignored);
}

// <prefix>/share/tellwire/rules beside <prefix>/bin/tellwire.
fs::path InstalledRules() {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  return program.parent_path().parent_path() / "share" / "tellwire" / "rules";
}

}  // namespace

Clock Settings::MakeClock() const {
  return now.empty() ? Clock::System() : Clock::Fixed(ParseTimestamp(now)->seconds);
}

bool Settings::UseColor(int file_descriptor) const {
  if (color != "auto") return color == "always";
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(file_descriptor) && !(no_color && *no_color);
}

Result<std::string> FindRules(const Settings& settings) {
  if (!settings.rules.empty()) {
    if (IsRulesFolder(settings.rules)) return settings.rules;
    return Error{ErrorKind::kUsage,
                 {settings.rules},
                 "not a rules folder: it has no folder lexicon",
                 "--rules takes the folder that holds packs, lists/ and lexicon/"};
  }
  const fs::path installed = InstalledRules();
  for (const fs::path& path : {fs::path("rules"), installed}) {
    if (IsRulesFolder(path)) return path.string();
  }
  return Error{ErrorKind::kUsage,
               {},
               fmt::format("no rules folder: neither ./rules nor {}", installed.string()),
               "name it with --rules DIR or TELLWIRE_RULES"};
}

std::optional<Error> SetTimes(const std::string& since, const std::string& until,
                              std::optional<int64_t>* from, std::optional<int64_t>* to) {
  if (!since.empty()) {
    const auto time = ParseTimestamp(since);
    if (!time) return time.error();
    *from = time->seconds;
  }
  if (!until.empty()) {
    const auto time = ParseTimestamp(until);
    if (!time) return time.error();
    *to = LastSecondOf(*time);
  }
  if (*from && *to && **from > **to) {
    return Error{ErrorKind::kUsage,
                 {},
                 fmt::format("--since {} is later than --until {}", since, until),
                 "exchange them"};
  }
  return std::nullopt;
}

void Complain(const Error& error) {
  const std::string line = alert::PlainText(ToString(error)) + "\n";
  std::fputs(line.c_str(), stderr);
}

void Warn(const Error& warning) {
  std::string line = ToString(warning.where);
  if (!line.empty()) line += ": ";
  line += "warning: " + warning.message;
  if (!warning.help.empty()) line += "\nhelp: " + warning.help;
  std::fputs((alert::PlainText(line) + "\n").c_str(), stderr);
}

}  // namespace tellwire::shell
