// Articles that nobody writes: the whole analysis must stay about linear in them.
#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "support/analysed.h"

namespace tellwire::test {
namespace {

// `opening`, then `piece` again and again up to about so many bytes, then `closing` as often.
struct Hostile {
  std::string what, opening, piece, closing;
};

std::string Made(const Hostile& hostile, size_t bytes) {
  const size_t times = bytes / (hostile.piece.size() + hostile.closing.size());
  std::string text = hostile.opening;
  for (size_t i = 0; i < times; ++i) text += hostile.piece;
  text += " Alibaba revenue rose 12% ";
  for (size_t i = 0; i < times; ++i) text += hostile.closing;
  return text;
}

// Processor time, the least of three.
double TimeOf(const std::string& text) {
  std::clock_t least = 0;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t begin = std::clock();
    Analysed(text, "2026-05-14");
    const std::clock_t spent = std::clock() - begin;
    least = run == 0 ? spent : std::min(least, spent);
  }
  return static_cast<double>(least) / CLOCKS_PER_SEC;
}

TEST_CASE("hostile: four times the text takes no more than about four times as long") {
  const std::vector<Hostile> all = {
      {"numbers in one sentence", "Alibaba revenue rose ", "12% to $3.4 billion, ", ""},
      {"bare numbers", "Alibaba revenue rose ", "12 ", ""},
      {"nested quotes", "", "\"(", ")\""},
      {"opened quotes", "", "Alibaba said \"", ""},
      {"names", "", "Alibaba Nvidia Apple ", ""},
      {"names with tickers", "", "Acme Widgets Corp (NYSE: ACM) ", ""},
      {"conditions", "", "if revenue, ", ""},
      {"negations", "", "no not never ", ""},
      {"periods", "", "in the third quarter of 2012, ", ""},
      {"surprises", "", "beat estimates but missed forecasts and ", ""},
      {"lists", "Alibaba sees ", "revenue, profit and margins of 3%, 4% and 5%, ", ""},
      {"references", "Alibaba grew. ", "its it they the company ", ""},
      {"one long line", "",
       "Alibaba revenue rose 12% to $3.4 billion in the third quarter, it said (as expected). ",
       ""},
  };
  constexpr size_t kBytes = 20'000;
  for (const Hostile& hostile : all) {
    const std::string what = hostile.what;
    CAPTURE(what);
    const double once = TimeOf(Made(hostile, kBytes));
    const double fourfold = TimeOf(Made(hostile, 4 * kBytes));
    CAPTURE(once);
    CAPTURE(fourfold);
    CHECK(fourfold < 8 * once + 0.02);
  }
}

}  // namespace
}  // namespace tellwire::test
