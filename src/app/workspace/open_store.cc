#include "app/workspace/open_store.h"

#include "store/open_database.h"
#include "store/postgres_database.h"

namespace masar::app {

bool is_server_address(std::string_view place) { return store::is_postgres_address(place); }

base::Result<OpenStore> open_store(std::string_view address) {
    auto database = store::open_database(address);
    if (!database) return tl::unexpected(database.error());
    auto changes = store::change_count_of(address);
    if (!changes) return tl::unexpected(changes.error());
    auto store = store::Store::open(store::counted(*std::move(database), *changes));
    if (!store) return tl::unexpected(store.error());
    return OpenStore{*std::move(store), *std::move(changes)};
}

}  // namespace masar::app
