#include "analysis/periods.h"

#include "analysis/period_reader.h"
#include "analysis/period_table.h"

namespace tellwire::analysis {
namespace {

// Finds the periods and bases of a passage, sentence by sentence.
class Finder {
 public:
  Finder(const PeriodTable& table, Passage* passage)
      : table_(table), passage_(passage), reader_(table, *passage) {
    if (passage->article != nullptr) published_ = passage->article->published;
  }

  void Run() {
    passage_->periods.reserve(document().sentences.size());
    for (const model::Sentence& sentence : passage_->document->sentences) ReadSentence(sentence);
  }

 private:
  const model::Document& document() const { return *passage_->document; }

  void ReadSentence(const model::Sentence& sentence) {
    reader_.Open(sentence.tokens);
    uint32_t basis_end = 0;
    for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
      if (!passage_->Looks(i, kMayBePeriod | kMayBeBasis | kHasDigit)) {
        ++i;
        continue;
      }
      const uint32_t roles = reader_.RolesAt(i);
      if (i >= basis_end && (roles & kBasisRole)) basis_end = ReadBasis(i, sentence.tokens);
      i = reader_.MayBegin(roles, i) ? ReadPeriod(i, roles, sentence.tokens) : i + 1;
    }
  }

  // Both return the token to go on with.
  uint32_t ReadBasis(uint32_t i, const model::TokenRange& sentence) {
    const auto match = table_.bases.At(document(), passage_->text, i, sentence.end);
    if (!match) return i;
    const uint32_t end = i + match->words;
    const Span span{document().tokens[i].span.begin, document().tokens[end - 1].span.end};
    passage_->bases.push_back({span, {i, end}, table_.basis_names[match->row]});
    return end;
  }

  uint32_t ReadPeriod(uint32_t i, uint32_t roles, const model::TokenRange& sentence) {
    if (InQuantity(i)) return i + 1;
    auto hit = reader_.ReadAt(i, roles);
    if (!hit) return i + 1;
    const uint32_t end = hit->tokens.end;
    const std::string_view form = hit->period.form;
    if (form.starts_with("DATE") && EndsAnother(i, sentence)) return end;
    if (form == "EVENT_DAY" && OverlapsBasis(hit->span)) return end;
    hit->comparison = !hit->deadline && !IsStretch(hit->tokens) &&
                      (IsComparison(form, i, sentence) || GoesOnComparing(i) ||
                       IsLevel(end, sentence) || IsOfCompared(i, sentence));
    if (form.starts_with("NEXT") && i > sentence.begin) {
      const std::string_view before = WordBefore(i, sentence);
      hit->deadline = hit->deadline || before == "in" || before == "within";
    }
    SetYear(&hit->period);
    SetDay(i, &hit->period);
    ResolvePeriod(table_, {}, published_, &hit->period);
    passage_->periods.push_back(std::move(*hit));
    return end;
  }

  // The word before a token, an article left out.
  std::string_view WordBefore(uint32_t i, const model::TokenRange& sentence) const {
    if (i <= sentence.begin) return {};
    const std::string_view word = passage_->WordAt(i - 1);
    const bool article = word == "the" || word == "a";
    return article && i >= sentence.begin + 2 ? passage_->WordAt(i - 2) : word;
  }

  // A number with a unit is no year. Quantities come in order, and so do the tokens asked for.
  bool InQuantity(uint32_t token) {
    const auto& quantities = passage_->quantities;
    while (next_quantity_ < quantities.size() && quantities[next_quantity_].tokens.end <= token) {
      ++next_quantity_;
    }
    return next_quantity_ < quantities.size() && quantities[next_quantity_].tokens.begin <= token &&
           !quantities[next_quantity_].quantity.unit.empty();
  }

  // "the quarter, ended May 31": the date only says which quarter.
  bool EndsAnother(uint32_t i, const model::TokenRange& sentence) const {
    const std::string_view before = WordBefore(i, sentence);
    return before == "ended" || before == "ending" || before == "end";
  }

  bool OverlapsBasis(const Span& span) const {
    return !passage_->bases.empty() && passage_->bases.back().span.Overlaps(span);
  }

  // "than in the first quarter of last year": the year belongs to the quarter.
  bool GoesOnComparing(uint32_t i) const {
    if (passage_->periods.empty() || i == 0) return false;
    const PeriodHit& before = passage_->periods.back();
    const std::string_view word = passage_->WordAt(i - 1);
    return before.comparison && before.tokens.end <= i && before.tokens.end + 1 >= i &&
           (before.tokens.end == i || word == "of" || word == "in");
  }

  // "back to 2019 levels"
  bool IsLevel(uint32_t end, const model::TokenRange& sentence) const {
    return end < sentence.end && table_.level.Has(document().tokens[end].word);
  }

