#include "store/change_count.h"

#include "store/open_database.h"
#include "store/postgres_database.h"

namespace masar::store {
namespace {

class CountedConnection : public Connection {
public:
    CountedConnection(std::unique_ptr<Connection> counted, std::shared_ptr<ChangeCount> count)
        : counted_(std::move(counted)), count_(std::move(count)) {}

    [[nodiscard]] base::Result<Rows> query(std::string_view sql, const Values& values) override {
        return counted_->query(sql, values);
    }
    [[nodiscard]] base::Result<void> script(std::string_view sql) override { return counted_->script(sql); }
    [[nodiscard]] base::Result<void> begin(Intent intent) override { return counted_->begin(intent); }
    /// Also when it fails: what is on the disk then is known to nobody.
    [[nodiscard]] base::Result<void> commit() override {
        auto done = counted_->commit();
        count_->wrote();
        return done;
    }
    void rollback() override { counted_->rollback(); }
    [[nodiscard]] bool alive() const override { return counted_->alive(); }
    [[nodiscard]] bool sure() const override { return counted_->sure(); }
    [[nodiscard]] base::Result<std::vector<std::string>> tables() override { return counted_->tables(); }

private:
    std::unique_ptr<Connection> counted_;
    std::shared_ptr<ChangeCount> count_;
};

class CountedDatabase : public Database {
public:
    CountedDatabase(std::unique_ptr<Database> counted, std::shared_ptr<ChangeCount> count)
        : counted_(std::move(counted)), count_(std::move(count)) {}

    [[nodiscard]] base::Result<std::unique_ptr<Connection>> connect() override {
        auto connection = counted_->connect();
        if (!connection) return connection;
        return std::unique_ptr<Connection>(std::make_unique<CountedConnection>(*std::move(connection), count_));
    }
    [[nodiscard]] base::Result<std::string> back_up(std::string_view label) override {
        return counted_->back_up(label);
    }
    [[nodiscard]] base::Result<void> check() override { return counted_->check(); }
    [[nodiscard]] std::string name() const override { return counted_->name(); }

private:
    std::unique_ptr<Database> counted_;
    std::shared_ptr<ChangeCount> count_;
};

}  // namespace

bool ChangeCount::looked_lately() const {
    return !database_ || std::chrono::steady_clock::now() - looked_.load() < every_;
}

std::optional<std::uint64_t> ChangeCount::lately() const {
    if (!looked_lately()) return std::nullopt;
    return count_.load();
}

base::Result<Rows> ChangeCount::look() {
    if (!connection_) {
        auto connection = database_->connect();
        if (!connection) return tl::unexpected(connection.error());
        connection_ = *std::move(connection);
    }
    return connection_->query(question_, {});
}

std::uint64_t ChangeCount::now() {
    if (looked_lately()) return count_.load();
    const std::lock_guard lock(looking_);
    if (looked_lately()) return count_.load();
    const auto began = std::chrono::steady_clock::now();  // what is written after the look is seen by the next one
    auto seen = look();
    if (!seen) connection_.reset();
    if (!seen || *seen != seen_) ++count_;
    seen_ = seen ? *std::move(seen) : Rows();
    looked_ = began;
    return count_.load();
}

std::unique_ptr<Database> counted(std::unique_ptr<Database> database, std::shared_ptr<ChangeCount> count) {
    return std::make_unique<CountedDatabase>(std::move(database), std::move(count));
}

base::Result<std::shared_ptr<ChangeCount>> change_count_of(std::string_view address, std::chrono::milliseconds every) {
    if (address == ":memory:") return std::make_shared<ChangeCount>(nullptr, "", every);
    auto database = open_database(address);
    if (!database) return tl::unexpected(database.error());
    const char* question =
        is_postgres_address(address) ? "SELECT CAST(pg_current_snapshot() AS text)" : "PRAGMA data_version";
    return std::make_shared<ChangeCount>(*std::move(database), question, every);
}

}  // namespace masar::store
