#pragma once
// The little in which PostgreSQL's SQL differs from the portable one.
#include <string>
#include <string_view>

namespace masar::store {

/// `?1` → `$1`.
[[nodiscard]] std::string postgres_question(std::string_view sql);
/// INTEGER → BIGINT, BLOB → BYTEA; texts compare byte by byte, as in SQLite.
[[nodiscard]] std::string postgres_script(std::string_view sql);

}  // namespace masar::store
