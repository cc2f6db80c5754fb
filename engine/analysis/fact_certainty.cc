// The scopes that cover the head of a fact decide; a supposition is stronger than a rumour, a
// rumour than a target, a target than what is expected. Words of expectation that serve a
// comparison ("better than expected") open nothing. Tested by tests/analysis/facts_test.cc.
#include <algorithm>

#include "analysis/fact_slots.h"

namespace tellwire::analysis {
namespace {

int Strength(model::ScopeKind kind) {
  switch (kind) {
    case model::ScopeKind::kRumour:
      return 6;
    case model::ScopeKind::kHypothetical:
      return 5;
    case model::ScopeKind::kTarget:
      return 4;
    case model::ScopeKind::kEstimate:
      return 3;
    case model::ScopeKind::kGuidance:
      return 2;
    case model::ScopeKind::kOpinion:
      return 1;
    case model::ScopeKind::kNegation:
    case model::ScopeKind::kPast:
      return 0;
  }
  return 0;
}

model::Modality ModalityOf(model::ScopeKind kind) {
  switch (kind) {
    case model::ScopeKind::kHypothetical:
      return model::Modality::kHypothetical;
    case model::ScopeKind::kRumour:
      return model::Modality::kRumour;
    case model::ScopeKind::kTarget:
      return model::Modality::kTarget;
    case model::ScopeKind::kEstimate:
      return model::Modality::kEstimate;
    case model::ScopeKind::kGuidance:
      return model::Modality::kGuidance;
    case model::ScopeKind::kOpinion:
      return model::Modality::kOpinion;
    case model::ScopeKind::kNegation:
    case model::ScopeKind::kPast:
      break;
  }
  return model::Modality::kActual;
}

// Whether a cue is part of something else: the words of a metric, a surprise, or an expectation
// that one is measured by.
bool Compares(const Reading& r, const Span& cue) {
  // "expected credit losses" are a charge.
  for (const MetricUse& use : r.metrics) {
    if (use.span.begin == cue.begin && use.span.Contains(cue) &&
        r.passage->Written(cue).ends_with("ed"))
      return true;
  }
  for (const SurpriseUse& surprise : r.surprises) {
    if (surprise.span.Overlaps(cue)) return true;
    if (surprise.expectation < 0) continue;
    const model::TokenRange& e = r.expectations[static_cast<size_t>(surprise.expectation)];
    const auto& tokens = r.passage->document->tokens;
    if (Span{tokens[e.begin].span.begin, tokens[e.end - 1].span.end}.Overlaps(cue)) return true;
  }
  return false;
}

// "Dell, which competes with Lenovo, expects": the other is only spoken of.
bool IsPartner(const Passage& passage, const IssuerHit& hit) {
  if (hit.tokens.begin == 0) return false;
  std::string_view word = passage.WordAt(hit.tokens.begin - 1);
  if (hit.tokens.begin > 1 && (word == "held" || word == "rival" || word == "larger"))
    word = passage.WordAt(hit.tokens.begin - 2) == "privately" && hit.tokens.begin > 2
               ? passage.WordAt(hit.tokens.begin - 3)
               : passage.WordAt(hit.tokens.begin - 2);
  return word == "with" || word == "against" || word == "from" || word == "than" || word == "to";
}

// Whether somebody else than the company expects: analysts, or the nearest name before the cue.
bool AnotherExpects(const Reading& r, const ScopeTable& table, const Span& cue, int company) {
  const uint32_t at = r.passage->document->TokensIn(cue).begin;
  for (const TermHit& hit : HitsIn(r.passage->Terms(TermKind::kSpeaker), {r.tokens.begin, at})) {
    if (table.voices[hit.term.row] == VoiceRole::kOutsider && hit.tokens.end <= at &&
        hit.tokens.end + 4 >= at)
      return true;
  }
  for (uint32_t i = r.last_issuer; i-- > r.first_issuer;) {
    const IssuerHit& hit = r.passage->issuers[i];
    if (hit.span.end > cue.begin || IsPartner(*r.passage, hit)) continue;
    if (hit.reference && hit.possessive) continue;  // "JPMorgan cut its forecast for"
    return hit.only_source || (hit.company >= 0 && hit.company != company);
  }
  return false;
}

// "is expected to report .., according to a poll": who expects stands behind.
bool IsExpectedOfIt(const Reading& r, const ScopeTable& table, const Span& cue) {
  const Passage& passage = *r.passage;
  const uint32_t at = passage.document->TokensIn(cue).begin;
  if (at <= r.tokens.begin) return false;
  const std::string_view before = passage.WordAt(at - 1), first = passage.WordAt(at);
  const bool passive = before == "is" || before == "are" || before == "was" || before == "were" ||
                       first == "is" || first == "are" || first == "was" || first == "were";
  if (!passive) return false;
  const auto with = [&](VoiceRole role, uint32_t from) {
    uint32_t at_first = r.tokens.end;
    for (const TermKind kind : {TermKind::kSpeech, TermKind::kSpeaker}) {
      const auto hits = HitsIn(passage.Terms(kind), {from, r.tokens.end});
      const auto hit = std::ranges::find_if(
          hits, [&](const TermHit& voice) { return table.voices[voice.term.row] == role; });
      if (hit != hits.end()) at_first = std::min(at_first, hit->tokens.begin);
    }
    return at_first;
  };
  const uint32_t according = with(VoiceRole::kBy, at);
  if (according == r.tokens.end) return false;
  if (with(VoiceRole::kOutsider, according) < r.tokens.end) return true;
  for (uint32_t i = r.first_issuer; i < r.last_issuer; ++i) {
    if (passage.issuers[i].only_source && passage.issuers[i].tokens.begin > at) return true;
  }
  return false;
}

// Whether a verb says that something happened: "rose", "was", "climbed".
bool IsPastForm(std::string_view word) {
  for (std::string_view past : {"rose", "fell", "grew", "was",  "were", "had",  "did",    "lost",
                                "came", "went", "made", "sold", "sank", "slid", "shrank", "beat",
                                "won",  "hit",  "held", "paid", "took", "saw",  "said"}) {
    if (word == past) return true;
  }
  return word.size() > 4 && word.ends_with("ed");
}

bool HasComma(const Passage& passage, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at <= to; ++at) {
    if (passage.HasSign(at, kComma)) return true;
  }
  return false;
}

bool IsModal(std::string_view word) {
  return word == "would" || word == "could" || word == "will" || word == "may" || word == "might" ||
         word == "can" || word == "should";
}

// "Prices rose 3%, giving the bank room should growth falter": a condition at the end of a sentence
// supposes nothing of what has happened before.
bool IsToldBefore(const Reading& r, const model::Scope& scope, const Span& head) {
  if (head.end > scope.cue.begin || scope.extent.span.begin >= scope.cue.begin) return false;
  const Passage& passage = *r.passage;
  const uint32_t cue = passage.document->TokensIn(scope.cue).begin;
  const model::TokenRange at = passage.document->TokensIn(head);
  if (!HasComma(passage, at.end, cue)) return false;
  bool past = false;
  for (uint32_t i = passage.clauses[r.ClauseOf(at.begin)].tokens.begin; i < at.end; ++i) {
    const std::string_view word = passage.WordAt(i);
    if (IsModal(word)) return false;
    past |= IsPastForm(word);
  }
  return past;
}

// Whether something is said for a case only: "if", "unless", "without".
bool HasCondition(const Reading& r) {
  for (uint32_t at = r.tokens.begin; at < r.tokens.end; ++at) {
    const std::string_view word = r.passage->WordAt(at);
    if (word == "if" || word == "unless" || word == "without" || word == "were") return true;
  }
  return false;
}

// "projected that revenue would reach", "said sales would fall": `would` is what `will` was when it
// was said.
bool IsBackshift(const Reading& r, const model::Scope& scope) {
  if (scope.kind != model::ScopeKind::kHypothetical) return false;
  if (r.passage->Written(scope.cue) != "would") return false;
  const uint32_t cue = r.passage->document->TokensIn(scope.cue).begin;
  const SentenceClause& clause = r.passage->clauses[r.ClauseOf(cue)];
  if (HasCondition(r)) return false;
  for (uint32_t at = clause.tokens.begin; at < cue; ++at) {
    const std::string_view word = r.passage->WordAt(at);
    if (word == "said" || word == "projected" || word == "forecast" || word == "expected" ||
        word == "predicted" || word == "announced" || word == "estimated" || word == "promised")
      return true;
  }
  return false;
}

constexpr uint32_t kOpening = 3;  // words of a clause before its subject

// "In a sign that it may survive, profit rose 7%": behind the comma the main clause tells what was.
bool IsToldBehind(const Reading& r, const model::Scope& scope, const Span& head) {
  if (scope.cue.end > head.begin) return false;
  const Passage& passage = *r.passage;
  const model::TokenRange at = passage.document->TokensIn(head);
  if (at.begin >= at.end || at.begin <= r.tokens.begin) return false;
  const std::string_view before = passage.WordAt(at.begin - 1);
  const bool perfect = before == "has" || before == "have" || before == "had";
  if (!perfect && !IsPastForm(passage.WordAt(at.begin))) return false;
  const uint32_t cue = passage.document->TokensIn(scope.cue).end;
  for (const MetricUse& use : r.metrics) {
    if (use.implied || use.tokens.begin <= cue || use.tokens.end > at.begin) continue;
    // The metric opens the clause: "profit rose", "especially since the stock has risen".
    const uint32_t first = std::max(cue + kOpening, use.tokens.begin) - kOpening;
    if (HasComma(passage, std::max(first, cue), use.tokens.begin)) return true;
  }
  return false;
}

// "holds to gains": no verb is a plural.
bool IsPlural(std::string_view word) { return word.ends_with('s') && !word.ends_with("ss"); }

// "to improve profits and boost sales": the `to` of the verb that stands before `and`; else
// `joint`.
uint32_t InfinitiveBefore(const Reading& reading, uint32_t joint) {
  constexpr uint32_t kReach = 6;
  for (const Move& move : reading.moves) {
    const uint32_t at = move.tokens.begin;
    if (at == reading.tokens.begin || at >= joint || joint - at > kReach) continue;
    if (reading.ClauseOf(at) != reading.ClauseOf(joint)) continue;  // "to cut costs as sales and"
    if (reading.passage->WordAt(at - 1) == "to" && move.word->kind != MoveKind::kNoun)
      return at - 1;
  }
  return joint;
}

// "thanks to higher sales": no infinitive.
bool IsNoVerb(const Reading& reading, uint32_t token) {
  return std::ranges::any_of(reading.moves, [&](const Move& move) {
    return move.tokens.begin == token &&
           (move.word->kind == MoveKind::kAdjective || move.word->kind == MoveKind::kNoun);
  });
}

// "was ordered to pay a fine", "told the bank to pay damages": that is settled.
bool IsBoundToPay(const Reading& reading, uint32_t token) {
  constexpr uint32_t kReach = 6;
  if (reading.passage->WordAt(token) != "pay") return false;
  const uint32_t first = std::max(reading.tokens.begin + kReach, token) - kReach;
  for (uint32_t at = first; at < token; ++at) {
    const std::string_view word = reading.passage->WordAt(at);
    for (std::string_view verb : {"order", "agree", "requir", "forc", "oblig", "sentenc"}) {
      if (word.starts_with(verb)) return true;
    }
    if (word == "told") return true;
  }
  return false;
}

// "rebounded to top $50": what stands behind a movement is how it ended.
bool IsOutcome(const Reading& reading, uint32_t to) {
  return std::ranges::any_of(reading.moves, [&](const Move& move) {
    return move.word->kind == MoveKind::kPrice && move.tokens.end <= to &&
           move.tokens.end + 2 >= to && move.clause == reading.ClauseOf(to) &&
           !IsPlural(reading.passage->WordAt(move.tokens.end - 1));
  });
}

bool HasVerb(const Reading& r, const model::TokenRange& tokens) {
  for (uint32_t at = tokens.begin; at < tokens.end; ++at) {
    const std::string_view word = r.passage->WordAt(at);
    if (IsModal(word) || word == "is" || word == "are" || word == "was" || word == "were" ||
        word == "has" || word == "have" || word == "had" || word == "we" || IsPastForm(word))
      return true;
  }
  return false;
}

}  // namespace

