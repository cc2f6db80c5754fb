#include "shell/verb.h"

#include <CLI/CLI.hpp>
#include <iostream>

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

// What to say when the first word that is no option is no verb; "" when it is one, or there is
// none.
std::string UnknownVerb(const CLI::App& app, int argc, char** argv) {
  std::vector<std::string> names;
  for (const CLI::App* verb : app.get_subcommands({})) names.push_back(verb->get_name());
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word.starts_with('-')) continue;
    const std::string nearest = model::Nearest(word, names);
    std::string said = "error: there is no command \"" + word + "\"";
    return said + "\nhelp: " +
           (nearest.empty() ? "tellwire --help lists them" : "did you mean " + nearest + "?");
  }
  return "";
}

void Restrict(CLI::Option* option, const std::string& choices) {
  if (!choices.empty()) option->check(CLI::IsMember(SplitList(choices, '|')));
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

Verb& Verb::Number(const std::string& name, int64_t* value, const std::string& help,
                   int64_t least) {
  node_->app->add_option(name, *value, help)
      ->check(CLI::Range(least, int64_t{1} << 40))
      ->capture_default_str();
  return *this;
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
  } catch (const CLI::RequiredError& error) {
    const std::string unknown = UnknownVerb(*node_->app, argc, argv);
    if (unknown.empty()) return node_->app->exit(error), kWrongUse;
    std::cerr << unknown << "\n";
    return kWrongUse;
  } catch (const CLI::ParseError& error) {
    return node_->app->exit(error) == 0 ? 0 : kWrongUse;
  }
  const int status = before();
  return status == 0 && *node_->chosen ? (*node_->chosen)() : status;
}

}  // namespace tellwire::shell
