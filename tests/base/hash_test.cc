#include "base/hash.h"

#include <doctest/doctest.h>

namespace tellwire {

// Stored identities depend on these bytes: a change here loses every alert's history.
TEST_CASE("hash: the stored form never changes") {
  CHECK(HashHex("") == "99aa06d3014798d86001c324468d497f");
  CHECK(HashHex("tellwire").size() == 32);
  CHECK(HashHex("tellwire") == HashHex("tellwire"));
  CHECK(HashHex("tellwire") != HashHex("tellwirf"));
}

TEST_CASE("hash: fields do not run into each other") {
  CHECK(FieldHash().Add("ab").Add("c").Hex() != FieldHash().Add("a").Add("bc").Hex());
  CHECK(FieldHash().Add("").Add("a").Hex() != FieldHash().Add("a").Add("").Hex());
}

}  // namespace tellwire
