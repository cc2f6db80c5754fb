// The sentence is cut into its main part and its asides ("as stocks climb", "on a weak dollar"); a
// commodity takes movements of its own part only, and none that another thing before them has. Of
// those that are left the close wins, then the first verb, then a high or low that was reached.
#include "analysis/price_reader.h"

#include <algorithm>

#include "analysis/price_candidates.h"

namespace tellwire::analysis {
namespace {

using model::Direction;

constexpr uint32_t kBeforeReach = 4;  // words that a movement may stand before its commodity
constexpr uint32_t kCloseReach = 4;   // words from "ends" to how it ended
constexpr uint32_t kSpellReach = 6;   // words from a movement to "for the week"
constexpr uint32_t kListReach = 3;    // words from a commodity to what is listed with it

class PriceReader {
 public:
  PriceReader(const PriceTable& table, const MetricTable& metrics, const Reading& reading)
      : table_(table),
        metrics_(metrics),
        r_(reading),
        document_(*reading.passage->document),
        text_(reading.passage->text) {}

  std::vector<PriceMove> Read() {
    std::vector<PriceMove> said;
    for (size_t i = 0; i < r_.metrics.size(); ++i) {
      if (IsPrice(r_.metrics[i])) uses_.push_back(i);
    }
    if (uses_.empty()) return said;
    CutIntoParts();
    candidates_ = FindPriceCandidates(table_, r_);
    for (const size_t use : uses_) {
      if (DescribesOther(table_, r_, r_.metrics[use]) || IsRepeated(use)) continue;
      const PriceCandidate* best = Choose(use);
      if (best == nullptr) {
        PriceMove ahead;
        ahead.metric = use;
        ahead.to_come = IsToCome(r_.metrics[use]);
        if (ahead.to_come) said.push_back(ahead);
        continue;
      }
      said.push_back(Say(use, *best));
      if (const PriceCandidate* other = ChooseOther(use, *best)) said.push_back(Say(use, *other));
    }
    return said;
  }

 private:
  bool IsPrice(const MetricUse& use) const {
    return use.metric == metrics_.commodity_metric && !use.implied;
  }

  // A commodity named again speaks of the first mention, unless the first only stood in an aside.
  bool IsRepeated(size_t use) const {
    for (const size_t other : uses_) {
      if (other >= use) return false;
      const bool same = r_.metrics[other].segment == r_.metrics[use].segment;
      if (same && !DescribesOther(table_, r_, r_.metrics[other]) && Choose(other)) return true;
    }
    return false;
  }

  std::string_view GapBefore(uint32_t token) const { return PriceGapBefore(r_, token); }
  bool BreaksBefore(uint32_t token, bool commas) const {
    return PriceBreaksBefore(r_, token, commas);
  }
  uint64_t Word(uint32_t token) const { return document_.tokens[token].word; }

  // Numbers the parts of the sentence: 0 is the main one, the others are asides.
  void CutIntoParts() {
    part_.assign(r_.tokens.end - r_.tokens.begin, 0);
    int part = 0, parts = 0;
    for (uint32_t i = r_.tokens.begin; i < r_.tokens.end; ++i) {
      if (part > 0 && (BreaksBefore(i, true) || r_.passage->WordAt(i) == "but")) part = 0;
      const auto aside = table_.asides.At(document_, text_, i, r_.tokens.end);
      if (aside && !IsNoAside(i)) part = ++parts;
      part_[i - r_.tokens.begin] = part;
    }
  }

  bool IsNoAside(uint32_t token) const {
    if (table_.not_asides.At(document_, text_, token, r_.tokens.end)) return true;
    if (r_.QuantityFrom(token + 1) >= 0 || IsHeading(token)) return true;
    if (r_.passage->WordAt(token) == "with" && ClosesBefore(token)) return true;
    if (r_.passage->WordAt(token) == "for" && IsForUse(token)) return true;
    return std::ranges::any_of(r_.moves, [&](const Move& move) {
      return move.tokens.begin < token && token < move.tokens.end;
    });
  }

