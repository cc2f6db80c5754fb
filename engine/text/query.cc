// A hand-written reader of the query language, by descent:
//
//   or     = and { OR and }
//   and    = not { [AND] not }
//   not    = [ NOT | - ] atom
//   atom   = ( or ) | "phrase" | near(N item item ...) | field: atom-or-value | word | word*
//
// A chunk without spaces that holds several words (`R&D`, `BRK.B`, `don't`) is their phrase; one
// that holds none (`&`) is passed over. Tested by tests/text/query_test.cc.
#include "text/query.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/ascii.h"
#include "model/vocabulary.h"
#include "text/document.h"

namespace tellwire::text {
namespace {

using model::TextQuery;
using model::TextQueryPtr;
using Op = TextQuery::Op;

constexpr int kDeepest = 64;
constexpr size_t kMostTerms = 200;
constexpr size_t kLongestQuery = 8 * 1024;

constexpr std::array<std::pair<std::string_view, Op>, 5> kFields = {{{"title", Op::kTitle},
                                                                     {"company", Op::kCompany},
                                                                     {"source", Op::kSource},
                                                                     {"since", Op::kSince},
                                                                     {"until", Op::kUntil}}};

bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::vector<std::string> WordsOf(std::string_view text) {
  model::Document document;
  Tokenise(text, &document);
  std::vector<std::string> words;
  for (const auto& token : document.tokens) words.emplace_back(document.WordOf(token));
  return words;
}

class QueryParser {
 public:
  explicit QueryParser(std::string_view query) : query_(query) {}

  Result<TextQueryPtr> Parse() {
    if (query_.size() > kLongestQuery) {
      return ErrorAt(0, "the query is too long", "search for fewer words");
    }
    SkipBlanks();
    if (at_ == query_.size()) return Make(Op::kAll, 0);
    TextQueryPtr query = ParseOr(0);
    if (!error_ && at_ < query_.size()) Fail(at_, "there is no ( for this )", "remove it");
    if (!error_ && !query) Fail(0, "there is no word to search for", "type at least one word");
    if (!error_ && NestingOf(*query) > kDeepest) TooDeep(0);  // what is written out can be read
    if (error_) return *std::move(error_);
    return query;
  }

 private:
  // --- Grammar. Each returns nullptr for nothing (punctuation only) or after an error. ---

  TextQueryPtr ParseOr(int depth) {
    const size_t begin = at_;
    std::vector<TextQueryPtr> parts;
    size_t operator_at = 0;
    do {
      const bool after_or = !parts.empty() || operator_at > 0;
      TextQueryPtr part = ParseAnd(depth);
      if (error_) return nullptr;
      if (!part && (after_or || PeekWord("OR"))) {
        return Fail(after_or ? operator_at : at_, "OR needs words on both sides",
                    "write or in lower case to search for the word");
      }
      if (part) parts.push_back(std::move(part));
      operator_at = at_;
    } while (TakeWord("OR"));
    return Join(Op::kOr, std::move(parts), begin);
  }

  TextQueryPtr ParseAnd(int depth) {
    const size_t begin = at_;
    std::vector<TextQueryPtr> parts;
    while (!error_) {
      SkipBlanks();
      if (at_ == query_.size() || query_[at_] == ')' || PeekWord("OR")) break;
      const size_t operator_at = at_;
      const bool has_and = TakeWord("AND");
      if (has_and && (parts.empty() || AtEndOfGroup())) {
        return Fail(operator_at, "AND needs words on both sides",
                    "write and in lower case to search for the word");
      }
      if (TextQueryPtr part = ParseNot(depth)) parts.push_back(std::move(part));
    }
    return error_ ? nullptr : Join(Op::kAnd, std::move(parts), begin);
  }

  TextQueryPtr ParseNot(int depth) {
    SkipBlanks();
    const size_t begin = at_;
    if (!TakeWord("NOT") && !TakeMinus()) return ParseAtom(depth);
    if (++depth > kDeepest) return TooDeep(begin);
    if (AtEndOfGroup()) {
      return Fail(begin, "NOT needs a word behind it",
                  "write not in lower case to search for the word");
    }
    TextQueryPtr child = ParseNot(depth);
    if (!child) return nullptr;
    auto node = MakeNode(Op::kNot, begin);
    node->children.push_back(std::move(child));
    return Finish(node);
  }

  TextQueryPtr ParseAtom(int depth) {
    SkipBlanks();
    if (++terms_ > kMostTerms) {
      return Fail(at_, fmt::format("more than {} words", kMostTerms), "search for fewer words");
    }
    if (query_[at_] == '(') return ParseGroup(depth);
    if (QuoteSize(at_) > 0) return ParseQuoted();
    if (query_.substr(at_).starts_with("near(")) return ParseNear();
    return ParseChunk(depth);
  }

  TextQueryPtr ParseGroup(int depth) {
    const size_t open = at_++;
    if (++depth > kDeepest) return TooDeep(open);
    TextQueryPtr inside = ParseOr(depth);
    if (error_) return nullptr;
    if (at_ == query_.size()) return Fail(open, "this ( is never closed", "add a )");
    ++at_;
    if (!inside) return Fail(open, "there is nothing between ( and )", "put words between them");
    return inside;
  }

