#include "store/search.h"

#include <fmt/format.h>

#include "store/match_expression.h"
#include "store/search_plan.h"
#include "text/query.h"

namespace tellwire::store {
namespace {

constexpr size_t kMostNodes = 500;  // more words than this are pasted by accident
constexpr size_t kDeepest = 50;
constexpr char kOpen = '\x02', kClose = '\x03';  // around a hit; dropped from texts that have them
constexpr double kTitleWeight = 4;               // a hit in the title against one in the text
constexpr size_t kOpening = 200;                 // bytes of text shown where nothing was ranked

std::optional<Error> TooLarge(const model::TextQuery& query) {
  const QuerySize size = SizeOf(query);
  if (size.nodes <= kMostNodes && size.depth <= kDeepest) return std::nullopt;
  return Error(ErrorKind::kUsage, {"query", 1, 0},
               fmt::format("the query has {} parts, {} deep; the limits are {} and {}", size.nodes,
                           size.depth, kMostNodes, kDeepest),
               "ask for less at once");
}

// Takes the marks out again and notes where they stood.
Snippet ReadMarks(std::string_view marked) {
  Snippet snippet;
  for (char c : marked) {
    const auto at = static_cast<uint32_t>(snippet.text.size());
    if (c == kOpen) {
      snippet.hits.push_back({at, at});
    } else if (c == kClose) {
      if (!snippet.hits.empty()) snippet.hits.back().end = at;
    } else {
      snippet.text += c;
    }
  }
  std::erase_if(snippet.hits, [](const Span& hit) { return hit.empty(); });
  return snippet;
}

Snippet Opening(std::string text) {
  if (text.size() > kOpening) {
    size_t end = kOpening;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end) + "…";
  }
  return {std::move(text), {}};
}

void AddSnippets(Connection& connection, const std::string& match, SearchHit* hit) {
  if (match.empty()) {
    Query row = connection.Prepare("SELECT headline, text FROM revision WHERE seq = ?");
    row.Bind(hit->seq);
    if (!row.Step()) return;
    hit->title = {row.Text(0), {}};
    hit->text = Opening(row.Text(1));
    return;
  }
  Query row = connection.Prepare(
      "SELECT highlight(article_fts, 0, ?1, ?2), snippet(article_fts, 1, ?1, ?2, '…', 32) "
      "FROM article_fts WHERE article_fts MATCH ?3 AND rowid = ?4");
  row.Bind(std::string(1, kOpen), std::string(1, kClose), match, hit->seq);
  if (!row.Step()) return;
  hit->title = ReadMarks(row.Text(0));
  hit->text = ReadMarks(row.Text(1));
}

std::string OrderOf(const SearchPlan& plan, const SearchOptions& options) {
  if (plan.match.empty() || options.newest_first) {
    return "ORDER BY r.published IS NULL, r.published DESC, r.seq DESC";
  }
  return "ORDER BY score, r.seq DESC";
}

std::string SelectOf(const SearchPlan& plan, const SearchOptions& options) {
  const std::string score =
      plan.match.empty() ? "0.0" : fmt::format("bm25(article_fts, {}, 1.0)", kTitleWeight);
  return fmt::format(
      "SELECT r.seq, r.source_id, r.origin, r.source, r.url, r.published, r.published_precision, "
      "{} AS score {} {} LIMIT {}",
      score, plan.From(), OrderOf(plan, options), options.limit);
}

int64_t CountOf(Connection& connection, const SearchPlan& plan) {
  Query count = connection.Prepare("SELECT count(*) " + plan.From());
  plan.Bind(&count);
  return count.Step() ? count.Integer(0) : 0;
}

int64_t UndatedOf(Connection& connection, const model::TextQuery& query,
                  const SearchOptions& options) {
  const SearchPlan plan = PlanOf(connection, query, options, Dates::kUndatedOnly);
  return plan.dated ? CountOf(connection, plan) : 0;
}

// In how many articles each word of a query stands.
void CountWords(Connection& connection, const model::TextQuery& query, std::string* out) {
  using Op = model::TextQuery::Op;
  const bool is_words = query.op == Op::kWord || query.op == Op::kPhrase || query.op == Op::kPrefix;
  if (is_words) {
    if (auto match = MatchExpression(connection, query)) {
      Query count =
          connection.Prepare("SELECT count(*) FROM article_fts WHERE article_fts MATCH ?");
      count.Bind(*match);
      if (count.Step())
        *out += fmt::format("words    {} in {} articles\n", *match, count.Integer(0));
    }
  }
  for (const auto& child : query.children) CountWords(connection, *child, out);
}

}  // namespace

Result<SearchResult> Search::Run(const model::TextQuery& query, const SearchOptions& options) {
  if (auto error = TooLarge(query)) return *error;
  Connection& connection = store_.connection();
  const SearchPlan plan = PlanOf(connection, query, options);
  SearchResult result;
  {
    Query rows = connection.Prepare(SelectOf(plan, options));
    plan.Bind(&rows);
    while (rows.Step()) {
      const std::string id = rows.Text(1);
      result.hits.push_back({rows.Integer(0),
                             id.empty() ? rows.Text(2) : id,
                             rows.Text(3),
                             rows.Text(4),
                             TimeOf(rows, 5, 6),
                             0 - rows.Real(7),
                             {},
                             {}});
    }
  }
  const bool cut = result.hits.size() == options.limit;
  result.total = cut ? CountOf(connection, plan) : static_cast<int64_t>(result.hits.size());
  result.undated = UndatedOf(connection, query, options);
  if (options.snippets) {
    for (SearchHit& hit : result.hits) AddSnippets(connection, plan.match, &hit);
  }
  return result;
}

Result<std::vector<int64_t>> Search::Candidates(const model::TextQuery& query) {
  if (auto error = TooLarge(query)) return *error;
  const SearchPlan plan = PlanOf(store_.connection(), query, {});
  Query rows = store_.connection().Prepare("SELECT r.seq " + plan.From() + " ORDER BY r.seq");
  plan.Bind(&rows);
  std::vector<int64_t> seqs;
  while (rows.Step()) seqs.push_back(rows.Integer(0));
  return seqs;
}

Result<std::string> Search::Explain(const model::TextQuery& query, const SearchOptions& options) {
  if (auto error = TooLarge(query)) return *error;
  Connection& connection = store_.connection();
  const SearchPlan plan = PlanOf(connection, query, options);
  std::string out = fmt::format("query    {}\n", text::ToString(query));
  out += fmt::format("match    {}\n",
                     plan.match.empty() ? "nothing: no words that must be there" : plan.match);
  if (!plan.where.empty()) out += fmt::format("filter   {}\n", plan.where);
  for (const auto& value : plan.values) {
    std::visit([&](const auto& one) { out += fmt::format("value    {}\n", one); }, value);
  }
  CountWords(connection, query, &out);
  out += fmt::format("result   {} articles\n", CountOf(connection, plan));
  Query steps = connection.Prepare("EXPLAIN QUERY PLAN " + SelectOf(plan, options));
  plan.Bind(&steps);
  while (steps.Step()) out += fmt::format("sqlite   {}\n", steps.Text(3));
  return out;
}

}  // namespace tellwire::store
