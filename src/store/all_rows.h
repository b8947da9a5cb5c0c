#pragma once
// Every row of every table, without knowing what it means: for copies and for comparing two databases.
#include "store/database.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::store {

/// Of the schema, in the order in which they are made: a table stands behind those that it refers to.
[[nodiscard]] std::vector<std::string> tables_in_order();

/// Calls `take(table, cells)` for each row, by the tables' order and then by key, inside the transaction of `connection`; stops at the
/// first error.
[[nodiscard]] base::Result<void> for_each_row(
    Connection& connection, const std::function<base::Result<void>(const std::string&, const Cells&)>& take);

}  // namespace masar::store
