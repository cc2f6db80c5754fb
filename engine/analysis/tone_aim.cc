// Whom a word concerns. "Glencore drags FTSE": FTSE; "Buy A, B; sell C: analyst": A and B are good,
// C is bad, the analyst is neither; "A climbs after B's output cut": each its own. Names in a row
// ("A, B and C") share what is said. A name that only speaks ("says X", "X analyst", ": Sharekhan")
// and one behind "over" and "than" take nothing.
// Tested by tests/analysis/tone_test.cc.
#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/tone_reading.h"

namespace tellwire::analysis {
namespace {

constexpr uint32_t kWordsOfSpeaker = 9;  // a part of so few words, without tone, names who speaks
constexpr uint32_t kNearSource = 8;      // words between a name and "says", "analyst"
constexpr uint32_t kWordsToOwn = 8;      // between "said" and "it", "profit"
constexpr double kFaint = 0.1;           // a value below says nothing
constexpr uint32_t kWordsOfName = 12;    // between "said" and the house of who said it

using Voice = ToneVoice;
using Group = ToneGroup;

class Aim {
 public:
  Aim(const SentimentTable& table, const Passage& passage, ToneReading* reading)
      : table_(table),
        passage_(passage),
        reading_(*reading),
        voices_(reading->voices),
        groups_(reading->groups) {}

  void Run() {
    if (reading_.issuers.empty()) return;
    FindSpeakers();
    FindVoices();
    if (reading_.elements.empty()) return;
    JoinGroups();
    for (ToneElement& element : reading_.elements) {
      if (element.companies.size > 0) continue;  // a fact knows its company
      if (element.value != 0 || element.aim == ToneAim::kSubject) AimElement(&element);
      if (element.aim == ToneAim::kContest) AddLesser(element);
    }
    FillListItems();
    reading_.elements.insert(reading_.elements.end(), extra_.begin(), extra_.end());
  }

 private:
  // The last parts without a word of tone say who spoke: ": Deven Choksey, HDFC Securities".
  void FindSpeakers() {
    auto& parts = reading_.parts;
    for (size_t i = parts.size(); i-- > 1;) {
      TonePart& part = parts[i];
      if (part.tokens.end - part.tokens.begin > kWordsOfSpeaker) return;
      for (const ToneElement& element : reading_.elements) {
        if (element.head.begin >= part.tokens.begin && std::abs(element.value) > kFaint) return;
      }
      if (HasNumber(part.tokens)) return;
      // "Top picks: A, B, C": they are what it is about.
      const bool listed = NamesIn(part.tokens.begin, part.tokens.end) > 1;
      if (listed && NamesIn(reading_.tokens.begin, part.tokens.begin) == 0) return;
      part.spoken_of = false;
    }
  }

  bool HasNumber(const model::TokenRange& tokens) const {
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (IsNumber(passage_, t) && !reading_.IsNamed(t)) return true;
    }
    return false;
  }

  size_t NamesIn(uint32_t from, uint32_t until) const {
    size_t names = 0;
    for (uint32_t i : reading_.issuers) {
      const uint32_t at = passage_.issuers[i].tokens.begin;
      names += at >= from && at < until ? 1 : 0;
    }
    return names;
  }

  const ToneMark* MarkEndingAt(uint32_t token) const {
    for (const ToneMark& mark : reading_.marks) {
      if (mark.tokens.end == token) return &mark;
    }
    return nullptr;
  }

  // The first mark behind a name, if near.
  const ToneMark* MarkAfter(uint32_t token) const {
    for (const ToneMark& mark : reading_.marks) {
      if (mark.tokens.begin < token) continue;
      return mark.tokens.begin - token <= kNearSource ? &mark : nullptr;
    }
    return nullptr;
  }

  // Whether a company that stands before "said", "expects" speaks of its own: "Foxconn said it was
  // optimistic", "X reported a drop in profit".
  bool SpeaksOfItself(const ToneMark& verb) const {
    const uint32_t until = std::min(reading_.tokens.end, verb.tokens.end + kWordsToOwn);
    for (const ToneMark& mark : reading_.marks) {
      if (mark.tokens.begin < verb.tokens.end || mark.tokens.begin >= until) continue;
      if (mark.word->tone_class == ToneClass::kOwn) return true;
    }
    return !HitsIn(passage_.Terms(TermKind::kMetric), {verb.tokens.end, until}).empty();
  }

