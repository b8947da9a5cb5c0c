#include "store/postgres_database.h"

#include "store/postgres_connection.h"
#include "store/schema.h"

#include <algorithm>

namespace masar::store {
namespace {

/// The address without what is secret in it, or what is of no interest.
std::string name_of(const std::string& address) {
    std::string host = "localhost", port, database;
    char* wrong = nullptr;
    PQconninfoOption* options = PQconninfoParse(address.c_str(), &wrong);
    for (const PQconninfoOption* each = options; each != nullptr && each->keyword != nullptr; ++each) {
        if (each->val == nullptr) continue;
        const std::string_view keyword(each->keyword);
        if (keyword == "host") host = each->val;
        if (keyword == "port") port = std::string(":") + each->val;
        if (keyword == "dbname") database = each->val;
    }
    PQconninfoFree(options);
    PQfreemem(wrong);
    return "postgresql://" + host + port + "/" + database;
}

class PostgresDatabase : public Database {
public:
    PostgresDatabase(std::string address, std::string name) : address_(std::move(address)), name_(std::move(name)) {}

    [[nodiscard]] base::Result<std::unique_ptr<Connection>> connect() override {
        auto connection = PostgresConnection::open(address_, name_);
        if (!connection) return tl::unexpected(connection.error());
        return std::unique_ptr<Connection>(*std::move(connection));
    }

    /// A schema beside ours, "masar_before_3"; the server keeps files where we cannot.
    [[nodiscard]] base::Result<std::string> back_up(std::string_view label) override {
        const auto connection = PostgresConnection::open(address_, name_);
        if (!connection) return tl::unexpected(connection.error());
        const auto tables = (*connection)->tables();
        if (!tables) return tl::unexpected(tables.error());
        const auto schema = free_schema(**connection, label);
        if (!schema) return schema;
        std::string sql = "CREATE SCHEMA \"" + *schema + "\";";
        for (const std::string& table : *tables)
            sql += "CREATE TABLE \"" + *schema + "\".\"" + table + "\" AS TABLE \"" + table + "\";";
        if (auto begun = (*connection)->begin(Intent::write); !begun) return tl::unexpected(begun.error());
        auto done = (*connection)->script(sql);
        if (done) done = (*connection)->commit();
        if (!done) return tl::unexpected(done.error());
        return name_ + ", schema " + *schema;
    }

    /// The server looks after its files itself; what can be asked is whether it answers.
    [[nodiscard]] base::Result<void> check() override {
        return connect().map([](const auto&) {});
    }

    [[nodiscard]] std::string name() const override { return name_; }

private:
    [[nodiscard]] static base::Result<std::string> free_schema(PostgresConnection& connection, std::string_view label) {
        const auto rows = connection.query("SELECT nspname FROM pg_namespace", {});
        const auto mine = connection.query("SELECT current_schema()", {});
        if (!rows) return tl::unexpected(rows.error());
        if (!mine) return tl::unexpected(mine.error());
        const std::string wanted = std::get<std::string>(mine->front().front()) + "_before_" + std::string(label);
        std::string name = wanted;
        for (int number = 2; std::ranges::find(*rows, Cells{name}) != rows->end(); ++number)
            name = wanted + "_" + std::to_string(number);
        return name;
    }

    std::string address_, name_;
};

}  // namespace

bool is_postgres_address(std::string_view address) {
    return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

base::Result<std::unique_ptr<Database>> open_postgres(const std::string& address, Missing missing) {
    auto database = std::make_unique<PostgresDatabase>(address, name_of(address));
    const auto connection = database->connect();
    if (!connection) return tl::unexpected(connection.error());
    const auto version = schema_version(**connection, database->name());
    if (!version) return tl::unexpected(version.error());
    if (*version == 0 && missing == Missing::refuse)
        return tl::unexpected(fault_error(Fault::foreign, database->name()));
    return database;
}

}  // namespace masar::store
