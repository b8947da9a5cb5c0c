#pragma once
// Connections for reading, lent one at a time and used again.
#include "store/database.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace masar::store {

class ReadersPool {
public:
    explicit ReadersPool(Database& database) : database_(database) {}

    /// A connection inside a reading transaction; ends it and goes back when it is done.
    class Loan {
    public:
        Loan(ReadersPool& pool, std::unique_ptr<Connection> connection)
            : pool_(&pool), connection_(std::move(connection)) {}
        Loan(Loan&&) = default;
        Loan& operator=(Loan&&) = delete;
        ~Loan();
        [[nodiscard]] Connection& connection() const { return *connection_; }

    private:
        ReadersPool* pool_;
        std::unique_ptr<Connection> connection_;
    };
    /// Waits while all are lent.
    [[nodiscard]] base::Result<Loan> lend();

private:
    [[nodiscard]] base::Result<std::unique_ptr<Connection>> take();
    void give_back(std::unique_ptr<Connection> connection);

    static constexpr int most = 16;
    Database& database_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> free_;
    int lent_ = 0;
};

}  // namespace masar::store
