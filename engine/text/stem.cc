// Porter's stemmer, step by step as published (see inflect.h); words of one or two letters, and
// words with other characters than a-z, stay as they are.
#include <array>

#include "base/ascii.h"
#include "text/inflect.h"

namespace tellwire::text {
namespace {

struct Suffix {
  std::string_view from, to;
};

class Stemmer {
 public:
  explicit Stemmer(std::string_view word) : w_(word) {}

  std::string Run() {
    Plurals();
    PastAndIng();
    if (w_.ends_with('y') && HasVowel(w_.size() - 1)) w_.back() = 'i';
    Replace(kStep2, 0);
    Replace(kStep3, 0);
    DropSuffix();
    FinalE();
    return std::move(w_);
  }

 private:
  static constexpr std::array<Suffix, 20> kStep2 = {
      {{"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"},   {"anci", "ance"},
       {"izer", "ize"},    {"abli", "able"},   {"alli", "al"},     {"entli", "ent"},
       {"eli", "e"},       {"ousli", "ous"},   {"ization", "ize"}, {"ation", "ate"},
       {"ator", "ate"},    {"alism", "al"},    {"iveness", "ive"}, {"fulness", "ful"},
       {"ousness", "ous"}, {"aliti", "al"},    {"iviti", "ive"},   {"biliti", "ble"}}};
  static constexpr std::array<Suffix, 7> kStep3 = {{{"icate", "ic"},
                                                    {"ative", ""},
                                                    {"alize", "al"},
                                                    {"iciti", "ic"},
                                                    {"ical", "ic"},
                                                    {"ful", ""},
                                                    {"ness", ""}}};
  // Longer suffixes before those that they end in.
  static constexpr std::array<std::string_view, 19> kStep4 = {
      "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate",
      "iti",   "ous",  "ive",  "ize",  "ion",  "al",   "er",  "ic",  "ou"};

  bool IsConsonant(size_t i) const {
    const char c = w_[i];
    if (c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u') return false;
    return c != 'y' || i == 0 || !IsConsonant(i - 1);
  }

  // How many times a vowel is followed by a consonant in the first `size` letters.
  int Measure(size_t size) const {
    int measure = 0;
    bool vowel = false;
    for (size_t i = 0; i < size; ++i) {
      const bool consonant = IsConsonant(i);
      if (consonant && vowel) ++measure;
      vowel = !consonant;
    }
    return measure;
  }

  bool HasVowel(size_t size) const {
    for (size_t i = 0; i < size; ++i) {
      if (!IsConsonant(i)) return true;
    }
    return false;
  }

  bool EndsDouble() const {
    const size_t n = w_.size();
    return n > 1 && w_[n - 1] == w_[n - 2] && IsConsonant(n - 1);
  }

  // Consonant, vowel, consonant at the end of the first `n` letters, the last not w, x or y.
  bool EndsShort(size_t n) const {
    if (n < 3 || !IsConsonant(n - 3) || IsConsonant(n - 2) || !IsConsonant(n - 1)) return false;
    return w_[n - 1] != 'w' && w_[n - 1] != 'x' && w_[n - 1] != 'y';
  }

  void Cut(size_t letters) { w_.resize(w_.size() - letters); }

  void Plurals() {
    if (w_.ends_with("sses") || w_.ends_with("ies")) {
      Cut(2);
    } else if (w_.ends_with('s') && !w_.ends_with("ss")) {
      Cut(1);
    }
  }

  void PastAndIng() {
    if (w_.ends_with("eed")) {
      if (Measure(w_.size() - 3) > 0) Cut(1);
      return;
    }
    const size_t ending = w_.ends_with("ed") ? 2 : w_.ends_with("ing") ? 3 : 0;
    if (ending == 0 || !HasVowel(w_.size() - ending)) return;
    Cut(ending);
    if (w_.ends_with("at") || w_.ends_with("bl") || w_.ends_with("iz")) {
      w_ += 'e';
    } else if (EndsDouble() && w_.back() != 'l' && w_.back() != 's' && w_.back() != 'z') {
      Cut(1);
    } else if (Measure(w_.size()) == 1 && EndsShort(w_.size())) {
      w_ += 'e';
    }
  }

  template <size_t n>
  void Replace(const std::array<Suffix, n>& suffixes, int above) {
    for (const Suffix& suffix : suffixes) {
      if (!w_.ends_with(suffix.from)) continue;
      const size_t stem = w_.size() - suffix.from.size();
      if (Measure(stem) > above) w_.replace(stem, std::string::npos, suffix.to);
      return;
    }
  }

  void DropSuffix() {
    for (const std::string_view suffix : kStep4) {
      if (!w_.ends_with(suffix)) continue;
      const size_t stem = w_.size() - suffix.size();
      const bool fits =
          suffix != "ion" || (stem > 0 && (w_[stem - 1] == 's' || w_[stem - 1] == 't'));
      if (fits && Measure(stem) > 1) w_.resize(stem);
      return;
    }
  }

  void FinalE() {
    if (w_.ends_with('e')) {
      const size_t stem = w_.size() - 1;
      const int measure = Measure(stem);
      if (measure > 1 || (measure == 1 && !EndsShort(stem))) Cut(1);
    }
    if (w_.ends_with("ll") && Measure(w_.size()) > 1) Cut(1);
  }

  std::string w_;
};

}  // namespace

std::string Stem(std::string_view word) {
  bool plain = word.size() > 2 && word.size() < 64;
  for (const char c : word) plain = plain && IsLower(c);
  return plain ? Stemmer(word).Run() : std::string(word);
}

}  // namespace tellwire::text
