// Alerts for people: with the sentence that made them fire.
#pragma once

#include <string>
#include <vector>

#include "alert/listing.h"
#include "model/alert.h"

namespace tellwire::alert {

// All alerts in a format. Table: one paragraph an alert, the quotation with its hit marked; JSON is
// one array of ALERT, JSONL one ALERT a line; CSV one row an alert; Markdown and HTML sections.
std::string Present(const std::vector<model::Alert>& alerts, const ListingOptions& options);

}  // namespace tellwire::alert
