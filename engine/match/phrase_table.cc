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
  Leaf added;
  added.condition = &leaf;
  added.source = source;
  added.first = static_cast<uint32_t>(phrases_.size());
  added.exact = leaf.exact_text;
  for (const rule::PhrasePattern& pattern : leaf.phrases) {
    Phrase phrase;
    phrase.pattern = &pattern;
    phrase.words = static_cast<uint32_t>(words_.size());
    phrase.leaf = index;
    phrase.count = static_cast<uint16_t>(std::min<size_t>(pattern.words.size(), UINT16_MAX));
    phrase.dated = pattern.from || pattern.until;
    phrase.plain = phrase.count <= kInline;
    double cheapest = 100, cheapest_pair = 100;
    for (uint16_t i = 0; i < phrase.count; ++i) {
      const rule::WordPattern& word = pattern.words[i];
      const double dearness = Dearness(word, frequencies);
      if (dearness < cheapest) cheapest = dearness, phrase.rarest = i;
      if (i > 0 && word.kind == Kind::kExact && pattern.words[i - 1].kind == Kind::kExact) {
        const double pair = dearness * Dearness(pattern.words[i - 1], frequencies);
        if (pair < cheapest_pair) cheapest_pair = pair, phrase.pair = i;
      }
      words_.push_back({word.kind, Hash64(word.word), &word, static_cast<uint32_t>(forms_.size()),
                        static_cast<uint32_t>(word.forms.size())});
      if (word.kind != Kind::kExact) phrase.plain = false;
      if (i < kInline) phrase.hashes[i] = words_.back().hash;
      for (const std::string& form : word.forms) forms_.push_back(Hash64(form));
    }
    phrases_.push_back(phrase);
  }
  added.last = static_cast<uint32_t>(phrases_.size());
  leaves_.push_back(added);
  if (leaf.phrases.size() > kMany) {
    leaves_[index].recorder = recorders_++;
    for (uint32_t phrase = added.first; phrase < added.last; ++phrase) File(phrase);
  }
  return index;
}

void PhraseTable::FileLeaf(uint32_t leaf) {
  if (leaves_[leaf].recorder != ~uint32_t{0}) return;  // filed already
  for (uint32_t phrase = leaves_[leaf].first; phrase < leaves_[leaf].last; ++phrase) File(phrase);
}

uint64_t PhraseTable::KeyOf(uint32_t index) const {
  const Phrase& phrase = phrases_[index];
  const Word* words = &words_[phrase.words];
  if (phrase.pair > 0) return PairOf(words[phrase.pair - 1u].hash, words[phrase.pair].hash);
  return words[phrase.rarest].kind == Kind::kExact ? words[phrase.rarest].hash : 0;
}

void PhraseTable::File(uint32_t index) {
  const Phrase& phrase = phrases_[index];
  const Word& word = words_[phrase.words + phrase.rarest];
  const auto filed = [&](uint64_t hash, uint16_t at, bool complete) {
    return Filed{hash, index, phrase.leaf, kSeveral, at, phrase.count, complete};
  };
  if (phrase.pair > 0) {
    pairs_filed_.filed.push_back(filed(KeyOf(index), phrase.pair, phrase.count == 2));
  } else if (word.kind == Kind::kExact) {
    words_filed_.filed.push_back(filed(word.hash, phrase.rarest, phrase.count == 1));
  } else if (word.kind == Kind::kForms) {
    for (uint32_t i = 0; i < word.form_count; ++i)
      words_filed_.filed.push_back(filed(forms_[word.forms + i], phrase.rarest, phrase.count == 1));
  } else {
    prefixes_.push_back({word.pattern->word, filed(0, phrase.rarest, phrase.count == 1)});
  }
}

void PhraseTable::Build(std::vector<uint32_t> only_rule) {
  for (size_t leaf = 0; leaf < leaves_.size(); ++leaf) {
    if (leaves_[leaf].recorder != ~uint32_t{0}) only_rule[leaf] = kSeveral;  // also to be noted
  }
  for (Drawer* drawer : {&words_filed_, &pairs_filed_}) {
    for (Filed& filed : drawer->filed) filed.only_rule = only_rule[filed.leaf];
    drawer->Build();
  }
  for (Prefix& prefix : prefixes_) prefix.filed.only_rule = only_rule[prefix.filed.leaf];
  std::sort(prefixes_.begin(), prefixes_.end(), [](const Prefix& a, const Prefix& b) {
    return a.text != b.text ? a.text < b.text : a.filed.phrase < b.filed.phrase;
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
}

void PhraseTable::Drawer::Build() {
  std::vector<Filed> all;
  all.swap(filed);
  const uint64_t bit_count = std::bit_ceil(all.size() * 16 + 64);
  bit_mask = bit_count - 1;
  bits.assign(bit_count / 64, 0);
  filed.assign(std::bit_ceil(all.size() * 2 + 2), {});
  const uint64_t mask = filed.size() - 1;
  for (const Filed& one : all) {
    bits[(one.hash & bit_mask) >> 6] |= uint64_t{1} << (one.hash & 63);
    uint64_t at = (one.hash >> 32) & mask;
    while (filed[at].count != 0) at = (at + 1) & mask;
    filed[at] = one;
  }
}

}  // namespace tellwire::match
