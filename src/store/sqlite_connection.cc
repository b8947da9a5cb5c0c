#include "store/sqlite_connection.h"

#include "store/fault.h"
#include "store/keepable.h"

#include <cerrno>
#include <limits>

namespace masar::store {
namespace {

Fault fault_of(sqlite3* handle) {
    const int system = sqlite3_system_errno(handle);
    switch (sqlite3_errcode(handle)) {
        case SQLITE_FULL: return Fault::disk_full;
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN: return Fault::not_writable;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Fault::locked;
        case SQLITE_CORRUPT: return Fault::damaged;
        case SQLITE_NOTADB: return Fault::foreign;
        // A quota or a limit on the size of files: for people the same as a full disk.
        case SQLITE_IOERR:
            if (system == ENOSPC || system == EDQUOT || system == EFBIG) return Fault::disk_full;
            return Fault::not_synced;
        default: return Fault::statement;
    }
}

int bind(sqlite3_stmt* statement, int at, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(statement, at, *number);
    // The values outlive the step, so that SQLite need not copy them.
    if (const auto* text = std::get_if<std::string>(&value))
        return sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    if (const auto* bytes = std::get_if<Bytes>(&value)) {
        if (bytes->content.empty()) return sqlite3_bind_zeroblob(statement, at, 0);
        return sqlite3_bind_blob64(statement, at, bytes->content.data(), bytes->content.size(), SQLITE_STATIC);
    }
    return sqlite3_bind_null(statement, at);
}

Value cell(sqlite3_stmt* statement, int at) {
    const auto bytes_at = [&](const void* begin) {
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, at));
        return begin == nullptr ? std::string() : std::string(static_cast<const char*>(begin), size);
    };
    switch (sqlite3_column_type(statement, at)) {
        case SQLITE_NULL: return std::monostate();
        case SQLITE_INTEGER: return sqlite3_column_int64(statement, at);
        case SQLITE_BLOB: return Bytes{bytes_at(sqlite3_column_blob(statement, at))};
        default: return bytes_at(sqlite3_column_text(statement, at));
    }
}

/// The statement ready for its next use, however this one ends.
class Rewind {
public:
    explicit Rewind(sqlite3_stmt* statement) : statement_(statement) {}
    Rewind(const Rewind&) = delete;
    Rewind& operator=(const Rewind&) = delete;
    ~Rewind() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }

private:
    sqlite3_stmt* statement_;
};

}  // namespace

base::Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const Place& place) {
    sqlite3* handle = nullptr;
    const int opened = sqlite3_open_v2(place.file.c_str(), &handle, place.flags | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(handle, place.name));
    if (handle == nullptr) return tl::unexpected(fault_error(Fault::statement, place.name, "out of memory"));
    if (opened != SQLITE_OK) return tl::unexpected(connection->error());
    sqlite3_extended_result_codes(handle, 0);
    sqlite3_busy_timeout(handle, place.wait_milliseconds);
    auto ready = connection->script(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;");
    if (!ready) return tl::unexpected(ready.error());
    return connection;
}

base::Error SqliteConnection::error() const { return fault_error(fault_of(handle()), name_, sqlite3_errmsg(handle())); }

base::Result<sqlite3_stmt*> SqliteConnection::prepared(std::string_view sql) {
    std::string text(sql);
    if (const auto found = statements_.find(text); found != statements_.end()) return found->second.get();
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle(), text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return tl::unexpected(error());
    statements_.emplace(std::move(text), statement);
    return statement;
}

base::Result<Rows> SqliteConnection::query(std::string_view sql, const Values& values) {
    if (auto checked = keepable(values); !checked) return tl::unexpected(checked.error());
    const auto statement = prepared(sql);
    if (!statement) return tl::unexpected(statement.error());
    const Rewind rewind(*statement);
    for (std::size_t at = 0; at < values.size(); ++at)
        if (bind(*statement, static_cast<int>(at) + 1, values[at]) != SQLITE_OK) return tl::unexpected(error());
    Rows rows;
    while (true) {
        const int step = sqlite3_step(*statement);
        if (step == SQLITE_DONE) return rows;
        if (step != SQLITE_ROW) return tl::unexpected(error());
        Cells& cells = rows.emplace_back();
        for (int at = 0; at < sqlite3_column_count(*statement); ++at) cells.push_back(cell(*statement, at));
    }
}

base::Result<void> SqliteConnection::script(std::string_view sql) {
    if (sqlite3_exec(handle(), std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(error());
    return {};
}

base::Result<void> SqliteConnection::begin(Intent intent) {
    const auto begun = query(intent == Intent::write ? "BEGIN IMMEDIATE" : "BEGIN", {});
    if (!begun) return tl::unexpected(begun.error());
    return {};
}

base::Result<void> SqliteConnection::commit() {
    const auto committed = query("COMMIT", {});
    if (committed) return {};
    sure_ = fault_of(handle()) != Fault::not_synced;
    return tl::unexpected(committed.error());
}

void SqliteConnection::rollback() {
    // After some errors SQLite has rolled back by itself; then there is nothing to do.
    if (sqlite3_get_autocommit(handle()) == 0) std::ignore = query("ROLLBACK", {});
}

base::Result<std::vector<std::string>> SqliteConnection::tables() {
    const auto rows = query(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' "
        "ESCAPE '!' ORDER BY name",
        {});
    if (!rows) return tl::unexpected(rows.error());
    std::vector<std::string> names;
    for (const Cells& cells : *rows) names.push_back(std::get<std::string>(cells.front()));
    return names;
}

}  // namespace masar::store
