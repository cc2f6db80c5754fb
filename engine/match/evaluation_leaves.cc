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

const Scratch::Kept& Evaluation::KeptOf(const Node& node) {
  Scratch::Kept& kept = scratch_->kept[node.slot];
  const uint32_t stamp = node.unbound ? article_stamp_ : stamp_;
  if (kept.stamp == stamp) return kept;
  kept.readings.clear();
  if (rule::IsLeaf(node.op))
    ReadLeafNode(node, &kept);
  else
    kept.readings = JoinIn(node, {});
  kept.stamp = stamp;
  const auto words = std::stable_partition(kept.readings.begin(), kept.readings.end(),
                                           [](const Reading& r) { return !r.HasWords(); });
  kept.wordless = static_cast<uint32_t>(words - kept.readings.begin());
  if (!std::is_sorted(words, kept.readings.end(), InOrder))
    std::stable_sort(words, kept.readings.end(), InOrder);
  kept.truth = match::TruthOf(kept.readings);
  return kept;
}

void Evaluation::ReadLeafNode(const Node& node, Scratch::Kept* kept) {
  const int company = node.unbound ? -1 : company_;
  const bool words = IsWords(node.op);
  const auto keep = [&](const Reading& reading) {
    if (reading.HasWords() &&
        ((words && company >= 0 && !places_.SpeaksOf(reading.place, company)) ||
         !places_.Passes(reading.place, node.filters)))
      return;
    kept->readings.push_back(reading);
  };
  if (words) {
    for (const Reading& reading : WordsOf(node)) keep(reading);
  } else {
    for (const Reading& reading : ReadLeaf(*node.condition, leaves_, company)) keep(reading);
  }
}

const Readings& Evaluation::WordsOf(const Node& node) {
  Scratch::Words& words = scratch_->words[node.source];
  if (words.stamp == article_stamp_) return words.readings;
  words.stamp = article_stamp_;
  words.readings.clear();
  const Source& source = program_.sources[node.source];
  if (source.phrases != kNone)
    ReadPhrases(source, &words);
  else
    ReadRegex(source, &words);
  if (words.readings.size() > 1 &&
      !std::is_sorted(words.readings.begin(), words.readings.end(), InOrder))
    std::sort(words.readings.begin(), words.readings.end(), InOrder);
  words.readings.erase(std::unique(words.readings.begin(), words.readings.end()),
                       words.readings.end());
  return words.readings;
}

void Evaluation::ReadPhrases(const Source& source, Scratch::Words* words) {
  const PhraseTable::Leaf& leaf = program_.phrases.leaf(source.phrases);
  const Day day = subject_.day();
  const auto add = [&](uint32_t phrase, Part part, uint32_t first) {
    const rule::PhrasePattern& pattern = program_.phrases.pattern(phrase);
    const model::Document& document = places_.document(part);
    if (source.condition->exact_text && !IsWrittenSo(pattern, document, places_.text(part), first))
      return;
    const size_t last = first + program_.phrases.words_of(phrase) - 1;
    words->readings.push_back(
        {{part, {document.tokens[first].span.begin, document.tokens[last].span.end}}});
  };
  if (leaf.recorded) {
    if (words->recorded_stamp != article_stamp_) return;
    for (const Scratch::Occurrence& o : words->recorded) {
      if (IsInForce(program_.phrases.pattern(o.phrase), day)) add(o.phrase, o.part, o.first);
    }
    return;
  }
  for (uint32_t phrase = leaf.first; phrase < leaf.last; ++phrase) {
    if (!IsInForce(program_.phrases.pattern(phrase), day)) continue;
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

void Evaluation::ReadRegex(const Source& source, Scratch::Words* words) {
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
      words->readings.push_back({{copy.part,
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
