// The names that rules may use: metrics, companies, themes, events and word lists.
// Filled by analysis/ from rules/lexicon/ and rules/lists/; read by rule/, script/ and match/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "model/fact.h"
#include "model/rates.h"

namespace tellwire::model {

enum class MetricClass : uint8_t { kMoney, kRatio, kCount, kPrice, kEvent };

struct Metric {
  std::string id;       // dotted: `revenue.cloud`
  std::string name;     // for people; empty: its id in words
  bool counts = false;  // its number goes before its name: 400m subscribers
  std::string parent;   // the family it belongs to besides its dotted prefix; mostly empty
  MetricClass metric_class = MetricClass::kMoney;
  FactKind kind = FactKind::kMetric;
  int polarity = 0;  // +1 good when up, -1 bad when up, 0 neutral
  std::string default_unit;
  std::vector<std::string> units;  // all units that its values may have; one: a bound needs no unit
  std::vector<Modality> modality;  // what a fact leaf accepts by default
  std::string event;               // its coarse type in sentences[].events
};

struct Issuer {
  std::string name, ticker, kind, sector;
  std::vector<std::string> aliases;
};

// One line of rules/lists/NAME.txt, in force between two dates (inclusive): a phrase in rule
// syntax, or the ticker or name of a company, as the list is used.
struct ListEntry {
  std::string phrase;
  std::optional<Day> from, until;
  int line = 0;
};

struct WordList {
  std::string name, file;
  std::vector<ListEntry> entries;
  std::string hash;  // of the file's bytes: part of a rule's version
  // By what stands there and by the name of the company that is called so, lower-cased: indexes
  // into `entries`. Filled by Vocabulary::Index.
  std::map<std::string, std::vector<size_t>, std::less<>> by_name = {};
};

struct Vocabulary {
  std::map<std::string, Metric, std::less<>> metrics;
  std::vector<Issuer> issuers;
  std::vector<std::string> themes, events, sectors;  // sorted
  std::map<std::string, WordList, std::less<>> lists;
  Rates rates;                  // rules/lexicon/rates.tsv
  std::vector<Error> problems;  // rows of the files that were skipped

  const Metric* FindMetric(std::string_view id) const;
  // What people call a metric: `cloud revenue`, `EPS`; its id in words where nobody has said it.
  std::string MetricName(std::string_view id) const;
  // By ticker (exact), name or alias (any case); nullptr when nobody is called so.
  const Issuer* FindIssuer(std::string_view called) const;
  const WordList* FindList(std::string_view name) const;
  // Whether a line of the list that is in force on that day names the company, by ticker, name or
  // alias (any case). False where there is no such list.
  bool IsListed(std::string_view list, std::string_view company, std::string_view ticker,
                Day day) const;

  // Called once after filling, before FindIssuer and IsListed.
  void Index();

 private:
  std::map<std::string, size_t, std::less<>> issuer_by_name_;  // lower-cased
};

// Whether `id` is `family` or lies under it: `revenue.cloud` is under `revenue`.
inline bool IsUnder(std::string_view id, std::string_view family) {
  if (id.size() < family.size()) return false;
  if (id.size() > family.size() && id[family.size()] != '.') return false;
  return id.starts_with(family);
}

// Glob over words: `*` stands for any run of characters, case matters not.
bool MatchesGlob(std::string_view text, std::string_view glob);

// The candidate nearest to a misspelt word, or "" when none is near enough to suggest.
std::string Nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace tellwire::model
