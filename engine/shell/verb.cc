#include "shell/verb.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <iostream>
#include <optional>

#include "base/table.h"
#include "model/vocabulary.h"

namespace tellwire::shell {

// Where the tree and what was chosen in it are kept.
struct Verb::Node {
  CLI::App* app = nullptr;
  std::shared_ptr<std::function<int()>> chosen = std::make_shared<std::function<int()>>();
  std::vector<std::unique_ptr<Node>> below;
  std::unique_ptr<CLI::App> owned;  // of the program itself
};

namespace {

constexpr int kWrongUse = 2;

// A complaint in two lines: what is wrong, and what to type instead.
struct Complaint {
  std::string error, help;
};

// The verb that was chosen, the innermost one, or the program itself.
const CLI::App& Chosen(const CLI::App& app) {
  const auto below = app.get_subcommands();
  return below.empty() ? app : Chosen(*below.front());
}

std::string CallOf(const CLI::App& verb) {
  const CLI::App* above = verb.get_parent();
  return above ? CallOf(*above) + " " + verb.get_name() : verb.get_name();
}

Complaint Unknown(const std::string& kind, const std::string& word,
                  const std::vector<std::string>& names, const std::string& help) {
  const std::string nearest = model::Nearest(word, names);
  return {"there is no " + kind + " \"" + word + "\"",
          nearest.empty() ? help : "did you mean " + nearest + "?"};
}

// The first word that is no option, where the program expects a verb.
std::optional<std::string> FirstWord(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (argv[i][0] != '-') return argv[i];
  }
  return std::nullopt;
}

std::vector<std::string> VerbsOf(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* verb : app.get_subcommands({})) names.push_back(verb->get_name());
  return names;
}

std::vector<std::string> OptionsOf(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* verb = &app; verb; verb = verb->get_parent()) {
    for (const CLI::Option* option : verb->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  return names;
}

// What nobody asked for: an option that does not exist, or a word too many.
Complaint Unexpected(const CLI::App& app) {
  const CLI::App& verb = Chosen(app);
  const std::string help = CallOf(verb) + " --help shows what it takes";
  for (const std::string& word : app.remaining(true)) {
    if (!word.starts_with('-')) continue;
    return Unknown("option", word.substr(0, word.find('=')), OptionsOf(verb), help);
  }
  const auto words = app.remaining(true);
  return {words.empty() ? "a word too many"
                        : CallOf(verb) + " has no place for \"" + words.front() + "\"",
          help};
}

Complaint Explain(const CLI::ParseError& failure, const CLI::App& app, int argc, char** argv) {
  const CLI::App& verb = Chosen(app);
  const bool no_verb = &verb == &app && dynamic_cast<const CLI::RequiredError*>(&failure);
  const std::string help = CallOf(verb) + " --help shows what it takes";
  if (const auto word = FirstWord(argc, argv); no_verb && word)
    return Unknown("command", *word, VerbsOf(app), CallOf(app) + " --help lists them");
  if (no_verb) return {"no command is named", CallOf(app) + " --help lists them"};
  if (dynamic_cast<const CLI::ExtrasError*>(&failure)) return Unexpected(app);
  return {failure.what(), help};
}

// One of `choices`, written "a|b|c".
void Restrict(CLI::Option* option, const std::string& choices) {
  if (choices.empty()) return;
  const std::vector<std::string> names = SplitList(choices, '|');
  const auto check = [names, choices](const std::string& text) -> std::string {
    if (std::find(names.begin(), names.end(), text) != names.end()) return "";
    const std::string nearest = model::Nearest(text, names);
    const std::string said = "\"" + text + "\" is none of " + choices;
    return nearest.empty() ? said : said + "; did you mean " + nearest + "?";
  };
  option->check(CLI::Validator(check, choices));
}

// A whole number within limits.
void Limit(CLI::Option* option, int64_t least, int64_t most) {
  const auto check = [least, most](const std::string& text) -> std::string {
    int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end) return "\"" + text + "\" is not a whole number";
    if (number < least) return text + " is too small: at least " + std::to_string(least);
    return number > most ? text + " is too large: at most " + std::to_string(most) : "";
  };
  option->check(CLI::Validator(check, ""));
}

}  // namespace

