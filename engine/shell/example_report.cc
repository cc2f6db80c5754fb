#include "shell/example_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "alert/plain.h"
#include "base/json_writer.h"
#include "shell/explanation_view.h"
#include "shell/printing.h"

namespace tellwire::shell {
namespace {

using batch::ExampleResult;

const rule::Example& ExampleOf(const ExampleResult& result, const rule::RuleSet& rules) {
  return rules.rules[result.rule].examples[result.example];
}

std::string_view WantedOf(const rule::Example& example) {
  switch (example.wanted) {
    case rule::Example::Wanted::kFires:
      return "fires";
    case rule::Example::Wanted::kSilent:
      return "silent";
    case rule::Example::Wanted::kUnknown:
      return "unknown";
  }
  return "";
}

// "earnings.miss_but_rally fires: Alibaba missed revenue estimates ..."
std::string NameOf(const ExampleResult& result, const rule::RuleSet& rules) {
  const rule::Example& example = ExampleOf(result, rules);
  return fmt::format("{} {}: {}", rules.rules[result.rule].id, WantedOf(example),
                     alert::CutToWidth(alert::PlainLine(example.text), 72));
}

std::string Joined(const std::vector<std::string>& failures) {
  std::string out;
  for (const std::string& failure : failures) out += (out.empty() ? "" : "; ") + failure;
  return out;
}

std::string Indented(const std::string& text) {
  std::string out;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) out += "    " + text.substr(begin, end - begin);
    out += "\n";
    begin = end + 1;
  }
  return out;
}

size_t FailuresIn(const std::vector<ExampleResult>& results) {
  return static_cast<size_t>(
      std::count_if(results.begin(), results.end(), [](const auto& one) { return !one.passed; }));
}

}  // namespace

std::string ReportForPeople(const std::vector<ExampleResult>& results, const rule::RuleSet& rules,
                            bool verbose) {
  std::string out;
  std::set<size_t> tested;
  for (const ExampleResult& result : results) {
    tested.insert(result.rule);
    const rule::Example& example = ExampleOf(result, rules);
    if (result.passed) {
      if (verbose) out += "ok    " + NameOf(result, rules) + "\n";
      continue;
    }
    out +=
        fmt::format("{}: FAILED {} {}\n  {}\n", ToString(example.where),
                    rules.rules[result.rule].id, WantedOf(example), alert::PlainLine(example.text));
    for (const std::string& failure : result.failures)
      out += "  " + alert::PlainLine(failure) + "\n";
    for (const match::Explanation& explanation : result.explanations)
      out += Indented(ViewExplanation(explanation, result.article, false));
  }
  const size_t failed = FailuresIn(results);
  return out + fmt::format("{}, {}: {} passed, {} failed\n", Counted(tested.size(), "rule"),
                           Counted(results.size(), "example"), results.size() - failed, failed);
}

std::string ReportTap(const std::vector<ExampleResult>& results, const rule::RuleSet& rules) {
  std::string out = fmt::format("TAP version 13\n1..{}\n", results.size());
  for (size_t i = 0; i < results.size(); ++i) {
    std::string name = NameOf(results[i], rules);
    std::replace(name.begin(), name.end(), '#', ' ');  // begins a directive
    out += fmt::format("{} {} - {}\n", results[i].passed ? "ok" : "not ok", i + 1, name);
    for (const std::string& failure : results[i].failures)
      out += "# " + alert::PlainLine(failure) + "\n";
  }
  return out;
}

std::string ReportJunit(const std::vector<ExampleResult>& results, const rule::RuleSet& rules) {
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"rules\" tests=\"{}\" "
      "failures=\"{}\">\n",
      results.size(), FailuresIn(results));
  for (const ExampleResult& result : results) {
    const rule::Example& example = ExampleOf(result, rules);
    out += fmt::format("  <testcase classname=\"{}\" name=\"{} {}\"",
                       alert::EscapeHtml(rules.rules[result.rule].id), WantedOf(example),
                       alert::EscapeHtml(alert::PlainLine(example.text)));
    out += result.passed
               ? "/>\n"
               : fmt::format("><failure message=\"{}\"/></testcase>\n",
                             alert::EscapeHtml(alert::PlainLine(Joined(result.failures))));
  }
  return out + "</testsuite>\n";
}

std::string ReportJson(const std::vector<ExampleResult>& results, const rule::RuleSet& rules) {
  JsonWriter json(2);
  json.BeginArray();
  for (const ExampleResult& result : results) {
    const rule::Example& example = ExampleOf(result, rules);
    json.BeginObject()
        .Field("rule", rules.rules[result.rule].id)
        .Field("wanted", WantedOf(example));
    json.Field("verdict", result.verdict)
        .Field("passed", result.passed)
        .Field("text", example.text);
    json.Field("file", example.where.file).Field("line", example.where.line);
    json.Key("failures").BeginArray();
    for (const std::string& failure : result.failures) json.Value(failure);
    json.EndArray().Key("explanations").BeginArray();
    for (const match::Explanation& explanation : result.explanations)
      WriteExplanation(explanation, result.article, &json);
    json.EndArray().EndObject();
  }
  return json.EndArray().Take() + "\n";
}

}  // namespace tellwire::shell
