// What is measured and what happens: metrics.tsv and events.tsv.
//
// A surface of a metric is one row and many forms. What a surface implies beyond its metric (a
// loss, a segment named in it) stands in the row, not in code.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analysis/context_words.h"
#include "analysis/lexicon.h"
#include "analysis/passage.h"
#include "model/vocabulary.h"

namespace tellwire::analysis {

struct MetricSurface {
  uint32_t metric = 0;        // index into MetricTable::metrics
  ContextWords needs;         // one of which must stand in the sentence
  bool needs_number = false;  // counts only with a number of its class
  bool weak = false;          // counts only with a number, direction or surprise of its clause
  bool loss = false;
  bool profitable = false;
  bool up = false;       // says that it rose: returned to profit
  bool segment = false;  // all words but the last name the segment
  bool whole = false;    // all words name the segment
  bool done = false;     // its words are the act: how far it goes is its value
  bool none = false;     // its words hold those of a metric and are none: debt yields
};

struct MetricEntry {
  model::Metric metric;
  model::Modality modality = model::Modality::kActual;  // what a bare mention of it is
  uint32_t rank = 0;                                    // dots in its id: the more specific wins
};

struct EventSurface {
  std::string id;      // "" for a row that only types its sentence
  std::string coarse;  // one of Vocabulary::events
  int polarity = 0;
  model::FactKind kind = model::FactKind::kEvent;
  model::Direction direction = model::Direction::kNone;  // of a rating
  ContextWords needs;
  // Whether its words only hold those of an event: a bankruptcy lawyer.
  bool none() const { return id.empty() && coarse.empty(); }
};

struct MetricTable {
  static Result<std::unique_ptr<MetricTable>> Load(const LexiconLoad& load);

  std::vector<MetricEntry> metrics;
  std::vector<MetricSurface> surfaces;   // Term::row of kMetric
  std::vector<EventSurface> events;      // Term::row of kEvent
  std::vector<int> multiples;            // by metric: what a multiple of it is (sales: ps), or -1
  std::vector<int> per_share;            // by metric: what it is a share (net income: eps), or -1
  std::vector<std::string> commodities;  // Term::row of kCommodity: canonical names
  uint32_t commodity_metric = 0;         // of a commodity's price
  uint32_t share_price = 0, results = 0, guidance = 0, cash = 0;  // metrics that grammar speaks of

  const MetricEntry& Of(const MetricSurface& surface) const { return metrics[surface.metric]; }
  const MetricEntry* Find(std::string_view id) const;
};

// Single letters with blanks between: "I'm a" is no M&A.
bool IsLettersApart(const Passage& passage, const TermHit& hit);

}  // namespace tellwire::analysis
