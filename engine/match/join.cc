#include "match/join.h"

#include <algorithm>
#include <deque>
#include <functional>

namespace tellwire::match {

using model::Truth;

namespace {

constexpr size_t kNone = static_cast<size_t>(-1);

// A reading by the words that it covers. Counted so that words of different blocks are further
// apart than any limit.
struct Positioned {
  Reading reading;
  int64_t first = 0, last = 0;
};
using Stage = std::vector<Positioned>;

bool InOrder(const Reading& a, const Reading& b) {
  return a.place != b.place ? a.place < b.place : a.fact < b.fact;
}

void SortAndUnite(Readings* readings) {
  std::sort(readings->begin(), readings->end(), InOrder);
  readings->erase(std::unique(readings->begin(), readings->end()), readings->end());
}

// The readings with words, in text order, each with its position; what covers no word is left out.
Stage Position(Readings readings, const Places& places) {
  SortAndUnite(&readings);
  Stage stage;
  stage.reserve(readings.size());
  for (const Reading& reading : readings) {
    if (!reading.HasWords()) continue;
    const model::Document& document = places.document(reading.place.part);
    const model::TokenRange tokens = document.TokensIn(reading.place.span);
    if (tokens.begin == tokens.end) continue;
    const int64_t block = document.BlockAt(reading.place.span.begin) + 1;
    const int64_t part = reading.place.part == model::Part::kText ? int64_t{1} << 62 : 0;
    const int64_t base = part + (block << 32);
    stage.push_back({reading, base + tokens.begin, base + tokens.end - 1});
  }
  return stage;
}

bool IsSure(Truth truth, int pass) {
  return truth == Truth::kTrue || (truth == Truth::kUnknown && pass >= 1) ||
         (truth == Truth::kError && pass >= 2);
}

Stage AtLeastSure(const Stage& all, int pass) {
  Stage stage;
  for (const Positioned& p : all) {
    if (!IsSure(p.reading.truth, pass)) continue;
    if (stage.empty() || stage.back().reading.place != p.reading.place) stage.push_back(p);
  }
  return stage;
}

std::vector<size_t> OrderBy(const Stage& stage, int64_t Positioned::*key) {
  std::vector<size_t> order(stage.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return stage[a].*key < stage[b].*key; });
  return order;
}

// One step from a stage to the next: for each reading of `to` the best value that a reading of
// `from` within the window brings. Both sweep once; `best` keeps only readings that may still win.
// `backward`: the readings of `from` come after those of `to`.
std::vector<size_t> Step(const Stage& from, const std::vector<size_t>& values, const Stage& to,
                         int64_t limit, bool backward,
                         const std::function<bool(size_t, size_t)>& better) {
  const auto near_end = backward ? &Positioned::first : &Positioned::last;
  const auto far_end = backward ? &Positioned::last : &Positioned::first;
  const std::vector<size_t> entering = OrderBy(from, near_end), asking = OrderBy(to, far_end);
  std::vector<size_t> result(to.size(), kNone);
  std::deque<size_t> best;
  size_t next = 0;
  for (const size_t asked : asking) {
    const int64_t at = to[asked].*far_end;
    const int64_t low = backward ? at + 1 : at - limit, high = backward ? at + limit : at - 1;
    for (; next < entering.size() && from[entering[next]].*near_end <= high; ++next) {
      const size_t index = entering[next];
      if (values[index] == kNone) continue;
      while (!best.empty() && !better(values[best.back()], values[index])) best.pop_back();
      best.push_back(index);
    }
    while (!best.empty() && from[best.front()].*near_end < low) best.pop_front();
    if (!best.empty()) result[asked] = values[best.front()];
  }
  return result;
}

std::vector<size_t> Indices(size_t count) {
  std::vector<size_t> indices(count);
  for (size_t i = 0; i < count; ++i) indices[i] = i;
  return indices;
}

Reading Joined(const Positioned& first, const Positioned& last, Truth truth) {
  return {{first.reading.place.part, Cover(first.reading.place.span, last.reading.place.span)},
          first.reading.fact >= 0 ? first.reading.fact : last.reading.fact,
          truth};
}

void AddChains(const std::vector<Stage>& stages, int64_t limit, Truth truth, Readings* chains) {
  const Stage &begins = stages.front(), &ends = stages.back();
  const auto later_begin = [&](size_t a, size_t b) {
    const uint32_t x = begins[a].reading.place.span.begin, y = begins[b].reading.place.span.begin;
    return x != y ? x > y : a < b;
  };
  const auto sooner_end = [&](size_t a, size_t b) {
    const uint32_t x = ends[a].reading.place.span.end, y = ends[b].reading.place.span.end;
    return x != y ? x < y : a < b;
  };
  std::vector<size_t> latest = Indices(begins.size());
  for (size_t i = 1; i < stages.size(); ++i)
    latest = Step(stages[i - 1], latest, stages[i], limit, false, later_begin);
  for (size_t i = 0; i < latest.size(); ++i) {
    if (latest[i] != kNone) chains->push_back(Joined(begins[latest[i]], ends[i], truth));
  }
  std::vector<size_t> soonest = Indices(ends.size());
  for (size_t i = stages.size() - 1; i > 0; --i)
    soonest = Step(stages[i], soonest, stages[i - 1], limit, true, sooner_end);
  for (size_t i = 0; i < soonest.size(); ++i) {
    if (soonest[i] != kNone) chains->push_back(Joined(begins[i], ends[soonest[i]], truth));
  }
}

// Adds what no surer pass has found at the same place.
void AddNew(Readings chains, Readings* joined) {
  const auto by_place = [](const Reading& a, const Reading& b) { return a.place < b.place; };
  const auto surer = joined->size();
  for (const Reading& chain : chains) {
    const auto end = joined->begin() + static_cast<std::ptrdiff_t>(surer);
    if (!std::binary_search(joined->begin(), end, chain, by_place)) joined->push_back(chain);
  }
  SortAndUnite(joined);
}

Readings Join(const std::vector<Readings>& parts, int limit, bool either_order,
              const Places& places) {
  std::vector<Stage> all;
  bool has_unsure = false;
  for (const Readings& part : parts) {
    all.push_back(Position(part, places));
    if (all.back().empty()) return {};
    has_unsure = has_unsure || std::any_of(part.begin(), part.end(), [](const Reading& r) {
                   return r.truth != Truth::kTrue;
                 });
  }
  const Truth truths[] = {Truth::kTrue, Truth::kUnknown, Truth::kError};
  Readings joined;
  for (int pass = 0; pass < (has_unsure ? 3 : 1); ++pass) {
    std::vector<Stage> stages;
    for (const Stage& stage : all) stages.push_back(AtLeastSure(stage, pass));
    Readings chains;
    AddChains(stages, limit, truths[pass], &chains);
    if (either_order) {
      std::reverse(stages.begin(), stages.end());
      AddChains(stages, limit, truths[pass], &chains);
    }
    AddNew(std::move(chains), &joined);
  }
  return joined;
}

}  // namespace

Readings JoinSequence(std::vector<Readings> stages, int limit, const Places& places) {
  if (stages.empty()) return {};
  return Join(stages, limit, false, places);
}

Readings JoinNear(std::vector<Readings> stages, int limit, const Places& places) {
  if (stages.empty()) return {};
  Readings joined = std::move(stages[0]);
  if (stages.size() == 1) return Join({joined}, limit, true, places);
  for (size_t i = 1; i < stages.size(); ++i)
    joined = Join({std::move(joined), std::move(stages[i])}, limit, true, places);
  return joined;
}

}  // namespace tellwire::match
