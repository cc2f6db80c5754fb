// The one exception of the program: the store cannot be used (missing, locked, corrupt, newer, full
// disk).
#pragma once

#include <stdexcept>
#include <utility>

#include "base/error.h"

namespace tellwire::store {

// Carries an Error of kind kStore whose where.file is the store. Thrown by every function of this
// room; caught in batch/ (which rolls the batch back and passes it on) and in main (exit 3).
class StoreError : public std::runtime_error {
 public:
  explicit StoreError(Error error) : std::runtime_error(error.message), error_(std::move(error)) {}
  const Error& error() const { return error_; }

 private:
  Error error_;
};

}  // namespace tellwire::store
