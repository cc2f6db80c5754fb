// How a verb joins the program: a function that adds it with its options and says what to run.
#pragma once

#include "shell/settings.h"
#include "shell/verb.h"

namespace tellwire::shell {

// `settings` outlives the program's run, and is complete once a verb runs.
using AddVerb = void (*)(Verb program, const Settings& settings);

void AddAlerts(Verb program, const Settings& settings);
void AddDoctor(Verb program, const Settings& settings);
void AddFacts(Verb program, const Settings& settings);
void AddIndex(Verb program, const Settings& settings);
void AddInspect(Verb program, const Settings& settings);
void AddRule(Verb program, const Settings& settings);
void AddRun(Verb program, const Settings& settings);
void AddRuns(Verb program, const Settings& settings);
void AddScan(Verb program, const Settings& settings);
void AddSearch(Verb program, const Settings& settings);
void AddShow(Verb program, const Settings& settings);
void AddWhy(Verb program, const Settings& settings);
void AddWhyNot(Verb program, const Settings& settings);

}  // namespace tellwire::shell
