#include "store/open_database.h"

#include "store/postgres_database.h"
#include "store/sqlite_database.h"

#include <filesystem>

namespace masar::store {

base::Result<std::unique_ptr<Database>> open_database(std::string_view address, Missing missing) {
    if (address == ":memory:") return open_memory();
    if (is_postgres_address(address)) return open_postgres(std::string(address), missing);
    std::filesystem::path path(address);
    std::error_code unreadable;  // then SQLite says so
    if (std::filesystem::is_directory(path, unreadable)) path /= file_in_folder;
    return open_sqlite(path.string(), missing);
}

}  // namespace masar::store
