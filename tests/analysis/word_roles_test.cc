#include "analysis/word_roles.h"

#include <doctest/doctest.h>

namespace tellwire::analysis {
namespace {

TEST_CASE("A word has all roles that it was given, and no other word has them") {
  WordRoles roles;
  CHECK(roles.Of(7) == 0);
  roles.Add(7, 1);
  roles.Add(7, 4);
  roles.Add(0, 2);  // a hash like any other
  CHECK(roles.Of(7) == 5);
  CHECK(roles.Of(0) == 2);
  CHECK(roles.Of(7 + 64) == 0);  // falls into the same slot
}

TEST_CASE("Roles survive that the table grows") {
  WordRoles roles;
  for (uint32_t word = 0; word < 1000; ++word) roles.Add(uint64_t{word} * 64, 1 + word % 3);
  for (uint32_t word = 0; word < 1000; ++word) {
    CAPTURE(word);
    CHECK(roles.Of(uint64_t{word} * 64) == 1 + word % 3);
  }
  CHECK(roles.Of(1) == 0);
}

TEST_CASE("A word has all uses that it was given, and seldom those of another word") {
  WordUses uses;
  uses.Add(0x123456789, 1);
  uses.Add(0x123456789, 4);
  uses.Add(0x98765432a, 2);
  CHECK(uses.Of(0x123456789) == 5);
  CHECK(uses.Of(0x98765432a) == 2);
  CHECK(uses.Of(0x55555) == 0);
}

}  // namespace
}  // namespace tellwire::analysis
