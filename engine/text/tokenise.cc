// Words as unicode61 makes them, in two passes.
//
// The first reads 64 bytes at a time, whatever they are, and notes in bitmaps which of them are
// ASCII letters or digits and which are not ASCII; it writes the lower-case copy as it goes, so the
// folded form of an ASCII word stands where the word does. The second walks the runs of set bits: a
// run of ASCII is a word; any other is decoded and folded character by character. News is nearly
// all ASCII, and a run has no branch that depends on its length.
#include <array>
#include <bit>

#include "base/hash.h"
#include "text/document.h"
#include "text/utf8.h"
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tellwire::text {
namespace {

constexpr size_t kBlock = 64;

struct BlockBits {
  uint64_t word = 0;   // ASCII letters and digits
  uint64_t other = 0;  // bytes beyond ASCII
};

#ifdef __SSE2__
// Bytes from `first` to `first + count - 1`.
__m128i InRange(__m128i bytes, char first, char count) {
  const __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(-128 - first)));
  return _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(-128 + count)));
}

BlockBits ReadBlock(const char* from, char* lower) {
  BlockBits bits;
  for (size_t i = 0; i < kBlock; i += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + i));
    const __m128i low = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(lower + i), low);
    const __m128i word = _mm_or_si128(InRange(low, 'a', 26), InRange(bytes, '0', 10));
    const auto mask = [](__m128i m) { return static_cast<uint64_t>(_mm_movemask_epi8(m)); };
    bits.word |= mask(word) << i;
    bits.other |= mask(bytes) << i;
  }
  return bits;
}
#else
BlockBits ReadBlock(const char* from, char* lower) {
  BlockBits bits;
  for (size_t i = 0; i < kBlock; ++i) {
    const char c = from[i], low = static_cast<char>(c | 0x20);
    const bool word = (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9');
    lower[i] = low;
    bits.word |= static_cast<uint64_t>(word) << i;
    bits.other |= static_cast<uint64_t>(static_cast<unsigned char>(c) >> 7) << i;
  }
  return bits;
}
#endif

class Tokeniser {
 public:
  Tokeniser(std::string_view text, model::Document* document)
      : text_(text), tokens_(document->tokens), folded_(document->folded) {
    tokens_.clear();
    tokens_.reserve(text.size() / 5);
  }

  void Run() {
    ReadBlocks();
    size_t begin = 0;
    uint64_t in_run = 0;
    for (size_t block = 0; block < bits_.size(); ++block) {
      const uint64_t run = bits_[block].word | bits_[block].other;
      uint64_t edges = run ^ (run << 1 | in_run);  // where runs begin and end
      while (edges != 0) {
        const size_t edge = block * kBlock + static_cast<size_t>(std::countr_zero(edges));
        edges &= edges - 1;
        if (in_run) {
          EndRun(begin, edge);
        } else {
          begin = edge;
        }
        in_run ^= 1;
      }
    }
  }

 private:
  // The last block is padded, so every run ends within the bits.
  void ReadBlocks() {
    const size_t blocks = text_.size() / kBlock;
    bits_.resize(blocks + 1);
    folded_.resize((blocks + 1) * kBlock);
    for (size_t i = 0; i < blocks; ++i) {
      bits_[i] = ReadBlock(text_.data() + i * kBlock, folded_.data() + i * kBlock);
      any_other_ |= bits_[i].other;
    }
    std::array<char, kBlock> rest{};
    text_.copy(rest.data(), kBlock, blocks * kBlock);
    bits_[blocks] = ReadBlock(rest.data(), folded_.data() + blocks * kBlock);
    any_other_ |= bits_[blocks].other;
  }

  void EndRun(size_t begin, size_t end) {
    if (any_other_ && HasOther(begin, end)) {
      ReadMixed(begin, end);
    } else {
      Push(begin, end, begin, end - begin);
    }
  }

  bool HasOther(size_t begin, size_t end) const {
    const size_t first = begin / kBlock, last = (end - 1) / kBlock;
    for (size_t i = first; i <= last; ++i) {
      uint64_t bits = bits_[i].other;
      if (i == first) bits &= ~uint64_t{0} << begin % kBlock;
      if (i == last) bits &= ~uint64_t{0} >> (kBlock - 1 - (end - 1) % kBlock);
      if (bits != 0) return true;
    }
    return false;
  }

  // The words of a run with characters beyond ASCII, some of which may part them. A mark is dropped
  // inside a word and begins none.
  void ReadMixed(size_t begin, size_t end) {
    std::string word;
    size_t word_begin = begin;
    for (size_t at = begin; at < end;) {
      const size_t character = at;
      const char32_t point = NextCodePoint(text_, &at);
      const bool in_word = IsWordCharacter(point);
      const char32_t folded = FoldCharacter(point);
      if (in_word && folded != 0) {
        if (word.empty()) word_begin = character;
        AppendUtf8(folded, &word);
      } else if (!in_word) {
        PushFolded(word_begin, character, &word);
      }
    }
    PushFolded(word_begin, end, &word);
  }

  // Few folded forms are longer than their word: those go behind the text's copy.
  void PushFolded(size_t begin, size_t end, std::string* word) {
    if (word->empty()) return;
    size_t fold = begin;
    if (word->size() <= end - begin) {
      word->copy(folded_.data() + begin, word->size());
    } else {
      fold = folded_.size();
      folded_ += *word;
    }
    Push(begin, end, fold, word->size());
    word->clear();
  }

  void Push(size_t begin, size_t end, size_t fold, size_t size) {
    tokens_.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)},
                       static_cast<uint32_t>(fold),
                       static_cast<uint32_t>(size),
                       Hash64({folded_.data() + fold, size})});
  }

  std::string_view text_;
  std::vector<model::Token>& tokens_;
  std::string& folded_;
  std::vector<BlockBits> bits_;
  uint64_t any_other_ = 0;
};

}  // namespace

void Tokenise(std::string_view text, model::Document* document) { Tokeniser(text, document).Run(); }

}  // namespace tellwire::text
