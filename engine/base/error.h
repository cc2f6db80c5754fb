// What went wrong, where, and what to do about it; and a value-or-error to return it in.
//
// Room `base`: what every other room stands on, and which stands on nothing of ours: errors, spans,
// time, hashes, files, tables (TSV) and the JSON writer.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace tellwire {

// A place in a file that a person can open. Lines and columns count from 1; 0 is "not known".
// Columns count bytes.
struct Where {
  std::string file;
  int line = 0;
  int column = 0;

  bool operator==(const Where&) const = default;
};

// "file:line:column", leaving out what is not known; "" when nothing is.
std::string ToString(const Where& where);

enum class ErrorKind {
  kUsage,     // the command line or a query is wrong
  kInput,     // an article or an input file is bad
  kRule,      // a rule, list, lexicon or exception file is bad
  kNotFound,  // what was named does not exist
  kLimit,     // a limit was reached: instructions, memory, time, size
  kStore,     // the store cannot be used
  kSystem,    // a file cannot be read or written
};

// An expected failure. `message` is one sentence without a final stop; `help` says what to do next
// and may be empty.
struct Error {
  Error() = default;
  Error(ErrorKind error_kind, Where at, std::string what, std::string to_do = "");

  ErrorKind kind = ErrorKind::kInput;
  Where where;
  std::string message;
  std::string help;
};

// "where: error: message" and, where there is help, a second line "help: ...".
std::string ToString(const Error& error);

// A value, or the Error that explains its absence. For failures that a caller is expected to report
// and carry on from. A function with no value returns std::optional<Error>.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return state_.index() == 0; }

  // REQUIRES: bool(*this)
  T& value() & { return assert(*this), std::get<0>(state_); }
  const T& value() const& { return assert(*this), std::get<0>(state_); }
  T&& value() && { return assert(*this), std::get<0>(std::move(state_)); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

  // REQUIRES: !bool(*this)
  const Error& error() const { return assert(!*this), std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace tellwire