  TextQueryPtr ParseQuoted() {
    const size_t begin = at_;
    at_ += QuoteSize(at_);
    const size_t first = at_;
    while (at_ < query_.size() && QuoteSize(at_) == 0) ++at_;
    if (at_ == query_.size()) {
      return Fail(begin, "the quote that opens here is never closed", "add a \" at its end");
    }
    const std::string_view words = query_.substr(first, at_ - first);
    at_ += QuoteSize(at_);
    if (const size_t star = words.find('*'); star != std::string_view::npos) {
      return Fail(first + star, "* has no meaning inside quotes",
                  "write the beginning of one word outside of quotes: semi*");
    }
    return Words(words, /*exact=*/true, begin);
  }

  TextQueryPtr ParseNear() {
    const size_t begin = at_;
    at_ += std::string_view("near(").size();
    auto node = MakeNode(Op::kNear, begin);
    SkipBlanks();
    const size_t number_at = at_;
    while (at_ < query_.size() && query_[at_] >= '0' && query_[at_] <= '9') ++at_;
    const std::string digits(query_.substr(number_at, at_ - number_at));
    if (digits.empty() || digits.size() > 4 || std::stoi(digits) == 0) {
      return Fail(number_at, "near needs a number of words from 1 to 9999 first",
                  "write e.g. near(10 price war)");
    }
    node->distance = std::stoi(digits);
    while (true) {
      SkipBlanks();
      if (at_ == query_.size()) return Fail(begin, "this near( is never closed", "add a )");
      if (query_[at_] == ')') break;
      TextQueryPtr item = ParseNearItem();
      if (error_) return nullptr;
      if (item) node->children.push_back(std::move(item));
    }
    ++at_;
    if (node->children.size() < 2) {
      return Fail(begin, "near needs at least two words", "write e.g. near(10 price war)");
    }
    return Finish(node);
  }

  TextQueryPtr ParseNearItem() {
    if (QuoteSize(at_) > 0) return ParseQuoted();
    const size_t begin = at_;
    if (query_[at_] == '(') return Fail(at_, "near joins words and phrases only", "remove the (");
    const std::string_view chunk = TakeChunk();
    if (chunk.ends_with('*')) {
      return Fail(begin + chunk.size() - 1, "near takes whole words", "remove the *");
    }
    return Words(chunk, /*exact=*/true, begin);
  }

  TextQueryPtr ParseChunk(int depth) {
    const size_t begin = at_;
    if (const auto op = TakeField()) return error_ ? nullptr : ParseFieldValue(*op, begin, depth);
    if (error_) return nullptr;
    std::string_view chunk = TakeChunk();
    if (!chunk.ends_with('*')) return Words(chunk, /*exact=*/false, begin);
    if (chunk == "*") return Make(Op::kAll, begin);
    const std::vector<std::string> words = WordsOf(chunk);
    if (words.size() != 1) {
      return Fail(at_ - 1, "* stands behind the beginning of one word", "write e.g. semi*");
    }
    auto node = MakeNode(Op::kPrefix, begin);
    node->words = words;
    node->exact = true;
    return Finish(node);
  }

  TextQueryPtr ParseFieldValue(Op op, size_t begin, int depth) {
    if (at_ == query_.size() || IsBlank(query_[at_]) || query_[at_] == ')') {
      return Fail(at_, fmt::format("there is nothing behind {}", query_.substr(begin, at_ - begin)),
                  "write the value directly behind the colon");
    }
    auto node = MakeNode(op, begin);
    if (op == Op::kTitle) {
      if (++depth > kDeepest) return TooDeep(begin);
      if (query_[at_] == '-') return Fail(at_, "- stands before title:", "write -title:word");
      TextQueryPtr child = ParseAtom(depth);
      if (!child) return error_ ? nullptr : NothingBehind(begin);
      node->children.push_back(std::move(child));
      return Finish(node);
    }
    const size_t value_at = at_;
    const std::string value = TakeValue();
    if (error_) return nullptr;
    if (op == Op::kSince || op == Op::kUntil) return FinishDate(node, value, value_at);
    if (value.empty()) return NothingBehind(begin);
    node->words = {value};
    return Finish(node);
  }

  TextQueryPtr FinishDate(const std::shared_ptr<TextQuery>& node, const std::string& value,
                          size_t value_at) {
    const auto time = ParseTimestamp(value);
    if (!time) {
      return Fail(value_at, fmt::format("\"{}\" is no date", value),
                  "write e.g. since:2026-01-31 or since:2026-01");
    }
    node->time = *time;
    return Finish(node);
  }

  TextQueryPtr NothingBehind(size_t begin) {
    return Fail(begin, "there is no word behind the colon", "write e.g. title:warning");
  }

  // --- Pieces. ---