  // "compared with 4% year over year in the first quarter": the time of what is compared with.
  bool IsOfCompared(uint32_t i, const model::TokenRange& sentence) const {
    constexpr uint32_t kReach = 5;
    if (next_quantity_ == 0 || i == 0) return false;
    const size_t last = std::min(next_quantity_, passage_->quantities.size()) - 1;
    const model::TokenRange& number = passage_->quantities[last].tokens;
    if (number.end > i || number.end + kReach < i || number.begin <= sentence.begin) return false;
    for (uint32_t at = number.end; at < i; ++at) {
      const std::string_view gap = passage_->GapBefore(at);
      if (at > number.end && gap.find_first_of(",;:") != gap.npos) return false;
    }
    // "from" alone tells nothing: "to $3.9 billion from $3.7 billion in the quarter".
    const uint32_t first = std::max(sentence.begin + 3, number.begin) - 3;
    for (uint32_t at = number.begin; at > first; --at) {
      const auto match = table_.comparison.Before(document(), passage_->text, at, sentence.begin);
      if (!match) continue;
      const std::string_view word = passage_->WordAt(at - 1);
      return match->words > 1 || word == "against" || word == "versus" || word == "vs";
    }
    return false;
  }

  // "from 2004 to 2007" compares with nothing.
  bool IsStretch(const model::TokenRange& tokens) const {
    for (uint32_t at = tokens.begin + 1; at + 1 < tokens.end; ++at) {
      const std::string_view word = passage_->WordAt(at);
      if (word == "to" || word == "through" || word == "until" || word == "till") return true;
    }
    return false;
  }

  bool IsComparison(std::string_view form, uint32_t i, const model::TokenRange& sentence) const {
    uint32_t at = i;
    for (int skipped = 0; at > sentence.begin && skipped < 2; ++skipped) {
      const std::string_view word = passage_->WordAt(at - 1);
      if (word != "the" && word != "in" && word != "for") break;
      --at;
    }
    const auto match = table_.comparison.Before(document(), passage_->text, at, sentence.begin);
    if (!match) return false;
    const std::string_view first = passage_->WordAt(at - match->words);
    const bool weak = match->words == 1 && (first == "on" || first == "over");
    return !weak || (form.starts_with("LAST:1") && form.size() == 7);
  }

  // A date without a year is the last one before the day of publication.
  void SetYear(model::Period* period) const {
    if (!period->form.starts_with("DATE:") || period->form.size() != 10) return;
    if (!published_ || published_->precision > Precision::kDay) {
      period->form.clear();
      return;
    }
    const Day today = DayOf(published_->seconds);
    const CivilDate date = CivilOf(today);
    const int month = std::stoi(period->form.substr(5, 2)), day = std::stoi(period->form.substr(8));
    Day best = DayOf(date.year, month, day);
    if (best > today + 31) best = DayOf(date.year - 1, month, day);
    period->form = "DATE:" + FormatDay(best);
  }

  // "Tuesday" is the last one, "yesterday" the day before the publication.
  void SetDay(uint32_t token, model::Period* period) const {
    if (period->form != "EVENT_DAY") return;
    if (!published_ || published_->precision > Precision::kDay) return;
    const uint64_t word = document().tokens[token].word;
    const Day today = DayOf(published_->seconds);
    Day day = today;
    if (const auto row = table_.weekdays.Word(word)) {
      const int wanted = table_.numbers[*row].value - 1, now = (today + 3) % 7;
      day = today - (now - wanted + 7) % 7;
    } else if (const auto shift = table_.days.Word(word)) {
      day = today + table_.numbers[*shift].value;
    }
    period->from = day;
    period->until = day + 1;
  }

  const PeriodTable& table_;
  Passage* passage_;
  PeriodReader reader_;
  std::optional<Timestamp> published_;
  size_t next_quantity_ = 0;
};

}  // namespace

void FindPeriods(const PeriodTable& table, Passage* passage) { Finder(table, passage).Run(); }

std::string_view ChangeBasisNear(const Passage& passage, const Span& within, const Span& near) {
  std::string_view basis;
  uint32_t best = UINT32_MAX;
  const auto first =
      std::lower_bound(passage.bases.begin(), passage.bases.end(), within.begin,
                       [](const BasisHit& hit, uint32_t begin) { return hit.span.begin < begin; });
  for (auto next = first; next != passage.bases.end() && next->span.begin < within.end; ++next) {
    const BasisHit& hit = *next;
    if (!within.Contains(hit.span)) continue;
    const uint32_t distance = hit.span.begin >= near.end   ? hit.span.begin - near.end
                              : near.begin >= hit.span.end ? near.begin - hit.span.end
                                                           : 0;
    if (distance >= best) continue;
    best = distance;
    basis = hit.basis;
  }
  return basis;
}

}  // namespace tellwire::analysis
