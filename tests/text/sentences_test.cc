#include "layout_fixture.h"

namespace tellwire::text {
namespace {

TEST_CASE("sentences end at stops, not at abbreviations, initials and decimals") {
  const std::vector<std::vector<std::string>> rows = {
      {"Revenue rose 5%.", "Profit fell!", "Why?", "Nobody knows."},
      {"Mr. Smith of J. P. Morgan Inc. shares the view of the U.S. Senate."},
      {"The maker is Apple Inc.", "The shares rose."},
      {"Sales in the U.S. fell 3.5% to $1.5 billion vs. an est. $1.7 billion."},
      {"It sells chips in the U.S.", "But it lost money."},
      {"Analysts rank it No. 3 in Europe.", "No.", "That is wrong."},
      {"He said: \"We are on track.\"", "Shares jumped."},
      {"It ended on Jan. 5 with 2.3 million users."},
      {"Margins improved in Q3.", "Revenue was flat."},
      {"Sales rose 4 percent to $ 3.2 billion .", "Profit fell ."},
      {"`` We will see , '' he said .", "`` It works . ''", "Shares rose ."},
      {"Polled by Thomson Reuters I/B/E/S.", "Alcoa posted a loss."},
      {"It sued AT&T.", "Shares fell."},
      {"Visit Amazon.com for U.S.-based e.g. books."},
      {"iPhone sales fell.", "iPad sales rose."},
      {"Prices rose...", "Then they fell."},
      {"Yahoo! Inc. fell."},
      {"Layoffs followed.", "RALLYING THE TROOPS", "One of his first orders is morale."},
      {"Layoffs followed.", "CUTTING COSTS", "A new plan is due."},
      {"Shares fell.", "UNITED TECHNOLOGIES Corp said it cut jobs."},
      {"IBM CEO Ginni Rometty said no."},
      {"Shares fell.", "(Adds details on prices and background throughout)", "The brunt was felt."},
      {"The U . S . Senate backed Mr . Smith of Acme Inc .", "Sales rose ."},
      {"Cowen & Co . ' s analyst at J.P . Morgan saw 4 . 8 % on Dec . 1 .", "It rose ."},
      {"Why Acme Inc. Stock Is Up 35% This Year"},
      {"Is it over?", "'Yes,' he said.", "- Not yet."},
      {"The case is Acme v. Doe, Delaware Court, No. CV12000096."},
      {"The group (Alibaba) rose.", "(Tencent did not.)", "€5 billion was lost."},
      {"Shares of Tesla Inc. fell 5%."},
  };
  for (const auto& row : rows) {
    std::string text;
    for (const std::string& sentence : row) text += (text.empty() ? "" : " ") + sentence;
    CAPTURE(text);
    CHECK(Joined(Sentences(text)) == Joined(row));
  }
}

TEST_CASE("sentences that were glued together are parted, domains are not") {
  CHECK(Joined(Sentences("Profit fell in the quarter.The company blamed costs.")) ==
        "Profit fell in the quarter. | The company blamed costs. | ");
  CHECK(Sentences("It is listed on Booking.Com and Hotels.Com today.").size() == 1);
}

}  // namespace
}  // namespace tellwire::text
