// A hit that was kept: what people and sinks are given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "model/document.h"

namespace tellwire::model {

enum class Severity : uint8_t { kInfo, kLow, kMedium, kHigh, kCritical };
std::string_view ToString(Severity severity);
std::optional<Severity> ParseSeverity(std::string_view name);

// Evidence with its words, so that it can be read without the article at hand.
struct Quotation {
  std::string clause, leaf;
  std::string article;  // the article's id
  Place place;
  std::string text;  // exactly the bytes of the span
  Place sentence_place;
  std::string sentence;  // the sentence around it
};

struct ScoreParts {
  double weight = 0;  // of the severity, or the handler's score
  double relevance = 1;
  std::optional<double> novelty;  // unknown counts 1
};

struct Alert {
  std::string id;  // hash of rule, key and the fingerprint of its first revision
  std::string rule, rule_version;
  Severity severity = Severity::kMedium;
  double score = 0;
  ScoreParts score_parts;
  std::string title, note;
  std::string company, ticker;  // empty under subject "article"
  std::vector<std::string> tags;

  std::string article_id, article_title, source, url;
  std::optional<Timestamp> published;

  std::vector<Quotation> evidence, against;
  std::vector<std::string> unsure;
  size_t evidence_left_out = 0;
  int sources = 1;  // articles that say it: the first and those merged into it
  int origins = 1;  // of those, what is left when copies of one story count once

  std::string key;                // rule, subject and the values of once_per, readable
  std::optional<int64_t> raised;  // the run's clock, seconds; none in `scan`
  std::optional<int64_t> run;
  std::string status;  // new, acked, dismissed
  std::string analysis_version;
};

}  // namespace tellwire::model
