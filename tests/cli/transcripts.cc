// Runs the command lines that stand in Markdown files and compares what they print.
//
//   ```console
//   $ tellwire inspect --format jsonl -        the command; lines that begin with `> ` go on with
//   it
//   ^^^ text for standard input                (as many as needed)
//   what it prints on standard output
//   2> what it prints on standard error
//   ...                                        any lines, or none
//   => 1                                       its exit status, when that is not 0
//   ```
//
// The commands of a file run one after the other in one empty folder, in which `corpus` and `rules`
// are the project's. Usage: transcripts PROGRAM SOURCE_DIR [--update] FILE...   --update rewrites
// what was expected.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

struct Step {
  Lines command;  // as it stands in the file
  std::string shell, input;
  Lines expected;              // standard output, `2> ` lines, `=> N`
  size_t first = 0, last = 0;  // lines of the file that hold `expected`
};

struct Workplace {
  fs::path folder;
  std::string path;  // for PATH
};

Lines ReadLines(const fs::path& file) {
  std::ifstream in(file);
  Lines lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool Starts(const std::string& line, const char* beginning) {
  return line.rfind(beginning, 0) == 0;
}

// The steps of all console blocks of a file.
std::vector<Step> StepsOf(const Lines& lines) {
  std::vector<Step> steps;
  bool inside = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (Starts(line, "```")) {
      inside = !inside && line == "```console";
    } else if (inside && Starts(line, "$ ")) {
      Step step;
      step.shell = line.substr(2);
      step.first = step.last = i + 1;
      steps.push_back(std::move(step));
    } else if (inside && !steps.empty()) {
      Step& step = steps.back();
      const bool at_head = step.expected.empty() && step.first == i;
      if (at_head && Starts(line, "> ")) {
        step.shell += "\n" + line.substr(2);
        step.first = step.last = i + 1;
      } else if (at_head && Starts(line, "^^^ ")) {
        step.input += line.substr(4) + "\n";
        step.first = step.last = i + 1;
      } else {
        step.expected.push_back(line);
        step.last = i + 1;
      }
    }
  }
  return steps;
}

void Append(const fs::path& file, const char* mark, Lines* out) {
  for (const std::string& line : ReadLines(file)) out->push_back(mark + line);
}

Lines Run(const Step& step, const Workplace& place) {
  const fs::path in = place.folder / ".in", out = place.folder / ".out",
                 err = place.folder / ".err";
  const fs::path script = place.folder / ".sh";
  std::ofstream(in) << step.input;
  std::ofstream(script)
      << "cd '" << place.folder.string() << "'\nexport PATH='" << place.path
      << "' NO_COLOR=1 COLUMNS=100 LC_ALL=C.UTF-8\nunset TELLWIRE_DB TELLWIRE_RULES\n"
      << step.shell << "\n";
  const std::string command = "bash '" + script.string() + "' <'" + in.string() + "' >'" +
                              out.string() + "' 2>'" + err.string() + "'";
  const int status = std::system(command.c_str());
  Lines said;
  Append(out, "", &said);
  Append(err, "2> ", &said);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  if (code != 0) said.push_back("=> " + std::to_string(code));
  return said;
}

bool IsStatus(const std::string& line) { return Starts(line, "=> "); }

// Whether the lines are as expected, `...` standing for any number of them but the exit status:
// a command that failed is not passed over.
bool Matches(const Lines& said, size_t s, const Lines& expected, size_t e) {
  if (e == expected.size()) return s == said.size();
  if (expected[e] == "...") {
    for (size_t skip = s; skip <= said.size(); ++skip) {
      if (Matches(said, skip, expected, e + 1)) return true;
      if (skip < said.size() && IsStatus(said[skip])) return false;
    }
    return false;
  }
  return s < said.size() && said[s] == expected[e] && Matches(said, s + 1, expected, e + 1);
}

Workplace MakeWorkplace(const fs::path& program, const fs::path& source) {
  std::string pattern = (fs::temp_directory_path() / "transcript.XXXXXX").string();
  const fs::path folder = mkdtemp(pattern.data());
  fs::create_directory_symlink(source / "corpus", folder / "corpus");
  fs::create_directory_symlink(source / "rules", folder / "rules");
  const char* path = std::getenv("PATH");
  return {folder, program.parent_path().string() + ":" + (path ? path : "/usr/bin:/bin")};
}

// A command of the project's own scripts is not run from within the tests; it must be there to be
// run.
bool IsScript(const Step& step) { return Starts(step.shell, "./scripts/"); }

bool ScriptExists(const Step& step, const fs::path& source) {
  const std::string name = step.shell.substr(0, step.shell.find(' '));
  return access((source / name).c_str(), X_OK) == 0;
}

void Report(const fs::path& file, const Step& step, const Lines& said) {
  std::cout << file.string() << ":" << step.first << ": $ " << step.shell << "\n--- expected\n";
  for (const std::string& line : step.expected) std::cout << "    " << line << "\n";
  std::cout << "--- said\n";
  for (const std::string& line : said) std::cout << "    " << line << "\n";
}

void Update(const fs::path& file, Lines lines, const std::vector<Step>& steps,
            const std::vector<Lines>& said) {
  for (size_t i = steps.size(); i-- > 0;) {
    const auto begin = lines.begin() + static_cast<long>(steps[i].first);
    const auto end = lines.begin() + static_cast<long>(steps[i].last);
    lines.insert(lines.erase(begin, end), said[i].begin(), said[i].end());
  }
  std::ofstream out(file);
  for (const std::string& line : lines) out << line << "\n";
}

// The number of steps that did not go as expected.
int RunFile(const fs::path& file, const fs::path& program, const fs::path& source, bool update,
            int* passed) {
  const Lines lines = ReadLines(file);
  const std::vector<Step> steps = StepsOf(lines);
  const Workplace place = MakeWorkplace(program, source);
  std::vector<Lines> said;
  int failed = 0;
  for (const Step& step : steps) {
    const bool script = IsScript(step);
    said.push_back(script ? step.expected : Run(step, place));
    const bool good =
        script ? ScriptExists(step, source) : Matches(said.back(), 0, step.expected, 0);
    if (good) said.back() = step.expected;
    if (!good && !update) Report(file, step, said.back());
    ++(good ? *passed : failed);
  }
  if (update && failed > 0) Update(file, lines, steps, said);
  fs::remove_all(place.folder);
  return update ? 0 : failed;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return std::cerr << "usage: transcripts PROGRAM SOURCE_DIR [--update] FILE...\n", 2;
  const fs::path program = fs::absolute(argv[1]), source = fs::absolute(argv[2]);
  bool update = false;
  int failed = 0, passed = 0;
  for (int i = 3; i < argc; ++i) {
    if (std::string(argv[i]) == "--update") {
      update = true;
    } else {
      failed += RunFile(argv[i], program, source, update, &passed);
    }
  }
  std::cout << passed << " commands as expected, " << failed << " not\n";
  return failed == 0 && passed > 0 ? 0 : 1;
}