  // "slim gains for gold futures": a movement, and whose it is.
  bool IsForUse(uint32_t token) const {
    return std::ranges::any_of(uses_,
                               [&](size_t use) {
                                 const uint32_t begin = r_.metrics[use].tokens.begin;
                                 return begin > token && begin <= token + 2;
                               }) &&
           std::ranges::any_of(r_.moves,
                               [&](const Move& move) { return move.tokens.end == token; });
  }

  int PartOf(uint32_t token) const { return part_[token - r_.tokens.begin]; }

  // ---- which of them is the commodity's

  const PriceCandidate* Choose(size_t use) const {
    const PriceCandidate* best = nullptr;
    int least = 100;
    for (const PriceCandidate& candidate : candidates_) {
      const int rank = Rank(r_.metrics[use], candidate);
      if (rank >= least) continue;
      least = rank;
      best = &candidate;
    }
    return best;
  }

  // What the commodity did over another spell of time: "falls, but gains 2% for the week".
  const PriceCandidate* ChooseOther(size_t use, const PriceCandidate& best) const {
    const MetricUse& named = r_.metrics[use];
    for (const PriceCandidate& c : candidates_) {
      if (c.direction == best.direction || c.direction == Direction::kFlat || c.extreme) continue;
      if (c.tokens.begin < named.tokens.end || Rank(named, c) >= 100) continue;
      const bool first = c.tokens.begin < best.tokens.begin;
      const PriceCandidate& a = first ? c : best;
      const PriceCandidate& b = first ? best : c;
      if (!IsParted(a.tokens.end, b.tokens.begin)) continue;
      if (HasSpell(c) || (HasSpell(best) && first)) return &c;
    }
    return nullptr;
  }

  // Whether a comma or a joint stands between two words.
  bool IsParted(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i <= to; ++i) {
      if (BreaksBefore(i, true) || (i < to && table_.joint.Has(Word(i)))) return true;
    }
    return false;
  }

  // "gains for the week", "posts 9% 2016 gain", "a weekly loss": it names its spell of time.
  bool HasSpell(const PriceCandidate& c) const {
    for (uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
      if (table_.spell.Has(Word(i))) return true;
    }
    for (uint32_t i = c.tokens.end; i < r_.tokens.end && i < c.tokens.end + kSpellReach; ++i) {
      if (BreaksBefore(i, true) || table_.joint.Has(Word(i))) break;
      if (table_.spell.Has(Word(i))) return true;
    }
    for (uint32_t i = c.tokens.begin; i > r_.tokens.begin && i + kSpellReach > c.tokens.begin;
         --i) {
      if (BreaksBefore(i, true) || table_.joint.Has(Word(i - 1))) return false;
      if (table_.behind.Has(Word(i - 1)) || r_.passage->WordAt(i - 1) == "s") return false;
      if (table_.spell.Has(Word(i - 1))) return true;
    }
    return false;
  }

  PriceMove Say(size_t use, const PriceCandidate& best) const {
    PriceMove said;
    said.metric = use;
    said.tokens = best.tokens;
    said.span = {document_.tokens[best.tokens.begin].span.begin,
                 document_.tokens[best.tokens.end - 1].span.end};
    said.direction = best.direction;
    said.move = best.move;
    said.numbers = NumbersOf(r_.metrics[use], best);
    said.to_come = IsToCome(r_.metrics[use]) || IsAhead(best);
    return said;
  }