Verb Verb::Sub(const std::string& name, const std::string& summary, const std::string& example) {
  auto node = std::make_unique<Node>();
  node->app = node_->app->add_subcommand(name, summary);
  node->chosen = node_->chosen;
  if (!example.empty()) node->app->footer("Example: " + example);
  node_->below.push_back(std::move(node));
  return Verb(node_->below.back().get());
}

Verb& Verb::Argument(const std::string& name, std::string* value, const std::string& help) {
  node_->app->add_option(name, *value, help)->required();
  return *this;
}

Verb& Verb::Argument(const std::string& name, std::vector<std::string>* values,
                     const std::string& help) {
  node_->app->add_option(name, *values, help)->required();
  return *this;
}

Verb& Verb::OptionalArgument(const std::string& name, int64_t* value, const std::string& help) {
  node_->app->add_option(name, *value, help);
  return *this;
}

Verb& Verb::OptionalArgument(const std::string& name, std::vector<std::string>* values,
                             const std::string& help) {
  node_->app->add_option(name, *values, help);
  return *this;
}

Verb& Verb::Option(const std::string& name, std::string* value, const std::string& help) {
  node_->app->add_option(name, *value, help)->capture_default_str();
  return *this;
}

Verb& Verb::Number(const std::string& name, int64_t* value, const std::string& help, int64_t least,
                   int64_t most) {
  Limit(node_->app->add_option(name, *value, help)->capture_default_str(), least, most);
  return *this;
}

Verb& Verb::Threads(int64_t* value) {
  constexpr int64_t kMost = 256;
  return Number("--threads", value, "Worker threads", 1, kMost);
}

Verb& Verb::Choice(const std::string& name, std::string* value, const std::string& choices,
                   const std::string& help) {
  CLI::Option* option = node_->app->add_option(name, *value, help);
  if (!value->empty()) option->capture_default_str();
  Restrict(option, choices);
  return *this;
}

Verb& Verb::List(const std::string& name, std::vector<std::string>* values, const std::string& help,
                 const std::string& choices) {
  Restrict(node_->app->add_option(name, *values, help)->delimiter(',')->allow_extra_args(false),
           choices);
  return *this;
}

Verb& Verb::Flag(const std::string& name, bool* value, const std::string& help) {
  node_->app->add_flag(name, *value, help);
  return *this;
}

Verb& Verb::Format(std::string* value, const std::string& choices) {
  return Choice("--format", value, choices, "How to print");
}

Verb& Verb::Checked(const std::string& name, std::function<std::string(const std::string&)> check) {
  node_->app->get_option(name)->check([check](const std::string& text) { return check(text); });
  return *this;
}

Verb& Verb::FromEnvironment(const std::string& name, const std::string& variable) {
  node_->app->get_option(name)->envname(variable);
  return *this;
}

void Verb::Run(std::function<int()> body) {
  // A callback of the parser runs while it parses, and those of outer verbs run too: keep the
  // innermost, run it later.
  node_->app->callback([app = node_->app, chosen = node_->chosen, body = std::move(body)] {
    if (app->get_subcommands().empty()) *chosen = body;
  });
}

Program::Program(const std::string& name, const std::string& summary, const std::string& version)
    : node_(std::make_unique<Verb::Node>()) {
  node_->owned = std::make_unique<CLI::App>(summary, name);
  node_->app = node_->owned.get();
  node_->app->set_version_flag("--version", version);
  node_->app->require_subcommand(1);
  node_->app->fallthrough();
}

Program::~Program() = default;

Verb Program::root() { return Verb(node_.get()); }

int Program::Parse(int argc, char** argv, const std::function<int()>& before) {
  try {
    node_->app->parse(argc, argv);
  } catch (const CLI::ParseError& failure) {
    if (failure.get_exit_code() == 0) return node_->app->exit(failure);  // help, version
    const Complaint said = Explain(failure, *node_->app, argc, argv);
    std::cerr << "error: " << said.error << "\nhelp: " << said.help << "\n";
    return kWrongUse;
  }
  const int status = before();
  return status == 0 && *node_->chosen ? (*node_->chosen)() : status;
}

}  // namespace tellwire::shell
