// The program: finds the verb in a table and runs it.
#include <csignal>
#include <exception>

#include "shell/command.h"
#include "shell/verb.h"
#include "store/store_error.h"

namespace tellwire::shell {
namespace {

constexpr AddVerb kVerbs[] = {AddIndex,  AddSearch, AddShow, AddInspect, AddFacts, AddScan,  AddRun,
                              AddAlerts, AddRuns,   AddWhy,  AddWhyNot,  AddRule,  AddDoctor};

void AddSettings(Verb program, Settings* settings) {
  program.Option("--db", &settings->db, "The store, else tellwire.db")
      .FromEnvironment("--db", "TELLWIRE_DB");
  program.Option("--rules", &settings->rules, "The folder of rules, lists and lexicons")
      .FromEnvironment("--rules", "TELLWIRE_RULES");
  program.Option("--config", &settings->config,
                 "The configuration, else tellwire.toml found upward from here");
  program
      .Option("--now", &settings->now,
              "The time to believe it is, so that output can be reproduced")
      .Checked("--now", [](const std::string& text) {
        const auto time = ParseTimestamp(text);
        return time ? std::string() : time.error().message + "; " + time.error().help;
      });
  program.Choice("--color", &settings->color, "auto|always|never", "Colours");
  program.Flag("--quiet,-q", &settings->quiet, "No bar, no summary");
  program.Flag("--verbose", &settings->verbose, "Say more");
}

int Main(int argc, char** argv) {
  Settings settings;
  Program program("tellwire", "Tellwire reads the wire and rings when something tells.",
                  "tellwire 0.1.0");
  AddSettings(program.root(), &settings);
  for (const AddVerb add : kVerbs) add(program.root(), settings);
  try {
    return program.Parse(argc, argv, [&settings] {
      const auto error = ApplyConfig(&settings);
      return error ? (Complain(*error), kWrongUse) : kDone;
    });
  } catch (const store::StoreError& error) {
    Complain(error.error());
    return kNoStore;
  } catch (const std::exception& error) {  // no memory, no thread: the machine's fault
    Complain({ErrorKind::kSystem, {}, error.what(), "free some memory or processes"});
    return kSomeFailed;
  }
}

}  // namespace
}  // namespace tellwire::shell

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);  // `tellwire ... | head` ends quietly
  return tellwire::shell::Main(argc, argv);
}
