// A sentence is read once; each cue asks for a number in its reach:
//
//   claim     "expects ..."         a number behind it
//   said of   "is expected to ..."  a number behind it, or at most twelve words before it
//   will      "will be ..."         a verb of size next, a number behind that
//   noun      "guidance of ..."     a number that the noun leads to, unless the noun was settled
//                                   ("above the guidance of ...")
#include "analysis/forward.h"

#include <map>

namespace tellwire::analysis {
namespace {

using Cue = ForwardTable::Cue;

constexpr uint32_t kReachBefore = 12;  // words
constexpr uint32_t kReachWill = 14;
constexpr uint32_t kReachNoun = 12;
constexpr uint32_t kReachSettled = 5;

class SentenceReader {
 public:
  SentenceReader(const ForwardTable& table, const Passage& passage, const model::Sentence& sentence,
                 size_t first_quantity)
      : table_(table),
        passage_(passage),
        document_(*passage.document),
        begin_(sentence.tokens.begin),
        end_(sentence.tokens.end) {
    const auto& quantities = passage.quantities;
    for (size_t i = first_quantity; i < quantities.size(); ++i) {
      if (quantities[i].tokens.begin >= end_) break;
      if (!Measures(quantities[i])) continue;
      if (first_ == kNowhere) first_ = quantities[i].tokens.begin;
      last_ = quantities[i].tokens.begin;
    }
    first_quantity_ = first_quantity;
  }

  bool IsForward() {
    if (first_ == kNowhere) return false;
    for (uint32_t i = begin_; i < end_; ++i) {
      if (!passage_.Looks(i, kMayBeForward)) continue;
      const auto match = table_.cues.At(document_, passage_.text, i, end_);
      if (!match) continue;
      if (Claims(table_.cue_kinds[match->row], i, i + match->words)) return true;
      i += match->words - 1;
    }
    return false;
  }

 private:
  static constexpr uint32_t kNowhere = UINT32_MAX;

  // Money, ratios and multiples measure; things counted do so too.
  static bool Measures(const QuantityHit& hit) {
    return !hit.quantity.unit.empty() && !hit.multiple_verb;
  }

  bool Claims(Cue cue, uint32_t at, uint32_t behind) const {
    switch (cue) {
      case Cue::kClaim:
        return NumberIn(behind, end_);
      case Cue::kSaidOf:
        return NumberIn(behind, end_) ||
               NumberIn(at > begin_ + kReachBefore ? at - kReachBefore : begin_, at);
      case Cue::kWill:
        return ClaimsWill(behind);
      case Cue::kNoun:
        return ClaimsNoun(at, behind);
      case Cue::kNone:
        return false;
    }
    return false;
  }

  bool ClaimsWill(uint32_t at) const {
    for (int skipped = 0; skipped < 3 && at < end_; ++skipped, ++at) {
      const uint64_t word = document_.tokens[at].word;
      if (table_.will_verb.Has(word)) return NumberIn(at, std::min(end_, at + kReachWill));
      if (!table_.adverb.Has(word)) return false;
    }
    return false;
  }

  bool ClaimsNoun(uint32_t at, uint32_t behind) const {
    for (uint32_t i = at; i > begin_ && i + kReachSettled > at; --i) {
      if (table_.settled.Has(document_.tokens[i - 1].word)) return false;
    }
    if (behind >= end_ || !table_.noun_link.Has(document_.tokens[behind].word)) return false;
    return NumberIn(behind, std::min(end_, behind + kReachNoun));
  }

  bool NumberIn(uint32_t from, uint32_t until) const {
    if (last_ < from || first_ >= until) return false;
    if (first_ >= from || last_ < until) return true;
    const auto& quantities = passage_.quantities;
    for (size_t i = first_quantity_; i < quantities.size(); ++i) {
      if (quantities[i].tokens.begin >= until) return false;
      if (quantities[i].tokens.begin >= from && Measures(quantities[i])) return true;
    }
    return false;
  }

  const ForwardTable& table_;
  const Passage& passage_;
  const model::Document& document_;
  uint32_t begin_, end_;
  uint32_t first_ = kNowhere, last_ = 0;  // first tokens of the first and the last number
  size_t first_quantity_ = 0;
};

}  // namespace

Result<std::unique_ptr<ForwardTable>> ForwardTable::Load(const LexiconLoad& load) {
  auto table = std::make_unique<ForwardTable>();
  const std::map<std::string, Cue, std::less<>> cues = {{"claim", Cue::kClaim},
                                                        {"said_of", Cue::kSaidOf},
                                                        {"will", Cue::kWill},
                                                        {"noun", Cue::kNoun},
                                                        {"none", Cue::kNone}};
  const std::map<std::string, PhraseIndex*, std::less<>> sets = {{"will_verb", &table->will_verb},
                                                                 {"adverb", &table->adverb},
                                                                 {"noun_link", &table->noun_link},
                                                                 {"settled", &table->settled}};
  const auto take = [&](const std::string& kind, const std::string& phrase) {
    if (const auto cue = cues.find(kind); cue != cues.end()) {
      table->cues.Add(phrase, static_cast<uint32_t>(table->cue_kinds.size()));
      table->cue_kinds.push_back(cue->second);
      return true;
    }
    const auto set = sets.find(kind);
    if (set != sets.end()) set->second->Add(phrase, 0);
    return set != sets.end();
  };
  if (auto error = load.ReadKinds("forward.tsv", take)) return *std::move(error);
  for (const uint64_t word : table->cues.first_words()) load.uses->Add(word, kMayBeForward);
  return table;
}

void MarkForward(const ForwardTable& table, const Passage& passage, model::Analysis* analysis) {
  const auto& sentences = passage.document->sentences;
  size_t quantity = 0;
  for (model::SentenceAnalysis& said : analysis->sentences) {
    if (said.place.part != passage.part || said.index >= sentences.size()) continue;
    const model::Sentence& sentence = sentences[said.index];
    while (quantity < passage.quantities.size() &&
           passage.quantities[quantity].tokens.begin < sentence.tokens.begin) {
      ++quantity;
    }
    said.forward = SentenceReader(table, passage, sentence, quantity).IsForward();
  }
}

}  // namespace tellwire::analysis
