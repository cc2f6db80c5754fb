#include "match/phrase_table.h"

#include <bit>

#include "base/hash.h"

namespace tellwire::match {
namespace {

using Kind = rule::WordPattern::Kind;

// A prefix is dear to look for: any other word of the phrase is the better one.
double Dearness(const rule::WordPattern& word, const WordFrequencies& frequencies) {
  return frequencies.Share(word) + (word.kind == Kind::kPrefix ? 10 : 0);
}

}  // namespace

uint32_t PhraseTable::AddLeaf(const rule::Condition& leaf, uint32_t source,
                              const WordFrequencies& frequencies) {
  const auto index = static_cast<uint32_t>(leaves_.size());
  Leaf added{&leaf, source, static_cast<uint32_t>(phrases_.size()), 0, false};
  for (const rule::PhrasePattern& pattern : leaf.phrases) {
    Phrase phrase{&pattern, static_cast<uint32_t>(words_.size()),
                  static_cast<uint32_t>(pattern.words.size()), index, 0};
    double cheapest = 100;
    for (uint32_t i = 0; i < phrase.count; ++i) {
      const rule::WordPattern& word = pattern.words[i];
      const double dearness = Dearness(word, frequencies);
      if (dearness < cheapest) cheapest = dearness, phrase.rarest = i;
      words_.push_back({word.kind, Hash64(word.word), &word, static_cast<uint32_t>(forms_.size()),
                        static_cast<uint32_t>(word.forms.size())});
      for (const std::string& form : word.forms) forms_.push_back(Hash64(form));
    }
    phrases_.push_back(phrase);
  }
  added.last = static_cast<uint32_t>(phrases_.size());
  leaves_.push_back(added);
  if (leaf.phrases.size() > kMany) {
    leaves_[index].recorded = true;
    for (uint32_t phrase = added.first; phrase < added.last; ++phrase) File(phrase);
  }
  return index;
}

void PhraseTable::FileLeaf(uint32_t leaf) {
  if (leaves_[leaf].recorded) return;  // filed already
  for (uint32_t phrase = leaves_[leaf].first; phrase < leaves_[leaf].last; ++phrase) File(phrase);
}

void PhraseTable::File(uint32_t index) {
  const Phrase& phrase = phrases_[index];
  const uint32_t at = phrase.rarest;
  const Word& word = words_[phrase.words + at];
  if (word.kind == Kind::kPrefix) {
    prefixes_.push_back({word.pattern->word, index, static_cast<int16_t>(at)});
    return;
  }
  Filed filed{word.hash, 0, index, static_cast<int16_t>(at), 0};
  const auto check = [&](int beside) {
    const Word& neighbour = words_[phrase.words + at + static_cast<uint32_t>(beside)];
    if (neighbour.kind != Kind::kExact || filed.beside != 0) return;
    filed.check = neighbour.hash;
    filed.beside = static_cast<int16_t>(beside);
  };
  if (at + 1 < phrase.count) check(1);
  if (at > 0) check(-1);
  if (word.kind == Kind::kExact) {
    filed_.push_back(filed);
    return;
  }
  for (uint32_t i = 0; i < word.form_count; ++i) {
    filed.word = forms_[word.forms + i];
    filed_.push_back(filed);
  }
}

void PhraseTable::Build() {
  std::stable_sort(filed_.begin(), filed_.end(),
                   [](const Filed& a, const Filed& b) { return a.word < b.word; });
  std::sort(prefixes_.begin(), prefixes_.end(), [](const Prefix& a, const Prefix& b) {
    return a.text != b.text ? a.text < b.text : a.phrase < b.phrase;
  });
  prefix_starts_.assign((1u << 16) / 64, 0);
  const auto set_start = [&](size_t a, size_t b) {
    prefix_starts_[(a << 8 | b) >> 6] |= uint64_t{1} << (b & 63);
  };
  for (const Prefix& prefix : prefixes_) {
    const size_t a = static_cast<unsigned char>(prefix.text[0]);
    if (prefix.text.size() > 1) {
      set_start(a, static_cast<unsigned char>(prefix.text[1]));
    } else {
      for (size_t b = 0; b < 256; ++b) set_start(a, b);
    }
  }

  size_t words = 0;
  for (size_t i = 0; i < filed_.size(); ++i)
    words += i == 0 || filed_[i].word != filed_[i - 1].word;
  const uint64_t bits = std::max<uint64_t>(64, std::bit_ceil(words * 16 + 1));
  bit_mask_ = bits - 1;
  bits_.assign(bits / 64, 0);
  buckets_.assign(std::bit_ceil(words * 2 + 2), {});
  const uint64_t mask = buckets_.size() - 1;
  for (uint32_t i = 0; i < filed_.size();) {
    uint32_t last = i;
    while (last < filed_.size() && filed_[last].word == filed_[i].word) ++last;
    const uint64_t word = filed_[i].word;
    bits_[(word & bit_mask_) >> 6] |= uint64_t{1} << (word & 63);
    uint64_t at = (word >> 32) & mask;
    while (buckets_[at].first != buckets_[at].last) at = (at + 1) & mask;
    buckets_[at] = {word, i, last};
    i = last;
  }
}

}  // namespace tellwire::match
