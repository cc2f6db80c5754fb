// One sweep over the gaps between the words of a sentence. A gap opens a clause when it holds `;`,
// a colon or a dash, when an opener stands behind it, or when `and` is followed by a new subject
// while something has already been said. What opens a clause is vocabulary (scopes.tsv); what may
// be a subject is grammar. Tested by tests/analysis/clauses_test.cc.
#include "analysis/clauses.h"

#include <algorithm>

#include "base/hash.h"

namespace tellwire::analysis {
namespace {

// What stands at each word of a sentence, as far as clauses care.
enum Mark : uint8_t {
  kNothing = 0,
  kOpens = 1,     // an opener begins here
  kInside = 2,    // inside a fixed phrase: no clause begins here
  kSaid = 4,      // a verb of movement or surprise, or a number: something is said
  kSubject = 8,   // a company or a metric begins here
  kInverts = 16,  // opens a clause at the start of its sentence
};

const uint64_t kAnd = Hash64("and");

class Splitter {
 public:
  Splitter(const ScopeTable& table, const MovementTable& movement, Passage* passage)
      : table_(table), movement_(movement), passage_(*passage) {
    marks_.assign(passage->document->tokens.size() + 1, kNothing);
    MarkTerms();
    for (const QuantityHit& hit : passage->quantities) {
      for (uint32_t at = hit.tokens.begin; at < hit.tokens.end; ++at) marks_[at] |= kInside;
      marks_[hit.tokens.begin] |= kSaid;
    }
    for (const PeriodHit& hit : passage->periods) {
      for (uint32_t at = hit.tokens.begin + 1; at < hit.tokens.end; ++at) marks_[at] |= kInside;
    }
    for (const IssuerHit& hit : passage->issuers) {
      for (uint32_t at = hit.tokens.begin + 1; at < hit.tokens.end; ++at) marks_[at] |= kInside;
      marks_[hit.tokens.begin] |= kSubject;
    }
  }

  void SplitSentence(uint32_t index) {
    const model::Sentence& sentence = passage_.document->sentences[index];
    uint32_t begin = sentence.tokens.begin;
    const uint32_t end = sentence.tokens.end;
    bool said = begin < sentence.tokens.end && (marks_[begin] & kSaid);
    std::string_view opener = OpenerAt(begin);
    for (uint32_t at = begin + 1; at < end; ++at) {
      if (MayOpen(at) && Opens(at, begin, sentence, said)) {
        Add(begin, at, index, opener);
        begin = at;
        opener = OpenerAt(at);
        said = false;
      }
      said |= (marks_[at] & kSaid) != 0;
    }
    if (begin < sentence.tokens.end) Add(begin, sentence.tokens.end, index, opener);
  }

 private:
  void MarkTerms() {
    for (const TermHit& hit : passage_.Terms(TermKind::kSurprise))
      marks_[hit.tokens.begin] |= kSaid;
    for (const TermHit& hit : passage_.Terms(TermKind::kDirection)) {
      if (IsVerb(movement_.moves[hit.term.row].kind)) marks_[hit.tokens.begin] |= kSaid;
    }
    for (const TermKind kind : {TermKind::kMetric, TermKind::kReference, TermKind::kCommodity}) {
      for (const TermHit& hit : passage_.Terms(kind)) marks_[hit.tokens.begin] |= kSubject;
    }
    uint32_t covered = 0;
    for (const TermHit& hit : passage_.Terms(TermKind::kScope)) {
      const CueType type = table_.cues[hit.term.row].type;
      if (type == CueType::kOpener) marks_[hit.tokens.begin] |= kOpens;
      if (type == CueType::kInverted) marks_[hit.tokens.begin] |= kInverts;
      if (hit.tokens.begin < covered) continue;
      covered = hit.tokens.end;
      if (type == CueType::kPlain || type == CueType::kPseudo) {
        for (uint32_t at = hit.tokens.begin; at < hit.tokens.end; ++at) marks_[at] |= kInside;
      }
    }
  }

  static bool IsVerb(MoveKind kind) {
    return kind == MoveKind::kVerb || kind == MoveKind::kAct || kind == MoveKind::kBoth ||
           kind == MoveKind::kPrice || kind == MoveKind::kLevel || kind == MoveKind::kFlat ||
           kind == MoveKind::kGuide;
  }

