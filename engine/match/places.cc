#include "match/places.h"

#include <algorithm>

#include "model/vocabulary.h"

namespace tellwire::match {

using model::Part;
using model::Place;

namespace {

// The first sentences of a block, at most `most`, as one place.
Place FirstSentences(const model::Document& document, const model::Block& block, uint32_t most) {
  const uint32_t last = std::min(block.last_sentence, block.first_sentence + most);
  return {
      Part::kText,
      {document.sentences[block.first_sentence].span.begin, document.sentences[last - 1].span.end}};
}

bool Contains(const std::vector<int>& companies, int company) {
  return std::find(companies.begin(), companies.end(), company) != companies.end();
}

}  // namespace

Places::Places(const Subject& subject) : subject_(subject), primary_(subject.analysis.Primary()) {
  const model::Analysis& analysis = subject.analysis;
  title_sentences_ = analysis.title.sentences.size();
  sentences_.reserve(title_sentences_ + analysis.text.sentences.size());
  for (const auto& sentence : analysis.title.sentences)
    sentences_.push_back({Part::kTitle, sentence.span});
  for (const auto& sentence : analysis.text.sentences)
    sentences_.push_back({Part::kText, sentence.span});
}

bool Places::IsRead(const Place& place) const {
  const int block = document(place.part).BlockAt(place.span.begin);
  return block >= 0 && IsRead(document(place.part).blocks[static_cast<size_t>(block)]);
}

std::vector<Place> Places::Title() const {
  if (!subject_.article.title.empty())
    return {{Part::kTitle, {0, static_cast<uint32_t>(subject_.article.title.size())}}};
  const model::Document& body = document(Part::kText);
  if (body.lends_title && !body.blocks.empty()) return {{Part::kText, body.blocks[0].span}};
  return {};
}

std::vector<Place> Places::Lead() const {
  const model::Document& body = document(Part::kText);
  for (size_t i = body.lends_title ? 1 : 0; i < body.blocks.size(); ++i) {
    const model::Block& block = body.blocks[i];
    if (block.kind == model::BlockKind::kProse && block.first_sentence < block.last_sentence)
      return {FirstSentences(body, block, 3)};
  }
  return {};
}

std::vector<Place> Places::Paragraphs() const {
  std::vector<Place> paragraphs;
  for (Part part : {Part::kTitle, Part::kText}) {
    for (const model::Block& block : document(part).blocks) {
      if (IsRead(block)) paragraphs.push_back({part, block.span});
    }
  }
  return paragraphs;
}

namespace {

// One place a section of the text, chosen by whether its heading matches.
void AddSections(const model::Document& document, std::string_view text, std::string_view glob,
                 bool matching, std::vector<Place>* places) {
  for (const model::Section& section : document.sections) {
    if (section.first_block >= section.last_block) continue;
    const std::string_view heading = section.heading.empty() ? "" : section.heading.Of(text);
    if (model::MatchesGlob(heading, glob) != matching) continue;
    places->push_back({Part::kText,
                       {document.blocks[section.first_block].span.begin,
                        document.blocks[section.last_block - 1].span.end}});
  }
}

}  // namespace

std::vector<Place> Places::Sections(std::string_view glob) const {
  std::vector<Place> places;
  AddSections(document(Part::kText), text(Part::kText), glob, true, &places);
  return places;
}

std::vector<Place> Places::AllSections() const {
  std::vector<Place> places;
  if (!subject_.article.title.empty()) places = Title();
  AddSections(document(Part::kText), text(Part::kText), "*", true, &places);
  return places;
}

std::vector<Place> Places::Outside(std::string_view glob) const {
  std::vector<Place> places;
  if (!subject_.article.title.empty())
    places.push_back({Part::kTitle, {0, static_cast<uint32_t>(subject_.article.title.size())}});
  AddSections(document(Part::kText), text(Part::kText), glob, false, &places);
  return places;
}

Places::Range Places::SentencesOf(const Place& place) const {
  if (place.span.empty()) return {};
  const size_t from = place.part == Part::kTitle ? 0 : title_sentences_;
  const size_t to = place.part == Part::kTitle ? title_sentences_ : sentences_.size();
  const auto begin = sentences_.begin() + static_cast<std::ptrdiff_t>(from);
  const auto end = sentences_.begin() + static_cast<std::ptrdiff_t>(to);
  const auto first = std::partition_point(
      begin, end, [&](const Place& sentence) { return sentence.span.end <= place.span.begin; });
  const auto last = std::partition_point(
      first, end, [&](const Place& sentence) { return sentence.span.begin < place.span.end; });
  return {static_cast<size_t>(first - sentences_.begin()),
          static_cast<size_t>(last - sentences_.begin())};
}

Place Places::Around(const Place& place) const {
  if (place.span.empty()) return {};
  const Range range = SentencesOf(place);
  if (!range.empty())
    return {place.part, Cover(sentences_[range.first].span, sentences_[range.last - 1].span)};
  const int block = document(place.part).BlockAt(place.span.begin);
  if (block < 0) return {};
  return {place.part, document(place.part).blocks[static_cast<size_t>(block)].span};
}

bool Places::SentenceSpeaksOf(size_t index, int company) const {
  if (index >= subject_.analysis.sentences.size()) return company == primary_;
  const model::SentenceAnalysis& sentence = subject_.analysis.sentences[index];
  if (Contains(sentence.only_sources, company)) return false;
  return Contains(sentence.companies, company) ||
         (sentence.companies.empty() && company == primary_);
}

bool Places::SpeaksOf(const Place& place, int company) const {
  const Range range = SentencesOf(place);
  if (range.empty()) return company == primary_;
  for (size_t i = range.first; i < range.last; ++i) {
    if (!SentenceSpeaksOf(i, company)) return false;
  }
  return true;
}

bool Places::IsLongAgo(const Place& place) const {
  if (!subject_.article.published) return false;
  const CivilDate date = CivilOf(DayOf(subject_.article.published->seconds));
  const Day year_before =
      DayOf(date.year - 1, static_cast<int>(date.month), static_cast<int>(date.day));
  const Range range = SentencesOf(place);
  for (size_t i = range.first; i < range.last && i < subject_.analysis.sentences.size(); ++i) {
    const auto& until = subject_.analysis.sentences[i].period.until;
    if (until && *until <= year_before) return true;
  }
  return false;
}

// Scopes in order of their begin, so that those over a place are found by walking back from it for
// as long as any scope reaches that far: scopes are short, and the walk is too.
void Places::IndexScopes() const {
  scopes_indexed_ = true;
  for (const model::Scope& scope : subject_.analysis.scopes)
    scopes_[static_cast<size_t>(scope.extent.part)].push_back({&scope, 0});
  for (auto& entries : scopes_) {
    std::stable_sort(entries.begin(), entries.end(), [](const ScopeEntry& a, const ScopeEntry& b) {
      return a.scope->extent.span.begin < b.scope->extent.span.begin;
    });
    uint32_t reach = 0;
    for (ScopeEntry& entry : entries)
      entry.reach = reach = std::max(reach, entry.scope->extent.span.end);
  }
}

const model::Scope* Places::Blocking(const Place& place, const Filters& filters) const {
  using model::ScopeKind;
  if (!scopes_indexed_) IndexScopes();
  const auto& entries = scopes_[static_cast<size_t>(place.part)];
  auto at = std::partition_point(entries.begin(), entries.end(), [&](const ScopeEntry& entry) {
    return entry.scope->extent.span.begin < place.span.end;
  });
  while (at != entries.begin() && (--at)->reach > place.span.begin) {
    const model::Scope& scope = *at->scope;
    const bool doubt = scope.kind == ScopeKind::kNegation || scope.kind == ScopeKind::kHypothetical;
    const bool expectation = scope.kind == ScopeKind::kEstimate ||
                             scope.kind == ScopeKind::kGuidance || scope.kind == ScopeKind::kTarget;
    const bool past = scope.kind == ScopeKind::kPast;
    if (!(doubt && filters.affirmed) && !(expectation && filters.current) &&
        !(past && filters.recent))
      continue;
    if (!scope.extent.span.Overlaps(place.span)) continue;
    // A date belongs to what it dates: "bought the mill in 1998".
    if (!past && !scope.cue.empty() && place.span.Contains(scope.cue)) continue;
    return &scope;
  }
  return nullptr;
}

bool Places::Passes(const Place& place, const Filters& filters) const {
  if (!filters.any() || place.span.empty()) return true;
  if (filters.current && IsLongAgo(place)) return false;
  return Blocking(place, filters) == nullptr;
}

// The first period that a block names, of all blocks of the part at once.
const model::Period* Places::BlockPeriod(const Place& place) const {
  const int index = place.span.empty() ? -1 : document(place.part).BlockAt(place.span.begin);
  if (index < 0) return nullptr;
  auto& periods = block_periods_[static_cast<size_t>(place.part)];
  if (periods.empty()) {
    const size_t from = place.part == Part::kTitle ? 0 : title_sentences_;
    for (const model::Block& block : document(place.part).blocks) {
      const model::Period* first = nullptr;
      for (size_t i = from + block.first_sentence;
           first == nullptr &&
           i < std::min<size_t>(from + block.last_sentence, subject_.analysis.sentences.size());
           ++i) {
        const model::Period& period = subject_.analysis.sentences[i].period;
        if (!period.form.empty()) first = &period;
      }
      periods.push_back(first);
    }
  }
  return periods[static_cast<size_t>(index)];
}

const model::Period& Places::PeriodAt(const Place& place) const {
  const model::Analysis& analysis = subject_.analysis;
  const Range range = SentencesOf(place);
  for (size_t i = range.first; i < range.last && i < analysis.sentences.size(); ++i) {
    if (!analysis.sentences[i].period.form.empty()) return analysis.sentences[i].period;
  }
  const model::Period* of_block = BlockPeriod(place);
  if (of_block != nullptr) return *of_block;
  return analysis.reporting_period;
}

std::optional<int> Places::WordsApart(const Place& from, const Place& to) const {
  if (from.part != to.part) return std::nullopt;
  const model::Document& words = document(from.part);
  const model::TokenRange a = words.TokensIn(from.span), b = words.TokensIn(to.span);
  if (a.begin == a.end || b.begin == b.end || b.begin < a.end) return std::nullopt;
  if (words.BlockAt(from.span.begin) != words.BlockAt(to.span.begin)) return std::nullopt;
  return static_cast<int>(b.begin - a.end) + 1;
}

}  // namespace tellwire::match
