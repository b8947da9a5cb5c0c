#pragma once
// The database that an address names.
#include "store/database.h"

#include <memory>
#include <string_view>

namespace masar::store {

/// A path: an SQLite file, made when there is none. ":memory:": one that lives as long as the object.
[[nodiscard]] base::Result<std::unique_ptr<Database>> open_database(std::string_view address);

}  // namespace masar::store
