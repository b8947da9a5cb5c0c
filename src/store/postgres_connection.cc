#include "store/postgres_connection.h"

#include "store/keepable.h"
#include "store/postgres_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace masar::store {
namespace {

// Oids of pg_type.dat; libpq has no header for them.
constexpr Oid bytes_type = 17, name_type = 19, int8_type = 20, int4_type = 23, text_type = 25, varchar_type = 1043;

/// Whole numbers travel with the largest byte first.
template <std::size_t size>
std::array<char, size> big_endian(std::uint64_t number) {
    std::array<char, size> bytes{};
    for (std::size_t at = size; at-- > 0; number >>= 8) bytes[at] = static_cast<char>(number & 0xFF);
    return bytes;
}

std::int64_t from_big_endian(std::string_view bytes) {
    std::uint64_t number = 0;
    for (const char c : bytes) number = number << 8 | static_cast<unsigned char>(c);
    return bytes.size() == 4 ? static_cast<std::int32_t>(number) : static_cast<std::int64_t>(number);
}

base::Result<Value> cell(const PGresult* result, int row, int column) {
    if (PQgetisnull(result, row, column) != 0) return std::monostate();
    const std::string_view bytes(PQgetvalue(result, row, column),
                                 static_cast<std::size_t>(PQgetlength(result, row, column)));
    switch (PQftype(result, column)) {
        case int4_type:
        case int8_type: return from_big_endian(bytes);
        case bytes_type: return Bytes{std::string(bytes)};
        case text_type:
        case varchar_type:
        case name_type: return std::string(bytes);
        default: return tl::unexpected(fault_error(Fault::statement, "postgresql", "a column of an unknown type"));
    }
}

/// By the classes of PostgreSQL's appendix A.
Fault fault_of(std::string_view state, bool connected) {
    if (!connected || state.starts_with("08") || state.starts_with("57P")) return Fault::unreachable;
    if (state == "53100") return Fault::disk_full;
    if (state == "25006" || state == "42501") return Fault::not_writable;
    if (state == "55P03" || state == "40P01") return Fault::locked;
    if (state.starts_with("XX00")) return Fault::damaged;
    if (state == "58030") return Fault::not_synced;
    return Fault::statement;
}

std::string first_line(const char* text) {
    const std::string_view all(text == nullptr ? "" : text);
    return std::string(all.substr(0, std::min(all.find('\n'), all.size())));
}

void say_nothing(void* /*unused*/, const PGresult* /*notice*/) {}

}  // namespace

struct PostgresConnection::Parameters {
    explicit Parameters(const Values& values) {
        numbers.reserve(values.size());
        for (const Value& value : values) add(value);
    }

    void add(const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            numbers.push_back(big_endian<8>(static_cast<std::uint64_t>(*number)));
            add(int8_type, numbers.back().data(), numbers.back().size());
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            add(text_type, text->data(), text->size());
        } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
            add(bytes_type, bytes->content.data(), bytes->content.size());
        } else {
            add(0, nullptr, 0);
        }
    }
    void add(Oid type, const char* data, std::size_t size) {
        types.push_back(type);
        data_at.push_back(data);
        sizes.push_back(static_cast<int>(size));
        formats.push_back(1);
    }
    [[nodiscard]] int count() const { return static_cast<int>(types.size()); }

    std::vector<std::array<char, 8>> numbers;
    std::vector<Oid> types;
    std::vector<const char*> data_at;
    std::vector<int> sizes, formats;
};

base::Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const std::string& address,
                                                                           std::string name) {
    // What stands before the address gives way to it, what stands behind does not.
    const std::array<const char*, 5> keys{"connect_timeout", "dbname", "client_encoding", "fallback_application_name",
                                          nullptr};
    const std::array<const char*, 5> values{"10", address.c_str(), "UTF8", "masar", nullptr};
    std::unique_ptr<PostgresConnection> connection(
        new PostgresConnection(PQconnectdbParams(keys.data(), values.data(), 1), std::move(name)));
    if (PQstatus(connection->connection_.get()) != CONNECTION_OK) return tl::unexpected(connection->error(nullptr));
    PQsetNoticeReceiver(connection->connection_.get(), say_nothing, nullptr);
    if (auto set = connection->script("SET synchronous_commit = on; SET lock_timeout = '10s'"); !set)
        return tl::unexpected(set.error());
    return connection;
}

