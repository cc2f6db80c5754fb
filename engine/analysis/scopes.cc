// A cue opens a scope from its end to the end of its clause or to a terminator; a conditional takes
// both halves of its sentence. A pseudo-negation covers the words of the negation in it, so that
// none is opened there. Tested by tests/analysis/facts_test.cc.
#include "analysis/scopes.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "analysis/dated_past.h"
#include "base/hash.h"
#include "text/utf8.h"

namespace tellwire::analysis {
namespace {

constexpr std::array<std::pair<std::string_view, CueType>, 15> kCueTypes = {{
    {"negation", CueType::kNegation},
    {"pseudo", CueType::kPseudo},
    {"hypothetical", CueType::kHypothetical},
    {"conditional", CueType::kConditional},
    {"inverted", CueType::kInverted},
    {"estimate", CueType::kEstimate},
    {"guidance", CueType::kGuidance},
    {"target", CueType::kTarget},
    {"rumour", CueType::kRumour},
    {"opinion", CueType::kOpinion},
    {"expected", CueType::kExpected},
    {"contrast", CueType::kContrast},
    {"past", CueType::kPast},
    {"opener", CueType::kOpener},
    {"plain", CueType::kPlain},
}};
constexpr std::array<std::string_view, 4> kReaches = {"right", "left", "both", "sentence"};
constexpr std::array<std::string_view, 6> kVoiceRoles = {"verb",     "by",        "speaker",
                                                         "outsider", "anonymous", "unverified"};

void Complain(const LexiconLoad& load, const Table& table, const TableRow& row,
              const std::string& what) {
  load.problems->push_back(
      {ErrorKind::kRule, table.At(row), what, "the row is skipped; see the head of the file"});
}

void AddCue(const LexiconLoad& load, const Table& file, const TableRow& row, ScopeTable* table) {
  const auto type =
      std::ranges::find(kCueTypes, row.cells[1], [](const auto& t) { return t.first; });
  if (type == kCueTypes.end())
    return Complain(load, file, row, "\"" + row.cells[1] + "\" is no type of cue");
  ScopeCue cue;
  cue.type = type->second;
  const auto reach = std::ranges::find(kReaches, row.cells[2]);
  if (reach != kReaches.end()) cue.reach = static_cast<CueReach>(reach - kReaches.begin());
  if (!row.cells[3].empty()) cue.clauses = std::atoi(row.cells[3].c_str());
  for (const std::string& word : SplitList(row.cells[4], ' '))
    cue.terminators.push_back(Hash64(text::FoldWords(word)));
  table->cues.push_back(std::move(cue));
  const Term term{TermKind::kScope, static_cast<uint32_t>(table->cues.size() - 1)};
  for (const std::string& surface : SplitList(row.cells[0], ';'))
    load.Register(file, row, surface, term);
}

void AddVoice(const LexiconLoad& load, const Table& file, const TableRow& row, ScopeTable* table) {
  const auto role = std::ranges::find(kVoiceRoles, row.cells[1]);
  if (role == kVoiceRoles.end())
    return Complain(load, file, row, "\"" + row.cells[1] + "\" is no role of a speaker");
  table->voices.push_back(static_cast<VoiceRole>(role - kVoiceRoles.begin()));
  const bool verb =
      table->voices.back() == VoiceRole::kVerb || table->voices.back() == VoiceRole::kBy;
  const Term term{verb ? TermKind::kSpeech : TermKind::kSpeaker,
                  static_cast<uint32_t>(table->voices.size() - 1)};
  for (const std::string& surface : SplitList(row.cells[0], ';'))
    load.Register(file, row, surface, term);
}

std::optional<model::ScopeKind> KindOf(CueType type) {
  switch (type) {
    case CueType::kNegation:
      return model::ScopeKind::kNegation;
    case CueType::kHypothetical:
    case CueType::kConditional:
    case CueType::kInverted:
      return model::ScopeKind::kHypothetical;
    case CueType::kEstimate:
    case CueType::kExpected:
      return model::ScopeKind::kEstimate;
    case CueType::kGuidance:
      return model::ScopeKind::kGuidance;
    case CueType::kTarget:
      return model::ScopeKind::kTarget;
    case CueType::kRumour:
      return model::ScopeKind::kRumour;
    case CueType::kOpinion:
      return model::ScopeKind::kOpinion;
    case CueType::kContrast:
      return model::ScopeKind::kNegation;
    case CueType::kPast:
      return model::ScopeKind::kPast;
    case CueType::kPseudo:
    case CueType::kOpener:
    case CueType::kPlain:
      return std::nullopt;
  }
  return std::nullopt;
}

// The index of the clause that holds a token.
size_t ClauseAt(const Passage& passage, uint32_t token) {
  const auto after = std::upper_bound(
      passage.clauses.begin(), passage.clauses.end(), token,
      [](uint32_t at, const SentenceClause& clause) { return at < clause.tokens.begin; });
  return after == passage.clauses.begin()
             ? 0
             : static_cast<size_t>(after - passage.clauses.begin()) - 1;
}

Span SpanOf(const Passage& passage, uint32_t first, uint32_t last) {
  if (first >= last) return {};
  return {passage.document->tokens[first].span.begin, passage.document->tokens[last - 1].span.end};
}

// No clause that means anything is longer; a text without stops must not be searched to its end for
// every cue.
constexpr uint32_t kFarthest = 200;

// Whether a number begins among the tokens.
bool HasQuantity(const Passage& passage, uint32_t first, uint32_t last) {
  const auto hit = std::lower_bound(
      passage.quantities.begin(), passage.quantities.end(), first,
      [](const QuantityHit& at, uint32_t token) { return at.tokens.begin < token; });
  return hit != passage.quantities.end() && hit->tokens.begin < last;
}

// "a profit of $2, an operating margin of 16%, and revenue of $3 billion": a clause that only adds
// another figure.
bool AddsFigure(const Passage& passage, const SentenceClause& clause) {
  constexpr uint32_t kReach = 7, kNear = 3;
  const bool joined = passage.WordAt(clause.tokens.begin) == "and";
  if (!joined && !passage.HasSign(clause.tokens.begin, kComma)) return false;
  const uint32_t end = std::min(clause.tokens.end, clause.tokens.begin + kReach);
  for (uint32_t at = clause.tokens.begin + 1; at < end; ++at) {
    const std::string_view word = passage.WordAt(at);
    if (word == "of")
      return HasQuantity(passage, at + 1, std::min(clause.tokens.end, at + 1 + kNear)) ||
             (joined && at <= clause.tokens.begin + 3);
    if (word == "was" || word == "were" || word == "is" || word == "the" || word == "are" ||
        word == "which" || word == "that" || word == "has" || word == "had")
      return false;
  }
  return false;
}

// Where a cue to the right of which something holds ends: the end of its clauses or a terminator.
uint32_t RightEnd(const Passage& passage, const ScopeCue& cue, const TermHit& hit) {
  size_t clause = ClauseAt(passage, hit.tokens.begin);
  const uint32_t sentence = passage.clauses[clause].sentence;
  // A cue at the very end of its clause ("he denied | that it ...") speaks of the next one.
  int more = cue.clauses - 1;
  if (passage.clauses[clause].tokens.end == hit.tokens.end) ++more;
  while (more-- > 0 && clause + 1 < passage.clauses.size() &&
         passage.clauses[clause + 1].sentence == sentence)
    ++clause;
  while (clause + 1 < passage.clauses.size() && passage.clauses[clause + 1].sentence == sentence &&
         AddsFigure(passage, passage.clauses[clause + 1]))
    ++clause;
  const uint32_t end = std::min(passage.clauses[clause].tokens.end, hit.tokens.end + kFarthest);
  for (uint32_t at = hit.tokens.end; at < end; ++at) {
    if (std::ranges::find(cue.terminators, passage.document->tokens[at].word) !=
        cue.terminators.end())
      return at;
  }
  return end;
}

void OpenScope(const Passage& passage, const ScopeCue& cue, const TermHit& hit,
               std::vector<model::Scope>* scopes) {
  const auto kind = KindOf(cue.type);
  if (!kind) return;
  // "an ambitious target, given its 900 million users"
  const bool parted =
      hit.tokens.end < passage.document->tokens.size() && passage.HasSign(hit.tokens.end, kComma);
  if (kind == model::ScopeKind::kTarget && parted) return;
  const SentenceClause& clause = passage.clauses[ClauseAt(passage, hit.tokens.begin)];
  model::TokenRange range{hit.tokens.end, RightEnd(passage, cue, hit)};
  if (cue.reach == CueReach::kSentence) {
    range = passage.document->sentences[clause.sentence].tokens;
  } else if (cue.reach == CueReach::kBoth) {
    range = {clause.tokens.begin, RightEnd(passage, cue, hit)};
  } else if (cue.reach == CueReach::kLeft) {
    range = {clause.tokens.begin, hit.tokens.begin};
  }
  const Span extent = SpanOf(passage, range.begin, range.end);
  if (!extent.empty()) scopes->push_back({*kind, {passage.part, extent}, hit.span});
}

// "how much, not if": a condition that is not told.
bool EndsSentence(const Passage& passage, const TermHit& hit) {
  const SentenceClause& clause = passage.clauses[ClauseAt(passage, hit.tokens.begin)];
  return passage.document->sentences[clause.sentence].tokens.end == hit.tokens.end;
}

// "Should sales drop, ..." supposes; "Should you buy?" asks.
bool OpensCondition(const Passage& passage, const TermHit& hit) {
  const SentenceClause& clause = passage.clauses[ClauseAt(passage, hit.tokens.begin)];
  const model::Sentence& sentence = passage.document->sentences[clause.sentence];
  return sentence.tokens.begin == hit.tokens.begin &&
         !passage.Written(sentence.span).ends_with('?');
}

// "ended May 31": the month supposes nothing.
bool IsOfPeriod(const Passage& passage, const TermHit& hit) {
  const auto after =
      std::upper_bound(passage.periods.begin(), passage.periods.end(), hit.span.begin,
                       [](uint32_t at, const PeriodHit& period) { return at < period.span.begin; });
  if (after != passage.periods.begin() && (after - 1)->span.Overlaps(hit.span)) return true;
  const bool capital = passage.text[hit.span.begin] == 'M' && hit.tokens.begin > 0;
  return capital && passage.WordAt(hit.tokens.begin) == "may" &&
         hit.tokens.end - hit.tokens.begin == 1;
}

// "the No. 3 carmaker", "No 2 bank": a rank denies nothing.
bool IsRank(const Passage& passage, const TermHit& hit) {
  const auto& tokens = passage.document->tokens;
  if (hit.tokens.end >= tokens.size() || hit.tokens.end - hit.tokens.begin > 1 ||
      passage.WordAt(hit.tokens.begin) != "no")
    return false;
  const uint32_t next = tokens[hit.tokens.end].span.begin;
  const char digit = passage.text[next];
  if (digit < '0' || digit > '9') return false;
  return passage.text[hit.span.begin] == 'N' || passage.text[hit.span.end] == '.';
}

}  // namespace

Result<std::unique_ptr<ScopeTable>> ScopeTable::Load(const LexiconLoad& load) {
  auto table = std::make_unique<ScopeTable>();
  const auto cues = load.Read("scopes.tsv");
  if (!cues) return cues.error();
  if (cues->columns.size() == 5) {
    for (const TableRow& row : cues->rows) AddCue(load, *cues, row, table.get());
  }
  const auto voices = load.Read("attribution.tsv");
  if (!voices) return voices.error();
  if (voices->columns.size() == 2) {
    for (const TableRow& row : voices->rows) AddVoice(load, *voices, row, table.get());
  }
  return table;
}

void FindScopes(const ScopeTable& table, Passage* passage) {
  passage->scopes.clear();
  if (passage->clauses.empty()) return;
  // Longer cues come first at a word; a cue inside another's words, or in the name of a commodity
  // ("gold may contract"), opens nothing.
  uint32_t covered = 0;
  const auto& commodities = passage->Terms(TermKind::kCommodity);
  auto commodity = commodities.begin();
  for (const TermHit& hit : passage->Terms(TermKind::kScope)) {
    for (; commodity != commodities.end() && commodity->tokens.begin <= hit.tokens.begin;
         ++commodity)
      covered = std::max(covered, commodity->tokens.end);
    const ScopeCue& cue = table.cues[hit.term.row];
    if (cue.type == CueType::kPlain && hit.tokens.end - hit.tokens.begin > 1)
      covered = std::max(covered, hit.tokens.end);
    if (cue.type == CueType::kOpener || cue.type == CueType::kPlain) continue;
    if (cue.reach == CueReach::kSentence && EndsSentence(*passage, hit)) continue;
    if (cue.type == CueType::kInverted && !OpensCondition(*passage, hit)) continue;
    if (hit.tokens.begin < covered || IsOfPeriod(*passage, hit) || IsRank(*passage, hit)) continue;
    covered = hit.tokens.end;
    OpenScope(*passage, cue, hit, &passage->scopes);
  }
  AddDatedPast(passage);
  std::stable_sort(
      passage->scopes.begin(), passage->scopes.end(),
      [](const model::Scope& a, const model::Scope& b) { return a.extent.span < b.extent.span; });
}

}  // namespace tellwire::analysis