  // The words of a chunk: one word, their phrase, or nothing where it holds none.
  TextQueryPtr Words(std::string_view chunk, bool exact, size_t begin) {
    std::vector<std::string> words = WordsOf(chunk);
    if (words.empty()) return nullptr;
    auto node = MakeNode(words.size() == 1 ? Op::kWord : Op::kPhrase, begin);
    node->exact = exact || words.size() > 1;
    node->words = std::move(words);
    return Finish(node);
  }

  // A known field with its colon. Nearly one is an error; other colons are punctuation.
  std::optional<Op> TakeField() {
    size_t end = at_;
    while (end < query_.size() && IsLower(query_[end])) ++end;
    if (end == at_ || end == query_.size() || query_[end] != ':') return std::nullopt;
    const std::string_view name = query_.substr(at_, end - at_);
    std::vector<std::string> names;
    for (const auto& [field, op] : kFields) {
      names.emplace_back(field);
      if (field != name) continue;
      at_ = end + 1;
      return op;
    }
    const bool value = end + 1 < query_.size() && !IsBlank(query_[end + 1]);
    const std::string nearest = value && name.size() > 3 ? model::Nearest(name, names) : "";
    if (!nearest.empty()) {
      Fail(at_, fmt::format("unknown field {}:", name), fmt::format("did you mean {}:?", nearest));
    }
    return std::nullopt;
  }

  // What stands behind a field: quoted, or up to the next blank or bracket.
  std::string TakeValue() {
    const size_t begin = at_;
    if (const size_t quote = QuoteSize(at_); quote > 0) {
      at_ += quote;
      const size_t first = at_;
      while (at_ < query_.size() && QuoteSize(at_) == 0) ++at_;
      const std::string value(query_.substr(first, at_ - first));
      if (at_ == query_.size()) {
        Fail(begin, "the quote that opens here is never closed", "add a \" at its end");
      } else {
        at_ += QuoteSize(at_);
      }
      return value;
    }
    return std::string(TakeChunk());
  }

  std::string_view TakeChunk() {
    const size_t begin = at_;
    while (at_ < query_.size() && !IsBlank(query_[at_]) && query_[at_] != '(' &&
           query_[at_] != ')' && QuoteSize(at_) == 0) {
      ++at_;
    }
    return query_.substr(begin, at_ - begin);
  }

  bool PeekWord(std::string_view word) const {
    if (!query_.substr(at_).starts_with(word)) return false;
    const size_t end = at_ + word.size();
    return end == query_.size() || IsBlank(query_[end]) || query_[end] == '(' ||
           query_[end] == ')' || QuoteSize(end) > 0;
  }

  bool TakeWord(std::string_view word) {
    if (!PeekWord(word)) return false;
    at_ += word.size();
    SkipBlanks();
    return true;
  }

  // A minus that stands directly before something to leave out.
  bool TakeMinus() {
    if (query_[at_] != '-' || at_ + 1 == query_.size()) return false;
    if (IsBlank(query_[at_ + 1]) || query_[at_ + 1] == ')') return false;
    ++at_;
    return true;
  }

  // Straight or curly double quotes.
  size_t QuoteSize(size_t at) const {
    const std::string_view rest = query_.substr(at);
    if (rest.starts_with('"')) return 1;
    return rest.starts_with("“") || rest.starts_with("”") || rest.starts_with("„") ? 3 : 0;
  }

  bool AtEndOfGroup() {
    SkipBlanks();
    return at_ == query_.size() || query_[at_] == ')' || PeekWord("OR");
  }

  void SkipBlanks() {
    while (at_ < query_.size() && IsBlank(query_[at_])) ++at_;
  }

  // --- Nodes and errors. ---

  std::shared_ptr<TextQuery> MakeNode(Op op, size_t begin) const {
    auto node = std::make_shared<TextQuery>();
    node->op = op;
    node->where.begin = static_cast<uint32_t>(begin);
    return node;
  }

  TextQueryPtr Finish(const std::shared_ptr<TextQuery>& node) const {
    node->where.end = static_cast<uint32_t>(at_);
    return node;
  }

  TextQueryPtr Make(Op op, size_t begin) const { return Finish(MakeNode(op, begin)); }

  TextQueryPtr Join(Op op, std::vector<TextQueryPtr> parts, size_t begin) const {
    if (parts.empty()) return nullptr;
    if (parts.size() == 1) return parts[0];
    auto node = MakeNode(op, begin);
    node->children = std::move(parts);
    return Finish(node);
  }

  TextQueryPtr TooDeep(size_t at) {
    return Fail(at, fmt::format("nested deeper than {}", kDeepest), "write the query flatter");
  }

  TextQueryPtr Fail(size_t at, std::string message, std::string help) {
    if (!error_) error_ = ErrorAt(at, std::move(message), std::move(help));
    return nullptr;
  }

  static Error ErrorAt(size_t at, std::string message, std::string help) {
    return {ErrorKind::kUsage, Where{"query", 1, static_cast<int>(at) + 1}, std::move(message),
            std::move(help)};
  }

  std::string_view query_;
  size_t at_ = 0;
  size_t terms_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<TextQueryPtr> ParseQuery(std::string_view query) { return QueryParser(query).Parse(); }

}  // namespace tellwire::text
