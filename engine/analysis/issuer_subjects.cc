// Whom a clause speaks of, and whom "the company" and "its" stand for.
//
// The text is walked once, clause by clause, with what it has spoken of so far: the last subject of
// the sentence, of the paragraph, the company of the section's heading, and the article's primary.
// A reference takes the nearest of them that fits (a chipmaker is of the sector semiconductors).
// A company that only stood in a competitor phrase is never carried on, with one exception: a
// relative clause behind it ("faster than Amazon's, which rose 17%").
//
// Tested by tests/analysis/issuers_subjects_test.cc.
#include <algorithm>

#include "analysis/issuer_stance.h"
#include "analysis/issuer_table.h"
#include "analysis/issuers.h"
#include "analysis/one_of.h"

namespace tellwire::analysis {
namespace {

using ReferenceKind = IssuerTable::ReferenceKind;

// A company, and the hit and segment that last spoke of it.
struct Topic {
  int company = -1;
  int hit = -1;  // index into Passage::issuers, -1: in no place of this passage
  std::string_view segment;
};

// For how many sentences a paragraph stays with the company that it last spoke of: the one that the
// article is about, and any other.
constexpr uint32_t kCarry = 3, kCarryOfMany = 1;

class SubjectBinder {
 public:
  SubjectBinder(const IssuerTable& table, Passage* passage, const model::Analysis& analysis)
      : table_(table), passage_(*passage), analysis_(analysis), primary_(analysis.Primary()) {}

  void Bind();

 private:
  bool MayBeSubject(const IssuerHit& hit) const;
  bool StandsAsObject(const IssuerHit& hit) const {
    return analysis::StandsAsObject(table_, passage_, hit);
  }
  bool HasOtherBefore(uint32_t token) const;
  bool FitsSector(int company, const std::vector<std::string>& sectors) const;
  IssuerHit ReferenceOf(const TermHit& term) const;
  void AddReferences();
  void EnterBlock(const model::Sentence& sentence);
  bool IsFresh() const;
  bool IsInLimbo() const;
  Topic Carried(const IssuerTable::Reference& reference, const Topic& in_clause) const;
  Topic Resolve(const IssuerTable::Reference& reference, const Topic& in_clause,
                uint32_t token) const;
  void BindClause(SentenceClause* clause);
  int Antecedent(const SentenceClause& clause) const;
  void BindReferences();
  Topic NearTopic() const;
  int PickSubject() const;
  void Speak(const SentenceClause& clause);
  void EndSentence();

