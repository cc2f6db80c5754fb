// What a rule is asked about: an analysed article, and the world behind it.
#pragma once

#include <cstdint>

#include "match/world.h"
#include "model/analysis.h"
#include "model/article.h"

namespace tellwire::match {

// Everything a rule may look at. The references must outlive the call.
struct Subject {
  const model::Article& article;
  const model::Analysis& analysis;
  const World* world = nullptr;  // nullptr: treat every article alone
  int64_t now = 0;               // the run's clock, for undated articles

  // The day that dated lists and rates go by.
  Day day() const { return DayOf(article.published ? article.published->seconds : now); }
};

}  // namespace tellwire::match
