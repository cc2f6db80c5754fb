// Where things stand in an article: its blocks, sentences and sections as places; which sentences
// speak of whom; what lies under a negation. The reference evaluator and the network both ask here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/reading.h"
#include "match/subject.h"
#include "model/analysis.h"
#include "model/article.h"

namespace tellwire::match {

class Places {
 public:
  // The subject's references must outlive it. Linear in sentences. Used by one thread.
  explicit Places(const Subject& subject);

  const model::Document& document(model::Part part) const {
    return subject_.analysis.document(part);
  }
  std::string_view text(model::Part part) const {
    return part == model::Part::kTitle ? subject_.article.title : subject_.article.text;
  }
  std::string_view Words(const model::Place& place) const {
    return place.span.Of(text(place.part));
  }

  // Whether anything may match in the block: furniture and provider lines never do.
  static bool IsRead(const model::Block& block) {
    return block.kind != model::BlockKind::kFurniture && block.kind != model::BlockKind::kProvider;
  }
  // Whether the place lies in a block that is read.
  bool IsRead(const model::Place& place) const;

  // The places that a scope goes through, title first. `title`: at most one; `lead`: at most one.
  std::vector<model::Place> Title() const;
  std::vector<model::Place> Lead() const;
  const std::vector<model::Place>& Sentences() const { return sentences_; }
  std::vector<model::Place> Paragraphs() const;
  // The sections whose heading matches (a glob); `*` also takes the part before the first heading.
  std::vector<model::Place> Sections(std::string_view glob) const;
  // Every section, and the title as one of its own.
  std::vector<model::Place> AllSections() const;
  // All else: the title and the sections whose headings do not match, as one place in pieces.
  std::vector<model::Place> Outside(std::string_view glob) const;

  // The indices into Analysis::sentences of the sentences that a place touches: [first, last).
  struct Range {
    size_t first = 0, last = 0;
    bool empty() const { return first == last; }
  };
  Range SentencesOf(const model::Place& place) const;
  model::Place SentencePlace(size_t index) const { return sentences_[index]; }

  // The sentence (or sentences) around a place, else its block; empty for a place without words.
  model::Place Around(const model::Place& place) const;

  // Whether every sentence of the place speaks of the company: names it, or it is carried over to
  // it, or it speaks of nobody and the company is the primary.
  bool SpeaksOf(const model::Place& place, int company) const;

  // Whether the filters let a place through: no part of it lies in a scope whose cue stands
  // outside it.
  bool Passes(const model::Place& place, const Filters& filters) const;
  // The scope that stops it, or nullptr; for `whynot`.
  const model::Scope* Blocking(const model::Place& place, const Filters& filters) const;

  // The period of a place: of its sentence, else of its paragraph, else the reporting period.
  const model::Period& PeriodAt(const model::Place& place) const;

  // Words from the end of one place to the start of the next (adjacent: 1); nullopt where they
  // overlap, stand in other blocks, have no words, or come in the other order.
  std::optional<int> WordsApart(const model::Place& from, const model::Place& to) const;

 private:
  bool SentenceSpeaksOf(size_t index, int company) const;
  bool IsLongAgo(const model::Place& place) const;
  void IndexScopes() const;
  const model::Period* BlockPeriod(const model::Place& place) const;

  // A scope beside the furthest end of all scopes up to it, in order of their begin.
  struct ScopeEntry {
    const model::Scope* scope;
    uint32_t reach;
  };

  Subject subject_;
  int primary_;
  std::vector<model::Place> sentences_;  // parallel to Analysis::sentences
  size_t title_sentences_ = 0;
  // Made when first asked for; a Places belongs to one thread.
  mutable std::vector<ScopeEntry> scopes_[2];
  mutable bool scopes_indexed_ = false;
  mutable std::vector<const model::Period*> block_periods_[2];
};

}  // namespace tellwire::match
