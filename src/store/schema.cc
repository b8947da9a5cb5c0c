#include "store/schema.h"

#include "store/fault.h"

#include <algorithm>

namespace masar::store {

base::Result<std::int64_t> schema_version(Connection& connection, std::string_view name) {
    const auto tables = connection.tables();
    if (!tables) return tl::unexpected(tables.error());
    if (tables->empty()) return 0;
    if (std::ranges::find(*tables, schema_table) == tables->end())
        return tl::unexpected(fault_error(Fault::foreign, name));
    const auto rows = connection.query("SELECT version FROM masar_schema", {});
    if (!rows) return tl::unexpected(rows.error());
    const auto* version = rows->size() == 1 ? std::get_if<std::int64_t>(&rows->front().front()) : nullptr;
    if (version == nullptr || *version < 1)
        return tl::unexpected(fault_error(Fault::damaged, name, std::string(schema_table)));
    return *version;
}

namespace {

base::Result<void> take_steps(Connection& connection, std::int64_t from, std::span<const std::string_view> steps) {
    if (from == 0) {
        auto made = connection.script(
            "CREATE TABLE masar_schema (version INTEGER NOT NULL);"
            "INSERT INTO masar_schema (version) VALUES (0);");
        if (!made) return made;
    }
    for (const std::string_view step : steps.subspan(static_cast<std::size_t>(from)))
        if (auto taken = connection.script(step); !taken) return taken;
    const auto told =
        connection.query("UPDATE masar_schema SET version = ?1", {static_cast<std::int64_t>(steps.size())});
    if (!told) return tl::unexpected(told.error());
    return {};
}

base::Result<void> migrate_in_transaction(Connection& connection, std::string_view name,
                                          std::span<const std::string_view> steps) {
    if (auto begun = connection.begin(Intent::write); !begun) return begun;
    // Asked again inside: another process may have been faster.
    const auto version = schema_version(connection, name);
    base::Result<void> done;
    if (!version)
        done = tl::unexpected(version.error());
    else if (*version < static_cast<std::int64_t>(steps.size()))
        done = take_steps(connection, *version, steps);
    if (done) done = connection.commit();
    if (!done) connection.rollback();
    return done;
}

}  // namespace

base::Result<void> migrate(Database& database, std::span<const std::string_view> steps) {
    const auto connection = database.connect();
    if (!connection) return tl::unexpected(connection.error());
    const auto version = schema_version(**connection, database.name());
    if (!version) return tl::unexpected(version.error());
    const auto newest = static_cast<std::int64_t>(steps.size());
    if (*version > newest) return tl::unexpected(fault_error(Fault::newer, database.name(), std::to_string(*version)));
    if (*version == newest) return {};
    if (*version > 0)
        if (auto copy = database.back_up(std::to_string(newest)); !copy) return tl::unexpected(copy.error());
    return migrate_in_transaction(**connection, database.name(), steps);
}

}  // namespace masar::store
