#pragma once
// Everything of one database into another, of the same kind or not.
#include "store/database.h"

#include <cstdint>
#include <string>

namespace masar::store {

struct Copied {
    std::int64_t rows = 0;
    std::string digest;  ///< of both, see digest_of
};

/// SHA-256 over all rows of all tables, in the order of their keys: equal for two databases with the same contents, whatever kind they
/// are of. Of one moment, also while somebody writes.
[[nodiscard]] base::Result<std::string> digest_of(Database& database);

/// `to` must be empty, or hold the tables without a row in them. All or nothing: what was copied is read again and compared before it
/// is kept. `from` is brought forward to the tables of this program first, as `Store::open` does.
[[nodiscard]] base::Result<Copied> copy_database(Database& from, Database& to);

}  // namespace masar::store
