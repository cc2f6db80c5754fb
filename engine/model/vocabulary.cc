#include "model/vocabulary.h"

#include <algorithm>
#include <numeric>

#include "base/ascii.h"

namespace tellwire::model {
namespace {

// Levenshtein distance with swaps of neighbours counted as one (optimal string alignment).
size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    next[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      next[j] =
          std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        next[j] = std::min(next[j], before[j - 2] + 1);
    }
    std::swap(before, row);
    std::swap(row, next);
  }
  return row[b.size()];
}

}  // namespace

const Metric* Vocabulary::FindMetric(std::string_view id) const {
  const auto found = metrics.find(id);
  return found == metrics.end() ? nullptr : &found->second;
}

std::string Vocabulary::MetricName(std::string_view id) const {
  const Metric* metric = FindMetric(id);
  if (metric != nullptr && !metric->name.empty()) return metric->name;
  // `operating income` for operating_income, `debt (bank)` for debt.bank, `recall` for event.recall
  constexpr std::string_view kEvent = "event.";
  if (id.starts_with(kEvent)) id.remove_prefix(kEvent.size());
  const size_t dot = id.find('.');
  std::string words(id.substr(0, dot));
  if (dot != std::string_view::npos) words.append(" (").append(id.substr(dot + 1)).append(")");
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '_' || c == '.'; }, ' ');
  return words;
}

const WordList* Vocabulary::FindList(std::string_view name) const {
  const auto found = lists.find(name);
  return found == lists.end() ? nullptr : &found->second;
}

bool Vocabulary::IsListed(std::string_view list, std::string_view company, std::string_view ticker,
                          Day day) const {
  const WordList* found = FindList(list);
  if (found == nullptr) return false;
  const auto names = [&](std::string_view called) {
    const auto lines = found->by_name.find(Lowered(called));
    return !called.empty() && lines != found->by_name.end() &&
           std::any_of(lines->second.begin(), lines->second.end(), [&](size_t line) {
             const ListEntry& entry = found->entries[line];
             return IsBetween(day, entry.from, entry.until);
           });
  };
  return names(company) || names(ticker);
}

void Vocabulary::Index() {
  issuer_by_name_.clear();
  for (size_t i = 0; i < issuers.size(); ++i) {
    issuer_by_name_.emplace(Lowered(issuers[i].name), i);
    if (!issuers[i].ticker.empty()) issuer_by_name_.emplace(Lowered(issuers[i].ticker), i);
  }
  for (size_t i = 0; i < issuers.size(); ++i) {
    for (const std::string& alias : issuers[i].aliases) issuer_by_name_.emplace(Lowered(alias), i);
  }
  for (auto& [name, list] : lists) {
    list.by_name.clear();
    for (size_t line = 0; line < list.entries.size(); ++line) {
      const std::string& called = list.entries[line].phrase;
      list.by_name[Lowered(called)].push_back(line);
      if (const Issuer* issuer = FindIssuer(called))
        list.by_name[Lowered(issuer->name)].push_back(line);
    }
  }
}

const Issuer* Vocabulary::FindIssuer(std::string_view called) const {
  const auto found = issuer_by_name_.find(Lowered(called));
  return found == issuer_by_name_.end() ? nullptr : &issuers[found->second];
}

// Greedy with one point of return: after a `*` fails, it takes one character more. O(text * glob)
// at worst.
bool MatchesGlob(std::string_view text, std::string_view glob) {
  size_t t = 0, g = 0, star = std::string_view::npos, retry = 0;
  while (t < text.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      retry = t;
    } else if (g < glob.size() && ToLower(glob[g]) == ToLower(text[t])) {
      ++g, ++t;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      t = ++retry;
    } else {
      return false;
    }
  }
  return glob.find_first_not_of('*', g) == std::string_view::npos;
}

std::string Nearest(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string wanted = Lowered(word);
  std::string best;
  size_t best_distance = std::max<size_t>(2, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const size_t distance = EditDistance(wanted, Lowered(candidate));
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace tellwire::model
