#include "shell/explanation_view.h"

#include <fmt/format.h>

#include "alert/plain.h"
#include "shell/terminal.h"

namespace tellwire::shell {
namespace {

using match::ClauseTrace;
using model::Truth;

std::string_view WordsAt(const model::Place& place, const model::Article& article) {
  return place.span.Of(place.part == model::Part::kTitle ? article.title : article.text);
}

std::string Mark(Truth truth, bool color) {
  switch (truth) {
    case Truth::kTrue:
      return Styled("yes", Style::kGreen, color);
    case Truth::kFalse:
      return Styled("no ", Style::kRed, color);
    case Truth::kUnknown:
      return Styled("?  ", Style::kYellow, color);
    case Truth::kError:
      return Styled("ERR", Style::kRed, color);
  }
  return "";
}

void AddTrace(const ClauseTrace& trace, const model::Article& article, size_t depth, bool color,
              std::string* out) {
  const std::string indent(2 + 2 * depth, ' ');
  const std::string name =
      trace.clause.empty() ? "" : Styled(trace.clause, Style::kBold, color) + "  ";
  *out += fmt::format("{}{} {}{}\n", indent, Mark(trace.truth, color), name,
                      alert::CutToWidth(alert::PlainLine(trace.condition), 100));
  for (const model::Place& place : trace.places) {
    if (place.span.empty()) continue;
    *out += fmt::format("{}      “{}”{} at {}..{}\n", indent,
                        alert::CutToWidth(alert::PlainLine(WordsAt(place, article)), 80),
                        place.part == model::Part::kTitle ? " in the title" : "", place.span.begin,
                        place.span.end);
  }
  if (trace.places_left_out > 0)
    *out += fmt::format("{}      and {} more\n", indent, trace.places_left_out);
  for (const std::string& miss : trace.near_misses) {
    *out += fmt::format("{}      near: {}\n", indent, alert::PlainLine(miss));
  }
  for (const ClauseTrace& part : trace.parts) AddTrace(part, article, depth + 1, color, out);
}

void AddGroup(const char* title, const std::vector<ClauseTrace>& traces,
              const model::Article& article, bool color, std::string* out) {
  if (traces.empty()) return;
  *out += fmt::format("  {}\n", title);
  for (const ClauseTrace& trace : traces) AddTrace(trace, article, 1, color, out);
}

void WriteTrace(const ClauseTrace& trace, const model::Article& article, JsonWriter* json) {
  json->BeginObject().Key("clause").ValueOrNull(trace.clause);
  json->Field("condition", trace.condition).Field("truth", ToString(trace.truth));
  json->Key("places").BeginArray();
  for (const model::Place& place : trace.places) {
    json->BeginObject()
        .Field("in_title", place.part == model::Part::kTitle)
        .Field("span", place.span);
    json->Field("text", WordsAt(place, article)).EndObject();
  }
  json->EndArray().Field("places_left_out", trace.places_left_out).Key("near_misses").BeginArray();
  for (const std::string& miss : trace.near_misses) json->Value(miss);
  json->EndArray().Key("parts").BeginArray();
  for (const ClauseTrace& part : trace.parts) WriteTrace(part, article, json);
  json->EndArray().EndObject();
}

void WriteGroup(const char* key, const std::vector<ClauseTrace>& traces,
                const model::Article& article, JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const ClauseTrace& trace : traces) WriteTrace(trace, article, json);
  json->EndArray();
}

std::string AnchorLine(const match::Explanation& explanation) {
  if (!explanation.anchor.anchored) return "no anchor: every article is tried";
  std::string leaves;
  for (const std::string& leaf : explanation.anchor.leaves)
    leaves += (leaves.empty() ? "" : " | ") + leaf;
  return fmt::format("{} by its anchor: {}", explanation.candidate ? "woken" : "not woken",
                     alert::CutToWidth(alert::PlainLine(leaves), 120));
}

}  // namespace

std::string ViewExplanation(const match::Explanation& explanation, const model::Article& article,
                            bool color) {
  std::string out = Styled(explanation.rule, Style::kBold, color);
  if (!explanation.company_name.empty())
    out += " for " + alert::PlainLine(explanation.company_name);
  out +=
      fmt::format(": {}\n  {}\n", alert::PlainLine(explanation.outcome), AnchorLine(explanation));
  AddTrace(explanation.when, article, 0, color, &out);
  AddGroup("unless", explanation.unless, article, color, &out);
  AddGroup("exceptions", explanation.excepted, article, color, &out);
  AddGroup("against", explanation.against, article, color, &out);
  return out;
}

void WriteExplanation(const match::Explanation& explanation, const model::Article& article,
                      JsonWriter* json) {
  json->BeginObject()
      .Field("rule", explanation.rule)
      .Key("company")
      .ValueOrNull(explanation.company_name);
  json->Field("hit", explanation.hit).Field("outcome", explanation.outcome);
  json->Field("candidate", explanation.candidate).Key("anchor").BeginArray();
  for (const std::string& leaf : explanation.anchor.leaves) json->Value(leaf);
  json->EndArray().Key("when");
  WriteTrace(explanation.when, article, json);
  WriteGroup("unless", explanation.unless, article, json);
  WriteGroup("exceptions", explanation.excepted, article, json);
  WriteGroup("against", explanation.against, article, json);
  json->EndObject();
}

}  // namespace tellwire::shell
