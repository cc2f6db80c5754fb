// The polarity of a headline is mostly a move and what moves: `costs fell` is good, `profit fell`
// is not. A move looks for its mover on its right where nothing but adjectives stands between ("cut
// jobs", "higher costs", "fall in demand"), else on its left in the same part of the sentence. What
// has no mover moves the company itself: `Nokia falls`. Other words bring their polarity along.
// Then the small words have their say: not, may, despite.
// Tested by tests/analysis/tone_test.cc.
#include "analysis/tone_reading.h"

#include <algorithm>
#include <cmath>

namespace tellwire::analysis {
namespace {

using enum ToneClass;

constexpr uint32_t kReachRight = 3;     // words between a move and a mover on its right
constexpr uint32_t kReachBehindOf = 6;  // behind "in" and "of"
constexpr uint32_t kReachLeft = 18;
constexpr uint32_t kReachOfFlip = 6;
constexpr uint32_t kLongestSentence = 400;  // words; what stands behind them is no headline

bool IsMove(ToneClass c) { return c == kUp || c == kDown || c == kFlat; }
bool IsThing(ToneClass c) { return c == kWantsUp || c == kWantsDown || c == kNeutral; }

// What stands between two words: nothing that parts, a comma, or the border of a part.
enum class Border { kNone, kComma, kHard };

Border BorderBefore(const Passage& passage, uint32_t token) {
  const auto& tokens = passage.document->tokens;
  const uint32_t begin = tokens[token - 1].span.end, end = tokens[token].span.begin;
  if (end == begin + 1) return passage.text[begin] == ';' ? Border::kHard : Border::kNone;
  Border border = Border::kNone;
  for (uint32_t i = begin; i < end; ++i) {
    const char c = passage.text[i];
    const bool spaced = i + 1 >= end || passage.text[i + 1] == ' ';
    if (c == ';' || c == '|' || c == '(' || c == ')' || c == '?' || c == '!') return Border::kHard;
    if ((c == ':' || c == '-') && spaced && end - begin > 1 &&
        (c == ':' || passage.text[begin] == ' '))
      return Border::kHard;
    // En dash and em dash, E2 80 93 and E2 80 94.
    if (c == '\xE2' && i + 2 < end && passage.text[i + 1] == '\x80' &&
        (passage.text[i + 2] == '\x93' || passage.text[i + 2] == '\x94'))
      return Border::kHard;
    if (c == ',') border = Border::kComma;
  }
  return border;
}

class SentenceReader {
 public:
  SentenceReader(const SentimentTable& table, const Passage& passage,
                 const model::Sentence& sentence)
      : table_(table), passage_(passage) {
    reading_.tokens = sentence.tokens;
    reading_.tokens.end = std::min(reading_.tokens.end, reading_.tokens.begin + kLongestSentence);
  }

  ToneReading Read(size_t* first_term, size_t* first_issuer) {
    TakeIssuers(first_issuer);
    TakeMarks(first_term);
    if (reading_.marks.empty()) {
      reading_.parts.push_back({reading_.tokens});
      return std::move(reading_);
    }
    SplitParts();
    ReadElements();
    ApplyCues();
    return std::move(reading_);
  }

 private:
  uint32_t begin() const { return reading_.tokens.begin; }
  uint32_t end() const { return reading_.tokens.end; }

  void TakeIssuers(size_t* first) {
    const auto& issuers = passage_.issuers;
    while (*first < issuers.size() && issuers[*first].tokens.end <= begin()) ++*first;
    for (size_t i = *first; i < issuers.size() && issuers[i].tokens.begin < end(); ++i) {
      reading_.issuers.push_back(static_cast<uint32_t>(i));
    }
  }

  bool InIssuer(uint32_t token) const {
    for (uint32_t i : reading_.issuers) {
      const IssuerHit& hit = passage_.issuers[i];
      if (hit.reference) continue;
      if (hit.tokens.begin <= token && token < hit.tokens.end) return true;
    }
    return false;
  }

  // The longest term at each place; inside a name no word counts.
  void TakeMarks(size_t* first) {
    const auto& terms = passage_.terms;
    while (*first < terms.size() && terms[*first].tokens.begin < begin()) ++*first;
    uint32_t free_from = begin();
    size_t i = *first;
    for (; i < terms.size() && terms[i].tokens.begin < end(); ++i) {
      const TermHit& hit = terms[i];
      if (hit.term.kind != TermKind::kTone || hit.tokens.begin < free_from) continue;
      const ToneWord& word = table_.words[hit.term.row];
      if (word.aim == ToneAim::kStart && !OpensClause(hit.tokens.begin)) continue;
      if (InIssuer(hit.tokens.begin)) continue;
      free_from = hit.tokens.end;
      if (word.tone_class != kSkip) reading_.marks.push_back({hit.tokens, &word});
    }
    *first = i;
  }

