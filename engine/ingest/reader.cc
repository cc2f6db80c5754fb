#include "ingest/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <numeric>
#include <utility>

#include "base/ascii.h"
#include "base/table.h"
#include "ingest/byte_stream.h"
#include "ingest/encoding.h"
#include "ingest/input_files.h"
#include "ingest/json_article.h"
#include "ingest/text_article.h"

namespace tellwire::ingest {
namespace {

constexpr size_t kLook = 8 * 1024;   // bytes looked at to tell what a file is
constexpr uint64_t kListFactor = 8;  // a .json file may hold a list of articles

constexpr std::array<std::pair<std::string_view, InputForm>, 5> kForms = {
    {{"text", InputForm::kText},
     {"md", InputForm::kMarkdown},
     {"html", InputForm::kHtml},
     {"json", InputForm::kJson},
     {"jsonl", InputForm::kJsonLines}}};

constexpr std::array<std::string_view, kFailures> kFailureNames = {
    "unreadable", "damaged", "empty", "binary", "broken JSON", "too large", "a table"};

// What a binary file is, where that is easily told; "" for text.
std::string_view BinaryKind(std::string_view head) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kMagic = {
      {{"%PDF-", "a PDF"},
       {"PK\x03\x04", "a ZIP archive or an Office document"},
       {"\x89PNG", "a picture"},
       {"\xFF\xD8\xFF", "a picture"},
       {"GIF8", "a picture"},
       {"\x28\xB5\x2F\xFD", "packed with zstd"},
       {"BZh9", "packed with bzip2"},
       {"\xFD"
        "7zXZ",
        "packed with xz"}}};
  for (const auto& [magic, kind] : kMagic) {
    if (head.starts_with(magic)) return kind;
  }
  if (IsUtf16(head)) return {};
  return head.substr(0, kLook).find('\0') != std::string_view::npos ? "not text"
                                                                    : std::string_view();
}

InputForm FormByBytes(std::string_view head, bool standard_input) {
  head.remove_prefix(head.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  if (head.starts_with('{')) {
    // A first line of nothing but `{` opens an object that is written over several lines.
    const std::string_view first = Trim(head.substr(0, head.find('\n')));
    return first == "{" ? InputForm::kJson : InputForm::kJsonLines;
  }
  const std::string begin = Lowered(Trim(head.substr(0, 256)).substr(0, 15));
  const bool html = begin.starts_with("<html") || begin.starts_with("<!doctype html");
  return html && !standard_input ? InputForm::kHtml : InputForm::kText;
}

}  // namespace

std::optional<InputForm> ParseInputForm(std::string_view name) {
  for (const auto& [known, form] : kForms) {
    if (name == known) return form;
  }
  return std::nullopt;
}

std::string_view ToString(Failure failure) { return kFailureNames[static_cast<size_t>(failure)]; }

int64_t ReaderCounts::failures() const {
  return std::accumulate(failed.begin(), failed.end(), int64_t{0});
}

using Item = Result<model::Article>;

struct ArticleSource::State {
  State(std::vector<std::string> paths, const ReaderOptions& opened_with) : options(opened_with) {
    InputList list = ListInputs(paths);
    files = std::move(list.files);
    counts.skipped = static_cast<int64_t>(list.skipped.size());
    skipped = std::move(list.skipped);
    bytes_total = list.bytes;
    for (Error& error : list.errors) Fail(Failure::kUnreadable, std::move(error));
  }

  std::optional<Item> Next() {
    while (ready.empty()) {
      if (stream) {
        ReadLine();
      } else if (!files.empty()) {
        const InputFile file = std::move(files.front());
        files.pop_front();
        Open(file);
      } else {
        return std::nullopt;
      }
    }
    Item item = std::move(ready.front());
    ready.pop_front();
    return item;
  }

  // --- Files. ---

  void Open(const InputFile& file) {
    path = file.path;
    finished_bytes += std::exchange(current_size, file.size);
    auto opened = ByteStream::Open(path);
    if (!opened) return Fail(Failure::kUnreadable, opened.error());
    const std::string_view head = opened->Peek(kLook);
    if (head.empty()) {
      const std::string& damage = opened->damage();
      return damage.empty() ? FailEmpty({path, 0, 0}) : FailDamaged({path, 0, 0}, damage);
    }
    if (const auto kind = BinaryKind(head); !kind.empty()) {
      return Fail(Failure::kBinary, {ErrorKind::kInput,
                                     {path, 0, 0},
                                     fmt::format("is binary: {}", kind),
                                     "convert it to text, Markdown, HTML or JSON Lines first"});
    }
    InputForm form = options.form != InputForm::kGuess ? options.form : file.form;
    if (form == InputForm::kGuess && IsTableName(path)) {
      return Fail(Failure::kTable, {ErrorKind::kInput,
                                    {path, 0, 0},
                                    "is a table: no article",
                                    "make each row a line of JSON with \"text\", or take it as it "
                                    "is with --as text"});
    }
    if (form == InputForm::kGuess) form = FormByBytes(head, path == "-");
    if (form == InputForm::kJsonLines) {
      stream = std::move(*opened);
      line = 0;
      articles_in_file = 0;
    } else {
      ReadWhole(*opened, form);
    }
  }

