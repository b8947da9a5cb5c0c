#include "store/open_database.h"

#include "store/postgres_database.h"
#include "store/sqlite_database.h"

namespace masar::store {

base::Result<std::unique_ptr<Database>> open_database(std::string_view address, Missing missing) {
    if (address == ":memory:") return open_memory();
    if (is_postgres_address(address)) return open_postgres(std::string(address), missing);
    return open_sqlite(std::string(address), missing);
}

}  // namespace masar::store
