#pragma once
// The store at an address, for rooms that do not know databases.
#include "store/store.h"

#include <memory>
#include <string_view>

namespace masar::app {

/// A path of an SQLite file, made when there is none; ":memory:" for tests.
[[nodiscard]] base::Result<std::unique_ptr<store::Store>> open_store(std::string_view address);

}  // namespace masar::app
