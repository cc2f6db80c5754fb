#include "match/evidence.h"

#include <algorithm>
#include <tuple>

#include "fmt/format.h"

namespace tellwire::match {
namespace {

void AddName(std::string name, std::vector<std::string>* names) {
  if (std::find(names->begin(), names->end(), name) == names->end())
    names->push_back(std::move(name));
}

void AddInner(const rule::Condition& condition, const std::string& around,
              std::vector<std::string>* names) {
  const std::string clause = ClauseName(condition, around);
  AddName(clause, names);
  for (const rule::ConditionPtr& child : condition.children) AddInner(*child, clause, names);
}

auto OrderOf(const Found& f) {
  return std::tie(f.clause, f.place.part, f.place.span.begin, f.place.span.end, *f.leaf, f.fact);
}

bool SameFact(const Found& a, const Found& b) {
  return a.fact >= 0 && a.fact == b.fact && a.clause == b.clause && *a.leaf == *b.leaf;
}

// Keeps one place of each fact: its own, else the first of its mentions.
void KeepOnePlaceOfFacts(const std::vector<model::Fact>& facts, std::vector<Found>* found) {
  std::stable_sort(found->begin(), found->end(), [&](const Found& a, const Found& b) {
    const auto rank = [&](const Found& f) {
      const bool own = f.fact < 0 || facts[static_cast<size_t>(f.fact)].spans.fact == f.place.span;
      return std::make_tuple(f.clause, f.fact, *f.leaf, !own, f.place);
    };
    return rank(a) < rank(b);
  });
  found->erase(std::unique(found->begin(), found->end(), SameFact), found->end());
}

}  // namespace

bool IsTable(const rule::Condition& root) {
  return root.op == rule::Op::kAll || root.op == rule::Op::kAny || root.op == rule::Op::kAtLeast;
}

std::string ClauseName(const rule::Condition& condition, std::string_view around) {
  return condition.name.empty() ? std::string(around) : condition.name;
}

std::string PathName(const rule::Condition& member, std::string_view root_name, size_t index) {
  return ClauseName(member, fmt::format("{}[{}]", root_name, index + 1));
}

std::vector<std::string> ClausesOf(const rule::Condition& root, std::string_view root_name) {
  std::vector<std::string> names;
  if (!IsTable(root)) {
    AddInner(root, std::string(root_name), &names);
    return names;
  }
  for (size_t i = 0; i < root.children.size(); ++i)
    AddInner(*root.children[i], PathName(*root.children[i], root_name, i), &names);
  return names;
}

size_t AddEvidence(const std::vector<std::string>& clauses, std::vector<Found> found,
                   const Places& places, const std::vector<model::Fact>& facts,
                   std::vector<model::Evidence>* evidence) {
  if (std::any_of(found.begin(), found.end(), [](const Found& f) { return f.fact >= 0; }))
    KeepOnePlaceOfFacts(facts, &found);
  std::sort(found.begin(), found.end(),
            [](const Found& a, const Found& b) { return OrderOf(a) < OrderOf(b); });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const Found& a, const Found& b) { return OrderOf(a) == OrderOf(b); }),
              found.end());
  size_t left_out = 0, in_clause = 0;
  for (size_t i = 0; i < found.size(); ++i) {
    in_clause = i > 0 && found[i].clause == found[i - 1].clause ? in_clause + 1 : 1;
    if (in_clause > kEvidencePerClause) {
      ++left_out;
      continue;
    }
    evidence->push_back({clauses[found[i].clause], *found[i].leaf, found[i].place,
                         places.Around(found[i].place), found[i].fact});
  }
  return left_out;
}

}  // namespace tellwire::match
