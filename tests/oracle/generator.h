// Random articles, analyses, worlds and rules: small enough that most things are near each other,
// strange enough that every form of a condition meets every kind of place.
#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/hash.h"
#include "match/world.h"
#include "model/vocabulary.h"
#include "support/conditions.h"
#include "support/made_article.h"

namespace tellwire::test {

class Random {
 public:
  explicit Random(uint64_t seed) : engine_(seed) {}
  int Below(int n) { return static_cast<int>(engine_() % static_cast<uint64_t>(n)); }
  bool Chance(int percent) { return Below(100) < percent; }
  template <typename T>
  const T& Of(const std::vector<T>& items) {
    return items[static_cast<size_t>(Below(static_cast<int>(items.size())))];
  }

 private:
  std::mt19937_64 engine_;
};

// Answers at random, but the same question always the same; sometimes it does not know.
class RandomWorld : public match::World {
 public:
  explicit RandomWorld(uint64_t seed) : seed_(seed) {}
  std::optional<bool> Fired(std::string_view rule, std::string_view company,
                            int64_t within) const override {
    const uint64_t h = Mix(std::string(rule) + "|" + std::string(company), within);
    if (h % 4 == 0) return std::nullopt;
    return h % 2 == 0;
  }
  std::optional<double> PriceMove(std::string_view ticker, int64_t window) const override {
    const uint64_t h = Mix(ticker, window);
    if (h % 4 == 0) return std::nullopt;
    return static_cast<double>(h % 11) - 5;
  }
  std::optional<double> Weight(std::string_view ticker) const override {
    const uint64_t h = Mix(ticker, 7);
    if (h % 4 == 0) return std::nullopt;
    return static_cast<double>(h % 10) / 100;
  }
  std::optional<std::string> PromiseState(const model::Fact& fact) const override {
    const uint64_t h = Mix(fact.metric, fact.company);
    if (h % 4 == 0) return std::nullopt;
    const char* const states[] = {"", "kept", "missed", "progress"};
    return states[h % 4];
  }

 private:
  uint64_t Mix(std::string_view text, int64_t number) const {
    return Combine(Combine(Hash64(text), seed_), static_cast<uint64_t>(number)) >> 7;
  }
  uint64_t seed_;
};

model::Vocabulary SmallVocabulary();
MadeArticle RandomArticle(Random* random);
rule::RuleSet RandomRules(Random* random, int count);

}  // namespace tellwire::test
