#pragma once
// SQLite through its C interface: write-ahead log, every commit synced, foreign keys held, another process waited for.
#include "store/open_database.h"

namespace masar::store {

/// A file that is made is readable by its owner only.
[[nodiscard]] base::Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, Missing missing);
/// Lives as long as the object and is seen by its connections only.
[[nodiscard]] base::Result<std::unique_ptr<Database>> open_memory();

}  // namespace masar::store
