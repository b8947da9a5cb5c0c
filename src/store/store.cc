#include "store/store.h"

#include "store/group_writer.h"
#include "store/readers_pool.h"
#include "store/schema.h"

namespace masar::store {

Store::Store(std::unique_ptr<Database> database)
    : database_(std::move(database)),
      readers_(std::make_unique<ReadersPool>(*database_)),
      writer_(std::make_unique<GroupWriter>(*database_)) {}

Store::~Store() = default;

base::Result<std::unique_ptr<Store>> Store::open(std::unique_ptr<Database> database) {
    if (auto whole = database->check(); !whole) return tl::unexpected(whole.error());
    if (auto moved = migrate(*database, migrations()); !moved) return tl::unexpected(moved.error());
    return std::unique_ptr<Store>(new Store(std::move(database)));
}

base::Result<void> Store::run_read(const std::function<void(const Tables&)>& work) const {
    const auto loan = readers_->lend();
    if (!loan) return tl::unexpected(loan.error());
    const Tables tables(loan->connection());
    work(tables);
    return {};
}

base::Result<void> Store::run_write(const std::function<base::Result<void>(Tables&)>& work) {
    return writer_->run(work);
}

std::string Store::name() const { return database_->name(); }

}  // namespace masar::store
