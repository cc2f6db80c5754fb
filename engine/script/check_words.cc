// Words against the vocabulary they come from, each with the nearest one that is known.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "script/read_condition.h"

namespace tellwire::script {
namespace {

namespace code = rule::code;
using rule::Source;

bool IsGlob(std::string_view word) { return word.find('*') != std::string_view::npos; }

bool Matches(std::string_view word, const std::vector<std::string>& known) {
  return std::any_of(known.begin(), known.end(), [&](const std::string& candidate) {
    return model::MatchesGlob(candidate, word) || model::MatchesGlob(word, candidate);
  });
}

bool KnowsMetric(const model::Vocabulary& vocabulary, std::string_view word) {
  if (vocabulary.FindMetric(word)) return true;
  return std::any_of(vocabulary.metrics.begin(), vocabulary.metrics.end(), [&](const auto& entry) {
    return model::IsUnder(entry.first, word) || model::MatchesGlob(entry.first, word);
  });
}

std::vector<std::string> MetricNames(const model::Vocabulary& vocabulary) {
  std::vector<std::string> names;
  for (const auto& [id, metric] : vocabulary.metrics) names.push_back(id);
  return names;
}

std::vector<std::string> IssuerNames(const model::Vocabulary& vocabulary) {
  std::vector<std::string> names;
  for (const model::Issuer& issuer : vocabulary.issuers) {
    names.push_back(issuer.name);
    if (!issuer.ticker.empty()) names.push_back(issuer.ticker);
  }
  return names;
}

std::vector<std::string> ListNames(const model::Vocabulary& vocabulary) {
  std::vector<std::string> names;
  for (const auto& [name, list] : vocabulary.lists) names.push_back(name);
  return names;
}

// Slips in writing a unit: what is meant, or "".
std::string MeantUnit(std::string_view unit) {
  static const std::map<std::string_view, std::string_view> kSlips = {
      {"%", "pct"},   {"percent", "pct"}, {"per cent", "pct"}, {"$", "USD"},   {"€", "EUR"},
      {"£", "GBP"},   {"¥", "JPY"},       {"RMB", "CNY"},      {"bps", "bp"},  {"ppt", "pp"},
      {"times", "x"}, {"dollars", "USD"}, {"euros", "EUR"},    {"yuan", "CNY"}};
  const auto found = kSlips.find(unit);
  if (found != kSlips.end()) return std::string(found->second);
  static constexpr std::string_view kCurrencies[] = {"usd", "eur", "gbp", "jpy", "cny", "hkd",
                                                     "inr", "krw", "chf", "cad", "aud", "sgd"};
  if (std::find(std::begin(kCurrencies), std::end(kCurrencies), unit) == std::end(kCurrencies))
    return "";
  std::string upper(unit);
  std::transform(upper.begin(), upper.end(), upper.begin(), ToUpper);
  return upper;
}

struct Judgement {
  bool known = true;
  std::string_view diagnostic;
  std::string what, help;
};

Judgement Unknown(std::string_view diagnostic, std::string what, std::string help) {
  return {false, diagnostic, std::move(what), std::move(help)};
}

Judgement JudgeChoice(const rule::Field& field, const std::string& word) {
  const std::vector<std::string> choices = rule::Choices(field);
  if (Matches(word, choices)) return {};
  return Unknown(code::kUnknownValue, fmt::format("`{}` cannot be \"{}\"", field.name, word),
                 Suggest(word, choices));
}

Judgement Judge(const model::Vocabulary& vocabulary, const rule::Field& field,
                const std::string& word) {
  const auto listed = [&](const std::vector<std::string>& known, std::string_view diagnostic,
                          const char* kind) {
    if (Matches(word, known)) return Judgement();
    return Unknown(diagnostic, fmt::format("unknown {} \"{}\"", kind, word), Suggest(word, known));
  };
  switch (field.source) {
    case Source::kChoice:
      return JudgeChoice(field, word);
    case Source::kMetric:
      if (KnowsMetric(vocabulary, word)) return {};
      return Unknown(code::kUnknownMetric, fmt::format("unknown metric \"{}\"", word),
                     Suggest(word, MetricNames(vocabulary)));
    case Source::kCompany:
      if (IsGlob(word) || vocabulary.FindIssuer(word)) return {};
      return Unknown(code::kUnknownCompany, fmt::format("no lexicon has the company \"{}\"", word),
                     Suggest(word, IssuerNames(vocabulary)));
    case Source::kList:
      return listed(ListNames(vocabulary), code::kUnknownList, "list");
    case Source::kSector:
      return listed(vocabulary.sectors, code::kUnknownSector, "sector");
    case Source::kTheme:
      return listed(vocabulary.themes, code::kUnknownTheme, "theme");
    case Source::kEvent:
      return listed(vocabulary.events, code::kUnknownEvent, "event");
    case Source::kUnit: {
      const std::string meant = MeantUnit(word);
      if (meant.empty()) return {};
      return Unknown(code::kUnknownValue, fmt::format("\"{}\" is no unit", word),
                     fmt::format("write \"{}\"", meant));
    }
    case Source::kDay:
      if (ParseDay(word)) return {};
      return Unknown(code::kUnknownValue, fmt::format("\"{}\" is no day", word),
                     "write it as \"2026-01-31\"");
    case Source::kFree:
      return {};
  }
  return {};
}

}  // namespace

void CheckWords(lua_State* L, TableReader* table, const rule::Field& field,
                const std::vector<std::string>& words, const Where& at) {
  Loading* loading = Loading::Of(L);
  for (const std::string& word : words) {
    State::Spend(L, 20);
    Judgement judgement = Judge(loading->vocabulary, field, word);
    if (judgement.known) {
      if (field.source == Source::kList) loading->lists_used.insert(word);
      continue;
    }
    if (rule::EntryOf(judgement.diagnostic).level == rule::Level::kWarning) {
      loading->Report(judgement.diagnostic, at, judgement.what, judgement.help);
    } else {
      table->Report(judgement.diagnostic, at, judgement.what, judgement.help);
    }
  }
}

}  // namespace tellwire::script
