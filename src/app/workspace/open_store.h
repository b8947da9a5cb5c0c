#pragma once
// The store at an address, for rooms that do not know databases.
#include "store/change_count.h"
#include "store/store.h"

#include <memory>
#include <string_view>

namespace masar::app {

struct OpenStore {
    std::unique_ptr<store::Store> store;
    std::shared_ptr<store::ChangeCount> changes;  ///< of the store, and of others who write to the same database
};

/// Whether it names a database server, and no place in the file system.
[[nodiscard]] bool is_server_address(std::string_view place);
/// A folder of data, or a path of an SQLite file, made when there is none; "postgresql://…"; ":memory:" for tests.
[[nodiscard]] base::Result<OpenStore> open_store(std::string_view address);

}  // namespace masar::app
