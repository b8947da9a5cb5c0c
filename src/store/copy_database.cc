#include "store/copy_database.h"

#include "base/sha256.h"
#include "store/all_rows.h"
#include "store/fault.h"
#include "store/schema.h"

#include <fmt/format.h>

namespace masar::store {
namespace {

/// A cell as bytes that no other cell has: its kind, its length, itself.
std::string canonical(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("i{};", *number);
    if (const auto* text = std::get_if<std::string>(&value)) return fmt::format("t{}:{};", text->size(), *text);
    if (const auto* bytes = std::get_if<Bytes>(&value))
        return fmt::format("b{}:{};", bytes->content.size(), bytes->content);
    return "n;";
}

/// A chain of hashes, so that a large database needs no large memory.
class Digest {
public:
    void add(const std::string& table, const Cells& cells) {
        std::string bytes = hash_ + table + ";";
        for (const Value& value : cells) bytes += canonical(value);
        hash_ = base::sha256_hex(bytes);
    }
    [[nodiscard]] const std::string& hash() const { return hash_; }

private:
    std::string hash_;
};

base::Result<std::string> digest_within(Connection& connection) {
    Digest digest;
    const auto done = for_each_row(connection, [&](const std::string& table, const Cells& cells) {
        digest.add(table, cells);
        return base::Result<void>();
    });
    if (!done) return tl::unexpected(done.error());
    return digest.hash();
}

std::string insertion(const std::string& table, std::size_t columns) {
    std::string sql = "INSERT INTO " + table + " VALUES (?1";
    for (std::size_t column = 2; column <= columns; ++column) sql += fmt::format(", ?{}", column);
    return sql + ")";
}

base::Result<void> refuse_unless_empty(Connection& connection, const std::string& name) {
    return for_each_row(connection, [&](const std::string&, const Cells&) -> base::Result<void> {
        return tl::unexpected(fault_error(Fault::in_use, name));
    });
}

base::Result<Copied> copy_rows(Connection& source, Connection& target, const std::string& target_name) {
    if (auto empty = refuse_unless_empty(target, target_name); !empty) return tl::unexpected(empty.error());
    Copied copied;
    Digest digest;
    const auto done = for_each_row(source, [&](const std::string& table, const Cells& cells) -> base::Result<void> {
        digest.add(table, cells);
        ++copied.rows;
        const auto added = target.query(insertion(table, cells.size()), cells);
        if (!added) return tl::unexpected(added.error());
        return {};
    });
    if (!done) return tl::unexpected(done.error());
    const auto read_again = digest_within(target);
    if (!read_again) return tl::unexpected(read_again.error());
    if (*read_again != digest.hash()) return tl::unexpected(fault_error(Fault::not_equal, target_name));
    copied.digest = digest.hash();
    return copied;
}

}  // namespace

base::Result<std::string> digest_of(Database& database) {
    const auto connection = database.connect();
    if (!connection) return tl::unexpected(connection.error());
    if (auto begun = (*connection)->begin(Intent::read); !begun) return tl::unexpected(begun.error());
    auto digest = digest_within(**connection);
    (*connection)->rollback();
    return digest;
}

base::Result<Copied> copy_database(Database& from, Database& to) {
    for (Database* each : {&from, &to})
        if (auto moved = migrate(*each, migrations()); !moved) return tl::unexpected(moved.error());
    const auto source = from.connect(), target = to.connect();
    if (!source) return tl::unexpected(source.error());
    if (!target) return tl::unexpected(target.error());
    if (auto begun = (*source)->begin(Intent::read); !begun) return tl::unexpected(begun.error());
    if (auto begun = (*target)->begin(Intent::write); !begun) return tl::unexpected(begun.error());
    auto copied = copy_rows(**source, **target, to.name());
    if (copied)
        if (auto kept = (*target)->commit(); !kept) copied = tl::unexpected(kept.error());
    if (!copied) (*target)->rollback();
    (*source)->rollback();
    return copied;
}

}  // namespace masar::store
