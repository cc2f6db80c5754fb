// An article goes through the network in four steps: its words, facts, companies, events, themes
// and literals wake the leaves that rules are anchored on; the woken rules of articles are asked
// once; those of companies once for each company; what holds has its evidence collected.
#include "match/network.h"

#include <algorithm>
#include <chrono>

#include "match/evaluation.h"
#include "match/evidence.h"
#include "match/program.h"
#include "match/scratch.h"

namespace tellwire::match {

using model::Part;
using model::Truth;

struct Network::Compiled {
  Program program;
  const model::Vocabulary& vocabulary;
};

namespace {

bool HasTrue(const TaggedReadings& readings) {
  return std::any_of(readings.begin(), readings.end(),
                     [](const Tagged& tagged) { return tagged.reading.truth == Truth::kTrue; });
}

std::string ReasonOf(Truth truth, const TaggedReadings& readings) {
  if (truth == Truth::kError) return "a limit of matching was reached";
  for (const Tagged& tagged : readings) {
    if (tagged.reading.truth == Truth::kUnknown) return "unknown: " + ToString(*tagged.leaf);
  }
  return "unknown";
}

// One article on its way through the network.
class Passage {
 public:
  Passage(const Program& program, const model::Vocabulary& vocabulary, const Subject& subject,
          Scratch* scratch, std::vector<RuleCounters>* counters)
      : program_(program),
        vocabulary_(vocabulary),
        subject_(subject),
        scratch_(scratch),
        counters_(counters),
        stamp_(scratch->NextStamp()),
        evaluation_(program, subject, vocabulary, stamp_, scratch) {
    scratch->candidates.clear();
    scratch->article_pool.clear();
    scratch->copied = scratch->searched = false;
    scratch->index.Reset(&subject.analysis.title, &subject.analysis.text);
  }

  Outcome Run() {
    Wake();
    AskAll();
    return std::move(outcome_);
  }

 private:
  void Wake();
  void WakeByWords(Part part);
  void WakeLeaf(Part part, const PhraseTable::Filed& filed, uint32_t first);
  void WakeByFacts();
  void WakeSource(SourceId source);
  void WakeRule(uint32_t rule);
  bool LacksSomething(uint32_t rule) const;
  void DropThoseThatLack();

  void AskAll();
  void Ask(uint32_t index, int company);
  Truth Decide(uint32_t index, int company);
  void AddHit(uint32_t index, int company, const TaggedReadings& when,
              std::vector<std::string> unsure);
  void AddFound(const Root& root, const TaggedReadings& readings, model::Hit* hit,
                std::vector<model::Evidence>* evidence);
  const std::string* TextOf(const rule::Condition& leaf);

