#pragma once
// PostgreSQL by a connection string: "postgresql://user@host:5432/masar". One schema of it (the first of search_path) is one database.
#include "store/open_database.h"

namespace masar::store {

[[nodiscard]] bool is_postgres_address(std::string_view address);
[[nodiscard]] base::Result<std::unique_ptr<Database>> open_postgres(const std::string& address, Missing missing);

}  // namespace masar::store
