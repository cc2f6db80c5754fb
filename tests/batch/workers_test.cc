#include "batch/workers.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace tellwire {
namespace {

TEST_CASE("workers: results come in the order of the work, for any number of threads") {
  for (int threads : {1, 2, 5}) {
    CAPTURE(threads);
    batch::OrderedWorkers<int, int> workers(threads, [](int input, int) {
      // Uneven work, so that a later one is ready before an earlier one.
      volatile int spin = 0;
      for (int i = 0; i < (input % 7) * 20000; ++i) spin = spin + 1;
      return input * 2;
    });
    for (int i = 0; i < 200; ++i) workers.Push(i);
    for (int i = 0; i < 200; ++i) CHECK(workers.Pop() == i * 2);
    CHECK(workers.pending() == 0);
  }
}

TEST_CASE("workers: what the work throws is thrown where its result is asked for") {
  batch::OrderedWorkers<int, int> workers(2, [](int input, int) {
    if (input == 1) throw std::runtime_error("one");
    return input;
  });
  for (int i = 0; i < 3; ++i) workers.Push(i);
  CHECK(workers.Pop() == 0);
  CHECK_THROWS_WITH(workers.Pop(), "one");
  CHECK(workers.Pop() == 2);
}

TEST_CASE("workers: they end though nobody asks for the results") {
  batch::OrderedWorkers<int, int> workers(2, [](int input, int) { return input; });
  for (int i = 0; i < 100; ++i) workers.Push(i);
}

}  // namespace
}  // namespace tellwire
