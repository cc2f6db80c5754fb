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
#include <utility>

#include "base/ascii.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace tellwire::text {
namespace {

class Splitter {
 public:
  Splitter(std::string_view text, const Span& block, const LayoutTables& tables)
      : text_(text.substr(0, block.end)), begin_(block.begin), tables_(tables) {
    headline_ = IsHeadline(block.Of(text));
  }

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
      first = PartOpening(first, at);
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
  // Short and every long word capitalised: there no word opens a sentence by its capital
  // ("Acme Inc. Stock Is Up").
  static bool IsHeadline(std::string_view block) {
    if (block.size() > 200) return false;
    for (size_t at = 0; at < block.size();) {
      const size_t end = std::min(block.find(' ', at), block.size());
      if (end - at > 4 && IsLower(block[at])) return false;
      at = end + 1;
    }
    return true;
  }

  // A heading that lost its newline ("RALLYING THE TROOPS One of ...") and a remark in brackets
  // ("(Click here ...) The brunt ...") have no stop, but are sentences of their own. Returns where
  // the sentence begins then.
  size_t PartOpening(size_t first, size_t stop) {
    const size_t end = text_[first] == '('   ? RemarkEnd(first, stop)
                       : !sentences_.empty() ? HeadingEnd(first, stop)
                                             : first;
    if (end == first) return first;
    Add(first, end);
    return SkipSpace(end);
  }

  size_t RemarkEnd(size_t first, size_t stop) const {
    const size_t close = text_.substr(0, std::min(stop, first + 600)).find(')', first);
    if (close >= stop || close - first < 30 || close + 2 >= stop || text_[close + 1] != ' ') {
      return first;
    }
    return IsUpperAt(text_, close + 2) ? close + 1 : first;
  }

  size_t HeadingEnd(size_t first, size_t stop) const {
    size_t end = first, before = first, letters = 0, words = 0, longest = 0, at = first;
    while (at < stop) {
      const size_t word = at;
      while (at < stop && !IsSpace(text_[at])) ++at;
      if (!IsCapitals(text_.substr(word, at - word))) {
        at = word;
        break;
      }
      before = std::exchange(end, at);
      letters += at - word;
      longest = std::max(longest, at - word);
      ++words;
      at = SkipSpace(at);
    }
    if (words < 2 || letters < 10 || longest < 5 || at >= stop) return first;
    if (IsUpperAt(text_, at)) return IsNameEnding(at) ? first : end;
    return IsLowerAt(text_, at) && text_[end - 2] == ' ' ? before : first;  // "... COSTS A new"
  }

  static bool IsCapitals(std::string_view word) {
    size_t letters = 0;
    for (const char c : word) {
      if (IsLower(c) || static_cast<unsigned char>(c) >= 0x80 || c == '(' || c == '.') return false;
      if (IsUpper(c)) ++letters;
    }
    return letters > 0 || word == "&";
  }

  // "Corp" and the like behind capitals: they are a company's name.
  bool IsNameEnding(size_t at) const {
    size_t end = at;
    while (end < text_.size() && !IsSpace(text_[end])) ++end;
    std::string word = FoldWords(text_.substr(at, std::min<size_t>(end - at, 24)));
    return tables_.abbreviations.contains(word);
  }

  // The next byte that a stop may begin with. Where the next of each kind stands is kept: most
  // paragraphs have but one of them.
  size_t NextStop(size_t at) {
    static constexpr std::string_view kMayStop = ".!?\xE2\xE3\xEF";
    static_assert(kMayStop.size() == std::tuple_size_v<decltype(next_)>);
    size_t first = text_.size();
    for (size_t i = 0; i < next_.size(); ++i) {
      if (next_[i] < at) next_[i] = std::min(text_.find(kMayStop[i], at), text_.size());
      first = std::min(first, next_[i]);
    }
    return first;
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

  size_t SkipClosers(size_t at) const {
    for (size_t size = 1; size > 0 && at < text_.size(); at += size) size = CloserSize(at);
    return at;
  }

  // The size of the closing quote or bracket at an offset; 0: none.
  size_t CloserSize(size_t at) const {
    const std::string_view rest = text_.substr(at);
    switch (rest[0]) {
      case '"':
      case '\'':
      case ')':
      case ']':
        return 1;
      case ' ':  // a tokenised corpus writes the closing quote so
        return rest.starts_with(" ''") ? 3 : 0;
      default:
        for (const std::string_view closer : {"”", "’", "»"}) {
          if (rest.starts_with(closer)) return closer.size();
        }
        return 0;
    }
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
      if (!IsLower(text_[i])) return false;
    }
    if (!IsUpperAt(text_, after) || after + 2 >= text_.size()) return false;
    size_t end = after + 1;
    while (end < text_.size() && IsLower(text_[end])) ++end;
    // "Booking.Com": a domain goes on with nothing or a slash; a sentence with a space.
    return end > after + 1 && end < text_.size() && text_[end] == ' ' &&
           tables_.starters.contains(FoldWords(text_.substr(after, end - after)));
  }