  bool IsInstitution(const IssuerHit& hit) const {
    const int mark = reading_.MarkAt(hit.tokens.begin);
    return mark >= 0 &&
           reading_.marks[static_cast<size_t>(mark)].word->tone_class == ToneClass::kInstitution;
  }

  Voice VoiceOf(const IssuerHit& hit) const {
    if (IsInstitution(hit)) return Voice::kSpeaks;
    if (hit.only_source) return Voice::kHouse;
    if (!reading_.PartOf(hit.tokens.begin).spoken_of) return Voice::kHouse;
    const ToneMark* before = MarkEndingAt(hit.tokens.begin);
    if (before && before->word->tone_class == ToneClass::kSpeaker) return Voice::kHouse;
    if (before && before->word->tone_class == ToneClass::kSource) return Voice::kSpeaks;
    if (IsBehindSpeech(hit)) return Voice::kHouse;
    const ToneMark* after = MarkAfter(hit.tokens.end);
    if (!after || after->tokens.begin > hit.tokens.end + 1 ||
        reading_.CommaBetween(hit.tokens.end - 1, after->tokens.begin))
      return Voice::kNone;
    if (after->word->tone_class == ToneClass::kSpeaker) return Voice::kHouse;
    const bool speaks = after->word->tone_class == ToneClass::kSource && !SpeaksOfItself(*after);
    return speaks ? Voice::kSpeaks : Voice::kNone;
  }

  // Sorts the names of the sentence; "he", "its" of a house only speak as the house does.
  void FindVoices() {
    for (uint32_t i : reading_.issuers) {
      const IssuerHit& hit = passage_.issuers[i];
      voices_.push_back(hit.company < 0 ? Voice::kNone : VoiceOf(hit));
      if (hit.company < 0 || hit.reference) continue;
      auto& named = voices_.back() == Voice::kHouse ? reading_.houses : reading_.spoken_of;
      named.push_back(hit.company);
    }
    for (size_t i = 0; i < voices_.size(); ++i) {
      const IssuerHit& hit = passage_.issuers[reading_.issuers[i]];
      if (hit.reference && Holds(reading_.houses, hit.company) &&
          !Holds(reading_.spoken_of, hit.company))
        voices_[i] = Voice::kHouse;
    }
  }

  static bool Holds(const std::vector<int>& companies, int company) {
    return std::find(companies.begin(), companies.end(), company) != companies.end();
  }

  // Whether a quotation ends right before a word.
  bool ClosesQuote(uint32_t token) const {
    const std::string_view gap = passage_.GapBefore(token);
    return gap.find('"') != std::string_view::npos ||
           gap.find("\xE2\x80\x9D") != std::string_view::npos;
  }

  // `... ," said Sam Stovall, chief strategist at CFRA`: behind the verb of speech stand only the
  // names of who spoke.
  bool IsBehindSpeech(const IssuerHit& hit) const {
    const ToneMark* speech = nullptr;
    for (const ToneMark& mark : reading_.marks) {
      if (mark.tokens.begin >= hit.tokens.begin) break;
      if (mark.word->tone_class == ToneClass::kSource) speech = &mark;
    }
    if (!speech || hit.tokens.begin - speech->tokens.end > kWordsOfName) return false;
    if (reading_.BorderBefore(speech->tokens.begin) == ToneBorder::kNone &&
        !ClosesQuote(speech->tokens.begin))
      return false;
    for (const ToneElement& element : reading_.elements) {
      const bool between =
          element.head.begin >= speech->tokens.end && element.head.begin < hit.tokens.begin;
      if (between && std::abs(element.value) > kFaint) return false;
    }
    return true;
  }

  bool IsLesser(const IssuerHit& hit) const {
    if (hit.competitor) return true;
    const ToneMark* before = MarkEndingAt(hit.tokens.begin);
    return before && before->word->tone_class == ToneClass::kRival;
  }

