// Words and facts are laid over each other. A surprise and a change of guidance are a fact's to say
// and replace the words under it. A mere direction is mostly said by words too, which know best
// what moves; the fact speaks where they do not and it has numbers ("EUR 5m, compared with EUR
// 7m"). Tested by tests/analysis/sentiment_test.cc.
#include "analysis/sentiment.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "analysis/tone.h"
#include "analysis/tone_reading.h"

namespace tellwire::analysis {
namespace {

using model::Fact;

constexpr double kSilentSentence = 0.3;  // weight of sentences that say nothing either way
constexpr size_t kLeadSentences = 3;
constexpr double kLessOfBurden = -0.5;  // of guidance: a cut of what costs is good, but mildly

double Squash(double sum, const ToneSettings& settings) {
  const double score = std::tanh(settings.sharpness * sum);
  return std::round(score * 1000) / 1000;
}

model::Tone LabelOf(double score, double positive, double negative) {
  if (score >= positive) return model::Tone::kPositive;
  return score <= negative ? model::Tone::kNegative : model::Tone::kNeutral;
}

double SureOf(model::Modality modality) {
  switch (modality) {
    case model::Modality::kHypothetical:
    case model::Modality::kRumour:
    case model::Modality::kOpinion:
      return 0.5;
    default:
      return 1;
  }
}

double SignOf(model::Direction direction) {
  if (direction == model::Direction::kUp) return 1;
  return direction == model::Direction::kDown ? -1 : 0;
}

// What a fact says for its company, good or bad.
double ValueOf(const Fact& fact, const model::Metric* metric, const ToneSettings& settings) {
  const double polarity = metric ? metric->polarity : 0;
  double value = SignOf(fact.direction) * polarity * settings.fact;
  if (fact.surprise == model::Surprise::kBeat) value += settings.surprise;
  if (fact.surprise == model::Surprise::kMiss) value -= settings.surprise;
  if (fact.HasFlag("guidance_raised")) value = settings.guidance;
  if (fact.HasFlag("guidance_cut") || fact.HasFlag("guidance_withdrawn"))
    value = -settings.guidance;
  if (value == 0 && fact.HasFlag("loss") && !fact.HasFlag("loss_narrowed")) value = -0.5;
  if (fact.negated) value *= settings.flip_bad;
  return value * SureOf(fact.modality);
}

// What is summed for one company.
struct Account {
  double sum = 0;
  double weight = 0;                              // of the sentences that speak of it
  const model::SentenceAnalysis* last = nullptr;  // of those
  double price = 0, surprise = 0;                 // signs of its facts, for `mixed`
  bool speaks = false;                            // one of its people speaks somewhere
  bool spoken_of = false;                         // it is named otherwise
};

class Judge {
 public:
  Judge(const Lexicon& lexicon, const PlacedFacts& facts, model::Analysis* analysis)
      : table_(lexicon.tone->sentiment),
        settings_(lexicon.tone->sentiment.settings),
        analysis_(*analysis),
        accounts_(analysis->companies.size()),
        facts_(facts) {}

  void Read(const Passage& passage, size_t first_sentence) {
    size_t term = 0, issuer = 0;
    const auto& sentences = passage.document->sentences;
    for (size_t i = 0; i < sentences.size(); ++i) {
      ReadTone(table_, passage, sentences[i], &term, &issuer, &reading_);
      LayFacts(passage, sentences[i], &reading_);
      AimTone(table_, passage, &reading_);
      NoteHouses(reading_);
      if (reading_.elements.empty()) {
        article_weight_ += kSilentSentence * WeightOf(passage, i);
        continue;
      }
      const double weight = WeightOf(passage, i);
      article_sum_ += weight * reading_.Sum();
      article_weight_ += weight;
      Credit(reading_, weight, analysis_.sentences[first_sentence + i]);
    }
  }

  void Finish() {
    const double mean = article_weight_ > 0 ? article_sum_ / article_weight_ : 0;
    analysis_.sentiment.score = Squash(mean, settings_);
    analysis_.sentiment.label =
        LabelOf(analysis_.sentiment.score, settings_.positive, settings_.negative);
    for (size_t i = 0; i < accounts_.size(); ++i) FinishCompany(i);
  }

 private:
  double WeightOf(const Passage& passage, size_t sentence) const {
    if (passage.part == model::Part::kTitle) return settings_.title;
    if (sentence < kLeadSentences) return settings_.lead;
    return 1 / (1 + settings_.fading * static_cast<double>(sentence - kLeadSentences));
  }

