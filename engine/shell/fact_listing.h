// Stored facts and promises as rows.
#pragma once

#include <vector>

#include "alert/listing.h"
#include "batch/promise_ledger.h"
#include "store/findings.h"

namespace tellwire::shell {

// Every slot under the name that it has everywhere, and where it was said: for programs.
alert::Listing FactRows(const std::vector<store::StoredFact>& facts);
// What a person needs to see, the quotation last.
alert::Listing FactTable(const std::vector<store::StoredFact>& facts);

// The same of promises, with what became of each and who said so.
alert::Listing PromiseRows(const std::vector<batch::LedgerRow>& promises);
alert::Listing PromiseTable(const std::vector<batch::LedgerRow>& promises);

}  // namespace tellwire::shell