  std::string_view OpenerAt(uint32_t at) const {
    return marks_[at] & kOpens ? passage_.WordAt(at) : std::string_view();
  }

  bool IsAnd(uint32_t at) const { return passage_.document->tokens[at].word == kAnd; }

  // `;`, `: `, a dash with spaces around it or an em dash.
  bool IsBreak(uint32_t at) const {
    if (!passage_.HasSign(at, kPause)) return false;
    const std::string_view gap = passage_.GapBefore(at);
    if (gap.size() < 2) return false;
    return gap.find(';') != gap.npos || gap.find(": ") != gap.npos || gap.find(" - ") != gap.npos ||
           gap.find("--") != gap.npos || gap.find("\xE2\x80\x94") != gap.npos ||
           gap.find(" \xE2\x80\x93 ") != gap.npos;
  }

  // Few words may: this is asked of all.
  bool MayOpen(uint32_t at) const {
    if (marks_[at] & kInside) return false;
    return passage_.HasSign(at, kComma | kPause) || (marks_[at] & kOpens) || IsAnd(at);
  }

  // Whether a clause opens at a word that may open one.
  bool Opens(uint32_t at, uint32_t begin, const model::Sentence& sentence, bool said) const {
    if (IsBreak(at)) return true;
    const bool comma = passage_.HasSign(at, kComma);
    if (marks_[at] & kOpens) {
      // "with" and participles open only behind a comma, so that "revenue with ..." stays whole.
      const std::string_view word = passage_.WordAt(at);
      const bool soft = word == "with" || word == "since" || word == "like" || word == "so" ||
                        word == "yet" || word == "following" || word == "until" ||
                        word.ends_with("ing");
      return !soft || comma;
    }
    // Behind a fronted phrase the main clause begins: "If tariffs rise, Apple's margin ...".
    const bool fronted =
        (marks_[begin] & kOpens) || (begin == sentence.tokens.begin && (marks_[begin] & kInverts));
    if (comma && (marks_[at] & kSubject) && fronted) return true;
    if (comma && (marks_[at] & kSubject) && said && NewSubject(at, sentence)) return true;
    return IsAnd(at) && said && NewSubject(at + 1, sentence);
  }

  // Whether a new subject stands here with something said of it: "and Snap 12%", "and profit rose".
  bool NewSubject(uint32_t at, const model::Sentence& sentence) const {
    bool subject = false;
    const uint32_t last = std::min(sentence.tokens.end, at + 9);
    for (uint32_t i = at; i < last; ++i) {
      if (i > at && !(marks_[i] & kInside) && (passage_.HasSign(i, kComma) || IsBreak(i)))
        return false;
      if (!subject && i > at + 2 && !(marks_[i] & kSubject)) {
        if (i > at + 3) return false;
      }
      if (marks_[i] & kSubject)
        subject = true;
      else if (subject && ((marks_[i] & kSaid) || IsAuxiliary(i)))
        return true;
      if (IsAnd(i) && i > at) return false;
    }
    return false;
  }

  bool IsAuxiliary(uint32_t at) const {
    const std::string_view word = passage_.WordAt(at);
    return word == "was" || word == "were" || word == "is" || word == "are" || word == "has" ||
           word == "have" || word == "will" || word == "would" || word == "could" ||
           word == "had" || word == "said" || word == "did";
  }

  void Add(uint32_t begin, uint32_t end, uint32_t sentence, std::string_view opener) {
    const auto& tokens = passage_.document->tokens;
    SentenceClause clause;
    clause.tokens = {begin, end};
    clause.span = {tokens[begin].span.begin, tokens[end - 1].span.end};
    clause.sentence = sentence;
    clause.opener = opener;
    passage_.clauses.push_back(clause);
  }

  const ScopeTable& table_;
  const MovementTable& movement_;
  Passage& passage_;
  std::vector<uint8_t> marks_;
};

}  // namespace

void SplitClauses(const ScopeTable& table, const MovementTable& movement, Passage* passage) {
  passage->clauses.clear();
  passage->clauses.reserve(2 * passage->document->sentences.size());
  Splitter splitter(table, movement, passage);
  for (uint32_t i = 0; i < passage->document->sentences.size(); ++i) splitter.SplitSentence(i);
}

}  // namespace tellwire::analysis
