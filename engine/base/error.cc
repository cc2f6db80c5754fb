#include "base/error.h"

namespace tellwire {

Error::Error(ErrorKind error_kind, Where at, std::string what, std::string to_do)
    : kind(error_kind), where(std::move(at)), message(std::move(what)), help(std::move(to_do)) {}

std::string ToString(const Where& where) {
  std::string out = where.file;
  if (where.line > 0) {
    out += (out.empty() ? "" : ":") + std::to_string(where.line);
    if (where.column > 0) out += ":" + std::to_string(where.column);
  }
  return out;
}

std::string ToString(const Error& error) {
  std::string out = ToString(error.where);
  if (!out.empty()) out += ": ";
  out += "error: " + error.message;
  if (!error.help.empty()) out += "\nhelp: " + error.help;
  return out;
}

}  // namespace tellwire
