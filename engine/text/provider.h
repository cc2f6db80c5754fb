// Lines that a data provider's page glues to its text: scores, labels with values, theme runs.
// Recognised by shape; the labels are data. Internal to ReadDocument.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tellwire::text {

// Nothing but tickers with a glued score (`TSLA-0.35 BABA0.88`), or a run of themes glued at
// lower-to-upper joints (`AI monetisationCloud growthSemiconductors`).
bool IsProviderLine(std::string_view line);

// What a line is to a label of the lexicon.
enum class LabelForm {
  kNone,
  kLabel,       // the label alone, with or without a colon: its value is the next line
  kLabelValue,  // `Market Impact: 0.30`, `Sentiment0.72Strongly Positive`
};
LabelForm LabelFormOf(std::string_view line, const std::vector<std::string>& labels);

// A number, a score or a few words without a final stop: what may stand on the line below a label.
bool IsProviderValue(std::string_view line);

}  // namespace tellwire::text
