// Where alerts go once they are kept.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "model/alert.h"

namespace tellwire::alert {

// Gets each alert once, after its commit. An error is reported and counted; it never stops a run.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual std::optional<Error> Send(const std::vector<model::Alert>& alerts) = 0;
  virtual std::string name() const = 0;
};

// Appends one ALERT a line to a file.
std::unique_ptr<Sink> FileSink(const std::string& path);

}  // namespace tellwire::alert