// "We are targeting revenue of $4 billion. Operating margin of 36%.": the second foretells, too.
model::Modality GoesOnAt(const Reading& r, uint32_t metric) {
  constexpr uint32_t kMost = 6, kOpens = 5;
  const auto& sentences = r.passage->document->sentences;
  if (metric > r.tokens.begin + kOpens || HasVerb(r, r.tokens)) return model::Modality::kActual;
  if (r.first_issuer < r.last_issuer && r.passage->issuers[r.first_issuer].tokens.begin < metric)
    return model::Modality::kActual;
  for (uint32_t back = 1; back <= std::min(kMost, r.sentence); ++back) {
    const model::Sentence& before = sentences[r.sentence - back];
    if (before.block != sentences[r.sentence].block) break;
    if (!HasVerb(r, before.tokens)) continue;
    for (const model::Scope& scope : r.passage->scopes) {
      if (scope.extent.span.begin >= before.span.end) break;
      const bool foretells =
          scope.kind == model::ScopeKind::kGuidance || scope.kind == model::ScopeKind::kTarget;
      if (foretells && scope.extent.span.begin >= before.span.begin &&
          scope.extent.span.end + 2 >= before.span.end)
        return ModalityOf(scope.kind);
    }
    break;
  }
  return model::Modality::kActual;
}

