#pragma once
// The store at an address, for rooms that do not know databases.
#include "store/store.h"

#include <memory>
#include <string>
#include <string_view>

namespace masar::app {

/// The name of the file in a folder of data.
inline constexpr std::string_view store_file = "masar.sqlite";

/// Whether it names a database server, and no place in the file system.
[[nodiscard]] bool is_server_address(std::string_view place);
/// Where the store is in `place`: a folder of data holds it in one file; anything else is an address already.
[[nodiscard]] std::string store_address(const std::string& place);

/// A path of an SQLite file, made when there is none; "postgresql://…"; ":memory:" for tests.
[[nodiscard]] base::Result<std::unique_ptr<store::Store>> open_store(std::string_view address);

}  // namespace masar::app
