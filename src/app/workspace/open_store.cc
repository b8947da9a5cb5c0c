#include "app/workspace/open_store.h"

#include "store/open_database.h"
#include "store/postgres_database.h"

namespace masar::app {

bool is_server_address(std::string_view place) { return store::is_postgres_address(place); }

base::Result<std::unique_ptr<store::Store>> open_store(std::string_view address) {
    auto database = store::open_database(address);
    if (!database) return tl::unexpected(database.error());
    return store::Store::open(*std::move(database));
}

}  // namespace masar::app
