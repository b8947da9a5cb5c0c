#pragma once
// What keeps a database from serving, in sentences that say what to do. None of them quotes a value.
#include "base/result.h"

#include <string>
#include <string_view>

namespace masar::store {

enum class Fault : unsigned char {
    missing,  ///< no such file
    disk_full,
    not_writable,
    locked,
    damaged,
    newer,       ///< detail: its version of the schema
    foreign,     ///< not of masar
    not_synced,  ///< the disk did not confirm what was written
    unreachable,
    in_use,     ///< it should be empty and is not
    not_equal,  ///< a copy of another, read again, is not the same
    statement,  ///< anything else; detail: what the database says
};

/// `name`: the database, for people; `detail` belongs to the fault.
[[nodiscard]] base::Error fault_error(Fault fault, std::string_view name, std::string_view detail = {});

}  // namespace masar::store