  // Whether a word opens the sentence or a part of it, or follows a comma.
  bool OpensClause(uint32_t token) const {
    return token == begin() || BorderBefore(passage_, token) != Border::kNone;
  }

  void SplitParts() {
    size_t mark = 0;
    uint32_t part = begin();
    for (uint32_t t = begin() + 1; t < end(); ++t) {
      while (mark < reading_.marks.size() && reading_.marks[mark].tokens.begin < t) ++mark;
      const Border border = BorderBefore(passage_, t);
      if (border == Border::kComma) reading_.commas.push_back(t);
      const bool contrast = mark < reading_.marks.size() &&
                            reading_.marks[mark].tokens.begin == t &&
                            reading_.marks[mark].word->tone_class == kContrast;
      if (border != Border::kHard && !contrast) continue;
      reading_.parts.push_back({{part, t}});
      part = t;
    }
    reading_.parts.push_back({{part, end()}});
  }

  // The index of the mark that covers a token, or -1.
  int MarkAt(uint32_t token) const {
    const auto& marks = reading_.marks;
    auto it = std::upper_bound(marks.begin(), marks.end(), token,
                               [](uint32_t t, const ToneMark& m) { return t < m.tokens.begin; });
    if (it == marks.begin()) return -1;
    --it;
    return token < it->tokens.end ? static_cast<int>(it - marks.begin()) : -1;
  }

  bool IsNumber(uint32_t token) const {
    const std::string_view word = passage_.WordAt(token);
    return !word.empty() && word[0] >= '0' && word[0] <= '9';
  }

  // The thing that a move at `mark` moves on its right, or -1.
  int MoverRight(size_t mark) const {
    uint32_t reach = kReachRight;
    bool behind_of = false;
    const TonePart& part = reading_.PartOf(reading_.marks[mark].tokens.begin);
    for (uint32_t t = reading_.marks[mark].tokens.end; t < part.tokens.end; ++t) {
      if (BorderBefore(passage_, t) != Border::kNone) return -1;
      const int next = MarkAt(t);
      if (next >= 0) {
        const ToneClass c = reading_.marks[static_cast<size_t>(next)].word->tone_class;
        if (IsThing(c)) return next;
        if (c == kOf && t == reading_.marks[mark].tokens.end) {
          behind_of = true;
          reach = kReachBehindOf;
          continue;
        }
        if (c != kGood && c != kBad) return -1;
      }
      if (IsNumber(t) && !behind_of) return -1;
      if (reach-- == 0 || InIssuer(t)) return -1;
    }
    return -1;
  }

  // The thing left of a move, or -1; `company` is set when a company stands nearer.
  int MoverLeft(size_t mark, bool* company) const {
    const TonePart& part = reading_.PartOf(reading_.marks[mark].tokens.begin);
    const uint32_t from = reading_.marks[mark].tokens.begin;
    const uint32_t stop = std::max(part.tokens.begin, from > kReachLeft ? from - kReachLeft : 0);
    for (uint32_t t = from; t-- > stop;) {
      const int at = MarkAt(t);
      if (at >= 0) {
        const auto& found = reading_.marks[static_cast<size_t>(at)];
        if (IsThing(found.word->tone_class)) return HeadOf(at, part.tokens.begin);
        if (found.word->tone_class == kCause && *company) return -1;
      }
      *company = *company || InIssuer(t);
      if (*company && reading_.CommaBetween(t, from)) return -1;
    }
    return -1;
  }

  // In "sales of oil products" the first thing moves, not the last.
  int HeadOf(int thing, uint32_t stop) const {
    const auto& marks = reading_.marks;
    int head = thing;
    for (int i = thing - 1; i > 0; --i) {
      const ToneMark& of = marks[static_cast<size_t>(i)];
      const ToneMark& before = marks[static_cast<size_t>(i - 1)];
      if (of.word->tone_class != kOf || before.tokens.begin < stop) break;
      if (marks[static_cast<size_t>(head)].tokens.begin > of.tokens.end + 3) break;
      if (!IsThing(before.word->tone_class) || before.tokens.end != of.tokens.begin) break;
      head = --i;
    }
    return head;
  }

  static double PolarityOf(const ToneWord& thing) {
    if (thing.tone_class == kNeutral) return 0;
    return thing.tone_class == kWantsUp ? 1 : -1;
  }

