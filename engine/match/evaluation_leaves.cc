// The readings of leaves and joins, kept for the subject at hand; those of words are found once for
// the article and then cut to what speaks of the subject.
#include <algorithm>

#include "match/evaluation.h"
#include "match/join.h"
#include "match/phrase_match.h"

namespace tellwire::match {

using model::Part;
using model::Place;
using model::Truth;
using rule::Op;

namespace {

bool InOrder(const Reading& a, const Reading& b) {
  return a.place != b.place ? a.place < b.place : a.fact < b.fact;
}

bool IsWords(Op op) { return op == Op::kPhrase || op == Op::kList || op == Op::kRegex; }

}  // namespace

std::span<const Reading> Evaluation::ReadingsOf(const Scratch::Kept& kept) const {
  const Readings& pool = kept.of_article ? scratch_->article_pool : scratch_->company_pool;
  return {pool.data() + kept.first, kept.count};
}

Scratch::Kept Evaluation::KeptOf(const Node& node) {
  // Words that nothing narrows are the article's.
  if (IsWords(node.op) && (node.unbound || company_ < 0) && !node.filters.any()) {
    const Scratch::Words& words = WordsOf(node);
    const Truth truth = words.count > 0 ? Truth::kTrue : Truth::kFalse;
    return {words.stamp, words.first, words.count, 0, truth, true};
  }
  const uint32_t stamp = node.unbound ? article_stamp_ : stamp_;
  if (scratch_->kept[node.slot].stamp == stamp) return scratch_->kept[node.slot];
  Readings joined;
  if (rule::IsLeaf(node.op))
    ReadLeafNode(node);
  else
    joined = JoinIn(node, {});
  Readings& readings = rule::IsLeaf(node.op) ? scratch_->buffer : joined;
  const auto words = std::stable_partition(readings.begin(), readings.end(),
                                           [](const Reading& r) { return !r.HasWords(); });
  if (!std::is_sorted(words, readings.end(), InOrder))
    std::stable_sort(words, readings.end(), InOrder);
  Readings& pool = node.unbound ? scratch_->article_pool : scratch_->company_pool;
  Scratch::Kept& kept = scratch_->kept[node.slot];
  kept = {stamp,
          static_cast<uint32_t>(pool.size()),
          static_cast<uint32_t>(readings.size()),
          static_cast<uint32_t>(words - readings.begin()),
          match::TruthOf(readings),
          node.unbound};
  pool.insert(pool.end(), readings.begin(), readings.end());
  return kept;
}

// Fills the buffer.
void Evaluation::ReadLeafNode(const Node& node) {
  const int company = node.unbound ? -1 : company_;
  if (!IsWords(node.op)) {
    scratch_->buffer = ReadLeaf(*node.condition, leaves_, company);
    std::erase_if(scratch_->buffer, [&](const Reading& reading) {
      return !places_.Passes(reading.place, node.filters);
    });
    return;
  }
  const Scratch::Words words = WordsOf(node);
  scratch_->buffer.clear();
  for (uint32_t i = words.first; i < words.first + words.count; ++i) {
    const Reading& reading = scratch_->article_pool[i];
    if (company >= 0 && !places_.SpeaksOf(reading.place, company)) continue;
    if (places_.Passes(reading.place, node.filters)) scratch_->buffer.push_back(reading);
  }
}

const Scratch::Words& Evaluation::WordsOf(const Node& node) {
  Scratch::Words& words = scratch_->words[node.source];
  if (words.stamp == article_stamp_) return words;
  Readings& readings = scratch_->buffer;
  readings.clear();
  if (node.op == Op::kRegex)
    ReadRegex(program_.sources[node.source]);
  else
    ReadPhrases(program_.phrases.leaf(node.first));
  if (readings.size() > 1) {
    if (!std::is_sorted(readings.begin(), readings.end(), InOrder))
      std::sort(readings.begin(), readings.end(), InOrder);
    readings.erase(std::unique(readings.begin(), readings.end()), readings.end());
  }
  Readings& pool = scratch_->article_pool;
  words = {article_stamp_, static_cast<uint32_t>(pool.size()),
           static_cast<uint32_t>(readings.size())};
  pool.insert(pool.end(), readings.begin(), readings.end());
  return words;
}

void Evaluation::ReadPhrases(const PhraseTable::Leaf& leaf) {
  const auto add = [&](uint32_t phrase, Part part, uint32_t first) {
    const model::Document& document = places_.document(part);
    if (leaf.exact &&
        !IsWrittenSo(program_.phrases.pattern(phrase), document, places_.text(part), first))
      return;
    const size_t last = first + program_.phrases.words_of(phrase) - 1;
    scratch_->buffer.push_back(
        {{part, {document.tokens[first].span.begin, document.tokens[last].span.end}}});
  };
  const auto in_force = [&](uint32_t phrase) {
    return program_.phrases.IsInForce(phrase, subject_.day());
  };
  if (leaf.recorder != kNone) {
    const Scratch::Recorded& recorded = scratch_->recorded[leaf.recorder];
    if (recorded.stamp != article_stamp_) return;
    for (const Scratch::Occurrence& o : recorded.occurrences) {
      if (in_force(o.phrase)) add(o.phrase, o.part, o.first);
    }
    return;
  }
  for (uint32_t phrase = leaf.first; phrase < leaf.last; ++phrase) {
    if (!in_force(phrase)) continue;
    program_.phrases.Find(phrase, &scratch_->index,
                          [&](Part part, uint32_t first) { add(phrase, part, first); });
  }
}

void Evaluation::CopyBlocks() {
  if (scratch_->copied) return;
  scratch_->copied = true;
  scratch_->copies.clear();
  for (Part part : {Part::kTitle, Part::kText}) {
    for (const model::Block& block : places_.document(part).blocks) {
      if (Places::IsRead(block))
        scratch_->copies.push_back(
            {part, block.span, text::MakeShadow(block.span.Of(places_.text(part)))});
    }
  }
}

namespace {

// Two characters beyond ASCII are upper or lower case of an ASCII letter (the Kelvin sign and the
// long s): a regex that ignores case may match them, its literals would not.
bool HasOddLetters(std::string_view text) {
  return text.find("\xE2\x84\xAA") != std::string_view::npos ||
         text.find("\xC5\xBF") != std::string_view::npos;
}

}  // namespace

void Evaluation::SearchLiterals() {
  if (scratch_->searched) return;
  scratch_->searched = true;
  CopyBlocks();
  for (const Scratch::BlockCopy& copy : scratch_->copies) {
    program_.literals.Find(copy.shadow.text,
                           [&](uint32_t regex) { scratch_->open_regexes[regex] = article_stamp_; });
    if (HasOddLetters(copy.shadow.text))
      std::fill(scratch_->open_regexes.begin(), scratch_->open_regexes.end(), article_stamp_);
  }
}

void Evaluation::ReadRegex(const Source& source) {
  if (program_.regexes[source.regex].gated) {
    SearchLiterals();
    if (!IsOpen(source.regex)) return;
  }
  CopyBlocks();
  const text::Pattern& pattern = *source.condition->regex;
  for (const Scratch::BlockCopy& copy : scratch_->copies) {
    size_t from = 0;
    while (from <= copy.shadow.text.size()) {
      const auto match = pattern.Find(copy.shadow.text, from);
      if (!match) break;
      const Span span = match->front();
      from = span.empty() ? span.end + 1 : span.end;
      if (span.empty()) continue;
      scratch_->buffer.push_back({{copy.part,
                                   {copy.span.begin + copy.shadow.offsets[span.begin],
                                    copy.span.begin + copy.shadow.offsets[span.end]}}});
    }
  }
}

Readings Evaluation::JoinIn(const Node& node, const Region& region) {
  std::vector<Readings> stages;
  for (uint32_t i = node.first; i < node.last; ++i) {
    const NodeId member = program_.members[i];
    TaggedReadings found;
    CollectIn(member, *program_.nodes[member].condition, nullptr, region, &found);
    if (found.empty()) return {};
    stages.emplace_back();
    for (const Tagged& tagged : found) stages.back().push_back(tagged.reading);
  }
  const int limit = node.condition->number;
  return node.op == Op::kNear ? JoinNear(std::move(stages), limit, places_)
                              : JoinSequence(std::move(stages), limit, places_);
}

}  // namespace tellwire::match
