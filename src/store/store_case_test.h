#pragma once
// Databases for the contract suite: one maker per kind. A second kind of database is one more maker.
#include "store/open_database.h"
#include "store/postgres_connection.h"
#include "store/schema.h"
#include "store/store.h"

#include <gmock/gmock.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace masar::store {

/// A place for one database, empty at first and gone with the object.
class DatabasePlace {
public:
    virtual ~DatabasePlace() = default;
    [[nodiscard]] virtual std::string address() const = 0;
    /// Whether it is there again when it is opened again.
    [[nodiscard]] virtual bool lasts() const { return true; }

    [[nodiscard]] std::unique_ptr<Database> database() const {
        auto opened = open_database(address());
        EXPECT_TRUE(opened) << (opened ? "" : opened.error().message.en);
        return opened ? *std::move(opened) : nullptr;
    }
    [[nodiscard]] std::unique_ptr<Store> store() const {
        auto opened = Store::open(database());
        EXPECT_TRUE(opened) << (opened ? "" : opened.error().message.en);
        return opened ? *std::move(opened) : nullptr;
    }
};

class FilePlace : public DatabasePlace {
public:
    FilePlace() {
        static std::atomic<int> count{0};
        folder_ = std::filesystem::path(testing::TempDir())
                  / ("masar-store-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::create_directories(folder_);
    }
    ~FilePlace() override { std::filesystem::remove_all(folder_); }
    [[nodiscard]] std::string address() const override { return (folder_ / "masar.db").string(); }
    [[nodiscard]] std::string folder() const { return folder_.string(); }

private:
    std::filesystem::path folder_;
};

class MemoryPlace : public DatabasePlace {
public:
    [[nodiscard]] std::string address() const override { return ":memory:"; }
    [[nodiscard]] bool lasts() const override { return false; }
};

/// A schema of its own in the PostgreSQL whose socket is in the folder that MASAR_POSTGRES_FOLDER names.
class PostgresPlace : public DatabasePlace {
public:
    [[nodiscard]] static std::string folder() {
        const char* named = std::getenv("MASAR_POSTGRES_FOLDER");
        return named == nullptr ? "" : named;
    }
    [[nodiscard]] static bool there() {
        return !folder().empty() && std::filesystem::exists(folder() + "/.s.PGSQL.5432");
    }
    [[nodiscard]] static std::string server() { return "postgresql:///postgres?user=masar&host=" + folder(); }

    PostgresPlace() {
        static std::atomic<int> count{0};
        schema_ = "masar_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
        EXPECT_TRUE(administer("CREATE SCHEMA " + schema_));
    }
    ~PostgresPlace() override {
        EXPECT_TRUE(administer("DROP SCHEMA " + schema_
                               + " CASCADE;"
                                 "DROP SCHEMA IF EXISTS "
                               + schema_ + "_before_2 CASCADE"));
    }
    [[nodiscard]] std::string address() const override { return server() + "&options=-csearch_path%3D" + schema_; }

private:
    [[nodiscard]] static bool administer(const std::string& sql) {
        const auto connection = PostgresConnection::open(server(), "the server of the tests");
        return connection && (*connection)->script(sql);
    }
    std::string schema_;
};

struct Kind {
    std::string name;
    /// None when there is no server for it.
    std::unique_ptr<DatabasePlace> (*place)();
};
inline void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

inline const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all{
        {"File", [] { return std::unique_ptr<DatabasePlace>(new FilePlace); }},
        {"Memory", [] { return std::unique_ptr<DatabasePlace>(new MemoryPlace); }},
        {"Postgres",
         [] { return std::unique_ptr<DatabasePlace>(PostgresPlace::there() ? new PostgresPlace : nullptr); }},
    };
    return all;
}

class OnEveryKind : public testing::TestWithParam<Kind> {
protected:
    void SetUp() override {
        if (!place) GTEST_SKIP() << "no PostgreSQL: ctest starts one where the package postgresql is installed";
    }
    std::unique_ptr<DatabasePlace> place = GetParam().place();
};

/// The suites of the contract: `TEST_P(StoreContract, …)` runs on every kind.
class StoreContract : public OnEveryKind {
protected:
    std::unique_ptr<Store> store = place ? place->store() : nullptr;

    /// Writes, and expects that it is taken.
    template <class Work>
    auto written(Work work) {
        auto outcome = store->write(work);
        EXPECT_TRUE(outcome) << (outcome ? "" : outcome.error().message.en);
        return outcome;
    }
    template <class Work>
    auto kept(Work work) {
        auto outcome = store->read(work);
        EXPECT_TRUE(outcome) << (outcome ? "" : outcome.error().message.en);
        return *std::move(outcome);
    }
    [[nodiscard]] std::int64_t plan(const std::string& key, bool sandbox = false) {
        PlanRow row;
        row.key = key;
        row.title = {"Roadmap", "خارطة الطريق"};
        row.sides = {"uae", "us"};
        row.sandbox = sandbox;
        return *written([&](Tables& tables) { return tables.plans.add(row); });
    }
};

inline std::string kind_name(const testing::TestParamInfo<Kind>& info) { return info.param.name; }

}  // namespace masar::store
