// Writes a query tree in canonical form: every AND and OR spelt out, brackets where they matter.
#include <fmt/format.h>

#include <algorithm>

#include "text/query.h"

namespace tellwire::text {
namespace {

using model::TextQuery;
using Op = TextQuery::Op;

std::string Spaced(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string Term(const TextQuery& query) {
  if (query.op == Op::kPrefix) return Spaced(query.words) + "*";
  if (query.op == Op::kPhrase || query.exact) return "\"" + Spaced(query.words) + "\"";
  return Spaced(query.words);
}

bool IsGroup(const TextQuery& query) { return query.op == Op::kAnd || query.op == Op::kOr; }

std::string Joined(const TextQuery& query, std::string_view separator) {
  std::string joined;
  for (const auto& child : query.children) {
    if (!joined.empty()) joined += separator;
    joined += IsGroup(*child) ? "(" + ToString(*child) + ")" : ToString(*child);
  }
  return joined;
}

std::string Near(const TextQuery& query) {
  std::string near = fmt::format("near({}", query.distance);
  for (const auto& child : query.children) {
    near += ' ';
    near += child->op == Op::kWord ? Spaced(child->words) : ToString(*child);
  }
  return near + ")";
}

}  // namespace

int NestingOf(const TextQuery& query) {
  int deepest = 0;
  for (const auto& child : query.children)
    deepest = std::max(deepest, NestingOf(*child) + (IsGroup(*child) ? 1 : 0));
  return deepest + (query.op == Op::kNot || query.op == Op::kTitle ? 1 : 0);
}

std::string ToString(const TextQuery& query) {
  switch (query.op) {
    case Op::kWord:
    case Op::kPhrase:
    case Op::kPrefix:
      return Term(query);
    case Op::kNear:
      return Near(query);
    case Op::kAnd:
      return Joined(query, " AND ");
    case Op::kOr:
      return Joined(query, " OR ");
    case Op::kNot:
      return "NOT " + Joined(query, " ");
    case Op::kTitle:
      return "title:" + Joined(query, " ");
    case Op::kCompany:
      return fmt::format("company:\"{}\"", Spaced(query.words));
    case Op::kSource:
      return fmt::format("source:\"{}\"", Spaced(query.words));
    case Op::kSince:
      return "since:" + tellwire::ToString(query.time);
    case Op::kUntil:
      return "until:" + tellwire::ToString(query.time);
    case Op::kAll:
      return "*";
  }
  return "";
}

}  // namespace tellwire::text