  const Program& program_;
  const model::Vocabulary& vocabulary_;
  const Subject& subject_;
  Scratch* scratch_;
  std::vector<RuleCounters>* counters_;
  uint32_t stamp_;
  Evaluation evaluation_;
  Outcome outcome_;
  std::chrono::steady_clock::time_point asked_;  // when the last rule was done with
};

void Passage::WakeRule(uint32_t rule) {
  if (scratch_->woken[rule] == stamp_) return;
  scratch_->woken[rule] = stamp_;
  scratch_->candidates.push_back(rule);
}

void Passage::WakeSource(SourceId source) {
  for (uint32_t rule : program_.sources[source].wakes) WakeRule(rule);
}

void Passage::WakeByWords(Part part) {
  const model::Document& document = subject_.analysis.document(part);
  const auto found = [&](const PhraseTable::Filed& filed, uint32_t first) {
    if (filed.only_rule != PhraseTable::kSeveral)
      WakeRule(filed.only_rule);
    else
      WakeLeaf(part, filed, first);
  };
  for (const model::Block& block : document.blocks) {
    if (Places::IsRead(block))
      program_.phrases.Read(document, block.tokens.begin, block.tokens.end, found);
  }
}

void Passage::WakeLeaf(Part part, const PhraseTable::Filed& filed, uint32_t first) {
  const PhraseTable::Leaf& leaf = program_.phrases.leaf(filed.leaf);
  if (leaf.recorder != kNone) {
    Scratch::Recorded& recorded = scratch_->recorded[leaf.recorder];
    if (recorded.stamp != stamp_) recorded.occurrences.clear();
    recorded.stamp = stamp_;
    recorded.occurrences.push_back({part, filed.phrase, first});
  }
  WakeSource(leaf.source);
}

// A metric wakes those that ask for it, for a family that it lies in, or for a family that it is
// put under in the lexicon.
void Passage::WakeByFacts() {
  if (program_.metrics.empty()) return;
  const auto wake = [&](SourceId source) { WakeSource(source); };
  const std::string* before = nullptr;
  for (const model::Fact& fact : subject_.analysis.facts) {
    if (before != nullptr && *before == fact.metric) continue;
    before = &fact.metric;
    std::string_view metric = fact.metric;
    for (int depth = 0; depth < 8; ++depth) {
      for (std::string_view family = metric;;) {
        program_.metrics.ForEach(family, wake);
        const size_t dot = family.rfind('.');
        if (dot == std::string_view::npos) break;
        family = family.substr(0, dot);
      }
      const model::Metric* known = vocabulary_.FindMetric(metric);
      if (known == nullptr || known->parent.empty()) break;
      metric = known->parent;
    }
  }
}

void Passage::Wake() {
  const auto wake = [&](SourceId source) { WakeSource(source); };
  const model::Analysis& analysis = subject_.analysis;
  WakeByWords(Part::kTitle);
  WakeByWords(Part::kText);
  WakeByFacts();
  if (!program_.companies.empty()) {
    for (const model::Company& company : analysis.companies) {
      program_.companies.ForEach(company.name, wake);
      program_.companies.ForEach(company.ticker, wake);
    }
  }
  if (!program_.events.empty()) {
    for (const model::SentenceAnalysis& sentence : analysis.sentences) {
      for (const std::string& event : sentence.events) program_.events.ForEach(event, wake);
    }
  }
  if (!program_.themes.empty()) {
    for (const model::Theme& theme : analysis.themes) program_.themes.ForEach(theme.id, wake);
  }
  if (!analysis.quantities.empty()) {
    for (SourceId source : program_.on_any_quantity) WakeSource(source);
  }
  if (program_.has_filed_regex) {
    evaluation_.SearchLiterals();
    for (uint32_t regex = 0; regex < program_.regexes.size(); ++regex) {
      if (evaluation_.IsOpen(regex)) WakeSource(program_.regexes[regex].source);
    }
  }
  for (uint32_t rule : program_.unanchored) WakeRule(rule);
}

bool Passage::LacksSomething(uint32_t rule) const {
  const uint32_t* need = &program_.needs[program_.first_need[rule]];
  for (uint32_t groups = *need++; groups > 0; --groups) {
    bool present = false;
    const uint32_t* const end = need + 1 + *need;
    for (++need; need < end; ++need) present = present || scratch_->presence.MayHave(*need);
    if (!present) return true;
  }
  return false;
}

// Few rules are cheaper asked than filtered.
void Passage::DropThoseThatLack() {
  std::vector<uint32_t>& candidates = scratch_->candidates;
  if (candidates.size() < 4) return;
  // Sent for while the filter is built.
  for (uint32_t rule : candidates) __builtin_prefetch(&program_.needs[program_.first_need[rule]]);
  scratch_->presence.Build(subject_.analysis.title, subject_.analysis.text);
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                  [&](uint32_t rule) { return LacksSomething(rule); }),
                   candidates.end());
}

// Company by company, so that what rules share is worked out once for each; then put in order.
void Passage::AskAll() {
  std::vector<uint32_t>& candidates = scratch_->candidates;
  if (counters_ != nullptr) {
    for (uint32_t rule : candidates) ++(*counters_)[rule].candidates;
  }
  DropThoseThatLack();
  std::sort(candidates.begin(), candidates.end());
  bool of_companies = false;
  if (counters_ != nullptr) asked_ = std::chrono::steady_clock::now();
  evaluation_.SetCompany(-1);
  for (uint32_t rule : candidates) {
    if (program_.asked[rule].per_company)
      of_companies = true;
    else
      Ask(rule, -1);
  }
  if (!of_companies) return;
  const auto& companies = subject_.analysis.companies;
  for (size_t company = 0; company < companies.size(); ++company) {
    evaluation_.SetCompany(static_cast<int>(company));
    for (uint32_t rule : candidates) {
      if (!program_.asked[rule].per_company) continue;
      const RuleProgram& program = program_.rules[rule];
      if (!program.filter.empty() &&
          TestCompany(companies[company], {}, program.filter, evaluation_.leaves()) != Truth::kTrue)
        continue;
      Ask(rule, static_cast<int>(company));
    }
  }
  const auto in_order = [](const auto& a, const auto& b) {
    return a.rule != b.rule ? a.rule < b.rule : a.company < b.company;
  };
  std::sort(outcome_.hits.begin(), outcome_.hits.end(), in_order);
  std::sort(outcome_.verdicts.begin(), outcome_.verdicts.end(), in_order);
  std::sort(outcome_.excepted.begin(), outcome_.excepted.end(), in_order);
}

void Passage::Ask(uint32_t index, int company) {
  if (counters_ == nullptr) {
    Decide(index, company);
    return;
  }
  const Truth truth = Decide(index, company);
  const auto now = std::chrono::steady_clock::now();
  const auto spent = now - asked_;
  asked_ = now;
  RuleCounters& counters = (*counters_)[index];
  ++counters.evaluations;
  counters.hits += truth == Truth::kTrue;
  counters.unknowns += truth == Truth::kUnknown;
  counters.errors += truth == Truth::kError;
  counters.native_ns +=
      static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(spent).count());
}

