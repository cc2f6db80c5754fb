#include "match/literals.h"

#include <algorithm>
#include <random>
#include <set>

#include "doctest/doctest.h"

namespace tellwire::match {
namespace {

std::set<uint32_t> Find(const Literals& literals, const std::string& text) {
  std::set<uint32_t> found;
  literals.Find(text, [&](uint32_t value) { found.insert(value); });
  return found;
}

TEST_CASE("literals: overlapping ones, prefixes and suffixes of each other, any case") {
  Literals literals;
  const std::vector<std::string> all = {"he", "she", "his", "hers", "H20"};
  for (uint32_t i = 0; i < all.size(); ++i) literals.Add(all[i], i);
  literals.Build();
  const std::pair<std::string, std::set<uint32_t>> rows[] = {
      {"ushers", {0, 1, 3}}, {"THIS", {2}}, {"the h20 chip", {0, 4}}, {"", {}},
      {"h 2 0", {}},         {"sh", {}}};
  for (const auto& [text, wanted] : rows) {
    CAPTURE(text);
    CHECK(Find(literals, text) == wanted);
  }
}

TEST_CASE("literals: what a plain search finds, over random texts") {
  std::mt19937 random(7);
  const auto word = [&](size_t size) {
    std::string text;
    for (size_t i = 0; i < size; ++i) text += static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int round = 0; round < 50; ++round) {
    Literals literals;
    std::vector<std::string> all;
    for (uint32_t i = 0; i < 12; ++i) {
      all.push_back(word(1 + random() % 5));
      literals.Add(all.back(), i);
    }
    literals.Build();
    const std::string text = word(30);
    std::set<uint32_t> wanted;
    for (uint32_t i = 0; i < all.size(); ++i) {
      if (text.find(all[i]) != std::string::npos) wanted.insert(i);
    }
    CAPTURE(text);
    CHECK(Find(literals, text) == wanted);
  }
}

TEST_CASE("literals: none at all find nothing") {
  Literals literals;
  literals.Build();
  CHECK(Find(literals, "anything").empty());
}

}  // namespace
}  // namespace tellwire::match
