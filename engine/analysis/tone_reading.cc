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
constexpr uint32_t kReachOfName = 4;  // words behind "a rise in"
constexpr uint32_t kReachOfFlip = 6;
constexpr uint32_t kReachOfComparison = 24;

bool IsMove(ToneClass c) { return c == kUp || c == kDown || c == kFlat; }
bool IsThing(ToneClass c) { return c == kWantsUp || c == kWantsDown || c == kNeutral; }

class SentenceReader {
 public:
  SentenceReader(const SentimentTable& table, const Passage& passage, ToneReading* reading)
      : table_(table), passage_(passage), reading_(*reading) {}

  void Read() {
    ReadElements();
    ApplyCues();
  }

 private:
  // The thing that a move at `mark` moves on its right, or -1.
  int MoverRight(size_t mark) const {
    uint32_t reach = kReachRight;
    bool behind_of = false;
    const TonePart& part = reading_.PartOf(reading_.marks[mark].tokens.begin);
    for (uint32_t t = reading_.marks[mark].tokens.end; t < part.tokens.end; ++t) {
      if (reading_.BorderBefore(t) != ToneBorder::kNone) return -1;
      const int next = reading_.MarkAt(t);
      if (next >= 0) {
        const ToneClass c = reading_.marks[static_cast<size_t>(next)].word->tone_class;
        if (IsThing(c)) return next;
        if (c == kOf && t == reading_.marks[mark].tokens.end) {
          behind_of = true;
          reach = kReachBehindOf;
          continue;
        }
        if (c != kGood && c != kBad && c != kOwn) return -1;
      }
      if (IsNumber(passage_, t) && !behind_of && !ThingAt(t + 1)) return -1;
      if (reach-- == 0 || reading_.IsNamed(t)) return -1;
    }
    return -1;
  }

  // "Cut 48 jobs": a number may stand right before the thing that it counts.
  bool ThingAt(uint32_t token) const {
    const int mark = token < reading_.tokens.end ? reading_.MarkAt(token) : -1;
    return mark >= 0 && IsThing(reading_.marks[static_cast<size_t>(mark)].word->tone_class);
  }

