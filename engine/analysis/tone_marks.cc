// Names, vocabulary and borders of one sentence. A border is a comma, or a hard one: `;`, `:`, a
// dash, brackets, a word of contrast. Short insertions that only identify a name (`<BP.L>`, `(NYSE:
// X)`) part nothing: "Exxon <XOM.N>, Chevron <CVX.N> and Shell" are three names in a row.
#include <algorithm>

#include "analysis/tone_reading.h"

namespace tellwire::analysis {
namespace {

constexpr uint32_t kLongestSentence = 400;  // words; what stands behind them is no headline
constexpr uint32_t kLongestInsert = 5;

// What parts two words, by the bytes between them.
ToneBorder BorderOf(std::string_view between) {
  if (between.size() == 1) return between[0] == ';' ? ToneBorder::kHard : ToneBorder::kNone;
  ToneBorder border = ToneBorder::kNone;
  for (size_t i = 0; i < between.size(); ++i) {
    const char c = between[i];
    if (c == ';' || c == '|' || c == '(' || c == ')' || c == '?' || c == '!') {
      return ToneBorder::kHard;
    }
    const bool spaced = i + 1 >= between.size() || between[i + 1] == ' ';
    if (spaced && (c == ':' || (c == '-' && between[0] == ' '))) return ToneBorder::kHard;
    const std::string_view rest = between.substr(i);
    if (c == '\xE2' && (rest.starts_with("–") || rest.starts_with("—"))) return ToneBorder::kHard;
    if (c == ',') border = ToneBorder::kComma;
  }
  return border;
}

class Marking {
 public:
  Marking(const SentimentTable& table, const Passage& passage, const model::Sentence& sentence,
          ToneReading* reading)
      : table_(table), passage_(passage), reading_(*reading) {
    reading_.Clear();
    reading_.tokens = sentence.tokens;
    reading_.tokens.end = std::min(end(), begin() + kLongestSentence);
    reading_.words.assign(end() - begin(), ToneWordPlace{});
  }

  void Take(size_t* first_tone, size_t* first_issuer) {
    TakeIssuers(first_issuer);
    FindBorders();
    TakeMarks(first_tone);
    SplitParts();
  }

 private:
  uint32_t begin() const { return reading_.tokens.begin; }
  uint32_t end() const { return reading_.tokens.end; }
  ToneWordPlace& PlaceOf(uint32_t token) { return reading_.words[token - begin()]; }

  void TakeIssuers(size_t* first) {
    const auto& issuers = passage_.issuers;
    while (*first < issuers.size() && issuers[*first].tokens.end <= begin()) ++*first;
    for (size_t i = *first; i < issuers.size() && issuers[i].tokens.begin < end(); ++i) {
      reading_.issuers.push_back(static_cast<uint32_t>(i));
      if (issuers[i].reference) continue;
      const uint32_t last = std::min(issuers[i].tokens.end, end());
      for (uint32_t t = std::max(issuers[i].tokens.begin, begin()); t < last; ++t) {
        PlaceOf(t).named = true;
      }
    }
  }

  void FindBorders() {
    uint32_t bracket = end();  // behind the first
    const uint32_t last = end();
    for (uint32_t t = begin() + 1; t < last; ++t) {
      if (!passage_.HasSign(t, kComma | kPause | kOpening | kMark)) continue;
      SetBorder(t, BorderOf(passage_.GapBefore(t)));
      if (bracket == end() && passage_.HasSign(t, kOpening)) bracket = t;
    }
    for (uint32_t t = bracket; t < last; ++t) {
      if (!passage_.HasSign(t, kOpening)) continue;
      const std::string_view between = passage_.GapBefore(t);
      const bool angle = between.find('<') != std::string_view::npos;
      if (angle || between.find('(') != std::string_view::npos) t = TakeInsert(t, angle);
    }
  }

  void SetBorder(uint32_t token, ToneBorder border) {
    PlaceOf(token).border = border;
    has_border_ = has_border_ || border == ToneBorder::kHard;
  }

  bool IsCode(uint32_t token) const {
    const Span& span = passage_.document->tokens[token].span;
    for (uint32_t i = span.begin; i < span.end; ++i) {
      if (passage_.text[i] >= 'a' && passage_.text[i] <= 'z') return false;
    }
    return true;
  }

