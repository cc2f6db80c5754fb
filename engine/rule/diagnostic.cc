#include "rule/diagnostic.h"

#include <fmt/format.h>

#include "rule/codes.h"

namespace tellwire::rule {
namespace {

// As many columns as the text before it takes; a tab stays a tab, so that the caret lines up.
std::string Indent(std::string_view line, int column) {
  std::string indent;
  for (size_t i = 0; i + 1 < static_cast<size_t>(column) && i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    if ((byte & 0xC0) != 0x80) indent += line[i] == '\t' ? '\t' : ' ';
  }
  return indent;
}

}  // namespace

Diagnostic Diagnose(std::string_view diagnostic_code, Where where, std::string message,
                    std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = std::string(diagnostic_code);
  diagnostic.level = EntryOf(diagnostic_code).level;
  diagnostic.where = std::move(where);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return diagnostic;
}

std::string Render(const Diagnostic& diagnostic) {
  const std::string place = ToString(diagnostic.where);
  std::string out = fmt::format("{}{}{}[{}]: {}\n", place, place.empty() ? "" : ": ",
                                diagnostic.level == Level::kError ? "error" : "warning",
                                diagnostic.code, diagnostic.message);
  if (!diagnostic.line.empty()) {
    out += "  " + diagnostic.line + "\n";
    if (diagnostic.where.column > 0)
      out += "  " + Indent(diagnostic.line, diagnostic.where.column) + "^\n";
  }
  if (!diagnostic.help.empty()) out += "help: " + diagnostic.help + "\n";
  return out;
}

}  // namespace tellwire::rule