  // The numbers of a movement without any stand with the next of its direction: "reverses losses,
  // gaining 0.6% to $734".
  int NumbersOf(const MetricUse& use, const PriceCandidate& best) const {
    const auto numbered = [&](int move) {
      return move >= 0 && (r_.moves[static_cast<size_t>(move)].change >= 0 ||
                           r_.moves[static_cast<size_t>(move)].level >= 0);
    };
    if (numbered(best.move)) return best.move;
    for (const PriceCandidate& c : candidates_) {
      if (c.tokens.begin < best.tokens.end || c.direction != best.direction) continue;
      if (numbered(c.move) && Rank(use, c) < 100) return c.move;
    }
    return best.move;
  }

  // "poised for a weekly gain", "on track for its best month"
  bool IsAhead(const PriceCandidate& c) const {
    for (uint32_t i = c.tokens.begin; i > r_.tokens.begin && i + kSpellReach > c.tokens.begin;
         --i) {
      if (BreaksBefore(i, true)) return false;
      if (IsHeading(i - 1)) return true;
    }
    return false;
  }

  // Whether the word is the `for` of "poised for", "headed for".
  bool IsHeading(uint32_t token) const {
    return r_.passage->WordAt(token) == "for" && token > r_.tokens.begin &&
           table_.heading.Has(Word(token - 1));
  }

  // The lower the better; 100 and above: it is not the commodity's.
  int Rank(const MetricUse& use, const PriceCandidate& c) const {
    if (c.direction == Direction::kNone || Overlap(use.tokens, c.tokens)) return 100;
    const bool behind = c.tokens.begin >= use.tokens.end;
    if (behind && c.acts) return 100;
    if (PartOf(use.tokens.begin) != PartOf(c.tokens.begin))
      return behind && uses_.size() == 1 && IsOfPronoun(c) ? 50 : 100;
    if (behind ? HasOwner(use, c) : !Precedes(use, c)) return 100;
    int rank = 10 + (c.extreme ? 10 : 0) + (behind ? 0 : IsOf(c.tokens.end) ? -2 : 5);
    if (Closes(c) && behind) rank -= 5;
    return rank;
  }

  // "buy gold if it dips to $1,265": the aside goes on with the commodity.
  bool IsOfPronoun(const PriceCandidate& c) const {
    uint32_t at = c.tokens.begin;
    if (at < r_.tokens.begin + 2 || r_.passage->WordAt(at - 1) != "it") return false;
    return table_.asides.Has(Word(at - 2));
  }

  // "a jump in gold prices"
  bool IsOf(uint32_t token) const {
    const std::string_view word = r_.passage->WordAt(token);
    return word == "in" || word == "of";
  }

  // Whether something else between a commodity and a movement has it: "gold up, stocks fall".
  bool HasOwner(const MetricUse& use, const PriceCandidate& c) const {
    bool owned = false;
    for (uint32_t i = use.tokens.end; i < c.tokens.begin; ++i) {
      const bool other_commodity = StartsOther(use, i);
      if (other_commodity && !IsCoordinated(use.tokens.end, i)) return true;
      if (PartOf(i) == PartOf(c.tokens.begin) && table_.others.Has(Word(i)) && !other_commodity) {
        owned = owned || c.noun || !IsListed(use.tokens.end, i);
      } else if (BreaksBefore(i, false)) {
        owned = false;
      }
    }
    return owned;
  }

  bool StartsOther(const MetricUse& use, uint32_t token) const {
    return std::ranges::any_of(uses_, [&](size_t other) {
      const MetricUse& named = r_.metrics[other];
      return named.tokens.begin == token && named.segment != use.segment;
    });
  }

  // "gold, silver", "gold and silver": only joints stand between.
  bool IsCoordinated(uint32_t end, uint32_t token) const {
    for (uint32_t i = end; i < token; ++i) {
      const std::string_view word = r_.passage->WordAt(i);
      if (word != "and" && word != "or") return false;
    }
    return !BreaksBefore(token, false) && token <= end + 1;
  }