  // The thing left of a move, or -1; `company` is set when a company stands nearer.
  int MoverLeft(size_t mark, bool* company) const {
    const TonePart& part = reading_.PartOf(reading_.marks[mark].tokens.begin);
    const uint32_t from = reading_.marks[mark].tokens.begin;
    const uint32_t stop = std::max(part.tokens.begin, from > kReachLeft ? from - kReachLeft : 0);
    for (uint32_t t = from; t-- > stop;) {
      if (reading_.IsInserted(t)) continue;
      const int at = reading_.MarkAt(t);
      if (at >= 0) {
        const auto& found = reading_.marks[static_cast<size_t>(at)];
        if (IsThing(found.word->tone_class)) return HeadOf(at, part.tokens.begin);
        if (found.word->tone_class == kCause && *company) return -1;
      }
      *company = *company || reading_.IsNamed(t);
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

  // "a 0.8% rise in Samsung shares": a noun, and the name behind it is what moves.
  bool IsNounOfName(const ToneMark& move) const {
    const uint32_t first = move.tokens.begin;
    if (first == reading_.tokens.begin || !IsDeterminer(first - 1)) return false;
    return NamesBehindOf(move.tokens.end);
  }

  // Whether "of", "in", "for" stands at a word, and a name close behind.
  bool NamesBehindOf(uint32_t token) const {
    const int of = token < reading_.tokens.end ? reading_.MarkAt(token) : -1;
    if (of < 0 || reading_.marks[static_cast<size_t>(of)].word->tone_class != kOf) return false;
    const uint32_t until = std::min(reading_.tokens.end, token + kReachOfName);
    for (uint32_t t = token + 1; t < until; ++t) {
      if (reading_.BorderBefore(t) != ToneBorder::kNone) return false;
      if (reading_.IsNamed(t)) return true;
    }
    return false;
  }

  bool IsDeterminer(uint32_t token) const {
    const std::string_view word = passage_.WordAt(token);
    return word == "a" || word == "an" || word == "the" || word == "percent" ||
           IsNumber(passage_, token);
  }

  static double PolarityOf(const ToneWord& thing) {
    if (thing.tone_class == kNeutral) return 0;
    return thing.tone_class == kWantsUp ? 1 : -1;
  }

  void ReadMove(size_t mark) {
    const ToneMark& move = reading_.marks[mark];
    ToneElement element{move.tokens, move.tokens, 0, ToneAim::kSubject};
    const double sign = move.word->tone_class == kUp ? 1 : -1;
    bool company = false;
    int mover = MoverRight(mark);
    if (mover < 0 && IsNounOfName(move)) {
      company = true;
      element.aim = ToneAim::kObject;
    } else if (mover < 0) {
      mover = MoverLeft(mark, &company);
    }
    const ToneSettings& settings = table_.settings;
    double weight = company ? settings.company_move : settings.move;
    if (mover >= 0) {
      ToneMark& thing = reading_.marks[static_cast<size_t>(mover)];
      weight = settings.mover * thing.word->strength * PolarityOf(*thing.word);
      thing.moved = true;
      element.tokens.begin = std::min(element.tokens.begin, thing.tokens.begin);
      element.tokens.end = std::max(element.tokens.end, thing.tokens.end);
      if (thing.tokens.begin > move.tokens.begin) element.aim = ToneAim::kEither;
      // "cut its price target for Sabadell"
      if (thing.word->aim == ToneAim::kObject && NamesBehindOf(thing.tokens.end))
        element.aim = ToneAim::kObject;
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

  // "Hits 8,450", "to hit Rs 500": a level, and nobody is hurt.
  bool HitsNumber(uint32_t token) const {
    for (uint32_t t = token; t < token + 2 && t < reading_.tokens.end; ++t) {
      if (IsNumber(passage_, t)) return true;
      if (passage_.WordAt(t).size() > 3) return false;
    }
    return false;
  }

  void ReadElements() {
    const auto& marks = reading_.marks;
    for (size_t i = 0; i < marks.size(); ++i) {
      if (IsMove(marks[i].word->tone_class)) ReadMove(i);
    }
    for (size_t i = 0; i < marks.size(); ++i) {
      const ToneWord& word = *marks[i].word;
      const bool plain = word.tone_class == kGood || word.tone_class == kBad;
      const bool thing = IsThing(word.tone_class) && !marks[i].moved && word.weight != 0;
      if (!plain && !thing) continue;
      if (word.aim == ToneAim::kObject && HitsNumber(marks[i].tokens.end)) continue;
      const ToneAim aim = thing ? ToneAim::kEither : word.aim;
      reading_.elements.push_back({marks[i].tokens, marks[i].tokens, word.weight, aim});
    }
    std::sort(
        reading_.elements.begin(), reading_.elements.end(),
        [](const ToneElement& a, const ToneElement& b) { return a.head.begin < b.head.begin; });
  }

  // The end of what a cue covers: its part, or the next comma.
  uint32_t EndOfCue(const ToneMark& cue, bool to_comma) const {
    uint32_t end = reading_.PartOf(cue.tokens.begin).tokens.end;
    for (uint32_t t = cue.tokens.end; to_comma && t < end; ++t) {
      if (reading_.BorderBefore(t) == ToneBorder::kComma) return t;
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
          reading_.shades.push_back({{from, EndOfCue(cue, true)}, weight, true});
          break;
        case kCause:
          ApplyCause(cue);
          break;
        case kCompare:
          ApplyComparison(cue);
          break;
        default:
          break;
      }
    }
  }

  // The nearest thing with a polarity on one side of a cue, at most `reach` words away.
  const ToneMark* ThingBeside(const ToneMark& cue, bool left, uint32_t reach) const {
    const ToneMark* best = nullptr;
    for (const ToneMark& mark : reading_.marks) {
      if (PolarityOf(*mark.word) == 0 || !IsThing(mark.word->tone_class)) continue;
      if (left && mark.tokens.end <= cue.tokens.begin &&
          cue.tokens.begin - mark.tokens.end <= reach)
        best = &mark;
      if (!left && mark.tokens.begin >= cue.tokens.end)
        return mark.tokens.begin - cue.tokens.end <= reach ? &mark : nullptr;
    }
    return best;
  }

  // Which way the number before the cue lies from the one behind it, if both have one unit.
  double StepOver(const ToneMark& cue) const {
    const QuantityHit *before = nullptr, *behind = nullptr;
    auto hit = std::partition_point(
        passage_.quantities.begin(), passage_.quantities.end(),
        [&](const QuantityHit& q) { return q.tokens.begin < reading_.tokens.begin; });
    for (; hit != passage_.quantities.end() && hit->tokens.begin < reading_.tokens.end; ++hit) {
      if (hit->tokens.end <= cue.tokens.begin) before = &*hit;
      if (hit->tokens.begin >= cue.tokens.end && !behind) behind = &*hit;
    }
    if (!before || !behind || before->quantity.unit != behind->quantity.unit) return 0;
    const double step = before->quantity.value.low - behind->quantity.value.low;
    return step > 0 ? 1 : step < 0 ? -1 : 0;
  }

  // "A loss, compared with a profit" is worse than a loss; "12 million, compared with 10" is a rise
  // where no verb says so.
  void ApplyComparison(const ToneMark& cue) {
    const ToneMark* now = ThingBeside(cue, true, kReachOfComparison);
    const ToneMark* then = ThingBeside(cue, false, kReachBehindOf);
    if (!now) return;
    const double polarity = PolarityOf(*now->word);
    double value = polarity * table_.settings.mover * now->word->strength;
    if (then && PolarityOf(*then->word) != polarity) {
      std::erase_if(reading_.elements, [&](const ToneElement& element) {
        return element.head.begin >= now->tokens.begin && element.head.begin < then->tokens.end;
      });
    } else {
      for (const ToneElement& element : reading_.elements) {
        const bool near =
            element.tokens.begin <= now->tokens.begin || element.head.begin >= now->tokens.begin;
        if (near && element.head.begin < cue.tokens.end && std::abs(element.value) > 0.3) return;
      }
      value *= cue.word->weight * StepOver(cue);
      if (value == 0) return;
    }
    reading_.elements.push_back({now->tokens, now->tokens, value, ToneAim::kSubject});
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
    if (has_main)
      reading_.shades.push_back({{cue.tokens.end, EndOfCue(cue, true)}, cue.word->weight, false});
  }

  const SentimentTable& table_;
  const Passage& passage_;
  ToneReading& reading_;
};

}  // namespace

void ToneReading::Clear() {
  issuers.clear();
  words.clear();
  marks.clear();
  parts.clear();
  voices.clear();
  groups.clear();
  elements.clear();
  shades.clear();
  companies.clear();
  houses.clear();
  spoken_of.clear();
}

void ToneReading::AddCompany(int company, ToneCompanies* to) {
  if (to->size == 0) to->first = static_cast<uint32_t>(companies.size());
  for (const int known : CompaniesOf(*to)) {
    if (known == company) return;
  }
  companies.push_back(company);
  ++to->size;
}

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

double ToneReading::RemainsAt(uint32_t token, bool agrees) const {
  double remains = 1;
  for (const ToneShade& shade : shades) {
    if (agrees && !shade.conceded) continue;
    if (token >= shade.tokens.begin && token < shade.tokens.end)
      remains = std::min(remains, shade.remains);
  }
  return remains;
}

bool ToneReading::CommaBetween(uint32_t first, uint32_t second) const {
  for (uint32_t t = first + 1; t <= second && t < tokens.end; ++t) {
    if (BorderBefore(t) == ToneBorder::kComma) return true;
  }
  return false;
}

void ReadTone(const SentimentTable& table, const Passage& passage, const model::Sentence& sentence,
              size_t* first_tone, size_t* first_issuer, ToneReading* reading) {
  MarkTone(table, passage, sentence, first_tone, first_issuer, reading);
  if (!reading->marks.empty()) SentenceReader(table, passage, reading).Read();
}

}  // namespace tellwire::analysis
