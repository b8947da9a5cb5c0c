#include "app/copy_store.h"

#include "store/copy_database.h"
#include "store/open_database.h"

namespace masar::app {

base::Result<StoreCopy> copy_store(const std::string& from, const std::string& to) {
    const auto source = store::open_database(from, store::Missing::refuse);
    if (!source) return tl::unexpected(source.error());
    const auto target = store::open_database(to, store::Missing::make);
    if (!target) return tl::unexpected(target.error());
    auto copied = store::copy_database(**source, **target);
    if (!copied) return tl::unexpected(copied.error());
    return StoreCopy{(*source)->name(), (*target)->name(), copied->rows, std::move(copied->digest)};
}

}  // namespace masar::app