  // Marks the words from `first` to the closing bracket as inserted, if they are few and, between
  // round brackets, codes. Returns the last word that was looked at.
  uint32_t TakeInsert(uint32_t first, bool angle) {
    const char close = angle ? '>' : ')';
    for (uint32_t t = first; t < end() && t - first < kLongestInsert; ++t) {
      if (!angle && !IsCode(t)) return first;
      const std::string_view behind =
          t + 1 < end() ? passage_.GapBefore(t + 1) : std::string_view();
      if (t + 1 < end() && behind.find(close) == std::string_view::npos) continue;
      for (uint32_t i = first; i <= t; ++i) {
        PlaceOf(i).inserted = true;
        PlaceOf(i).border = ToneBorder::kNone;
      }
      if (t + 1 < end()) {
        SetBorder(t + 1, BorderOf(behind.substr(behind.find(close) + 1)));
      }
      return t;
    }
    return first;
  }

  // Whether a word opens the sentence or a part of it, or follows a comma.
  bool OpensClause(uint32_t token) const {
    return token == begin() || reading_.BorderBefore(token) != ToneBorder::kNone;
  }

  // The longest term at each place; inside a name no word counts, but a name may be one.
  void TakeMarks(size_t* first) {
    const auto& terms = passage_.Terms(TermKind::kTone);
    while (*first < terms.size() && terms[*first].tokens.begin < begin()) ++*first;
    uint32_t free_from = begin();
    size_t i = *first;
    for (; i < terms.size() && terms[i].tokens.begin < end(); ++i) {
      const TermHit& hit = terms[i];
      if (hit.tokens.begin < free_from || reading_.IsInserted(hit.tokens.begin)) continue;
      const ToneWord& word = table_.words[hit.term.row];
      const bool institution = word.tone_class == ToneClass::kInstitution;
      if (word.aim == ToneAim::kStart && !OpensClause(hit.tokens.begin)) continue;
      if (reading_.IsNamed(hit.tokens.begin) && !institution) continue;
      free_from = hit.tokens.end;
      if (word.tone_class != ToneClass::kSkip) Mark(hit.tokens, word);
    }
    *first = i;
  }

  void Mark(const model::TokenRange& tokens, const ToneWord& word) {
    const auto mark = static_cast<int>(reading_.marks.size());
    reading_.marks.push_back({tokens, &word});
    has_contrast_ = has_contrast_ || word.tone_class == ToneClass::kContrast;
    const uint32_t last = std::min(tokens.end, end());
    for (uint32_t t = tokens.begin; t < last; ++t) PlaceOf(t).mark = mark;
  }

  void SplitParts() {
    if (!has_border_ && !has_contrast_) return reading_.parts.push_back({reading_.tokens});
    uint32_t part = begin(), contrast = NextContrast(begin() + 1);
    const uint32_t opening = EndOfOpening();
    const uint32_t last = end();
    const ToneWordPlace* place = reading_.words.data();
    for (uint32_t t = begin() + 1; t < last; ++t) {
      if ((++place)->border != ToneBorder::kHard && t != contrast && t != opening) continue;
      reading_.parts.push_back({{part, t}});
      part = t;
      if (t == contrast) contrast = NextContrast(t + 1);
    }
    reading_.parts.push_back({{part, end()}});
  }

  // "While A rose, rival B fell": the comma that ends a clause opened by a word of contrast.
  uint32_t EndOfOpening() const {
    if (reading_.marks.empty() || reading_.marks[0].tokens.begin != begin() ||
        reading_.marks[0].word->tone_class != ToneClass::kContrast)
      return end();
    for (const ToneMark& mark : reading_.marks) {
      const ToneClass c = mark.word->tone_class;
      if (c != ToneClass::kUp && c != ToneClass::kDown && c != ToneClass::kFlat) continue;
      for (uint32_t t = mark.tokens.end; t < end(); ++t) {
        if (reading_.BorderBefore(t) == ToneBorder::kComma) return t;
      }
      return end();
    }
    return end();
  }

  // Where the next word of contrast begins; the end where there is none.
  uint32_t NextContrast(uint32_t from) const {
    for (const ToneMark& mark : reading_.marks) {
      if (mark.tokens.begin >= from && mark.word->tone_class == ToneClass::kContrast)
        return mark.tokens.begin;
    }
    return end();
  }

  const SentimentTable& table_;
  const Passage& passage_;
  ToneReading& reading_;
  bool has_border_ = false, has_contrast_ = false;  // a hard border, a word of contrast
};

}  // namespace

void MarkTone(const SentimentTable& table, const Passage& passage, const model::Sentence& sentence,
              size_t* first_tone, size_t* first_issuer, ToneReading* reading) {
  Marking(table, passage, sentence, reading).Take(first_tone, first_issuer);
}

}  // namespace tellwire::analysis
