#pragma once
// The tables as they are made and as they change from version to version. A migration that has been released is never edited.
#include "store/database.h"

#include <span>
#include <string_view>

namespace masar::store {

/// The table that says which version of the tables this is; a database without it is empty or not ours.
inline constexpr std::string_view schema_table = "masar_schema";

/// Statements that make version n + 1 out of version n, by n. Written in the words of SQLite; drivers translate INTEGER and BLOB.
[[nodiscard]] std::span<const std::string_view> migrations();

/// 0 = an empty database. Fails when tables are there that are not ours.
[[nodiscard]] base::Result<std::int64_t> schema_version(Connection& connection, std::string_view name);

/// Brings the database to the last of `steps`; before it changes anything that was there it makes a copy. All or nothing.
/// Fails for one that is newer than `steps`.
[[nodiscard]] base::Result<void> migrate(Database& database, std::span<const std::string_view> steps);

}  // namespace masar::store
