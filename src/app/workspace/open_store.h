#pragma once
// The store at an address, for rooms that do not know databases.
#include "store/store.h"

#include <memory>
#include <string_view>

namespace masar::app {

/// Whether it names a database server, and no place in the file system.
[[nodiscard]] bool is_server_address(std::string_view place);
/// A folder of data, or a path of an SQLite file, made when there is none; "postgresql://…"; ":memory:" for tests.
[[nodiscard]] base::Result<std::unique_ptr<store::Store>> open_store(std::string_view address);

}  // namespace masar::app
