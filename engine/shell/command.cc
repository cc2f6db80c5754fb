#include "shell/command.h"

#include <CLI/CLI.hpp>

#include "base/table.h"

namespace tellwire::shell {

void AddFormat(CLI::App& verb, std::string* format, const std::string& choices) {
  verb.add_option("--format", *format, "How to print: " + choices)
      ->check(CLI::IsMember(SplitList(choices, '|')))
      ->capture_default_str();
}

}  // namespace tellwire::shell
