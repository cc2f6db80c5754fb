// What an article is about: themes, by weighted terms and by facts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analysis/lexicon.h"
#include "analysis/passage.h"

namespace tellwire::analysis {

// themes.tsv. A row with a metric instead of surfaces scores each fact of that family.
struct ThemeTable {
  struct Term {
    uint32_t theme = 0;
    double weight = 0;
  };
  struct FactTerm {
    std::string metric;  // the family
    uint32_t theme = 0;
    double weight = 0;
  };
  std::vector<std::string> ids;  // sorted
  std::vector<Term> terms;       // by TermHit::term.row of TermKind::kTheme
  std::vector<FactTerm> facts;   // sorted by metric
  double least = 0.25;           // a theme below this score is not reported

  static Result<ThemeTable> Load(const LexiconLoad& load);
};

// Best first, equal ones by id; each with the spans of its evidence in order. The score grows with
// the weight of what was found, in the title double, and comes close to 1 for five strong terms.
std::vector<model::Theme> FindThemes(const ThemeTable& table, const Passage& title,
                                     const Passage& text, const model::Analysis& analysis);

}  // namespace tellwire::analysis