  const IssuerTable& table_;
  Passage& passage_;
  const model::Analysis& analysis_;
  const int primary_;
  model::TokenRange sentence_;       // of the clause at hand
  std::vector<int> reference_rows_;  // parallel to issuers: row of the reference, -1: a name
  Topic in_sentence_, mentioned_, in_paragraph_, in_heading_;
  uint32_t since_named_ = 0;  // sentences since one spoke of the paragraph's topic
  int block_ = -1;
  size_t next_hit_ = 0;  // the first hit of the clause at hand
  size_t end_hit_ = 0;
};

bool SubjectBinder::MayBeSubject(const IssuerHit& hit) const {
  if (!hit.eligible() || hit.competitor) return false;
  const std::string& kind = analysis_.companies[static_cast<size_t>(hit.company)].kind;
  return kind != "gov" && kind != "source";
}

// Whether the sentence speaks of an authority or a country before a token.
bool SubjectBinder::HasOtherBefore(uint32_t token) const {
  for (size_t i = 0; i < end_hit_; ++i) {
    const IssuerHit& hit = passage_.issuers[end_hit_ - 1 - i];
    if (hit.tokens.begin < sentence_.begin) break;
    if (hit.tokens.begin >= token || hit.company < 0 || StandsAsObject(hit)) continue;
    if (analysis_.companies[static_cast<size_t>(hit.company)].kind == "gov") return true;
  }
  return HasCountryBefore(table_, passage_, sentence_.begin, token);
}

bool SubjectBinder::FitsSector(int company, const std::vector<std::string>& sectors) const {
  if (company < 0) return false;
  const std::string& sector = analysis_.companies[static_cast<size_t>(company)].sector;
  return sectors.empty() || sector.empty() ||
         std::find(sectors.begin(), sectors.end(), sector) != sectors.end();
}

IssuerHit SubjectBinder::ReferenceOf(const TermHit& term) const {
  IssuerHit hit;
  hit.span = term.span;
  hit.tokens = term.tokens;
  hit.reference = true;
  const ReferenceKind kind = table_.references[term.term.row].kind;
  const auto& tokens = passage_.document->tokens;
  const uint32_t next = term.tokens.end;
  hit.possessive = kind == ReferenceKind::kPossessive || kind == ReferenceKind::kPluralPossessive ||
                   (next < tokens.size() && passage_.WordAt(next) == "s" &&
                    tokens[next].span.begin <= term.span.end + 3);
  return hit;
}

// Merges the references among the names, unbound.
void SubjectBinder::AddReferences() {
  MarkWorldly(table_, analysis_, &passage_);
  auto& names = passage_.issuers;
  for (IssuerHit& name : names)
    name.possessive = name.possessive || StandsBeforeItsOwn(table_, passage_, name);
  const auto references = passage_.Terms(TermKind::kReference);
  std::vector<IssuerHit> merged;
  merged.reserve(names.size() + references.size());
  reference_rows_.reserve(names.size() + references.size());
  const auto add = [&](IssuerHit hit, int row) {
    merged.push_back(std::move(hit));
    reference_rows_.push_back(row);
  };
  size_t next = 0;
  uint32_t covered = 0;
  for (const TermHit& term : references) {
    if (term.tokens.begin < covered) continue;
    for (; next < names.size() && names[next].tokens.begin < term.tokens.begin; ++next) {
      covered = names[next].tokens.end;
      add(std::move(names[next]), -1);
    }
    if (term.tokens.begin < covered) continue;
    if (next < names.size() && names[next].tokens.begin < term.tokens.end) continue;
    covered = term.tokens.end;
    add(ReferenceOf(term), static_cast<int>(term.term.row));
  }
  for (; next < names.size(); ++next) add(std::move(names[next]), -1);
  names = std::move(merged);
}

void SubjectBinder::EnterBlock(const model::Sentence& sentence) {
  if (static_cast<int>(sentence.block) == block_) return;
  const auto& blocks = passage_.document->blocks;
  if (block_ >= 0 && blocks[static_cast<size_t>(block_)].kind == model::BlockKind::kHeading) {
    in_heading_ = in_paragraph_;
  } else if (block_ >= 0 &&
             blocks[static_cast<size_t>(block_)].section != blocks[sentence.block].section) {
    in_heading_ = {};
  }
  block_ = static_cast<int>(sentence.block);
  in_paragraph_ = {};
}

// Whether the topic of the paragraph still stands: that of the article longer than any other. Who
// speaks himself comes back to himself with the next sentence.
bool SubjectBinder::IsFresh() const {
  const bool is_main = in_paragraph_.company == primary_;
  if (passage_.own_voice && !is_main) return false;
  return in_paragraph_.company >= 0 && since_named_ <= (is_main ? kCarry : kCarryOfMany);
}

// Whether another company than the article's was the last topic, and is neither fresh nor long
// gone: nobody can tell who is meant.
bool SubjectBinder::IsInLimbo() const {
  return in_paragraph_.company >= 0 && !passage_.own_voice && !IsFresh() && since_named_ <= kCarry;
}

// What the sentence so far, or one not far before it, has spoken of.
Topic SubjectBinder::Carried(const IssuerTable::Reference& reference,
                             const Topic& in_clause) const {
  for (const Topic* topic : {&in_clause, &in_sentence_, &mentioned_}) {
    if (FitsSector(topic->company, reference.sectors)) return *topic;
  }
  if (reference.sectors.empty() && IsInLimbo()) return {};
  const Topic paragraph = IsFresh() ? in_paragraph_ : Topic{};
  const Topic last{primary_, -1, ""};
  for (const Topic* topic : {&paragraph, &in_heading_, &last}) {
    if (FitsSector(topic->company, reference.sectors)) return *topic;
  }
  // nobody near is a chipmaker: the one company of the article that is
  int only = -1;
  for (size_t i = 0; i < analysis_.companies.size() && !reference.sectors.empty(); ++i) {
    const auto& company = analysis_.companies[i];
    if (company.sector.empty() || !FitsSector(static_cast<int>(i), reference.sectors)) continue;
    if (only >= 0 && primary_ < 0) return {};
    if (only < 0) only = static_cast<int>(i);
  }
  if (only >= 0) return {only, -1, ""};
  return paragraph.company >= 0 ? paragraph : last;
}

// "it" and "its" point to the subject, so does "the company"; a plural only to a near one.
Topic SubjectBinder::Resolve(const IssuerTable::Reference& reference, const Topic& in_clause,
                             uint32_t token) const {
  const bool plural = reference.kind == ReferenceKind::kPlural ||
                      reference.kind == ReferenceKind::kPluralPossessive;
  if (plural) {
    if (in_clause.company >= 0) return in_clause;
    return in_sentence_.company >= 0 ? in_sentence_ : Topic{};
  }
  const bool bare =
      reference.kind == ReferenceKind::kPronoun || reference.kind == ReferenceKind::kPossessive;
  const bool here = in_clause.company >= 0 || in_sentence_.company >= 0 || mentioned_.company >= 0;
  if (bare && !here && HasOtherBefore(token)) return {};
  return Carried(reference, in_clause);
}

void SubjectBinder::BindReferences() {
  Topic in_clause;
  for (size_t i = next_hit_; i < end_hit_; ++i) {
    IssuerHit& hit = passage_.issuers[i];
    if (reference_rows_[i] >= 0) {
      const auto& reference = table_.references[static_cast<size_t>(reference_rows_[i])];
      const Topic topic =
          IsDummy(passage_, hit) ? Topic{} : Resolve(reference, in_clause, hit.tokens.begin);
      hit.company = topic.company;
      const bool bare =
          reference.kind == ReferenceKind::kPronoun || reference.kind == ReferenceKind::kPossessive;
      if (bare) hit.segment = topic.segment;
    }
    if (in_clause.company < 0 && MayBeSubject(hit) && !StandsAsObject(hit))
      in_clause = {hit.company, static_cast<int>(i), hit.segment};
  }
}

// The first name or reference that is no object; else the first of any kind; else a contrasted one.
int SubjectBinder::PickSubject() const {
  int object = -1, contrasted = -1;
  for (size_t i = next_hit_; i < end_hit_; ++i) {
    const IssuerHit& hit = passage_.issuers[i];
    if (hit.competitor && hit.company >= 0 && contrasted < 0) contrasted = static_cast<int>(i);
    if (!MayBeSubject(hit)) continue;
    // "guidance from Ford hurt its shares": its is Ford's
    if (hit.reference && hit.possessive && object >= 0) continue;
    if (!StandsAsObject(hit)) return static_cast<int>(i);
    if (object < 0) object = static_cast<int>(i);
  }
  if (object >= 0) {
    const IssuerHit& hit = passage_.issuers[static_cast<size_t>(object)];
    const bool has_other = in_sentence_.company >= 0 || HasOtherBefore(hit.tokens.begin);
    if (has_other && StandsAside(table_, passage_, hit)) return -1;
  }
  if (object >= 0) return object;
  const bool owns = contrasted >= 0 && passage_.issuers[static_cast<size_t>(contrasted)].possessive;
  return in_sentence_.company >= 0 && !owns ? -1 : contrasted;
}

// Remembers whom the clause spoke of.
void SubjectBinder::Speak(const SentenceClause& clause) {
  if (clause.subject >= 0) {
    const IssuerHit& hit = passage_.issuers[static_cast<size_t>(clause.subject)];
    if (MayBeSubject(hit)) {
      const Topic topic{hit.company, clause.subject, hit.segment};
      if (!StandsAsObject(hit)) in_sentence_ = topic;
      if (mentioned_.company < 0 || !StandsAsObject(hit)) mentioned_ = topic;
    }
  }
  for (size_t i = next_hit_; i < end_hit_ && mentioned_.company < 0; ++i) {
    const IssuerHit& hit = passage_.issuers[i];
    if (MayBeSubject(hit)) mentioned_ = {hit.company, static_cast<int>(i), hit.segment};
  }
}

// The name that a relative clause stands behind: "SAP, whose shares fell"; -1: none. One in whose
// clause nobody is named may stand further behind it: "faster than Amazon's growth, which".
int SubjectBinder::Antecedent(const SentenceClause& clause) const {
  if (next_hit_ == 0 || clause.opener.empty()) return -1;
  if (!IsOneOf(clause.opener, {"which", "that", "who", "whose"})) return -1;
  const IssuerHit& before = passage_.issuers[next_hit_ - 1];
  const bool here = before.tokens.begin >= sentence_.begin && before.company >= 0;
  if (!here || before.only_source) return -1;
  // "Instagram, which Facebook bought" speaks of Facebook
  const bool inverted =
      next_hit_ < end_hit_ && passage_.issuers[next_hit_].tokens.begin == clause.tokens.begin + 1;
  if (inverted) return -1;
  const bool adjacent = before.tokens.end == clause.tokens.begin;
  return adjacent || next_hit_ == end_hit_ ? static_cast<int>(next_hit_ - 1) : -1;
}

void SubjectBinder::BindClause(SentenceClause* clause) {
  BindReferences();
  if (const int antecedent = Antecedent(*clause); antecedent >= 0) {
    const IssuerHit& before = passage_.issuers[static_cast<size_t>(antecedent)];
    if (before.modifier) return;  // "a former Citigroup banker who earned"
    clause->subject = antecedent;
    clause->company = before.company;
    clause->segment = before.segment;
    return;
  }
  clause->subject = PickSubject();
  if (clause->subject >= 0) {
    const IssuerHit& hit = passage_.issuers[static_cast<size_t>(clause->subject)];
    clause->company = hit.company;
    clause->segment = hit.segment;
    return;
  }
  const Topic near = NearTopic();
  clause->company = near.company;
  clause->segment = near.segment;
}

// Whom a clause without a name speaks of: the sentence's topic, the paragraph's as long as it is
// fresh, the heading's, the article's.
Topic SubjectBinder::NearTopic() const {
  for (const Topic* topic : {&in_sentence_, &mentioned_}) {
    if (topic->company >= 0) return *topic;
  }
  if (IsFresh()) return in_paragraph_;
  if (IsInLimbo()) return {};
  if (in_heading_.company >= 0) return in_heading_;
  return {primary_, -1, ""};
}

void SubjectBinder::EndSentence() {
  ++since_named_;
  if (in_sentence_.company >= 0) {
    in_paragraph_ = in_sentence_;
    since_named_ = 1;
  } else if (mentioned_.company >= 0 && mentioned_.company == in_paragraph_.company) {
    since_named_ = 1;
  } else if (in_paragraph_.company < 0 && primary_ >= 0) {
    in_paragraph_ = mentioned_;
    since_named_ = 1;
  }
  in_sentence_ = {};
  mentioned_ = {};
}

void SubjectBinder::Bind() {
  passage_.own_voice = primary_ >= 0 && SpeaksOfWe(passage_);
  AddReferences();
  int sentence = -1;
  for (SentenceClause& clause : passage_.clauses) {
    if (static_cast<int>(clause.sentence) != sentence) {
      EndSentence();
      sentence = static_cast<int>(clause.sentence);
      sentence_ = passage_.document->sentences[clause.sentence].tokens;
      EnterBlock(passage_.document->sentences[clause.sentence]);
    }
    const auto& hits = passage_.issuers;
    while (next_hit_ < hits.size() && hits[next_hit_].tokens.begin < clause.tokens.begin)
      ++next_hit_;
    end_hit_ = next_hit_;
    while (end_hit_ < hits.size() && hits[end_hit_].tokens.begin < clause.tokens.end) ++end_hit_;
    BindClause(&clause);
    Speak(clause);
    next_hit_ = end_hit_;
  }
}

void AddOnce(int company, std::vector<int>* companies) {
  if (std::find(companies->begin(), companies->end(), company) == companies->end())
    companies->push_back(company);
}

// Whom each sentence of a passage speaks of.
void FillSentences(const Passage& passage, model::Analysis* analysis) {
  const auto& sentences = passage.document->sentences;
  size_t hit = 0, clause = 0;
  std::vector<int> aside;
  for (model::SentenceAnalysis& sentence : analysis->sentences) {
    if (sentence.place.part != passage.part) continue;
    const model::TokenRange& tokens = sentences[sentence.index].tokens;
    aside.clear();
    for (; hit < passage.issuers.size() && passage.issuers[hit].tokens.begin < tokens.end; ++hit) {
      const IssuerHit& at = passage.issuers[hit];
      if (at.company < 0) continue;
      AddOnce(at.company, at.only_source || at.competitor ? &aside : &sentence.companies);
    }
    const bool named = !sentence.companies.empty();
    sentence.carried = !named;
    for (; clause < passage.clauses.size() && passage.clauses[clause].sentence <= sentence.index;
         ++clause) {
      const int carried = passage.clauses[clause].company;
      if (!named && carried >= 0 && passage.clauses[clause].subject < 0)
        AddOnce(carried, &sentence.companies);
    }
    for (int company : aside) {
      if (std::find(sentence.companies.begin(), sentence.companies.end(), company) ==
          sentence.companies.end())
        AddOnce(company, &sentence.only_sources);
    }
  }
}

}  // namespace

void BindSubjects(const IssuerTable& table, Passage* title, Passage* text,
                  model::Analysis* analysis) {
  for (Passage* passage : {title, text}) {
    SubjectBinder(table, passage, *analysis).Bind();
    FillSentences(*passage, analysis);
  }
}

}  // namespace tellwire::analysis