  void ReadWhole(ByteStream& bytes, InputForm form) {
    const Where where{path, 0, 0};
    const uint64_t limit = options.largest_article * (form == InputForm::kJson ? kListFactor : 1);
    std::string all;
    const auto got = bytes.ReadAll(limit, &all);
    if (got == ByteStream::Got::kDamaged) return FailDamaged(where, bytes.damage());
    if (got == ByteStream::Got::kTooLong) return FailTooLarge(where, limit);
    if (Trim(all).empty()) return FailEmpty(where);
    if (form == InputForm::kJson) return ReadJson(all, where);
    ParsedArticle parsed = form == InputForm::kMarkdown ? ReadMarkdownArticle(all, where)
                           : form == InputForm::kHtml   ? ReadHtmlArticle(all, where)
                                                        : ReadTextArticle(all, where);
    parsed.article.origin = path;
    parsed.article.alone_in_file = true;
    Give(std::move(parsed), where);
  }

  void ReadJson(const std::string& all, const Where& where) {
    auto file = ParseJsonFile(all, where);
    if (!file) return Fail(Failure::kBrokenJson, file.error());
    if (file->articles.empty()) return FailEmpty(where);
    for (auto& parsed : file->articles) {
      if (parsed) {
        const Where place{parsed->article.origin, 0, 0};
        Give(*std::move(parsed), place);
      } else {
        Fail(Failure::kBrokenJson, parsed.error());
      }
    }
  }

  void ReadLine() {
    std::string bytes;
    const auto got = stream->ReadLine(options.largest_article, &bytes);
    const Where where{path, ++line, 0};
    if (got == ByteStream::Got::kEnd || got == ByteStream::Got::kDamaged) {
      if (got == ByteStream::Got::kDamaged) {
        FailDamaged(where, stream->damage());
      } else if (articles_in_file == 0) {
        FailEmpty({path, 0, 0});
      }
      stream.reset();
      return;
    }
    if (got == ByteStream::Got::kBytes && Trim(bytes).empty()) return;
    ++articles_in_file;
    if (got == ByteStream::Got::kTooLong) return FailTooLarge(where, options.largest_article);
    auto parsed = ParseJsonArticle(bytes, where);
    if (!parsed) return Fail(Failure::kBrokenJson, parsed.error());
    Give(*std::move(parsed), where);
  }

  // --- What comes of them. ---

  void Give(ParsedArticle parsed, const Where& where) {
    const model::Article& article = parsed.article;
    if (Trim(article.text).empty() && Trim(article.title).empty()) return FailEmpty(where);
    ++counts.articles;
    counts.bytes += static_cast<int64_t>(article.text.size());
    if (parsed.repaired > 0) ++counts.repaired;
    if (!article.published_written.empty() && !article.published) ++counts.undated;
    std::move(parsed.warnings.begin(), parsed.warnings.end(), std::back_inserter(warnings));
    ready.push_back(std::move(parsed.article));
  }

  void Fail(Failure failure, Error error) {
    ++counts.failed[static_cast<size_t>(failure)];
    ready.push_back(std::move(error));
  }

  void FailEmpty(const Where& where) {
    Fail(Failure::kEmpty, {ErrorKind::kInput, where, "is empty: there is no text", ""});
  }

  void FailDamaged(const Where& where, const std::string& damage) {
    Fail(Failure::kDamaged, {ErrorKind::kInput, where, "cannot be unpacked: " + damage,
                             "what came before was read; fetch the file again"});
  }

  void FailTooLarge(const Where& where, uint64_t limit) {
    Fail(Failure::kTooLarge,
         {ErrorKind::kLimit, where, fmt::format("is larger than {} MB", limit >> 20),
          "split it, or give its articles one a line as JSON Lines"});
  }

  int64_t BytesRead() const {
    if (stream) return finished_bytes + stream->position();
    return finished_bytes + current_size;
  }

  ReaderOptions options;
  std::deque<InputFile> files;
  std::deque<Item> ready;  // read, and not yet asked for
  std::vector<Error> warnings;
  std::vector<std::string> skipped;
  ReaderCounts counts;

  std::string path;                  // of the file that is read
  std::optional<ByteStream> stream;  // JSON Lines that are not read to their end
  int line = 0;
  int64_t articles_in_file = 0;
  int64_t bytes_total = 0, finished_bytes = 0, current_size = 0;
};

ArticleSource::ArticleSource(std::vector<std::string> paths, const ReaderOptions& options)
    : state_(std::make_unique<State>(std::move(paths), options)) {}

ArticleSource::~ArticleSource() = default;

std::optional<Result<model::Article>> ArticleSource::Next() { return state_->Next(); }

const std::vector<std::string>& ArticleSource::skipped() const { return state_->skipped; }

std::vector<Error> ArticleSource::TakeWarnings() { return std::exchange(state_->warnings, {}); }

const ReaderCounts& ArticleSource::counts() const { return state_->counts; }

int64_t ArticleSource::bytes_read() const { return state_->BytesRead(); }

int64_t ArticleSource::bytes_total() const { return state_->bytes_total; }

}  // namespace tellwire::ingest
