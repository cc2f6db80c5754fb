// Words as unicode61 makes them, in one pass over the bytes.
//
// News is nearly all ASCII, so a table of 128 entries says of each byte whether it belongs to a
// word and what it folds to; only other bytes are decoded. Folded words stand in Document::folded
// with one space between them, so that it reads as the folded text. The buffer is sized once: a
// folded word is never longer than the word, but for some non-ASCII letters (`slack`).
#include <array>

#include "base/hash.h"
#include "text/document.h"
#include "text/utf8.h"

namespace tellwire::text {
namespace {

constexpr std::array<char, 256> kAscii = [] {
  std::array<char, 256> table{};
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<size_t>(c)] = c;
  for (char c = '0'; c <= '9'; ++c) table[static_cast<size_t>(c)] = c;
  for (char c = 'A'; c <= 'Z'; ++c) {
    table[static_cast<size_t>(c)] = static_cast<char>(c - 'A' + 'a');
  }
  return table;
}();

class Tokeniser {
 public:
  Tokeniser(std::string_view text, model::Document* document)
      : text_(text), document_(*document), folded_(document->folded) {
    folded_.resize(text.size() + 1);
    document_.tokens.reserve(text.size() / 6 + 1);
  }

  void Run() {
    while (SkipSeparators()) ReadWord();
    folded_.resize(out_ > 0 ? out_ - 1 : 0);  // without the last word's space
  }

 private:
  unsigned char ByteAt(size_t i) const { return static_cast<unsigned char>(text_[i]); }

  // Moves to the next character that begins a word; false at the end. A mark begins none.
  bool SkipSeparators() {
    for (; at_ < text_.size();) {
      const unsigned char byte = ByteAt(at_);
      if (kAscii[byte]) return true;
      if (byte < 0x80) {
        ++at_;
        continue;
      }
      size_t next = at_;
      const char32_t point = NextCodePoint(text_, &next);
      if (IsWordCharacter(point) && FoldCharacter(point) != 0) return true;
      at_ = next;
    }
    return false;
  }

  void ReadWord() {
    const size_t begin = at_;
    const size_t fold = out_;
    do {
      CopyAscii();
    } while (at_ < text_.size() && ByteAt(at_) >= 0x80 && CopyOther());
    const std::string_view word(folded_.data() + fold, out_ - fold);
    document_.tokens.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)},
                                static_cast<uint32_t>(fold),
                                static_cast<uint32_t>(word.size()),
                                Hash64(word)});
    folded_[out_++] = ' ';
  }

  void CopyAscii() {
    const size_t size = text_.size();
    size_t at = at_, out = out_;
    char* const folded = folded_.data();
    while (at < size) {
      const char c = kAscii[ByteAt(at)];
      if (!c) break;
      folded[out++] = c;
      ++at;
    }
    at_ = at;
    out_ = out;
  }

  // Copies one character that is not ASCII; false when it ends the word.
  bool CopyOther() {
    size_t next = at_;
    const char32_t point = NextCodePoint(text_, &next);
    if (!IsWordCharacter(point)) return false;
    const char32_t folded = FoldCharacter(point);
    if (folded != 0) Put(folded, next - at_);
    at_ = next;
    return true;
  }

  void Put(char32_t point, size_t source_size) {
    encoded_.clear();
    AppendUtf8(point, &encoded_);
    if (encoded_.size() > source_size) {
      const size_t grown = encoded_.size() - source_size;
      if (slack_ < grown) {
        slack_ += text_.size() / 8 + 16;
        folded_.resize(folded_.size() + text_.size() / 8 + 16);
      }
      slack_ -= grown;
    }
    encoded_.copy(folded_.data() + out_, encoded_.size());
    out_ += encoded_.size();
  }

  std::string_view text_;
  model::Document& document_;
  std::string& folded_;
  std::string encoded_;
  size_t at_ = 0, out_ = 0;
  size_t slack_ = 0;  // bytes of the buffer beyond what ASCII would need
};

}  // namespace

void Tokenise(std::string_view text, model::Document* document) {
  document->tokens.clear();
  Tokeniser(text, document).Run();
}

}  // namespace tellwire::text