Certainty CertaintyAt(const Reading& reading, const ScopeTable& table, const Span& head,
                      int company) {
  Certainty certainty;
  int strength = 0;
  const Span sentence = reading.passage->document->sentences[reading.sentence].span;
  const auto& scopes = reading.passage->scopes;
  // A scope opens with a word, a number with its sign: "plans to invest $10 billion".
  const model::Document& document = *reading.passage->document;
  const uint32_t first = document.TokensIn(head).begin;
  const uint32_t said = first < document.tokens.size()
                            ? std::max(head.begin, document.tokens[first].span.begin)
                            : head.begin;
  auto next = std::lower_bound(
      scopes.begin(), scopes.end(), sentence.begin,
      [](const model::Scope& scope, uint32_t begin) { return scope.extent.span.begin < begin; });
  for (; next != scopes.end() && next->extent.span.begin < sentence.end; ++next) {
    const model::Scope& scope = *next;
    if (!scope.extent.span.Contains(said)) continue;
    if (scope.kind == model::ScopeKind::kNegation) {
      certainty.negated = true;
      continue;
    }
    if (Compares(reading, scope.cue)) continue;
    if (scope.kind == model::ScopeKind::kHypothetical &&
        (IsToldBefore(reading, scope, head) || IsToldBehind(reading, scope, head)))
      continue;
    model::ScopeKind kind = IsBackshift(reading, scope) ? model::ScopeKind::kGuidance : scope.kind;
    if (kind == model::ScopeKind::kGuidance &&
        (AnotherExpects(reading, table, scope.cue, company) ||
         IsExpectedOfIt(reading, table, scope.cue)))
      kind = model::ScopeKind::kEstimate;
    if (Strength(kind) <= strength) continue;
    strength = Strength(kind);
    certainty.modality = ModalityOf(kind);
  }
  return certainty;
}

