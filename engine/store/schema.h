// The tables, and how a store of an older version becomes one of this. For this room only.
#pragma once

#include "store/connection.h"

namespace tellwire::store {

// What `PRAGMA user_version` holds: the number of migrations that were applied.
int SchemaVersion();

// Applies what is missing, all or nothing. Throws StoreError for a newer store, for a file that is
// another program's, and for an old one that may not be written.
void BringUpToDate(Connection& connection, OpenMode mode);

}  // namespace tellwire::store
