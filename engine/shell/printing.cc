#include "shell/printing.h"

#include <fmt/format.h>

#include <cstdio>

#include "alert/plain.h"
#include "model/vocabulary.h"
#include "shell/terminal.h"

namespace tellwire::shell {

alert::ListingOptions PrintingOf(const std::string& format, const Settings& settings) {
  return {*alert::ParseFormat(format), settings.UseColor(1), TableWidth()};
}

void Print(const alert::Listing& listing, const alert::ListingOptions& how) {
  std::fputs(alert::Render(listing, how).c_str(), stdout);
}

std::string Counted(uint64_t count, std::string_view noun) {
  if (count == 1) return fmt::format("1 {}", noun);
  const size_t end = std::min(noun.find(" in "), noun.size());
  return fmt::format("{} {}s{}", count, noun.substr(0, end), noun.substr(end));
}

std::string NoteText(const store::RunNote& note) {
  std::string line = note.kind;
  if (!note.rule.empty()) line += " " + note.rule;
  if (!note.article.empty()) line += " on " + note.article;
  if (!note.message.empty()) line += ": " + note.message;
  if (note.count > 1) line += fmt::format(" ({} times)", note.count);
  return alert::PlainLine(line);
}

Error NoSuch(std::string_view kind, std::string_view called, const std::vector<std::string>& names,
             std::string help) {
  const std::string nearest = model::Nearest(called, names);
  return {ErrorKind::kUsage,
          {},
          fmt::format("there is no {} \"{}\"", kind, called),
          nearest.empty() ? std::move(help) : fmt::format("did you mean {}?", nearest)};
}

}  // namespace tellwire::shell
