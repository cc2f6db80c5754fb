// The top level of a query is a row of conditions that must all hold. Those made of words go into
// one MATCH, which ranks; the others (company, source, dates, purely negative ones, an OR of words
// and filters) become SQL conditions, in which words are asked for by a sub-select:
//   chip -rumour company:BABA   ->  MATCH ("chip" ...) NOT ("rumour" ...)  +  seq IN (company rows)
//   -rumour                     ->  no MATCH, seq NOT IN (SELECT rowid ... MATCH "rumour")
// Tested by tests/store/search_test.cc.
#include "store/search_plan.h"

#include <fmt/format.h>

#include "store/match_expression.h"

namespace tellwire::store {
namespace {

using model::TextQuery;

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return lower;
}

class Planner {
 public:
  Planner(Connection& connection, const SearchOptions& options, Dates dates)
      : connection_(connection), options_(options), dates_(dates) {}

  SearchPlan Plan(const TextQuery& query) {
    Split(query);
    AddOptions();
    if (!wanted_.empty() && unwanted_.empty()) {
      plan_.match = fmt::format("{}", fmt::join(wanted_, " AND "));
    } else if (!wanted_.empty()) {
      plan_.match =
          fmt::format("({}) NOT ({})", fmt::join(wanted_, " AND "), fmt::join(unwanted_, " OR "));
    } else {
      for (const std::string& words : unwanted_) Require("NOT " + InIndex(words));
    }
    return std::move(plan_);
  }

 private:
  void Split(const TextQuery& query) {
    if (query.op == TextQuery::Op::kAnd) {
      for (const auto& child : query.children) Split(*child);
    } else if (auto words = MatchExpression(connection_, query)) {
      wanted_.push_back(*words);
    } else if (auto without = Negated(query)) {
      unwanted_.push_back(*without);
    } else if (query.op != TextQuery::Op::kAll) {
      Require(Condition(query, false));
    }
  }

  std::optional<std::string> Negated(const TextQuery& query) {
    if (query.op != TextQuery::Op::kNot) return std::nullopt;
    return MatchExpression(connection_, *query.children.at(0));
  }

  void AddOptions() {
    if (!options_.company.empty()) Require(Company(options_.company));
    if (!options_.source.empty()) Require(Source(options_.source));
    if (options_.since) Require(Since(*options_.since));
    if (options_.until) Require(Until(*options_.until));
    if (options_.before_seq) Require(fmt::format("r.seq < {}", *options_.before_seq));
    if (options_.no_later_than) {
      Require(fmt::format("coalesce(r.published <= {}, 1)", *options_.no_later_than));
    }
  }

  void Require(const std::string& condition) {
    plan_.where += plan_.where.empty() ? condition : " AND " + condition;
  }

  std::string InIndex(const std::string& words) {
    plan_.values.emplace_back(words);
    return "r.seq IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)";
  }

  std::string Company(const std::string& called) {
    const std::string name =
        options_.resolve_company ? options_.resolve_company(called) : std::string();
    plan_.values.emplace_back(name.empty() ? called : name);
    plan_.values.emplace_back(called);
    return "r.seq IN (SELECT seq FROM article_company WHERE name = ? OR ticker = ?)";
  }

  std::string Source(const std::string& called) {
    plan_.values.emplace_back(Lower(called));
    return "instr(lower(r.source), ?) > 0";
  }

  std::string Since(const Timestamp& time) {
    plan_.dated = true;
    if (dates_ == Dates::kUndatedOnly) return "r.published IS NULL";
    plan_.values.emplace_back(time.seconds);
    return "coalesce(r.published >= ?, 0)";
  }

  std::string Until(const Timestamp& time) {
    plan_.dated = true;
    if (dates_ == Dates::kUndatedOnly) return "r.published IS NULL";
    plan_.values.emplace_back(LastSecondOf(time));
    return "coalesce(r.published <= ?, 0)";
  }

  std::string Joined(const TextQuery& query, bool in_title, std::string_view with) {
    std::string out = "(";
    for (const auto& child : query.children) {
      if (out.size() > 1) out += with;
      out += Condition(*child, in_title);
    }
    return out.size() == 1 ? "1" : out + ")";
  }

  std::string Condition(const TextQuery& query, bool in_title) {
    if (auto words = MatchExpression(connection_, query, in_title)) return InIndex(*words);
    const std::string first = query.words.empty() ? "" : query.words[0];
    switch (query.op) {
      case TextQuery::Op::kAnd:
        return Joined(query, in_title, " AND ");
      case TextQuery::Op::kOr:
        return Joined(query, in_title, " OR ");
      case TextQuery::Op::kNot:
        return "NOT " + Condition(*query.children.at(0), in_title);
      case TextQuery::Op::kTitle:
        return Condition(*query.children.at(0), true);
      case TextQuery::Op::kCompany:
        return Company(first);
      case TextQuery::Op::kSource:
        return Source(first);
      case TextQuery::Op::kSince:
        return Since(query.time);
      case TextQuery::Op::kUntil:
        return Until(query.time);
      default:
        return "1";
    }
  }

  Connection& connection_;
  const SearchOptions& options_;
  Dates dates_;
  SearchPlan plan_;
  std::vector<std::string> wanted_, unwanted_;
};

}  // namespace

std::string SearchPlan::From() const {
  std::string sql = match.empty() ? "FROM article a JOIN revision r ON r.seq = a.current"
                                  : "FROM article_fts JOIN revision r ON r.seq = article_fts.rowid "
                                    "WHERE article_fts MATCH ?";
  if (!where.empty()) sql += (match.empty() ? " WHERE " : " AND ") + where;
  return sql;
}

void SearchPlan::Bind(Query* query) const {
  if (!match.empty()) query->Bind(match);
  for (const auto& value : values) {
    std::visit([&](const auto& one) { query->Bind(one); }, value);
  }
}

SearchPlan PlanOf(Connection& connection, const TextQuery& query, const SearchOptions& options,
                  Dates dates) {
  return Planner(connection, options, dates).Plan(query);
}

}  // namespace tellwire::store
