// Any bytes as a search: a query or an error with a column; what is printed of a query reads back
// as the same query.
#include "fuzz/fuzz.h"
#include "text/query.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using tellwire::fuzz::Require;
  const auto typed = tellwire::text::RepairUtf8(tellwire::fuzz::AsText(data, size)).text;
  const auto query = tellwire::text::ParseQuery(typed);
  if (!query) {
    Require(!query.error().message.empty(), "a refusal says why");
    return 0;
  }
  const std::string printed = tellwire::text::ToString(**query);
  const auto again = tellwire::text::ParseQuery(printed);
  Require(bool(again), "a printed query can be read");
  Require(tellwire::text::ToString(**again) == printed, "a printed query reads back alike");
  return 0;
}