  bool CanOpen(size_t at) const {
    const char c = text_[at];
    if (IsUpperAt(text_, at) || IsDigit(c)) return true;
    if (IsLower(c)) {  // iPhone, eBay
      return at + 1 < text_.size() && text_[at + 1] >= 'A' && text_[at + 1] <= 'Z';
    }
    if (static_cast<unsigned char>(c) >= 0x80) {
      size_t next = at;
      const char32_t point = NextCodePoint(text_, &next);
      // A letter without case (Chinese), a quote or a sign opens; a lower-case letter does not.
      return !IsWordCharacter(point) || point >= 0x2E80;
    }
    if (c == '-' || c == '\'') {  // a quote or a dash, not "' s" or "- based" of a tokenised corpus
      const size_t behind = SkipSpace(at + 1);
      return IsUpperAt(text_, behind) && (c == '-' || behind == at + 1);
    }
    static constexpr std::string_view kOpeners = "\"([$#`*<";
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
    const std::string_view word = text_.substr(begin, at - begin);
    if (std::none_of(word.begin(), word.end(), [](char c) { return c < 0; })) return Lowered(word);
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
    if (headline_) return false;
    size_t end = next;
    while (end < text_.size() && !IsSpace(text_[end])) ++end;
    const std::string word = FoldWords(text_.substr(next, std::min<size_t>(end - next, 24)));
    return tables_.starters.contains(word.substr(0, word.find(' ')));
  }

  bool IsAbbreviation(size_t first, size_t at, size_t next) const {
    // A tokenised corpus puts a space before every stop: "U.S . Senate", "4 . 8 %".
    const bool spaced = at > first && IsSpace(text_[at - 1]);
    if (spaced) --at;
    const std::string word = WordBefore(first, at);
    if (word.empty()) return false;
    if (spaced && IsDigit(word.back()) && IsDigit(text_[next])) return true;
    if (IsEnumerator(first, at, word)) return true;
    if (IsInitials(at, word)) return !NextStarts(next);
    if (!tables_.abbreviations.contains(word)) return false;
    if (tables_.before_digit.contains(word)) return IsNumberAt(next);
    return !tables_.may_end.contains(word) || !NextStarts(next);
  }

  // `3`, `CASE12000`: a word with a digit in it.
  bool IsNumberAt(size_t at) const {
    while (at < text_.size() && !IsSpace(text_[at])) {
      if (IsDigit(text_[at++])) return true;
    }
    return false;
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

  // `J.`, `U.S.`, `J.P.`: single letters, each with a stop; not the last of `AT&T.`, `I/B/E/S.`
  bool IsInitials(size_t at, const std::string& word) const {
    const char before = at > word.size() ? text_[at - word.size() - 1] : ' ';
    if (before == '&' || before == '/') return false;
    for (size_t i = 0; i < word.size(); ++i) {
      if (i % 2 == 0 ? !IsLower(word[i]) : word[i] != '.') return false;
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
  bool headline_;
  std::array<size_t, 6> next_{};  // where the next of each byte that may stop stands
  std::vector<Span> sentences_;
};

}  // namespace

std::vector<Span> SplitSentences(std::string_view text, const Span& block,
                                 const LayoutTables& tables) {
  return Splitter(text, block, tables).Run();
}

}  // namespace tellwire::text
