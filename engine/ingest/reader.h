// Articles from files, folders and standard input, one after another.
//
// Room `ingest`: a reader per format, each yielding model::Article; and near-duplicates.
//   reader.h        paths -> articles      json_article.h  one JSON object -> Article
//   byte_stream.h   plain or gzipped bytes text_article.h  .txt, .md, .html -> Article
//   near_duplicate.h    fingerprints
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "model/article.h"

namespace tellwire::ingest {

enum class InputForm {
  kGuess,  // by the name; standard input and unknown names by the first bytes
  kText,
  kMarkdown,
  kHtml,
  kJson,       // one object, or a list of them
  kJsonLines,  // one object a line
};
// The names that `--as` takes: text md html json jsonl; nullopt for another.
std::optional<InputForm> ParseInputForm(std::string_view name);

// Why an input gave no article.
enum class Failure {
  kUnreadable,
  kDamaged,  // a gzip file that is cut off or corrupt, or that unpacks beyond all measure
  kEmpty,
  kBinary,
  kBrokenJson,  // also: an object that is no article
  kTooLarge,
  kTable,  // rows of a spreadsheet: no article
};
inline constexpr size_t kFailures = 7;
std::string_view ToString(Failure failure);  // "unreadable", "broken JSON" ...

struct ReaderOptions {
  InputForm form = InputForm::kGuess;
  uint64_t largest_article = 64 << 20;  // bytes of one article's file or JSON line
};

struct ReaderCounts {
  int64_t articles = 0;
  int64_t bytes = 0;     // of text
  int64_t repaired = 0;  // articles in which invalid UTF-8 was replaced
  int64_t undated = 0;   // articles whose date could not be read (a missing one is none of these)
  int64_t skipped = 0;   // files in folders that are in no known format
  std::array<int64_t, kFailures> failed{};  // by Failure

  int64_t failures() const;
};

// Reads the articles of several paths in the order given; a folder's files (in it and below) in the
// order of their names. "-" is standard input. Nothing is opened before it is its turn, and of a
// JSON Lines file no more than one line is held. Not thread-safe.
class ArticleSource {
 public:
  ArticleSource(std::vector<std::string> paths, const ReaderOptions& options);
  ~ArticleSource();

  // The next article; or the error that stands in its place, which names file and line: call on for
  // what follows it. nullopt at the end.
  std::optional<Result<model::Article>> Next();

  // What went wrong with articles that were read none the less (a date that is none), since the
  // last call.
  std::vector<Error> TakeWarnings();

  // Files in folders that are in no known format.
  const std::vector<std::string>& skipped() const;

  const ReaderCounts& counts() const;
  // Progress in bytes on the disk. `bytes_total` is 0 when it cannot be known (standard input).
  int64_t bytes_read() const;
  int64_t bytes_total() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tellwire::ingest