  // Replaces what words say by what facts say, where both stand.
  void LayFacts(const Passage& passage, const model::Sentence& sentence, ToneReading* reading) {
    for (const auto& [fact, metric] : facts_.In(passage.part, sentence.span)) {
      if (!sentence.span.Contains(fact->spans.fact)) continue;
      double value = ValueOf(*fact, metric, settings_);
      Note(*fact, value);
      const model::TokenRange tokens = passage.document->TokensIn(fact->spans.fact);
      if (fact->metric == "guidance") value *= BurdenIn(tokens, *reading);
      value *= reading->RemainsAt(tokens.begin, value * reading->Sum() > 0);
      if (value == 0) continue;
      if (!SaysMore(*fact) && (!HasNumbers(*fact) || HasElementIn(*reading, tokens))) continue;
      std::erase_if(reading->elements, [&](const ToneElement& element) {
        return element.aim == ToneAim::kSubject && element.head.begin >= tokens.begin &&
               element.head.end <= tokens.end;
      });
      ToneElement element{tokens, tokens, value, ToneAim::kSubject};
      if (fact->company >= 0) reading->AddCompany(fact->company, &element.companies);
      reading->elements.push_back(element);
    }
  }

  // Whether a fact knows what no word of movement says: a surprise, a change of guidance.
  static bool SaysMore(const Fact& fact) {
    return fact.surprise != model::Surprise::kNone || fact.HasFlag("guidance_raised") ||
           fact.HasFlag("guidance_cut") || fact.HasFlag("guidance_withdrawn");
  }

  // "raised its forecast of losses" is bad, "cut its spending forecast" neither good nor bad.
  static double BurdenIn(const model::TokenRange& tokens, const ToneReading& reading) {
    for (const ToneMark& mark : reading.marks) {
      if (mark.tokens.begin < tokens.begin || mark.tokens.end > tokens.end) continue;
      if (mark.word->tone_class == ToneClass::kWantsDown) return kLessOfBurden;
      if (mark.word->tone_class == ToneClass::kNeutral) return 0;
    }
    return 1;
  }

  static bool HasNumbers(const Fact& fact) {
    return (fact.change && fact.change_unit != "") || (fact.value && fact.prior);
  }

  static bool HasElementIn(const ToneReading& reading, const model::TokenRange& tokens) {
    return std::any_of(reading.elements.begin(), reading.elements.end(),
                       [&](const ToneElement& element) {
                         return element.head.begin >= tokens.begin &&
                                element.head.begin < tokens.end && std::abs(element.value) > 0.2;
                       });
  }

  void Note(const Fact& fact, double value) {
    if (fact.company < 0 || static_cast<size_t>(fact.company) >= accounts_.size()) return;
    Account& account = accounts_[static_cast<size_t>(fact.company)];
    if (fact.metric == "share_price") account.price += SignOf(fact.direction);
    if (fact.surprise != model::Surprise::kNone) account.surprise += value;
  }

  void NoteHouses(const ToneReading& reading) {
    for (int company : reading.houses) accounts_[static_cast<size_t>(company)].speaks = true;
    for (int company : reading.spoken_of) accounts_[static_cast<size_t>(company)].spoken_of = true;
  }

  void Credit(const ToneReading& reading, double weight, const model::SentenceAnalysis& sentence) {
    for (const ToneElement& element : reading.elements) {
      for (const int company : reading.CompaniesOf(element.companies)) {
        Account& account = accounts_[static_cast<size_t>(company)];
        account.sum += weight * element.value;
        if (std::exchange(account.last, &sentence) != &sentence) account.weight += weight;
      }
    }
    if (!reading.issuers.empty()) return;
    for (int company : sentence.companies) {
      Account& account = accounts_[static_cast<size_t>(company)];
      account.sum += settings_.carried * weight * reading.Sum();
      account.weight += settings_.carried * weight;
    }
  }

  void FinishCompany(size_t i) {
    const Account& account = accounts_[i];
    model::Sentiment& sentiment = analysis_.companies[i].sentiment;
    // What the analysts of a house think of others is not what is thought of the house.
    const bool only_speaks = account.speaks && !account.spoken_of;
    const double mean = account.weight > 0 && !only_speaks ? account.sum / account.weight : 0;
    sentiment.score = Squash(mean, settings_);
    sentiment.label =
        LabelOf(sentiment.score, settings_.company_positive, settings_.company_negative);
    sentiment.mixed = account.price * account.surprise < 0;
    if (sentiment.mixed && analysis_.companies[i].role == model::Role::kPrimary) {
      analysis_.sentiment.mixed = true;
    }
  }

  const SentimentTable& table_;
  const ToneSettings& settings_;
  model::Analysis& analysis_;
  std::vector<Account> accounts_;
  const PlacedFacts& facts_;
  ToneReading reading_;
  double article_sum_ = 0, article_weight_ = 0;
};

}  // namespace

void JudgeSentiment(const Lexicon& lexicon, const Passage& title, const Passage& text,
                    const PlacedFacts& facts, model::Analysis* analysis) {
  Judge judge(lexicon, facts, analysis);
  judge.Read(title, 0);
  judge.Read(text, title.document->sentences.size());
  judge.Finish();
}

}  // namespace tellwire::analysis
