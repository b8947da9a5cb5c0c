#pragma once
// The database that an address names.
#include "store/database.h"

#include <memory>
#include <string_view>

namespace masar::store {

enum class Missing : unsigned char { make, refuse };

/// The file in a folder of data.
inline constexpr std::string_view file_in_folder = "masar.sqlite";

/// A path: an SQLite file, or a folder with one. "postgresql://…": PostgreSQL. ":memory:": a database that lives as long as the object.
[[nodiscard]] base::Result<std::unique_ptr<Database>> open_database(std::string_view address,
                                                                    Missing missing = Missing::make);

}  // namespace masar::store
