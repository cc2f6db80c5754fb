// The program: finds the verb in a table and runs it.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>

#include "shell/command.h"

namespace tellwire::shell {
namespace {

constexpr AddVerb kVerbs[] = {AddInspect};

void AddSettings(CLI::App& program, Settings* settings) {
  program.add_option("--db", settings->db, "The store")
      ->envname("TELLWIRE_DB")
      ->capture_default_str();
  program.add_option("--rules", settings->rules, "The folder of rules, lists and lexicons")
      ->envname("TELLWIRE_RULES");
  program.add_option("--config", settings->config,
                     "The configuration, else tellwire.toml found upward from here");
  program
      .add_option("--now", settings->now,
                  "The time to believe it is, so that output can be reproduced")
      ->check([](const std::string& text) {
        const auto time = ParseTimestamp(text);
        return time ? std::string() : time.error().message + "; " + time.error().help;
      });
  program.add_option("--color", settings->color, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  program.add_flag("--quiet,-q", settings->quiet, "No bar, no summary");
  program.add_flag("--verbose", settings->verbose, "Say more");
}

int Main(int argc, char** argv) {
  Settings settings;
  int status = kDone;
  CLI::App program("Tellwire reads the wire and rings when something tells.", "tellwire");
  program.set_version_flag("--version", "tellwire 0.1.0");
  program.require_subcommand(1);
  program.fallthrough();
  AddSettings(program, &settings);
  for (const AddVerb add : kVerbs) add(program, settings, &status);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? kDone : kWrongUse;
  } catch (const std::exception& error) {
    Complain({ErrorKind::kSystem, {}, error.what()});
    return kNoStore;
  }
  return status;
}

}  // namespace
}  // namespace tellwire::shell

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);  // `tellwire ... | head` ends quietly
  return tellwire::shell::Main(argc, argv);
}
