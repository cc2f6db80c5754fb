#include "bench/generated_rules.h"

#include <optional>
#include <random>
#include <utility>

#include "fmt/format.h"
#include "support/conditions.h"

namespace tellwire::bench {
namespace {

using rule::ConditionPtr;
using rule::Op;

class Drawing {
 public:
  Drawing(const Corpus& corpus, uint64_t seed) : corpus_(corpus), random_(seed) {}

  uint32_t Below(size_t n) { return static_cast<uint32_t>(random_() % n); }

  // Words in a row, of a random article.
  ConditionPtr Phrase() {
    while (true) {
      const uint32_t kind = Below(10);
      const uint32_t words = kind < 2 ? 1 : kind < 7 ? 2 : 3;
      const auto drawn = Words(words);
      if (drawn) return test::Phrase(*drawn);
    }
  }

  // Two words that stand within five words of each other somewhere.
  ConditionPtr Nearness() {
    while (true) {
      const model::Document& text = Text();
      if (text.tokens.size() < 8) continue;
      const uint32_t first = Below(text.tokens.size() - 7), apart = 2 + Below(4);
      const std::string a(text.WordOf(text.tokens[first])),
          b(text.WordOf(text.tokens[first + apart]));
      if (IsRare(a) || IsRare(b)) return test::Near(5, test::Phrase(a), test::Phrase(b));
    }
  }

 private:
  const model::Document& Text() {
    return corpus_.articles[Below(corpus_.articles.size())].analysis.text;
  }

  bool IsRare(const std::string& word) const {
    rule::WordPattern pattern;
    pattern.word = word;
    return corpus_.frequencies.Share(pattern) < 0.05;
  }

  std::optional<std::string> Words(uint32_t count) {
    const model::Document& text = Text();
    if (text.tokens.size() <= count) return std::nullopt;
    const uint32_t first = Below(text.tokens.size() - count);
    std::string words;
    bool has_rare = false;
    for (uint32_t i = 0; i < count; ++i) {
      const std::string word(text.WordOf(text.tokens[first + i]));
      has_rare = has_rare || IsRare(word);
      words += (i > 0 ? " " : "") + word;
    }
    if (!has_rare) return std::nullopt;
    return words;
  }

  const Corpus& corpus_;
  std::mt19937_64 random_;
};

}  // namespace

rule::RuleSet GenerateRules(const Corpus& corpus, size_t count, uint64_t seed) {
  Drawing draw(corpus, seed);
  rule::RuleSet rules;
  for (size_t i = 0; i < count; ++i) {
    std::vector<ConditionPtr> members = {i % 5 == 0 ? draw.Nearness() : draw.Phrase(),
                                         test::Any({draw.Phrase(), draw.Phrase()})};
    if (i % 2 == 0) members.push_back(test::Not(draw.Phrase()));
    rules.rules.push_back(
        test::MakeRule(fmt::format("generated.r{:06}", i), test::All(std::move(members))));
  }
  return rules;
}

}  // namespace tellwire::bench
