#pragma once
// The database that an address names.
#include "store/database.h"

#include <memory>
#include <string_view>

namespace masar::store {

enum class Missing : unsigned char { make, refuse };

/// A path: an SQLite file. "postgresql://…": PostgreSQL. ":memory:": a database that lives as long as the object.
[[nodiscard]] base::Result<std::unique_ptr<Database>> open_database(std::string_view address,
                                                                    Missing missing = Missing::make);

}  // namespace masar::store
