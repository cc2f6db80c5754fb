// Every vocabulary file says where it comes from and under which licence it may be shipped.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "base/table.h"

namespace fs = std::filesystem;

TEST_CASE("lexicon: every file has a header with origin, licence and columns, and no bad row") {
  size_t files = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(TELLWIRE_SOURCE_DIR) / "rules" / "lexicon")) {
    const std::string file = entry.path().string();
    CAPTURE(file);
    CHECK(entry.path().extension() == ".tsv");
    const auto table = tellwire::ReadTable(file);
    REQUIRE(table);
    for (const tellwire::Error& problem : table->problems) {
      const std::string said = ToString(problem);
      FAIL_CHECK(said);
    }
    CHECK_FALSE(table->origin.empty());
    CHECK_FALSE(table->licence.empty());
    CHECK_FALSE(table->rows.empty());
    ++files;
  }
  CHECK(files > 5);
}
