#pragma once
// One connection to PostgreSQL through libpq. Values travel in binary, so that no byte of them is ever read as SQL.
#include "store/database.h"
#include "store/fault.h"

#include <libpq-fe.h>

#include <map>
#include <memory>
#include <string>

namespace masar::store {

class PostgresConnection : public Connection {
public:
    /// `address`: a connection string or URI; `name`: the same for people, without a password.
    [[nodiscard]] static base::Result<std::unique_ptr<PostgresConnection>> open(const std::string& address,
                                                                                std::string name);

    [[nodiscard]] base::Result<Rows> query(std::string_view sql, const Values& values) override;
    [[nodiscard]] base::Result<void> script(std::string_view sql) override;
    [[nodiscard]] base::Result<void> begin(Intent intent) override;
    [[nodiscard]] base::Result<void> commit() override;
    void rollback() override;
    [[nodiscard]] bool alive() const override { return PQstatus(connection_.get()) == CONNECTION_OK; }
    [[nodiscard]] base::Result<std::vector<std::string>> tables() override;

private:
    struct Close {
        void operator()(PGconn* connection) const { PQfinish(connection); }
        void operator()(PGresult* result) const { PQclear(result); }
    };
    using Answer = std::unique_ptr<PGresult, Close>;
    struct Parameters;

    PostgresConnection(PGconn* connection, std::string name) : connection_(connection), name_(std::move(name)) {}
    [[nodiscard]] base::Error error(const PGresult* result) const;
    /// The name under which the server knows the statement.
    [[nodiscard]] base::Result<std::string> prepared(std::string_view sql, const Parameters& parameters);
    /// Statements as they are, in one go; gives the last answer.
    [[nodiscard]] base::Result<Answer> run(const std::string& sql);

    std::unique_ptr<PGconn, Close> connection_;
    std::string name_;
    std::map<std::string, std::string, std::less<>> statements_;  // SQL and types → name
};

}  // namespace masar::store
