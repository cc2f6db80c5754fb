#include "store/search.h"

#include <doctest/doctest.h>

#include "store/articles.h"
#include "store/findings.h"
#include "support/fresh_store.h"
#include "text/query.h"

namespace tellwire {
namespace {

// Eight articles; what is asked of them is answered by their ids.
store::Store Library() {
  store::Store store = FreshStore();
  store::Articles articles(store);
  const auto add = [&](const std::string& id, const std::string& title, const std::string& text,
                       const std::string& published, const std::string& source) {
    model::Article article = MakeArticle(id, title, text, published);
    article.source = source;
    return articles.Add(article, title, 0).seq;
  };
  add("chips", "Chip makers rally", "Semiconductor shares rose. R&D spending grew 12%.",
      "2026-05-14", "Reuters");
  add("export", "New limits", "Export control rules hit chip exports. Don't panic.", "2026-05-20",
      "Reuters");
  add("import", "Trade", "Imports fell; an important quarter for importers.", "2026-04", "AP");
  add("war", "Price war", "The price of the trade war. BRK.B fell.", "2026-03-01", "AP");
  add("rumour", "Rumour mill", "A rumour about chips and Zoë.", "", "Blog");
  add("plain", "Quiet day", "Nothing of note.", "2025-12-31T23:30:00Z", "AP");
  const int64_t baba = add("baba", "Cloud", "Revenue grew.", "2026-05-15", "Wire");
  add("chipped", "Other", "A chipped plate was sold.", "2026-01-02", "Wire");
  model::Analysis analysis;
  analysis.companies.push_back({});
  analysis.companies[0].name = "Alibaba Group";
  analysis.companies[0].ticker = "BABA";
  store::Findings(store).Save(baba, analysis, "Cloud", "Revenue grew.");
  return store;
}

std::string Found(store::Store& store, const std::string& query,
                  store::SearchOptions options = {}) {
  auto parsed = text::ParseQuery(query);
  REQUIRE(parsed);
  options.newest_first = true;
  auto result = store::Search(store).Run(**parsed, options);
  REQUIRE(result);
  CHECK(result->total == static_cast<int64_t>(result->hits.size()));
  std::string ids;
  for (const auto& hit : result->hits) ids += (ids.empty() ? "" : " ") + hit.article;
  return ids;
}

TEST_CASE("search: words, stems, phrases, prefixes, near, and their combinations") {
  store::Store store = Library();
  const struct {
    std::string query, found;
  } kRows[] = {
      {"chip", "export chips chipped rumour"},  // by its stem: chips, chipped
      {"\"chip\"", "export chips"},             // the word itself
      {"import", "import"},                     // Imports, importers; not `important` alone
      {"important", "import"},
      {"\"export control\"", "export"},
      {"\"control export\"", ""},
      {"semi*", "chips"},
      {"near(3 price war)", "war"},
      {"chip -rumour", "export chips chipped"},
      {"chip NOT rumour", "export chips chipped"},
      {"chip AND (panic OR rumour)", "export rumour"},
      {"-chip", "baba import war plain"},
      {"-chip -trade", "baba plain"},
      {"title:chip", "chips"},
      {"title:war", "war"},
      {"rumour OR panic", "export rumour"},
      {"R&D", "chips"},
      {"BRK.B", "war"},
      {"don't", "export"},
      {"12%", "chips"},
      {"zoe", "rumour"},
      {"nothing here", ""},
      {"source:reuters", "export chips"},
      {"chip source:blog", "rumour"},
      {"company:BABA", "baba"},
      {"company:\"alibaba group\"", "baba"},
      {"rumour OR company:BABA", "baba rumour"},
      {"-company:BABA -chip", "import war plain"},
      {"since:2026-05-15", "export baba"},
      {"until:2026-03", "war chipped plain"},
      {"until:2025", "plain"},
      {"since:2026-04 until:2026-04", "import"},
  };
  for (const auto& [query, found] : kRows) {
    CAPTURE(query);
    CHECK(Found(store, query) == found);
  }
}

TEST_CASE("search: near counts words as rules do, adjacent ones are 1 apart") {
  store::Store store = FreshStore();
  store::Articles(store).Add(MakeArticle("a", "", "one two three four"), "", 0);
  CHECK(Found(store, "near(1 one two)") == "a");
  CHECK(Found(store, "near(1 one three)") == "");
  CHECK(Found(store, "near(2 one three)") == "a");
  CHECK(Found(store, "near(2 three one)") == "a");
}

TEST_CASE("search: options filter as the query's own words do") {
  store::Store store = Library();
  store::SearchOptions options;
  options.source = "AP";
  CHECK(Found(store, "trade", options) == "import war");
  options = {};
  options.company = "BABA";
  CHECK(Found(store, "", options) == "baba");
  options = {};
  options.company = "Ali";
  options.resolve_company = [](std::string_view) { return std::string("Alibaba Group"); };
  CHECK(Found(store, "", options) == "baba");
  options = {};
  options.before_seq = 3;
  CHECK(Found(store, "chip", options) == "export chips");
}

TEST_CASE("search: since and until say how many undated articles they left out") {
  store::Store store = Library();
  const auto run = [&](const std::string& query) {
    return store::Search(store).Run(**text::ParseQuery(query), {})->undated;
  };
  CHECK(run("chip since:2020") == 1);
  CHECK(run("chip") == 0);
  CHECK(run("war since:2020") == 0);
}

TEST_CASE("search: the title weighs more than the text, and hits are marked") {
  store::Store store = FreshStore();
  store::Articles articles(store);
  articles.Add(MakeArticle("text", "Market news", "A recall was announced by the maker."),
               "Market news", 0);
  articles.Add(MakeArticle("title", "Recall widens", "The maker said so in a note."),
               "Recall widens", 0);
  auto result = store::Search(store).Run(**text::ParseQuery("recall"), {});
  REQUIRE(result->hits.size() == 2);
  CHECK(result->hits[0].article == "title");
  CHECK(result->hits[0].score > result->hits[1].score);
  const store::Snippet& title = result->hits[0].title;
  REQUIRE(title.hits.size() == 1);
  CHECK(title.hits[0].Of(title.text) == "Recall");
  const store::Snippet& text = result->hits[1].text;
  REQUIRE(text.hits.size() == 1);
  CHECK(text.hits[0].Of(text.text) == "recall");
}

TEST_CASE("search: a limit shows the best and counts the rest") {
  store::Store store = Library();
  store::SearchOptions options;
  options.limit = 2;
  auto result = store::Search(store).Run(**text::ParseQuery("chip"), options);
  CHECK(result->hits.size() == 2);
  CHECK(result->total == 4);
}

TEST_CASE("search: a revision takes the old words out of the index") {
  store::Store store = FreshStore();
  store::Articles articles(store);
  articles.Add(MakeArticle("1", "Old title", "old words"), "Old title", 0);
  articles.Add(MakeArticle("1", "New title", "new words"), "New title", 0);
  CHECK(Found(store, "old") == "");
  CHECK(Found(store, "new") == "1");
  CHECK(store.CheckIntegrity() == "");
}

TEST_CASE("search: a query that is too large is refused, not run") {
  store::Store store = Library();
  model::TextQuery query;
  query.op = model::TextQuery::Op::kOr;
  auto word = std::make_shared<model::TextQuery>();
  word->op = model::TextQuery::Op::kWord;
  word->words = {"chip"};
  query.children.assign(400, word);
  CHECK(store::Search(store).Run(query, {}));
  query.children.assign(600, word);
  auto refused = store::Search(store).Run(query, {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kUsage);
}

TEST_CASE("search: deep nesting within the limit runs") {
  store::Store store = Library();
  std::string query = "chip";
  for (int i = 0; i < 15; ++i) query = "(" + query + (i % 2 ? " OR trade)" : " AND -zebra)");
  auto parsed = text::ParseQuery(query);
  REQUIRE(parsed);
  CHECK(store::Search(store).Run(**parsed, {}));
}

TEST_CASE("search: explain names the expression, the filters and the counts") {
  store::Store store = Library();
  auto plan = store::Search(store).Explain(**text::ParseQuery("chip -rumour company:BABA"), {});
  REQUIRE(plan);
  for (const std::string& part :
       std::vector<std::string>{"\"chips\"", "NOT", "article_company", "result   0 articles"}) {
    CAPTURE(part);
    CHECK(plan->find(part) != std::string::npos);
  }
}

TEST_CASE("search: candidates are all matching arrival numbers in order") {
  store::Store store = Library();
  auto seqs = store::Search(store).Candidates(**text::ParseQuery("trade"));
  REQUIRE(seqs);
  CHECK(*seqs == std::vector<int64_t>{3, 4});
}

}  // namespace
}  // namespace tellwire