  // Whether only a comma, "and" and the like stand between two names.
  bool InRow(const model::TokenRange& a, const model::TokenRange& b) const {
    if (b.begin - a.end > 8) return false;
    if (&reading_.PartOf(a.begin) != &reading_.PartOf(b.begin)) return false;
    uint32_t joints = 0;
    for (uint32_t t = a.end; t < b.begin; ++t) {
      if (reading_.IsInserted(t)) continue;
      const int mark = reading_.MarkAt(t);
      if (mark < 0) return false;
      const ToneClass c = reading_.marks[static_cast<size_t>(mark)].word->tone_class;
      if (c == ToneClass::kPeer && joints == 1) continue;
      if (c != ToneClass::kJoint || ++joints > 1) return false;
    }
    return joints <= 1;
  }

  void JoinGroups() {
    for (size_t i = 0; i < voices_.size(); ++i) {
      const IssuerHit& hit = passage_.issuers[reading_.issuers[i]];
      if (hit.company < 0) continue;
      const bool speaks = voices_[i] != Voice::kNone, lesser = IsLesser(hit);
      if (!groups_.empty() && groups_.back().speaks == speaks && !groups_.back().lesser &&
          InRow(groups_.back().tokens, hit.tokens)) {
        groups_.back().tokens.end = hit.tokens.end;
      } else {
        const auto first = static_cast<uint32_t>(reading_.companies.size());
        groups_.push_back({hit.tokens, {first, 0}, speaks, lesser, IsRival(hit.tokens.begin)});
      }
      reading_.companies.push_back(hit.company);
      ++groups_.back().companies.size;
    }
    RaiseLoneRivals();
  }

  bool IsRival(uint32_t token) const {
    const ToneMark* before = MarkEndingAt(token);
    return before && before->word->tone_class == ToneClass::kPeer;
  }

  bool Takes(const Group& group) const { return !group.speaks && !group.lesser; }

  // "while rival Intel slips": nobody else in its part whom it could be held against.
  void RaiseLoneRivals() {
    for (Group& group : groups_) {
      if (!group.lesser || !group.rival || group.speaks) continue;
      const TonePart& part = reading_.PartOf(group.tokens.begin);
      group.lesser = std::ranges::any_of(groups_, [&](const Group& other) {
        return Takes(other) && &reading_.PartOf(other.tokens.begin) == &part;
      });
    }
  }

  // Names in the element's own part first, then, where `beyond`, in any.
  const Group* LeftOf(const ToneElement& element, uint32_t from) const {
    const Group* best = nullptr;
    for (const Group& group : groups_) {
      if (group.tokens.begin >= element.tokens.end || group.tokens.begin < from) continue;
      if (group.tokens.begin <= element.head.begin && Takes(group)) best = &group;
    }
    return best;
  }

  // The first name of a part: mostly its subject.
  const Group* SubjectOf(const ToneElement& element, uint32_t from) const {
    for (const Group& group : groups_) {
      if (group.tokens.begin < from) continue;
      if (group.tokens.begin >= element.head.begin) return nullptr;
      if (Takes(group)) return &group;
    }
    return nullptr;
  }

  const Group* RightOf(const ToneElement& element, uint32_t until) const {
    for (const Group& group : groups_) {
      if (group.tokens.begin < element.head.begin || group.tokens.begin >= until) continue;
      if (Takes(group)) return &group;
    }
    return nullptr;
  }

  static uint32_t Distance(const model::TokenRange& a, const model::TokenRange& b) {
    if (a.end <= b.begin) return b.begin - a.end;
    return b.end <= a.begin ? a.begin - b.end : 0;
  }

  // Where the reason opens in which an element stands.
  uint32_t ReasonBegin(const ToneElement& element, uint32_t part) const {
    uint32_t begin = part;
    for (const ToneMark& mark : reading_.marks) {
      if (mark.tokens.begin >= element.head.begin) break;
      if (mark.word->tone_class == ToneClass::kCause && mark.tokens.begin >= part) {
        begin = mark.tokens.end;
      }
    }
    return begin;
  }

