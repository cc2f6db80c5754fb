// What matching may ask about the world beyond the article: earlier alerts, prices, holdings,
// promises. Implemented by batch/ over the store, and by tests. `scan` has none: then such leaves
// are unknown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/fact.h"

namespace tellwire::match {

class World {
 public:
  virtual ~World() = default;

  // Whether rule `id` (a glob) raised an alert for the subject within `within` seconds (0: ever)
  // before the article.
  virtual std::optional<bool> Fired(std::string_view rule, std::string_view company,
                                    int64_t within) const = 0;
  // The move of the company's share in percent over `window` seconds from publication.
  virtual std::optional<double> PriceMove(std::string_view ticker, int64_t window) const = 0;
  // The weight of the company in the portfolio, 0..1.
  virtual std::optional<double> Weight(std::string_view ticker) const = 0;
  // What became of an earlier promise that this fact of the current article settles: progress,
  // kept, missed or withdrawn; "" when it settles none; nullopt when promises are not known.
  virtual std::optional<std::string> PromiseState(const model::Fact& fact) const = 0;
};

}  // namespace tellwire::match
