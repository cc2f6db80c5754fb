// A word that is looked for by its stem becomes the OR of the corpus's words with that stem: FTS5
// has one tokenizer a table, and a stemming one would make `import` and `important` the same word
// in phrases too. `chip` -> ("chip" OR "chips" OR "chipped"); `"chip"` in quotes stays "chip".
// Tested by tests/store/search_test.cc.
#include "store/match_expression.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/inflect.h"

namespace tellwire::store {
namespace {

using model::TextQuery;

std::string Quoted(const std::vector<std::string>& words) {
  std::string out = "\"";
  for (const std::string& word : words) {
    if (out.size() > 1) out += ' ';
    for (char c : word) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  }
  return out + '"';
}

std::string Joined(const std::vector<std::string>& parts, std::string_view with) {
  return parts.size() == 1 ? parts.front() : fmt::format("({})", fmt::join(parts, with));
}

std::string Stemmed(Connection& connection, const std::string& word) {
  std::vector<std::string> words = {Quoted({word})};
  Query query = connection.Prepare("SELECT word FROM word WHERE stem = ? ORDER BY word LIMIT 200");
  query.Bind(text::Stem(word));
  while (query.Step()) {
    const std::string other = query.Text(0);
    if (other != word) words.push_back(Quoted({other}));
  }
  return Joined(words, " OR ");
}

std::optional<std::string> Near(const TextQuery& query) {
  std::string out = "NEAR(";
  for (const auto& child : query.children) {
    if (child->words.empty()) return std::nullopt;
    out += Quoted(child->words);
    out += child->op == TextQuery::Op::kPrefix ? " * " : " ";
  }
  // FTS5 counts the words between, we count from word to word.
  return out + fmt::format(", {})", std::max(query.distance - 1, 0));
}

std::optional<std::string> Leaf(Connection& connection, const TextQuery& query) {
  if (query.op == TextQuery::Op::kNear) return Near(query);
  if (query.words.empty()) return std::nullopt;
  switch (query.op) {
    case TextQuery::Op::kWord:
      return query.exact ? Quoted({query.words[0]}) : Stemmed(connection, query.words[0]);
    case TextQuery::Op::kPhrase:
      return Quoted(query.words);
    case TextQuery::Op::kPrefix:
      return Quoted({query.words[0]}) + " *";
    default:
      return std::nullopt;
  }
}

std::optional<std::string> Either(Connection& connection, const TextQuery& query, bool in_title) {
  std::vector<std::string> parts;
  for (const auto& child : query.children) {
    auto part = MatchExpression(connection, *child, in_title);
    if (!part) return std::nullopt;
    parts.push_back(*part);
  }
  if (parts.empty()) return std::nullopt;
  return Joined(parts, " OR ");
}

std::optional<std::string> Both(Connection& connection, const TextQuery& query, bool in_title) {
  std::vector<std::string> wanted, unwanted;
  for (const auto& child : query.children) {
    const bool negated = child->op == TextQuery::Op::kNot;
    auto part = MatchExpression(connection, negated ? *child->children.at(0) : *child, in_title);
    if (!part) return std::nullopt;
    (negated ? unwanted : wanted).push_back(*part);
  }
  if (wanted.empty()) return std::nullopt;
  if (unwanted.empty()) return Joined(wanted, " AND ");
  return fmt::format("({} NOT {})", Joined(wanted, " AND "), Joined(unwanted, " OR "));
}

void Measure(const TextQuery& query, size_t depth, QuerySize* size) {
  ++size->nodes;
  size->depth = std::max(size->depth, depth);
  for (const auto& child : query.children) Measure(*child, depth + 1, size);
}

}  // namespace

std::optional<std::string> MatchExpression(Connection& connection, const TextQuery& query,
                                           bool in_title) {
  switch (query.op) {
    case TextQuery::Op::kTitle:
      return MatchExpression(connection, *query.children.at(0), true);
    case TextQuery::Op::kAnd:
      return Both(connection, query, in_title);
    case TextQuery::Op::kOr:
      return Either(connection, query, in_title);
    default:
      break;
  }
  auto leaf = Leaf(connection, query);
  if (leaf && in_title) return fmt::format("(title : {})", *leaf);
  return leaf;
}

QuerySize SizeOf(const TextQuery& query) {
  QuerySize size;
  Measure(query, 1, &size);
  return size;
}

}  // namespace tellwire::store
