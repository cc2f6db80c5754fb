// What was expected of a figure, told in a sentence of its own:
//
//   Kellogg earned 60 cents a share. Analysts, on average, had expected 55 cents.
#pragma once

#include <vector>

#include "analysis/lexicon.h"
#include "analysis/reading.h"
#include "model/analysis.h"

namespace tellwire::analysis {

// Walks a passage with the assembly, sentence by sentence.
class ConsensusReader {
 public:
  explicit ConsensusReader(const MetricTable& metrics) : metrics_(metrics) {}

  // Sets consensus and surprise of facts told shortly before. `first` is the first fact of the
  // sentence. REQUIRES: sentences come in order.
  void Read(const Reading& reading, size_t first, std::vector<model::Fact>* facts);

 private:
  struct Figure {
    size_t fact = 0;  // index into the facts
    uint32_t sentence = 0;
  };

  bool IsExpectedBefore(const Reading& reading, uint32_t until) const;
  bool Fits(const model::Fact& fact, const model::Number& expected, const std::string& unit) const;
  void Compare(const model::Number& expected, model::Fact* fact) const;
  void ReadEstimate(const Reading& reading, const model::Fact& estimate,
                    std::vector<model::Fact>* facts) const;
  void ReadBareNumber(const Reading& reading, std::vector<model::Fact>* facts) const;

  const MetricTable& metrics_;
  std::vector<Figure> figures_;  // the last ones, in order
};

}  // namespace tellwire::analysis