  // "gold prices, metals indexes", "gold and the dollar": nothing but a joint and a few words of
  // the same list stand between.
  bool IsListed(uint32_t end, uint32_t token) const {
    if (token > end + kListReach) return false;
    const std::string_view joint = r_.passage->WordAt(end);
    if (GapBefore(end) != ", " && joint != "and" && joint != "or") return false;
    return std::ranges::none_of(candidates_, [&](const PriceCandidate& c) {
      return c.tokens.begin >= end && c.tokens.begin < token;
    });
  }

  // "a drop in gold prices", "higher gold prices", "pushes up gold"
  bool Precedes(const MetricUse& use, const PriceCandidate& c) const {
    if (use.tokens.begin - c.tokens.end > kBeforeReach || c.extreme) return false;
    if (c.noun && c.tokens.begin > r_.tokens.begin && table_.others.Has(Word(c.tokens.begin - 1)))
      return false;  // "a duty hike to hurt gold"
    if (IsIntransitive(c)) return false;
    for (const PriceCandidate& other : candidates_) {
      if (other.tokens.begin >= c.tokens.end && other.tokens.end <= use.tokens.begin) return false;
    }
    for (uint32_t i = c.tokens.end; i <= use.tokens.begin; ++i) {
      if (BreaksBefore(i, true)) return false;
      if (i < use.tokens.begin && (table_.others.Has(Word(i)) || IsSubjectBreak(i))) return false;
    }
    // A movement that has a commodity of its own before it is that one's.
    for (const size_t other : uses_) {
      const MetricUse& named = r_.metrics[other];
      if (named.tokens.end > c.tokens.begin) continue;
      if (PartOf(named.tokens.begin) == PartOf(c.tokens.begin)) return false;
    }
    return true;
  }

  // "a fund adds gold": what stands behind such a verb does not move; "a rally in gold" does.
  bool IsIntransitive(const PriceCandidate& c) const {
    if (c.move < 0 || IsOf(c.tokens.end)) return false;
    const Move& move = r_.moves[static_cast<size_t>(c.move)];
    return move.word->kind == MoveKind::kPrice && c.tokens == move.tokens &&
           !r_.passage->WordAt(c.tokens.begin).ends_with("ing");
  }

  bool IsSubjectBreak(uint32_t token) const {
    const std::string_view word = r_.passage->WordAt(token);
    return word == "and" || word == "but" || word == "or";
  }

  bool Closes(const PriceCandidate& c) const {
    for (uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
      if (table_.closes.Has(Word(i))) return !c.broken;
    }
    return ClosesBefore(c.tokens.begin);
  }

  bool ClosesBefore(uint32_t token) const {
    for (uint32_t i = token; i > r_.tokens.begin && i + kCloseReach > token; --i) {
      if (BreaksBefore(i, true)) return false;
      if (table_.closes.Has(Word(i - 1))) return true;
    }
    return false;
  }

  // "Gold to trade lower", "gold poised for gains"
  bool IsToCome(const MetricUse& use) const {
    uint32_t i = use.tokens.end;
    for (uint32_t skipped = 0; i + 1 < r_.tokens.end && skipped < 4; ++i, ++skipped) {
      if (BreaksBefore(i, false)) return false;
      if (r_.passage->WordAt(i) == "to" && table_.to_come.Has(Word(i + 1))) {
        return i == use.tokens.end || table_.to_come_before.Has(Word(i - 1)) ||
               StartsOther(use, i - 1) || r_.passage->WordAt(i - 1).starts_with("price");
      }
    }
    return false;
  }

  const PriceTable& table_;
  const MetricTable& metrics_;
  const Reading& r_;
  const model::Document& document_;
  std::string_view text_;
  std::vector<size_t> uses_;  // indices into Reading::metrics
  std::vector<int> part_;     // by token
  std::vector<PriceCandidate> candidates_;
};

}  // namespace

std::vector<PriceMove> ReadPriceMoves(const PriceTable& table, const MetricTable& metrics,
                                      const Reading& reading) {
  return PriceReader(table, metrics, reading).Read();
}

}  // namespace tellwire::analysis