base::Error PostgresConnection::error(const PGresult* result) const {
    const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* primary = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const bool connected = PQstatus(connection_.get()) == CONNECTION_OK;
    // The primary message names constraints, not values; the rest of what the server says may hold values.
    const std::string said = primary != nullptr ? std::string(primary) : first_line(PQerrorMessage(connection_.get()));
    return fault_error(fault_of(state == nullptr ? "" : state, connected), name_, said);
}

base::Result<std::string> PostgresConnection::prepared(std::string_view sql, const Parameters& parameters) {
    std::string key(sql);
    for (const Oid type : parameters.types) key += ' ' + std::to_string(type);
    if (const auto found = statements_.find(key); found != statements_.end()) return found->second;
    std::string name = "masar_" + std::to_string(statements_.size());
    const Answer answer(PQprepare(connection_.get(), name.c_str(), postgres_question(sql).c_str(), parameters.count(),
                                  parameters.types.data()));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return tl::unexpected(error(answer.get()));
    statements_.emplace(std::move(key), name);
    return name;
}

base::Result<Rows> PostgresConnection::query(std::string_view sql, const Values& values) {
    if (auto checked = keepable(values); !checked) return tl::unexpected(checked.error());
    const Parameters parameters(values);
    const auto name = prepared(sql, parameters);
    if (!name) return tl::unexpected(name.error());
    const Answer answer(PQexecPrepared(connection_.get(), name->c_str(), parameters.count(), parameters.data_at.data(),
                                       parameters.sizes.data(), parameters.formats.data(), 1));
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) return tl::unexpected(error(answer.get()));
    Rows rows(static_cast<std::size_t>(PQntuples(answer.get())));
    for (int row = 0; row < PQntuples(answer.get()); ++row)
        for (int column = 0; column < PQnfields(answer.get()); ++column) {
            auto value = cell(answer.get(), row, column);
            if (!value) return tl::unexpected(value.error());
            rows[static_cast<std::size_t>(row)].push_back(*std::move(value));
        }
    return rows;
}

base::Result<PostgresConnection::Answer> PostgresConnection::run(const std::string& sql) {
    Answer answer(PQexec(connection_.get(), sql.c_str()));
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) return tl::unexpected(error(answer.get()));
    return answer;
}

base::Result<void> PostgresConnection::script(std::string_view sql) {
    return run(postgres_script(sql)).map([](const Answer&) {});
}

base::Result<void> PostgresConnection::begin(Intent intent) {
    // One writer at a time, of all processes: what a writer reads stays so until it has written.
    const char* sql = intent == Intent::read
                          ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                          : "BEGIN; SELECT pg_advisory_xact_lock(hashtext('masar ' || current_schema()))";
    return run(sql).map([](const Answer&) {});
}

base::Result<void> PostgresConnection::commit() {
    const auto answer = run("COMMIT");
    if (!answer) return tl::unexpected(answer.error());
    // A transaction in which something failed answers COMMIT with ROLLBACK, and no error.
    if (std::strcmp(PQcmdStatus(answer->get()), "COMMIT") != 0)
        return tl::unexpected(fault_error(Fault::statement, name_, "the transaction had failed"));
    return {};
}

void PostgresConnection::rollback() {
    if (PQtransactionStatus(connection_.get()) != PQTRANS_IDLE) std::ignore = run("ROLLBACK");
}

base::Result<std::vector<std::string>> PostgresConnection::tables() {
    const auto rows = query(
        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() "
        "ORDER BY tablename COLLATE \"C\"",
        {});
    if (!rows) return tl::unexpected(rows.error());
    std::vector<std::string> names;
    for (const Cells& cells : *rows) names.push_back(std::get<std::string>(cells.front()));
    return names;
}

}  // namespace masar::store