namespace {

bool IsEstimatedBefore(const Reading& reading, uint32_t token) {
  const uint32_t from = reading.passage->document->sentences[reading.sentence].span.begin;
  const uint32_t until = reading.passage->document->tokens[token].span.begin;
  return std::ranges::any_of(reading.passage->scopes, [&](const model::Scope& scope) {
    return scope.kind == model::ScopeKind::kEstimate && scope.cue.begin >= from &&
           scope.cue.end <= until;
  });
}

}  // namespace

model::Modality InfinitiveAt(const Reading& reading, uint32_t token) {
  const Passage& passage = *reading.passage;
  if (token < reading.tokens.begin + 1 || passage.WordAt(token).ends_with("ing"))
    return model::Modality::kActual;
  uint32_t at = token - 1;
  if (passage.WordAt(at).ends_with("ly") && at > reading.tokens.begin) --at;
  if (passage.WordAt(at) == "and" && !passage.WordAt(token).ends_with("ed"))
    at = InfinitiveBefore(reading, at);
  if (passage.WordAt(at) != "to" || at == reading.tokens.begin) return model::Modality::kActual;
  if (IsNoVerb(reading, token) || IsBoundToPay(reading, token)) return model::Modality::kActual;
  if (IsPlural(passage.WordAt(token)) || IsOutcome(reading, at)) return model::Modality::kActual;
  const std::string_view before = passage.WordAt(at - 1);
  for (std::string_view verb :
       {"continu", "manag", "beg", "start", "went", "able", "help", "led", "caus", "enough", "push",
        "proceed", "contribut", "due", "tend", "add", "hold", "held", "cling"}) {
    if (before.starts_with(verb)) return model::Modality::kActual;
  }
  // "analysts had expected earnings to fall and revenue to slip"
  const bool estimated = IsEstimatedBefore(reading, token);
  if (reading.IssuerUntil(at) >= 0) return model::Modality::kGuidance;
  for (const MetricUse& metric : reading.metrics) {
    if (metric.tokens.end == at)
      return estimated ? model::Modality::kEstimate : model::Modality::kGuidance;
  }
  return model::Modality::kHypothetical;
}

}  // namespace tellwire::analysis
