// How far each rule has come, counted in arrival numbers. Rules that are level share one row; a
// rule has its own only while it differs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/store.h"

namespace tellwire::store {

struct RuleProgress {
  std::string rule, version;
  int64_t seq = 0;  // it has seen every article up to this one
  bool parked = false;
  std::string reason;  // why it is parked

  bool operator==(const RuleProgress&) const = default;
};

class Progress {
 public:
  explicit Progress(Store& store) : store_(store) {}

  // The arrival number up to which the rules without a row of their own have seen everything;
  // nullopt before the first run.
  std::optional<int64_t> Shared();
  // The rules with a row of their own, by id.
  std::map<std::string, RuleProgress> Own();
  // The rules that the store has run, id -> version.
  std::map<std::string, std::string> Known();

  // Notes the version that a rule now runs in.
  void SetKnown(const std::string& rule, const std::string& version, int64_t run);
  void SetShared(int64_t seq);
  void SetOwn(const RuleProgress& progress);
  void DropOwn(const std::string& rule);

 private:
  Store& store_;
};

}  // namespace tellwire::store
