#include "ingest/near_duplicate.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "text/document.h"

namespace tellwire::ingest {
namespace {

std::vector<uint64_t> Shingles(const std::string& text) {
  text::LayoutTables tables;
  tables.furniture = {{.words = "share this", .starts = true}};
  tables.Index();
  return ShinglesOf(text::ReadDocument(text, text::TextKind::kBody, tables));
}

// Sentences of words drawn by chance: the same seed, the same text.
std::string Story(unsigned seed, int words) {
  std::mt19937 random(seed);
  std::string story;
  for (int i = 0; i < words; ++i) {
    story += "w" + std::to_string(random() % 5000) + (i % 12 == 11 ? ". " : " ");
  }
  return story;
}

TEST_CASE("a copy with a few other words is a near-duplicate, another story is not") {
  const std::string story = Story(1, 600);
  const auto original = Shingles(story);
  const auto copy = Shingles("By Our Staff\n\n" + story + "\n\nShare this\n");
  const auto other = Shingles(Story(2, 600));
  CHECK(AreNear(*FingerprintOf(original), *FingerprintOf(copy)));
  CHECK(Overlap(original, copy) > kLeastOverlap);
  CHECK_FALSE(AreNear(*FingerprintOf(original), *FingerprintOf(other)));
  CHECK(Overlap(original, other) < 0.01);
}

TEST_CASE("furniture is no part of a fingerprint, and too short a text has none") {
  const std::string story = Story(3, 200);
  CHECK(Shingles(story) == Shingles(story + "\n\nShare this story with all of your friends\n"));
  CHECK_FALSE(FingerprintOf(Shingles("Tesla shares rose.")));
  CHECK(Shingles("").empty());
  CHECK(Overlap({}, {}) == 0);
}

TEST_CASE("fingerprints stay the same for ever") {
  CHECK(*FingerprintOf(Shingles(Story(4, 50))) == 4026234988641441852ULL);
}

TEST_CASE("the index finds what a comparison with all would find") {
  std::mt19937_64 random(5);
  FingerprintIndex index;
  std::vector<uint64_t> all;
  for (int64_t key = 0; key < 3000; ++key) {
    uint64_t fingerprint = random();
    if (key % 3 != 0) {  // near an earlier one: 1 to 8 bits away
      fingerprint = all[random() % all.size()];
      for (uint64_t i = 0; i <= random() % 8; ++i) fingerprint ^= uint64_t{1} << random() % 64;
    }
    all.push_back(fingerprint);
    index.Add(fingerprint, key);
  }
  for (const uint64_t fingerprint : all) {
    std::vector<int64_t> expected;
    for (size_t i = 0; i < all.size(); ++i) {
      if (AreNear(all[i], fingerprint)) expected.push_back(static_cast<int64_t>(i));
    }
    REQUIRE(index.Near(fingerprint) == expected);
  }
  CHECK(index.size() == 3000);
}

}  // namespace
}  // namespace tellwire::ingest
