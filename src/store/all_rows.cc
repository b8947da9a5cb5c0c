#include "store/all_rows.h"

#include "store/schema.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::store {
namespace {

constexpr std::int64_t piece = 200;  // rows held in memory: a text may have a megabyte

/// No key has more columns, and none stands behind another column.
constexpr std::size_t longest_key = 3;

base::Result<std::string> order_of(Connection& connection, const std::string& table) {
    const auto row = connection.query("SELECT * FROM " + table + " LIMIT 1", {});
    if (!row) return tl::unexpected(row.error());
    const std::size_t columns = row->empty() ? 1 : std::min(row->front().size(), longest_key);
    return std::string(std::string_view("1, 2, 3").substr(0, 3 * columns - 2));
}

base::Result<void> rows_of(Connection& connection, const std::string& table,
                           const std::function<base::Result<void>(const std::string&, const Cells&)>& take) {
    const auto order = order_of(connection, table);
    if (!order) return tl::unexpected(order.error());
    const std::string sql = fmt::format("SELECT * FROM {} ORDER BY {} LIMIT ?1 OFFSET ?2", table, *order);
    for (std::int64_t seen = 0;; seen += piece) {
        const auto rows = connection.query(sql, {piece, seen});
        if (!rows) return tl::unexpected(rows.error());
        for (const Cells& cells : *rows)
            if (auto taken = take(table, cells); !taken) return taken;
        if (static_cast<std::int64_t>(rows->size()) < piece) return {};
    }
}

}  // namespace

std::vector<std::string> tables_in_order() {
    constexpr std::string_view opening = "CREATE TABLE ";
    std::vector<std::string> tables;
    for (const std::string_view step : migrations())
        for (std::size_t at = step.find(opening); at != std::string_view::npos; at = step.find(opening, at)) {
            at += opening.size();
            tables.emplace_back(step.substr(at, step.find_first_of(" (", at) - at));
        }
    return tables;
}

base::Result<void> for_each_row(Connection& connection,
                                const std::function<base::Result<void>(const std::string&, const Cells&)>& take) {
    for (const std::string& table : tables_in_order())
        if (auto done = rows_of(connection, table, take); !done) return done;
    return {};
}

}  // namespace masar::store