  const Group* Choose(const ToneElement& element) const {
    const model::TokenRange part = reading_.PartOf(element.head.begin).tokens;
    const uint32_t from = element.reason ? ReasonBegin(element, part.begin) : part.begin;
    const Group* left = LeftOf(element, from);
    const Group* right = RightOf(element, part.end);
    if (element.aim == ToneAim::kObject && right) return right;
    if (element.aim == ToneAim::kEither && left && right) {
      const uint32_t to_left = Distance(left->tokens, element.tokens);
      return Distance(right->tokens, element.tokens) + 1 < to_left ? right : left;
    }
    if (left) return left;
    if (right && !element.reason) return right;
    // Nobody in the reason itself: then it speaks of the subject before it.
    const Group* before = SubjectOf(element, part.begin);
    if (before) return before;
    if (right) return right;
    before = LeftOf(element, 0);
    return before ? before : RightOf(element, std::numeric_limits<uint32_t>::max());
  }

  void Give(const Group& group, ToneElement* element) {
    for (uint32_t i = 0; i < group.companies.size; ++i) {
      reading_.AddCompany(reading_.companies[group.companies.first + i], &element->companies);
    }
  }

  // "Buy A, B": all names up to the next such word or the end of the part.
  void AimStart(ToneElement* element) {
    uint32_t until = reading_.PartOf(element->head.begin).tokens.end;
    for (const ToneElement& other : reading_.elements) {
      if (other.aim == ToneAim::kStart && other.head.begin > element->head.begin) {
        until = std::min(until, other.head.begin);
      }
    }
    for (const Group& group : groups_) {
      const bool inside = group.tokens.begin >= element->head.begin && group.tokens.begin < until;
      if (inside && Takes(group)) Give(group, element);
    }
    if (element->companies.size > 0) return;
    if (const Group* group = Choose(*element)) Give(*group, element);
  }

  void AimElement(ToneElement* element) {
    if (element->aim == ToneAim::kStart) return AimStart(element);
    if (const Group* group = Choose(*element)) Give(*group, element);
  }

  // "A outshines B": what is good for A is not for B.
  void AddLesser(const ToneElement& element) {
    const Group* right = RightOf(element, reading_.PartOf(element.head.begin).tokens.end);
    if (!right || Distance(right->tokens, element.head) > 3) return;
    ToneElement lesser = element;
    lesser.value = -element.value;
    lesser.companies = {};
    Give(*right, &lesser);
    extra_.push_back(std::move(lesser));
  }

  bool IsAimedAt(const model::TokenRange& part) const {
    for (const ToneElement& element : reading_.elements) {
      if (element.head.begin >= part.begin && element.head.begin < part.end) return true;
    }
    return false;
  }

  // "A falls 8%; B 2%": a part of a name and a number takes the verb of the part before.
  void FillListItems() {
    double last = 0;
    for (const TonePart& part : reading_.parts) {
      if (IsAimedAt(part.tokens)) {
        for (const ToneElement& element : reading_.elements) {
          const bool inside =
              element.head.begin >= part.tokens.begin && element.head.begin < part.tokens.end;
          if (inside && element.aim == ToneAim::kSubject) last = element.value;
        }
        continue;
      }
      if (last == 0 || !HasNumber(part.tokens)) continue;
      for (const Group& group : groups_) {
        if (!Takes(group) || group.tokens.begin < part.tokens.begin ||
            group.tokens.begin >= part.tokens.end)
          continue;
        extra_.push_back({part.tokens, group.tokens, last * table_.settings.list_item,
                          ToneAim::kSubject, false, group.companies});
      }
    }
  }

  const SentimentTable& table_;
  const Passage& passage_;
  ToneReading& reading_;
  std::vector<Voice>& voices_;
  std::vector<Group>& groups_;
  std::vector<ToneElement> extra_;
};

}  // namespace

void AimTone(const SentimentTable& table, const Passage& passage, ToneReading* reading) {
  Aim(table, passage, reading).Run();
}

}  // namespace tellwire::analysis
