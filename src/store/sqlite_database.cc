#include "store/sqlite_database.h"

#include "store/fault.h"
#include "store/schema.h"
#include "store/sqlite_connection.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>

namespace masar::store {
namespace {

using Place = SqliteConnection::Place;

/// Makes an empty file that only its owner reads: SQLite gives its log the same rights.
void make_private(const std::string& path) {
    const int made = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (made >= 0) ::close(made);
}

/// A name that no file has yet: "masar.db.before-3", "masar.db.before-3.2", …
std::string free_name(const std::string& wanted) {
    for (int number = 2;; ++number) {
        const std::string name = number == 2 ? wanted : wanted + "." + std::to_string(number - 1);
        if (::access(name.c_str(), F_OK) != 0) return name;
    }
}

class SqliteDatabase : public Database {
public:
    explicit SqliteDatabase(Place place) : place_(std::move(place)) {}

    [[nodiscard]] base::Result<std::unique_ptr<Connection>> connect() override {
        auto connection = SqliteConnection::open(place_);
        if (!connection) return tl::unexpected(connection.error());
        return std::unique_ptr<Connection>(*std::move(connection));
    }

    [[nodiscard]] base::Result<void> keep_alive() {
        auto connection = SqliteConnection::open(place_);
        if (!connection) return tl::unexpected(connection.error());
        kept_ = *std::move(connection);
        return {};
    }

    [[nodiscard]] base::Result<std::string> back_up(std::string_view label) override {
        if (place_.file != place_.name) return std::string(":memory:");  // it ends with us
        const std::string path = free_name(place_.name + ".before-" + std::string(label));
        make_private(path);
        const auto from = SqliteConnection::open(place_);
        if (!from) return tl::unexpected(from.error());
        const auto to = SqliteConnection::open({path, path, SQLITE_OPEN_READWRITE});
        if (!to) return tl::unexpected(to.error());
        sqlite3_backup* backup = sqlite3_backup_init((*to)->handle(), "main", (*from)->handle(), "main");
        if (backup != nullptr) {
            sqlite3_backup_step(backup, -1);
            if (sqlite3_backup_finish(backup) == SQLITE_OK) return path;
        }
        base::Error error = (*to)->error();
        ::unlink(path.c_str());
        return tl::unexpected(std::move(error));
    }

    [[nodiscard]] base::Result<void> check() override {
        const auto connection = SqliteConnection::open(place_);
        if (!connection) return tl::unexpected(connection.error());
        const auto rows = (*connection)->query("PRAGMA quick_check(1)", {});
        if (!rows) return tl::unexpected(rows.error());
        const auto* said = rows->empty() ? nullptr : std::get_if<std::string>(&rows->front().front());
        if (said == nullptr || *said != "ok")
            return tl::unexpected(fault_error(Fault::damaged, name(), said == nullptr ? "" : *said));
        return {};
    }

    [[nodiscard]] std::string name() const override { return place_.name; }

private:
    Place place_;
    std::unique_ptr<SqliteConnection> kept_;  // a database in memory ends with its last connection
};

}  // namespace

base::Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, Missing missing) {
    if (missing == Missing::make) make_private(path);
    if (missing == Missing::refuse && ::access(path.c_str(), F_OK) != 0)
        return tl::unexpected(fault_error(Fault::missing, path));
    auto database = std::make_unique<SqliteDatabase>(Place{path, path, SQLITE_OPEN_READWRITE});
    const auto connection = database->connect();
    if (!connection) return tl::unexpected(connection.error());
    const auto tables = (*connection)->tables();
    if (!tables) return tl::unexpected(tables.error());
    // Before anything is changed, this setting too.
    const bool ours = std::ranges::find(*tables, schema_table) != tables->end();
    if (!ours && (!tables->empty() || missing == Missing::refuse))
        return tl::unexpected(fault_error(Fault::foreign, path));
    if (auto set = (*connection)->script("PRAGMA journal_mode = WAL"); !set) return tl::unexpected(set.error());
    return database;
}

base::Result<std::unique_ptr<Database>> open_memory() {
    static std::atomic<int> count{0};
    const std::string file = "file:/masar-" + std::to_string(++count) + "?vfs=memdb";
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
    auto database = std::make_unique<SqliteDatabase>(Place{file, ":memory:", flags});
    if (auto kept = database->keep_alive(); !kept) return tl::unexpected(kept.error());
    return database;
}

}  // namespace masar::store