  void ReadMove(size_t mark, std::vector<bool>* used) {
    const ToneMark& move = reading_.marks[mark];
    ToneElement element{move.tokens, move.tokens, 0, ToneAim::kSubject, false, {}};
    const double sign = move.word->tone_class == kUp ? 1 : -1;
    bool company = false;
    int mover = MoverRight(mark);
    if (mover < 0) mover = MoverLeft(mark, &company);
    const ToneSettings& settings = table_.settings;
    double weight = company ? settings.company_move : settings.move;
    if (mover >= 0) {
      const ToneMark& thing = reading_.marks[static_cast<size_t>(mover)];
      weight = settings.mover * PolarityOf(*thing.word);
      (*used)[static_cast<size_t>(mover)] = true;
      element.tokens.begin = std::min(element.tokens.begin, thing.tokens.begin);
      element.tokens.end = std::max(element.tokens.end, thing.tokens.end);
      if (thing.tokens.begin > move.tokens.begin) element.aim = ToneAim::kEither;
    }
    element.value = sign * weight * move.word->weight;
    if (move.word->tone_class == kFlat) element.value = 0;
    // "up 5 % , rising to": the same thing said again of the same mover counts once.
    for (const ToneElement& said : reading_.elements) {
      if (mover >= 0 && said.value == element.value && said.tokens.begin == element.tokens.begin) {
        return;
      }
    }
    reading_.elements.push_back(std::move(element));
  }

  void ReadElements() {
    const auto& marks = reading_.marks;
    std::vector<bool> used(marks.size());
    for (size_t i = 0; i < marks.size(); ++i) {
      if (IsMove(marks[i].word->tone_class)) ReadMove(i, &used);
    }
    for (size_t i = 0; i < marks.size(); ++i) {
      const ToneWord& word = *marks[i].word;
      const bool plain = word.tone_class == kGood || word.tone_class == kBad;
      const bool thing = IsThing(word.tone_class) && !used[i] && word.weight != 0;
      if (!plain && !thing) continue;
      const ToneAim aim = thing ? ToneAim::kEither : word.aim;
      reading_.elements.push_back({marks[i].tokens, marks[i].tokens, word.weight, aim, false, {}});
    }
    std::sort(
        reading_.elements.begin(), reading_.elements.end(),
        [](const ToneElement& a, const ToneElement& b) { return a.head.begin < b.head.begin; });
  }

  // The end of what a cue covers: its part, or the next comma.
  uint32_t EndOfCue(const ToneMark& cue, bool to_comma) const {
    uint32_t end = reading_.PartOf(cue.tokens.begin).tokens.end;
    if (!to_comma) return end;
    for (uint32_t comma : reading_.commas) {
      if (comma > cue.tokens.begin && comma < end) return comma;
    }
    return end;
  }

  template <typename Change>
  void ForElementsIn(uint32_t from, uint32_t to, const Change& change) {
    for (ToneElement& element : reading_.elements) {
      if (element.head.begin >= from && element.head.begin < to) change(&element);
    }
  }

  void ApplyCues() {
    for (const ToneMark& cue : reading_.marks) {
      const double weight = cue.word->weight;
      const uint32_t from = cue.tokens.end;
      switch (cue.word->tone_class) {
        case kFlip:
          ForElementsIn(from, std::min(EndOfCue(cue, true), from + kReachOfFlip),
                        [&](ToneElement* element) { Flip(element); });
          break;
        case kSoften:
          ForElementsIn(from, EndOfCue(cue, false),
                        [&](ToneElement* element) { element->value *= weight; });
          break;
        case kDespite:
          ForElementsIn(from, EndOfCue(cue, true),
                        [&](ToneElement* element) { element->value *= weight; });
          break;
        case kCause:
          ApplyCause(cue);
          break;
        default:
          break;
      }
    }
  }

  void Flip(ToneElement* element) const {
    const ToneSettings& settings = table_.settings;
    element->value *= element->value > 0 ? settings.flip_good : settings.flip_bad;
  }

  // The reason counts less than what it is the reason for; alone it counts in full.
  void ApplyCause(const ToneMark& cue) {
    const uint32_t part = reading_.PartOf(cue.tokens.begin).tokens.begin;
    bool has_main = false;
    ForElementsIn(part, cue.tokens.begin, [&](ToneElement* element) {
      has_main = has_main || std::abs(element->value) > 0.1;
    });
    ForElementsIn(cue.tokens.end, EndOfCue(cue, true), [&](ToneElement* element) {
      if (has_main && !element->reason) element->value *= cue.word->weight;
      element->reason = true;
    });
  }

  const SentimentTable& table_;
  const Passage& passage_;
  ToneReading reading_;
};

}  // namespace

double ToneReading::Sum() const {
  double sum = 0;
  for (const ToneElement& element : elements) sum += element.value;
  return sum;
}

const TonePart& ToneReading::PartOf(uint32_t token) const {
  for (const TonePart& part : parts) {
    if (token < part.tokens.end) return part;
  }
  return parts.back();
}

bool ToneReading::CommaBetween(uint32_t begin, uint32_t end) const {
  return std::any_of(commas.begin(), commas.end(),
                     [&](uint32_t comma) { return begin < comma && comma <= end; });
}

ToneReading ReadTone(const SentimentTable& table, const Passage& passage,
                     const model::Sentence& sentence, size_t* first_term, size_t* first_issuer) {
  return SentenceReader(table, passage, sentence).Read(first_term, first_issuer);
}

}  // namespace tellwire::analysis
