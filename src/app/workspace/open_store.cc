#include "app/workspace/open_store.h"

#include "store/open_database.h"

namespace masar::app {

base::Result<std::unique_ptr<store::Store>> open_store(std::string_view address) {
    auto database = store::open_database(address);
    if (!database) return tl::unexpected(database.error());
    return store::Store::open(*std::move(database));
}

}  // namespace masar::app
