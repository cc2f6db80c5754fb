// A set of leaves is an anchor only if its absence makes the rule false. So: of `all` the best of
// its members' sets; of `any` all of them together; of `at_least(n)` of k members the k-n+1
// cheapest together; of `count` its leaf's, if none is not enough; of negations never. A leaf is
// one itself where an article can wake it: by a word, a metric, a company, a literal of a regex.
//   all { phrase "export control*", ~phrase "eased" }      -> the phrase
//   any { phrase "a", ~phrase "b" }                         -> none
// Tested by tests/match/anchors_test.cc.
#include "match/anchors.h"

#include <algorithm>
#include <cctype>

#include "match/fact_fields.h"
#include "match/numbers.h"

namespace tellwire::match {

using rule::Condition;
using rule::FieldTest;
using rule::Op;

namespace {

// The words of a leaf's plain test of a field, or nullptr: any will do.
const std::vector<std::string>* WantedWords(const Condition& leaf, std::string_view field) {
  for (const FieldTest& test : leaf.fields) {
    if (test.field == field && test.kind == FieldTest::Kind::kWords && !test.no) return &test.words;
  }
  return nullptr;
}

double ShareOfWords(const Condition& leaf, const WordFrequencies& frequencies) {
  double share = 0;
  for (const rule::PhrasePattern& phrase : leaf.phrases) share += frequencies.Share(phrase);
  return std::min(1.0, share);
}

double ShareOfNames(size_t names, double each) {
  return std::min(0.9, each * static_cast<double>(names));
}

// How much of the corpus a leaf is expected to be found in; nullopt: nothing can wake it.
std::optional<double> ShareOfLeaf(const Condition& leaf, const WordFrequencies& frequencies) {
  switch (leaf.op) {
    case Op::kPhrase:
    case Op::kList:
      return ShareOfWords(leaf, frequencies);
    case Op::kRegex:
      if (!IsGated(leaf)) return std::nullopt;
      return 0.05;
    case Op::kFact:
    case Op::kPromise: {
      const auto* metrics = WantedWords(leaf, "metric");
      return metrics == nullptr ? 0.8 : ShareOfNames(metrics->size(), 0.06);
    }
    case Op::kCompany:
      return leaf.words.empty() ? 0.9 : ShareOfNames(leaf.words.size(), 0.01);
    case Op::kEvent:
      return ShareOfNames(leaf.words.size(), 0.15);
    case Op::kTheme:
      return ShareOfNames(leaf.words.size(), 0.1);
    case Op::kQuantity:
      return 0.7;
    default:
      return std::nullopt;
  }
}

using Choice = std::optional<AnchorSet>;

bool Rarer(const Choice& a, const Choice& b) {
  if (!a || !b) return a.has_value();
  return a->share < b->share;
}

Choice Together(std::vector<Choice> choices, size_t how_many) {
  std::stable_sort(choices.begin(), choices.end(), Rarer);
  AnchorSet all{{}, 0};
  for (size_t i = 0; i < how_many; ++i) {
    if (!choices[i]) return std::nullopt;
    all.leaves.insert(all.leaves.end(), choices[i]->leaves.begin(), choices[i]->leaves.end());
    all.share = std::min(1.0, all.share + choices[i]->share);
  }
  return all;
}

}  // namespace

bool IsGated(const Condition& regex) {
  const std::vector<std::string> literals = regex.regex->RequiredLiterals();
  return !literals.empty() &&
         std::all_of(literals.begin(), literals.end(), [](const std::string& literal) {
           return !literal.empty() && std::all_of(literal.begin(), literal.end(), [](char c) {
             return static_cast<unsigned char>(c) < 0x80;
           });
         });
}

std::optional<AnchorSet> ChooseAnchor(const Program& program, NodeId id,
                                      const WordFrequencies& frequencies) {
  const Node& node = program.nodes[id];
  if (rule::IsLeaf(node.op) && node.op != Op::kCompare) {
    const auto share = ShareOfLeaf(*node.condition, frequencies);
    if (!share) return std::nullopt;
    return AnchorSet{{id}, *share};
  }
  const auto members = node.last - node.first;
  std::vector<Choice> choices;
  for (uint32_t i = node.first; i < node.last; ++i)
    choices.push_back(ChooseAnchor(program, program.members[i], frequencies));
  switch (node.op) {
    case Op::kNone:
    case Op::kNot:
      return std::nullopt;
    case Op::kAny:
      return Together(std::move(choices), members);
    case Op::kAtLeast: {
      if (node.condition->number <= 0) return std::nullopt;
      const auto n = static_cast<size_t>(node.condition->number);
      return n > members ? AnchorSet{{}, 0} : Together(std::move(choices), members - n + 1);
    }
    case Op::kCount:
      if (IsWithin(0.0, model::Qualifier::kExact, node.condition->bound)) return std::nullopt;
      return choices[0];
    case Op::kUnless:
      return choices[0];
    default: {
      const auto best = std::min_element(choices.begin(), choices.end(), Rarer);
      return best == choices.end() ? std::nullopt : *best;
    }
  }
}

namespace {

void FileNames(const std::vector<std::string>* names, SourceId source, KeyIndex* index) {
  if (names == nullptr) {
    index->Add("", source);
    return;
  }
  for (const std::string& name : *names) index->Add(name, source);
}

void FileCompany(const Condition& leaf, SourceId source, const model::Vocabulary& vocabulary,
                 KeyIndex* index) {
  if (leaf.words.empty()) index->Add("", source);
  for (const std::string& name : leaf.words) {
    index->Add(name, source);
    const model::Issuer* issuer = vocabulary.FindIssuer(name);
    if (issuer != nullptr) index->Add(issuer->name, source);
  }
}

}  // namespace

void FileSource(SourceId id, const model::Vocabulary& vocabulary, Program* program) {
  const Source& source = program->sources[id];
  const Condition& leaf = *source.condition;
  switch (leaf.op) {
    case Op::kPhrase:
    case Op::kList:
      program->phrases.FileLeaf(source.phrases);
      break;
    case Op::kRegex:
      program->has_filed_regex = true;
      break;
    case Op::kFact:
    case Op::kPromise:
      FileNames(WantedWords(leaf, "metric"), id, &program->metrics);
      break;
    case Op::kCompany:
      FileCompany(leaf, id, vocabulary, &program->companies);
      break;
    case Op::kEvent:
      FileNames(&leaf.words, id, &program->events);
      break;
    case Op::kTheme:
      FileNames(&leaf.words, id, &program->themes);
      break;
    default:
      program->on_any_quantity.push_back(id);
      break;
  }
}

}  // namespace tellwire::match