// True: a hit was added; unknown and error: a verdict was; false: nothing, or what was excepted.
Truth Passage::Decide(uint32_t index, int company) {
  const Truth truth = evaluation_.TruthOf(program_.asked[index].when);
  if (truth == Truth::kFalse) return truth;
  const RuleProgram& rule = program_.rules[index];
  TaggedReadings& when = scratch_->when;
  when.clear();
  evaluation_.Collect(rule.when, &when);
  if (company >= 0 && when.empty()) return Truth::kFalse;  // nothing speaks of it: not asked
  const auto fail = [&](Truth failed, const TaggedReadings& readings) {
    outcome_.verdicts.push_back({index, company, failed, ReasonOf(failed, readings)});
    return failed;
  };
  if (truth != Truth::kTrue) return fail(truth, when);
  if (company >= 0 && !HasTrue(when)) return Truth::kFalse;
  for (size_t i = 0; i < rule.excepted.size(); ++i) {
    if (evaluation_.TruthOf(rule.excepted[i].node) != Truth::kTrue) continue;
    outcome_.excepted.push_back({index, company, i});
    return Truth::kFalse;
  }
  std::vector<std::string> unsure;
  bool failed = false;
  for (const Root& unless : rule.unless) {
    const Truth vetoed = evaluation_.TruthOf(unless.node);
    if (vetoed == Truth::kTrue) return Truth::kFalse;
    failed = failed || vetoed == Truth::kError;
    if (vetoed == Truth::kUnknown) unsure.push_back(ClauseName(*unless.condition, unless.name));
  }
  if (failed) return fail(Truth::kError, {});
  AddHit(index, company, when, std::move(unsure));
  return Truth::kTrue;
}

const std::string* Passage::TextOf(const rule::Condition& leaf) {
  const auto [found, is_new] = scratch_->leaf_texts.try_emplace(&leaf);
  if (is_new) found->second = ToString(leaf);
  return &found->second;
}

void Passage::AddFound(const Root& root, const TaggedReadings& readings, model::Hit* hit,
                       std::vector<model::Evidence>* evidence) {
  std::vector<Found> found;
  found.reserve(readings.size());
  for (const Tagged& tagged : readings) {
    if (tagged.reading.truth != Truth::kTrue) continue;
    const auto clause = std::find(root.clauses.begin(), root.clauses.end(), *tagged.clause);
    found.push_back({static_cast<size_t>(clause - root.clauses.begin()), TextOf(*tagged.leaf),
                     tagged.reading.place, tagged.reading.fact});
  }
  hit->evidence_left_out += AddEvidence(root.clauses, std::move(found), evaluation_.places(),
                                        subject_.analysis.facts, evidence);
}

void Passage::AddHit(uint32_t index, int company, const TaggedReadings& when,
                     std::vector<std::string> unsure) {
  const RuleProgram& rule = program_.rules[index];
  model::Hit hit;
  hit.rule = index;
  hit.company = company;
  hit.unsure = std::move(unsure);
  AddFound(rule.when, when, &hit, &hit.evidence);
  for (const Root& against : rule.against) {
    TaggedReadings readings;
    evaluation_.Collect(against, &readings);
    AddFound(against, readings, &hit, &hit.against);
  }
  outcome_.hits.push_back(std::move(hit));
}

}  // namespace

Network::Network(const rule::RuleSet& rules, const model::Vocabulary& vocabulary,
                 const WordFrequencies* frequencies)
    : compiled_(new Compiled{
          Compile(rules, vocabulary, frequencies != nullptr ? *frequencies : WordFrequencies()),
          vocabulary}) {}

Network::~Network() = default;
Network::Network(Network&&) noexcept = default;

void Network::DeleteScratch::operator()(Scratch* scratch) const { delete scratch; }

Network::ScratchPtr Network::NewScratch() const {
  return ScratchPtr(new Scratch(compiled_->program));
}

Outcome Network::Match(const Subject& subject, Scratch* scratch,
                       std::vector<RuleCounters>* counters) const {
  return Passage(compiled_->program, compiled_->vocabulary, subject, scratch, counters).Run();
}

Anchor Network::AnchorOf(size_t rule) const {
  const Program& program = compiled_->program;
  const RuleProgram& compiled = program.rules[rule];
  Anchor anchor;
  for (SourceId source : compiled.anchor) {
    const rule::Condition& leaf = *program.sources[source].condition;
    anchor.leaves.push_back(ToString(leaf));
    for (const rule::PhrasePattern& phrase : leaf.phrases) {
      if (phrase.words.size() == 1 && phrase.words[0].kind == rule::WordPattern::Kind::kExact)
        anchor.words.push_back(phrase.words[0]);
    }
  }
  const auto& all = program.unanchored;
  anchor.anchored = std::find(all.begin(), all.end(), rule) == all.end();
  return anchor;
}

size_t Network::unanchored() const { return compiled_->program.unanchored.size(); }
size_t Network::nodes() const { return compiled_->program.nodes.size(); }

}  // namespace tellwire::match
