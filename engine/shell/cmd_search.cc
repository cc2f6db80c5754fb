// `tellwire search QUERY`: ranked articles with the words that were found marked.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "alert/listing.h"
#include "alert/plain.h"
#include "shell/command.h"
#include "shell/printing.h"
#include "shell/terminal.h"
#include "shell/workbench.h"
#include "store/search.h"
#include "text/query.h"

namespace tellwire::shell {
namespace {

struct Options {
  std::vector<std::string> words;
  std::string company, source, since, until, format = "table";
  int64_t limit = 10;
  bool explain = false;
};

// The query with a caret under the place that is wrong.
void PointAt(const std::string& query, const Error& error) {
  std::fprintf(stderr, "error: %s\n  %s\n", alert::PlainLine(error.message).c_str(),
               alert::PlainLine(query).c_str());
  if (error.where.column > 0) {
    std::fprintf(stderr, "  %s^\n",
                 std::string(static_cast<size_t>(error.where.column - 1), ' ').c_str());
  }
  if (!error.help.empty()) std::fprintf(stderr, "help: %s\n", alert::PlainLine(error.help).c_str());
}

// Hostile characters out, line breaks to spaces; unlike PlainLine it keeps the spaces at the ends.
std::string OneLine(std::string_view text) {
  std::string line = alert::PlainText(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

// A snippet on one line, its hits in bold on a terminal and between brackets elsewhere.
std::string Marked(const store::Snippet& snippet, bool color) {
  const std::string_view text = snippet.text;
  std::string out;
  size_t at = 0;
  for (const Span& hit : snippet.hits) {
    out += OneLine(text.substr(at, hit.begin - at));
    const std::string words = OneLine(hit.Of(text));
    out += color ? Styled(words, Style::kBold, true) : "[" + words + "]";
    at = hit.end;
  }
  return out + OneLine(text.substr(at));
}

std::string DateOf(const std::optional<Timestamp>& published) {
  return published ? ToString(*published) : "undated";
}

void PrintForPeople(const store::SearchResult& result, bool color) {
  for (const store::SearchHit& hit : result.hits) {
    const std::string title = hit.title.text.empty() ? hit.article : Marked(hit.title, color);
    std::string head =
        fmt::format("{}  {}", Styled(title, color ? Style::kCyan : Style::kPlain, color),
                    DateOf(hit.published));
    if (!hit.source.empty()) head += "  " + alert::PlainLine(hit.source);
    std::puts(head.c_str());
    std::puts(("    " + Wrap(Marked(hit.text, color), TerminalWidth(), 4)).c_str());
    std::puts(("    " + Styled(alert::PlainLine(hit.article), Style::kDim, color)).c_str());
  }
}

alert::Listing ListingOf(const store::SearchResult& result) {
  alert::Listing listing;
  listing.columns = {{"article"},   {"title"},       {"source"}, {"url"},
                     {"published"}, {"score", true}, {"snippet"}};
  for (const store::SearchHit& hit : result.hits) {
    const std::string published = hit.published ? ToString(*hit.published) : "";
    listing.rows.push_back({{hit.article, ""},
                            {hit.title.text, ""},
                            {hit.source, ""},
                            {hit.url, ""},
                            {published, ""},
                            alert::NumberCell(hit.score),
                            {Marked(hit.text, false), ""}});
  }
  return listing;
}

Result<std::optional<Timestamp>> Date(const std::string& written) {
  if (written.empty()) return std::optional<Timestamp>();
  auto time = ParseTimestamp(written);
  if (!time) return time.error();
  return std::optional<Timestamp>(*time);
}

// From what a person calls a company to its canonical name. The vocabulary is loaded when first
// asked: most searches name no company, and loading takes longer than searching.
std::function<std::string(std::string_view)> CompanyNames(const Settings& settings) {
  return [&settings, analyser = std::make_shared<std::optional<analysis::Analyser>>()](
             std::string_view called) {
    if (!*analyser) {
      auto opened = OpenAnalyser(settings);
      if (!opened) return Complain(opened.error()), std::string(called);
      analyser->emplace(std::move(*opened));
    }
    const model::Issuer* issuer = (*analyser)->vocabulary().FindIssuer(called);
    return issuer ? issuer->name : std::string(called);
  };
}

Result<store::SearchOptions> SearchOptionsOf(const Options& options, const Settings& settings) {
  const auto since = Date(options.since), until = Date(options.until);
  if (!since) return since.error();
  if (!until) return until.error();
  store::SearchOptions search;
  search.resolve_company = CompanyNames(settings);
  search.company = options.company.empty() ? "" : search.resolve_company(options.company);
  search.source = options.source;
  search.since = *since;
  search.until = *until;
  search.limit = static_cast<size_t>(options.limit);
  return search;
}

// What was left out, so that nothing is cut off silently.
void PrintRest(const store::SearchResult& result, const Settings& settings) {
  const auto shown = static_cast<int64_t>(result.hits.size());
  if (settings.quiet) return;
  if (result.total > shown)
    std::fprintf(stderr, "%ld of %ld articles; more with --limit\n", long{shown},
                 long{result.total});
  if (result.total == 0) std::fprintf(stderr, "no article matches\n");
  if (result.undated > 0)
    std::fprintf(stderr, "%s left out\n", Counted(result.undated, "undated article").c_str());
}

int Search(const Options& options, const Settings& settings) {
  std::string query;
  for (const std::string& word : options.words) query += (query.empty() ? "" : " ") + word;
  auto parsed = text::ParseQuery(query);
  if (!parsed) return PointAt(query, parsed.error()), kWrongUse;
  auto how = SearchOptionsOf(options, settings);
  if (!how) return Complain(how.error()), kWrongUse;

  store::Store store(settings.db, {store::OpenMode::kExists});
  store::Search search(store);
  if (options.explain) {
    auto plan = search.Explain(**parsed, *how);
    if (!plan) return PointAt(query, plan.error()), kWrongUse;
    return std::puts((text::ToString(**parsed) + "\n" + alert::PlainText(*plan)).c_str()), kDone;
  }
  auto result = search.Run(**parsed, *how);
  if (!result) return PointAt(query, result.error()), kWrongUse;
  const alert::Format format = *alert::ParseFormat(options.format);
  if (format == alert::Format::kTable) {
    PrintForPeople(*result, settings.UseColor(1));
  } else {
    Print(ListingOf(*result), {format});
  }
  PrintRest(*result, settings);
  return kDone;
}

}  // namespace

void AddSearch(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb = program.Sub("search", "Ranked articles with the found words marked",
                          "tellwire search 'export near(10 chips licence) -rumour since:2025-09'");
  verb.Argument("QUERY", &options->words,
                "Words, \"phrases\", AND OR NOT -word (..) prefix* near(10 a b) title: company: "
                "source: since: until:")
      .Option("--company", &options->company, "Articles that speak of the company")
      .Option("--source", &options->source, "Articles of the source")
      .Option("--since", &options->since, "Published then or later")
      .Option("--until", &options->until, "Published then or earlier")
      .Number("--limit", &options->limit, "At most so many", 1)
      .Flag("--explain", &options->explain, "Show the plan in place of the articles")
      .Format(&options->format);
  verb.Run([options, &settings] { return Search(*options, settings); });
}

}  // namespace tellwire::shell
