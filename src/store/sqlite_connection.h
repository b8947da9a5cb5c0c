#pragma once
// One connection to SQLite, with the statements it has prepared.
#include "store/database.h"

#include <sqlite3.h>

#include <memory>
#include <string>
#include <unordered_map>

namespace masar::store {

class SqliteConnection : public Connection {
public:
    struct Place {
        std::string file;                ///< path, or a URI when `name` differs
        std::string name;                ///< for people
        int flags = 0;                   ///< SQLITE_OPEN_…
        int wait_milliseconds = 10'000;  ///< for another process that writes
    };
    [[nodiscard]] static base::Result<std::unique_ptr<SqliteConnection>> open(const Place& place);

    [[nodiscard]] base::Result<Rows> query(std::string_view sql, const Values& values) override;
    [[nodiscard]] base::Result<void> script(std::string_view sql) override;
    [[nodiscard]] base::Result<void> begin(Intent intent) override;
    [[nodiscard]] base::Result<void> commit() override;
    void rollback() override;
    [[nodiscard]] bool sure() const override { return sure_; }
    [[nodiscard]] base::Result<std::vector<std::string>> tables() override;

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
    /// What the last call that failed is for people.
    [[nodiscard]] base::Error error() const;

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    SqliteConnection(sqlite3* handle, std::string name) : handle_(handle), name_(std::move(name)) {}

    [[nodiscard]] base::Result<sqlite3_stmt*> prepared(std::string_view sql);

    std::unique_ptr<sqlite3, Close> handle_;
    std::string name_;
    bool sure_ = true;
    std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, Close>> statements_;  // finalised before the handle
};

}  // namespace masar::store
