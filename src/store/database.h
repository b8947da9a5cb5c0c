#pragma once
// The whole of what the store asks of a database: statements with bound values, rows, transactions. Statements are portable SQL with
// `?1`, `?2`, …; each driver translates the little that differs.
#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace masar::store {

struct Bytes {
    std::string content;
    bool operator==(const Bytes&) const = default;
};
/// Nothing (NULL), a whole number, UTF-8 text, or bytes. Truth is 0 or 1; a moment is milliseconds since 1970 in UTC.
using Value = std::variant<std::monostate, std::int64_t, std::string, Bytes>;
using Values = std::vector<Value>;
using Cells = std::vector<Value>;
using Rows = std::vector<Cells>;

/// What a transaction is for. A writing one waits for the one writer before it; a reading one sees one state of everything.
enum class Intent : unsigned char { read, write };

/// One conversation with the database; of one thread at a time.
class Connection {
public:
    virtual ~Connection() = default;

    [[nodiscard]] virtual base::Result<Rows> query(std::string_view sql, const Values& values) = 0;
    /// Several statements without values: what migrations are written in.
    [[nodiscard]] virtual base::Result<void> script(std::string_view sql) = 0;
    [[nodiscard]] virtual base::Result<void> begin(Intent intent) = 0;
    /// When it returns without an error, what was written outlives a power cut.
    [[nodiscard]] virtual base::Result<void> commit() = 0;
    /// Never fails: what cannot be rolled back is gone with the connection.
    virtual void rollback() = 0;
    /// False when it is of no use any more; the next `connect` may be.
    [[nodiscard]] virtual bool alive() const { return true; }
    /// False once a commit failed in a way that leaves open what is on the disk: nothing may be written over it before the database
    /// was opened anew (Rebello et al., "Can Applications Recover from fsync Failures?", USENIX ATC 2020: a second fsync that
    /// succeeds says nothing about what the first one lost).
    [[nodiscard]] virtual bool sure() const { return true; }
    /// Names of the tables there are, sorted.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> tables() = 0;
};

class Database {
public:
    virtual ~Database() = default;

    [[nodiscard]] virtual base::Result<std::unique_ptr<Connection>> connect() = 0;
    /// A copy of everything as it is now, before it is changed for good; says where it is. `label` is part of its name.
    [[nodiscard]] virtual base::Result<std::string> back_up(std::string_view label) = 0;
    /// Fails when what is stored is damaged.
    [[nodiscard]] virtual base::Result<void> check() = 0;
    /// For messages; without passwords.
    [[nodiscard]] virtual std::string name() const = 0;
};

}  // namespace masar::store
