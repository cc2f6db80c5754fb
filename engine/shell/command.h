// How a verb joins the program: a function that adds its options and says what to run.
#pragma once

#include <string>

#include "shell/settings.h"

namespace CLI {
class App;
}

namespace tellwire::shell {

// Adds the verb to the program. When it is chosen, its callback sets *status to the exit status.
// `settings` and `status` outlive the program's parse.
using AddVerb = void (*)(CLI::App& program, const Settings& settings, int* status);

void AddAlerts(CLI::App& program, const Settings& settings, int* status);
void AddDoctor(CLI::App& program, const Settings& settings, int* status);
void AddFacts(CLI::App& program, const Settings& settings, int* status);
void AddIndex(CLI::App& program, const Settings& settings, int* status);
void AddInspect(CLI::App& program, const Settings& settings, int* status);
void AddRule(CLI::App& program, const Settings& settings, int* status);
void AddRun(CLI::App& program, const Settings& settings, int* status);
void AddRuns(CLI::App& program, const Settings& settings, int* status);
void AddScan(CLI::App& program, const Settings& settings, int* status);
void AddSearch(CLI::App& program, const Settings& settings, int* status);
void AddShow(CLI::App& program, const Settings& settings, int* status);
void AddWhy(CLI::App& program, const Settings& settings, int* status);
void AddWhyNot(CLI::App& program, const Settings& settings, int* status);

// The option --format; `choices` as "table|json". *format holds the default and keeps what is
// chosen.
void AddFormat(CLI::App& verb, std::string* format, const std::string& choices);

}  // namespace tellwire::shell
