// The leaves that are read from words, and the joins of positions, each by trying everything.
#include <algorithm>

#include "match/oracle.h"
#include "match/phrase_match.h"
#include "text/utf8.h"

namespace tellwire::match {

using model::Part;
using model::Place;
using model::Truth;
using rule::Condition;
using rule::Op;

namespace {

// The places where a word of the pattern stands.
std::vector<Oracle::Start> StartsOf(const rule::WordPattern& word, const Oracle::Starts& starts) {
  std::vector<Oracle::Start> found;
  const auto add = [&](const std::vector<Oracle::Start>& more) {
    found.insert(found.end(), more.begin(), more.end());
  };
  if (word.kind == rule::WordPattern::Kind::kPrefix) {
    for (auto at = starts.lower_bound(word.word);
         at != starts.end() && at->first.starts_with(word.word); ++at)
      add(at->second);
    return found;
  }
  const std::vector<std::string> forms = word.kind == rule::WordPattern::Kind::kForms
                                             ? word.forms
                                             : std::vector<std::string>{word.word};
  for (const std::string& form : forms) {
    const auto at = starts.find(form);
    if (at != starts.end()) add(at->second);
  }
  return found;
}

// Every place where the phrase's words stand in a row within one block that is read.
void ReadPhrase(const rule::PhrasePattern& phrase, bool exact, const Places& places,
                const Oracle::Starts& starts, Readings* readings) {
  for (const Oracle::Start& start : StartsOf(phrase.words[0], starts)) {
    const model::Document& document = places.document(start.part);
    const size_t first = start.token, last = first + phrase.words.size() - 1;
    if (last >= document.blocks[start.block].tokens.end) continue;
    bool stands = true;
    for (size_t i = 0; stands && i < phrase.words.size(); ++i)
      stands = IsWord(phrase.words[i], document, document.tokens[first + i]);
    if (!stands) continue;
    if (exact && !IsWrittenSo(phrase, document, places.text(start.part), first)) continue;
    readings->push_back(
        {{start.part, {document.tokens[first].span.begin, document.tokens[last].span.end}}});
  }
}

// Every match, block by block, of the expression in the text with quotes, dashes and spaces folded.
void ReadRegex(const text::Pattern& regex, Part part, const Places& places, Readings* readings) {
  for (const model::Block& block : places.document(part).blocks) {
    if (!Places::IsRead(block)) continue;
    const text::Shadow shadow = text::MakeShadow(block.span.Of(places.text(part)));
    size_t from = 0;
    while (from <= shadow.text.size()) {
      const auto match = regex.Find(shadow.text, from);
      if (!match) break;
      const Span span = match->front();
      from = span.empty() ? span.end + 1 : span.end;
      if (span.empty()) continue;
      readings->push_back({{part,
                            {block.span.begin + shadow.offsets[span.begin],
                             block.span.begin + shadow.offsets[span.end]}}});
    }
  }
}

void SortAndUnite(Readings* readings) {
  const auto key = [](const Reading& r) { return std::make_pair(r.place, r.fact); };
  std::sort(readings->begin(), readings->end(),
            [&](const Reading& a, const Reading& b) { return key(a) < key(b); });
  readings->erase(std::unique(readings->begin(), readings->end()), readings->end());
}

// The readings of a stage that are at least so sure, one a place, in text order.
Readings AtLeastSure(const std::vector<Oracle::Finding>& findings, int passes) {
  Readings readings;
  for (const Oracle::Finding& finding : findings) {
    const Truth truth = finding.reading.truth;
    const bool sure = truth == Truth::kTrue || (truth == Truth::kUnknown && passes >= 1) ||
                      (truth == Truth::kError && passes >= 2);
    if (sure && finding.reading.HasWords()) readings.push_back(finding.reading);
  }
  SortAndUnite(&readings);
  const auto same_place = [](const Reading& a, const Reading& b) { return a.place == b.place; };
  readings.erase(std::unique(readings.begin(), readings.end(), same_place), readings.end());
  return readings;
}

Reading Joined(const Reading& first, const Reading& last) {
  return {{first.place.part, Cover(first.place.span, last.place.span)},
          first.fact >= 0 ? first.fact : last.fact};
}

constexpr size_t kNone = static_cast<size_t>(-1);

// Goes through the stages from one linked reading to the next: for every reading of the last stage
// the best one of the first from which it is reached, kNone where there is none.
template <typename Linked, typename Better>
std::vector<size_t> Traced(const std::vector<const Readings*>& stages, Linked linked,
                           Better better) {
  std::vector<size_t> best(stages[0]->size());
  for (size_t i = 0; i < best.size(); ++i) best[i] = i;
  for (size_t stage = 1; stage < stages.size(); ++stage) {
    const Readings &before = *stages[stage - 1], &here = *stages[stage];
    std::vector<size_t> next(here.size(), kNone);
    for (size_t to = 0; to < here.size(); ++to) {
      for (size_t from = 0; from < before.size(); ++from) {
        if (best[from] == kNone || !linked(before[from], here[to])) continue;
        if (next[to] == kNone || better(best[from], next[to])) next[to] = best[from];
      }
    }
    best = std::move(next);
  }
  return best;
}

}  // namespace

void Oracle::FindStarts() {
  for (Part part : {Part::kTitle, Part::kText}) {
    const model::Document& document = places_.document(part);
    for (size_t b = 0; b < document.blocks.size(); ++b) {
      const model::Block& block = document.blocks[b];
      if (!Places::IsRead(block)) continue;
      for (size_t token = block.tokens.begin; token < block.tokens.end; ++token)
        starts_[document.WordOf(document.tokens[token])].push_back({part, b, token});
    }
  }
}

Readings Oracle::Words(const Condition& leaf) const {
  Readings readings;
  if (leaf.op == Op::kRegex) {
    for (Part part : {Part::kTitle, Part::kText}) ReadRegex(*leaf.regex, part, places_, &readings);
  }
  for (const rule::PhrasePattern& phrase : leaf.phrases) {
    if (IsBetween(subject_.day(), phrase.from, phrase.until))
      ReadPhrase(phrase, leaf.exact_text, places_, starts_, &readings);
  }
  SortAndUnite(&readings);
  return readings;
}

// Chains through the stages, each within `limit` words of the one before. Of all chains, those that
// end soonest for their beginning and those that begin latest for their end: "price war ... war"
// gives the short one.
Readings Oracle::Chains(const std::vector<Readings>& stages, int limit) const {
  Readings chains;
  if (stages.empty()) return chains;
  const Readings &first = stages.front(), &last = stages.back();
  const auto follows = [&](const Reading& from, const Reading& to) {
    const auto apart = places_.WordsApart(from.place, to.place);
    return apart && *apart <= limit;
  };
  std::vector<const Readings*> order;
  for (const Readings& stage : stages) order.push_back(&stage);
  const auto latest = Traced(order, follows, [&](size_t a, size_t b) {
    const uint32_t begin = first[a].place.span.begin, other = first[b].place.span.begin;
    return begin != other ? begin > other : a < b;
  });
  for (size_t i = 0; i < latest.size(); ++i) {
    if (latest[i] != kNone) chains.push_back(Joined(first[latest[i]], last[i]));
  }
  std::reverse(order.begin(), order.end());
  const auto leads = [&](const Reading& from, const Reading& to) { return follows(to, from); };
  const auto soonest = Traced(order, leads, [&](size_t a, size_t b) {
    const uint32_t end = last[a].place.span.end, other = last[b].place.span.end;
    return end != other ? end < other : a < b;
  });
  for (size_t i = 0; i < soonest.size(); ++i) {
    if (soonest[i] != kNone) chains.push_back(Joined(first[i], last[soonest[i]]));
  }
  return chains;
}

// Chains of true readings are true; those that need an unknown one are unknown; and so on.
Readings Oracle::Join(const std::vector<std::vector<Finding>>& parts,
                      const Condition& condition) const {
  Readings joined;
  const Truth truths[] = {Truth::kTrue, Truth::kUnknown, Truth::kError};
  for (int pass = 0; pass < 3; ++pass) {
    std::vector<Readings> stages;
    for (const auto& part : parts) stages.push_back(AtLeastSure(part, pass));
    Readings chains = Chains(stages, condition.number);
    if (condition.op == Op::kNear) {
      std::reverse(stages.begin(), stages.end());
      const Readings backwards = Chains(stages, condition.number);
      chains.insert(chains.end(), backwards.begin(), backwards.end());
    }
    for (Reading& chain : chains) {
      const bool known = std::any_of(joined.begin(), joined.end(), [&](const Reading& surer) {
        return surer.place == chain.place && surer.truth != truths[pass];
      });
      if (known) continue;
      chain.truth = truths[pass];
      joined.push_back(chain);
    }
  }
  SortAndUnite(&joined);
  return joined;
}

// `near` joins two at a time, from the left.
Oracle::Value Oracle::Sequence(const Condition& condition, const Context& context,
                               const rule::Rule* rule) const {
  std::vector<std::vector<Finding>> parts;
  for (const rule::ConditionPtr& child : condition.children)
    parts.push_back(Evaluate(*child, context, rule).findings);
  while (condition.op == Op::kNear && parts.size() > 2) {
    std::vector<Finding> both;
    for (const Reading& reading : Join({parts[0], parts[1]}, condition))
      both.push_back({reading, &condition, context.clause});
    parts.erase(parts.begin());
    parts[0] = std::move(both);
  }
  Value value;
  for (const Reading& reading : Join(parts, condition)) {
    value.findings.push_back({reading, &condition, context.clause});
    value.truth = Or(value.truth, reading.truth);
  }
  return value;
}

}  // namespace tellwire::match
