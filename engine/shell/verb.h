// The command line as a tree of verbs with options: all that the commands need of CLI11, which
// verb.cc alone includes.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tellwire::shell {

// A verb, or the program itself. Cheap to copy: it refers to the one tree. The variables that
// options write to must live until the verb has run; the function given to Run may own them.
class Verb {
 public:
  // A verb below this one. `example` is a whole command line, shown at the end of its help.
  Verb Sub(const std::string& name, const std::string& summary, const std::string& example = "");

  // Arguments without a name, in the order in which they are added.
  Verb& Argument(const std::string& name, std::string* value, const std::string& help);
  Verb& Argument(const std::string& name, std::vector<std::string>* values,
                 const std::string& help);
  Verb& OptionalArgument(const std::string& name, int64_t* value, const std::string& help);
  Verb& OptionalArgument(const std::string& name, std::vector<std::string>* values,
                         const std::string& help);

  Verb& Option(const std::string& name, std::string* value, const std::string& help);
  // A whole number from `least` to `most`; its value now is the default that help shows.
  Verb& Number(const std::string& name, int64_t* value, const std::string& help, int64_t least = 0,
               int64_t most = INT64_MAX);
  // --threads: how many work at once.
  Verb& Threads(int64_t* value);
  // One of `choices`, written "a|b|c"; its value now is the default.
  Verb& Choice(const std::string& name, std::string* value, const std::string& choices,
               const std::string& help);
  // Several values, as `--name a,b` or as `--name a --name b`; `choices` "" takes any.
  Verb& List(const std::string& name, std::vector<std::string>* values, const std::string& help,
             const std::string& choices = "");
  Verb& Flag(const std::string& name, bool* value, const std::string& help);
  // --format, one of `choices`.
  Verb& Format(std::string* value,
               const std::string& choices = "table|json|jsonl|csv|markdown|html");
  // The value of the option is checked; the text that is returned says what is wrong with it ("":
  // nothing).
  Verb& Checked(const std::string& name, std::function<std::string(const std::string&)> check);
  // The option is also read from an environment variable.
  Verb& FromEnvironment(const std::string& name, const std::string& variable);

  // What runs when this verb, and none below it, is chosen. Returns the exit status.
  void Run(std::function<int()> body);

  struct Node;
  explicit Verb(Node* node) : node_(node) {}

 private:
  Node* node_;
};

// The program: parses the command line and runs the verb that was chosen.
class Program {
 public:
  Program(const std::string& name, const std::string& summary, const std::string& version);
  ~Program();

  Verb root();
  // `before` runs once the options are known and before the verb; a status other than 0 ends the
  // program. Returns the verb's exit status; 2 for wrong use, which was explained on standard
  // error.
  int Parse(int argc, char** argv, const std::function<int()>& before);

 private:
  std::unique_ptr<Verb::Node> node_;
};

}  // namespace tellwire::shell
