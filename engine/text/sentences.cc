// Sentence ends.
//
// A stop ends a sentence when closers, then white space, then something that can open a sentence
// follow it (an upper-case letter, a digit, a quote, a currency sign), unless the word before it is
// an abbreviation or an initial. Abbreviations that stand at a sentence's end as often as inside
// one ("Inc.", "U.S.") end it when the next word is one that opens sentences ("The", "But").
//
//   ends:      `rose 5%. Shares fell`, `to $4 . Sales` (a tokenised corpus), `growth.The company`
//   ends not:  `Mr. Smith`, `J. P. Morgan`, `Apple Inc. shares`, `No. 3`, `$1.5`, `U.S.-based`
//
// Tested by tests/text/sentences_test.cc.
#include "text/sentences.h"

#include <algorithm>
#include <array>

#include "text/lines.h"
#include "text/utf8.h"

namespace tellwire::text {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }

class Splitter {
 public:
  Splitter(std::string_view text, const Span& block, const LayoutTables& tables)
      : text_(text.substr(0, block.end)), begin_(block.begin), tables_(tables) {}

  std::vector<Span> Run() {
    size_t first = SkipSpace(begin_);
    first += ListMarkerSize(text_.substr(first));
    size_t at = first;
    while ((at = NextStop(at)) < text_.size()) {
      const size_t after = StopEnd(at);
      if (after == 0) {
        ++at;
        continue;
      }
      const size_t closed = SkipClosers(after);
      if (Ends(first, at, after, closed)) {
        Add(first, closed);
        first = SkipSpace(closed);
        at = first;
      } else {
        at = after;
      }
    }
    Add(first, text_.size());
    return std::move(sentences_);
  }

 private:
  // The next byte that a stop may begin with.
  size_t NextStop(size_t at) const {
    static constexpr std::array<bool, 256> kMayStop = [] {
      std::array<bool, 256> table{};
      for (const unsigned char c : {'.', '!', '?', '\xE2', '\xE3', '\xEF'}) table[c] = true;
      return table;
    }();
    while (at < text_.size() && !kMayStop[static_cast<unsigned char>(text_[at])]) ++at;
    return at;
  }

  // Past the run of stops that begins at `at`; 0 when none does.
  size_t StopEnd(size_t at) const {
    const char c = text_[at];
    if (c == '.' || c == '!' || c == '?') {
      while (at < text_.size() && (text_[at] == '.' || text_[at] == '!' || text_[at] == '?')) ++at;
      return at;
    }
    if (c != '\xE2' && c != '\xE3' && c != '\xEF') return 0;
    static constexpr std::array<std::string_view, 4> kWide = {"…", "。", "！", "？"};
    for (const std::string_view stop : kWide) {
      if (text_.substr(at).starts_with(stop)) return at + stop.size();
    }
    return 0;
  }

  size_t SkipSpace(size_t at) const {
    while (at < text_.size()) {
      if (IsSpace(text_[at])) {
        ++at;
      } else if (text_.substr(at).starts_with("\xC2\xA0")) {
        at += 2;
      } else {
        break;
      }
    }
    return at;
  }

  size_t SkipClosers(size_t at) const {  // A tokenised corpus writes the closing quote as " ''".
    static constexpr std::array<std::string_view, 9> kClosers = {"\"", "'", ")",  "]",  "”",
                                                                 "’",  "»", "''", " ''"};
    for (bool moved = true; moved && at < text_.size();) {
      moved = false;
      for (const std::string_view closer : kClosers) {
        if (!text_.substr(at).starts_with(closer)) continue;
        at += closer.size();
        moved = true;
      }
    }
    return at;
  }

  // Whether the stop at [at, after), with closers up to `closed`, ends the sentence from `first`.
  bool Ends(size_t first, size_t at, size_t after, size_t closed) const {
    if (closed >= text_.size()) return true;
    const bool wide = static_cast<unsigned char>(text_[at]) >= 0x80 && text_[at] != '\xE2';
    const size_t next = SkipSpace(closed);
    if (next == closed) return wide || IsGluedEnd(at, after);
    if (next >= text_.size()) return true;
    if (!CanOpen(next)) return false;
    if (text_[at] != '.' || after - at > 1) return !IsNameWithMark(first, at);
    return !IsAbbreviation(first, at, next);
  }

