#include "store/readers_pool.h"

namespace masar::store {

base::Result<std::unique_ptr<Connection>> ReadersPool::take() {
    {
        std::unique_lock lock(mutex_);
        returned_.wait(lock, [&] { return lent_ < most; });
        ++lent_;
        if (!free_.empty()) {
            auto connection = std::move(free_.back());
            free_.pop_back();
            return connection;
        }
    }
    auto connection = database_.connect();
    if (!connection) give_back(nullptr);
    return connection;
}

void ReadersPool::give_back(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(mutex_);
    if (connection) free_.push_back(std::move(connection));
    --lent_;
    returned_.notify_one();
}

base::Result<ReadersPool::Loan> ReadersPool::lend() {
    auto connection = take();
    if (!connection) return tl::unexpected(connection.error());
    if (auto begun = (*connection)->begin(Intent::read); !begun) {
        give_back(nullptr);  // it is of no use; the next loan makes a new one
        return tl::unexpected(begun.error());
    }
    return Loan(*this, *std::move(connection));
}

ReadersPool::Loan::~Loan() {
    if (!connection_) return;
    // Nothing was written: the end of a reading transaction can say nothing of interest.
    connection_->rollback();
    pool_->give_back(connection_->alive() ? std::move(connection_) : nullptr);
}

}  // namespace masar::store