  // `growth.The`: a lower-case word of three letters, then a capitalised word.
  bool IsGluedEnd(size_t at, size_t after) const {
    if (text_[at] != '.' || after != at + 1 || at < begin_ + 3) return false;
    for (size_t i = at - 3; i < at; ++i) {
      if (!IsAsciiLower(text_[i])) return false;
    }
    if (!IsUpperAt(text_, after) || after + 2 >= text_.size()) return false;
    size_t end = after + 1;
    while (end < text_.size() && IsAsciiLower(text_[end])) ++end;
    // "Booking.Com": a domain goes on with nothing or a slash; a sentence with a space.
    return end > after + 1 && end < text_.size() && text_[end] == ' ' &&
           tables_.starters.contains(FoldWords(text_.substr(after, end - after)));
  }

  bool CanOpen(size_t at) const {
    const char c = text_[at];
    if (IsUpperAt(text_, at) || IsDigit(c)) return true;
    if (IsAsciiLower(c)) {  // iPhone, eBay
      return at + 1 < text_.size() && text_[at + 1] >= 'A' && text_[at + 1] <= 'Z';
    }
    if (static_cast<unsigned char>(c) >= 0x80) {
      size_t next = at;
      const char32_t point = NextCodePoint(text_, &next);
      // A letter without case (Chinese), a quote or a sign opens; a lower-case letter does not.
      return !IsWordCharacter(point) || point >= 0x2E80;
    }
    static constexpr std::string_view kOpeners = "\"'([$#`*-<";
    return kOpeners.find(c) != std::string_view::npos;
  }

  // The word that ends at the stop, with inner stops ("U.S"), folded.
  std::string WordBefore(size_t first, size_t at) const {
    size_t begin = at;
    while (begin > first && at - begin < 24) {
      const char c = text_[begin - 1];
      if (IsSpace(c) || c == '(' || c == '"' || c == '-' || c == '/' || c == '[') break;
      --begin;
    }
    std::string folded;
    for (size_t i = begin; i < at;) {
      const char32_t point = FoldCharacter(NextCodePoint(text_, &i));
      if (point != 0) AppendUtf8(point, &folded);
    }
    return folded;
  }

  // "Yahoo! Inc": names that end in a mark stand in the table with it.
  bool IsNameWithMark(size_t first, size_t at) const {
    return text_[at] == '!' && tables_.abbreviations.contains(WordBefore(first, at) + "!") &&
           !NextStarts(SkipSpace(at + 1));
  }

  bool NextStarts(size_t next) const {
    size_t end = next;
    while (end < text_.size() && !IsSpace(text_[end])) ++end;
    const std::string word = FoldWords(text_.substr(next, std::min<size_t>(end - next, 24)));
    return tables_.starters.contains(word.substr(0, word.find(' ')));
  }

  bool IsAbbreviation(size_t first, size_t at, size_t next) const {
    if (at == first || IsSpace(text_[at - 1])) return false;  // " ." of a tokenised corpus
    const std::string word = WordBefore(first, at);
    if (word.empty()) return false;
    if (IsEnumerator(first, at, word)) return true;
    if (IsInitials(at, word)) return !NextStarts(next);
    if (!tables_.abbreviations.contains(word)) return false;
    if (tables_.before_digit.contains(word)) return IsDigit(text_[next]);
    return !tables_.may_end.contains(word) || !NextStarts(next);
  }

  // `1. Revenue`, `Q3. What ...`: a label that opens the sentence.
  static bool IsEnumeratorWord(const std::string& word) {
    size_t i = word[0] == 'q' || word[0] == 'a' ? 1 : 0;
    const size_t digits = i;
    while (i < word.size() && IsDigit(word[i])) ++i;
    return i == word.size() && i > digits && i - digits <= 2;
  }
  bool IsEnumerator(size_t first, size_t at, const std::string& word) const {
    return at - first == word.size() && IsEnumeratorWord(word);
  }

  // `J.`, `U.S.`, `J.P.`: single letters, each with a stop.
  bool IsInitials(size_t at, const std::string& word) const {
    for (size_t i = 0; i < word.size(); ++i) {
      if (i % 2 == 0 ? !IsAsciiLower(word[i]) : word[i] != '.') return false;
    }
    return word.size() % 2 == 1 && (word.size() > 1 || IsUpperAt(text_, at - 1));
  }

  void Add(size_t begin, size_t end) {
    while (end > begin && IsSpace(text_[end - 1])) --end;
    if (begin < end) {
      sentences_.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    }
  }

  std::string_view text_;
  size_t begin_;
  const LayoutTables& tables_;
  std::vector<Span> sentences_;
};

}  // namespace

std::vector<Span> SplitSentences(std::string_view text, const Span& block,
                                 const LayoutTables& tables) {
  return Splitter(text, block, tables).Run();
}

}  // namespace tellwire::text
