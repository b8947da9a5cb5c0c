#include "store/schema.h"

#include "store/store_case_test.h"

namespace masar::store {
namespace {

using testing::Contains;
using testing::HasSubstr;

class Schema : public OnEveryKind {
protected:
    std::unique_ptr<Database> database = place ? place->database() : nullptr;

    [[nodiscard]] std::int64_t version() const { return *schema_version(**database->connect(), database->name()); }
    [[nodiscard]] std::vector<std::string> tables() const { return *(*database->connect())->tables(); }
};

INSTANTIATE_TEST_SUITE_P(Every, Schema, testing::ValuesIn(kinds()), kind_name);

constexpr std::string_view made = "CREATE TABLE a (x INTEGER NOT NULL); INSERT INTO a (x) VALUES (7);";
constexpr std::string_view widened = "ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT 'z';";
constexpr std::string_view broken = "CREATE TABLE b (x INTEGER NOT NULL); INSERT INTO nowhere (x) VALUES (1);";

TEST_P(Schema, IsMadeInAnEmptyDatabase) {
    EXPECT_EQ(version(), 0);
    ASSERT_TRUE(migrate(*database, migrations()));
    EXPECT_EQ(version(), static_cast<std::int64_t>(migrations().size()));
    EXPECT_THAT(tables(), Contains("decisions"));
}

TEST_P(Schema, ComesForwardFromEachOlderVersion) {
    const std::vector<std::string_view> steps{made, widened, "CREATE TABLE b (x INTEGER NOT NULL);"};
    for (std::size_t older = 1; older < steps.size(); ++older) {
        const auto other = GetParam().place();
        const auto old = other->database();
        ASSERT_TRUE(migrate(*old, std::span(steps).first(older)));
        ASSERT_TRUE(migrate(*old, steps));
        const auto rows = (*old->connect())->query("SELECT x, y FROM a", {});
        ASSERT_TRUE(rows);
        EXPECT_EQ(rows->front(), (Cells{std::int64_t{7}, "z"}));
    }
}

TEST_P(Schema, ComesForwardFromEachVersionThatWasReleased) {
    for (std::size_t older = 1; older < migrations().size(); ++older) {
        const auto other = GetParam().place();
        ASSERT_TRUE(migrate(*other->database(), migrations().first(older)));
        EXPECT_NE(other->store(), nullptr) << "from version " << older;
    }
}

TEST_P(Schema, IsNotTouchedWhenItIsTheNewest) {
    const std::vector<std::string_view> steps{made};
    ASSERT_TRUE(migrate(*database, steps));
    ASSERT_TRUE(migrate(*database, steps));
    EXPECT_EQ((*database->connect())->query("SELECT x FROM a", {})->size(), 1U);
}

TEST_P(Schema, StaysAsItWasWhenAStepFails) {
    ASSERT_TRUE(migrate(*database, std::vector<std::string_view>{made}));
    EXPECT_FALSE(migrate(*database, std::vector<std::string_view>{made, broken}));
    EXPECT_EQ(version(), 1);
    EXPECT_THAT(tables(), testing::Not(Contains("b")));
}

TEST_P(Schema, RefusesANewerOne) {
    ASSERT_TRUE(migrate(*database, std::vector<std::string_view>{made, widened}));
    const auto back = migrate(*database, std::vector<std::string_view>{made});
    ASSERT_FALSE(back);
    EXPECT_THAT(back.error().message.en, HasSubstr("newer masar (version 2"));
}

TEST_P(Schema, RefusesTablesThatAreNotOurs) {
    ASSERT_TRUE((*database->connect())->script("CREATE TABLE bookmarks (url TEXT)"));
    EXPECT_FALSE(migrate(*database, migrations()));
    EXPECT_EQ(tables(), std::vector<std::string>{"bookmarks"});
}

TEST(SchemaBackup, OnPostgresIsASchemaBesideOurs) {
    if (!PostgresPlace::there()) GTEST_SKIP() << "no PostgreSQL";
    const PostgresPlace place;
    const auto database = place.database();
    ASSERT_TRUE(migrate(*database, std::vector<std::string_view>{made}));
    ASSERT_TRUE(migrate(*database, std::vector<std::string_view>{made, widened}));
    const auto rows = (*database->connect())
                          ->query(
                              "SELECT count(*) FROM information_schema.columns WHERE table_name = 'a' AND "
                              "table_schema = current_schema() || '_before_2'",
                              {});
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->front(), Cells{std::int64_t{1}});  // x, not yet y
}

TEST(SchemaBackup, IsACopyBesideTheFileFromBeforeTheChange) {
    const FilePlace place;
    const auto database = place.database();
    ASSERT_TRUE(migrate(*database, std::vector<std::string_view>{made}));
    EXPECT_FALSE(std::filesystem::exists(place.address() + ".before-1"));  // there was nothing yet
    ASSERT_TRUE(migrate(*database, std::vector<std::string_view>{made, widened}));
    const auto copy = open_database(place.address() + ".before-2", Missing::refuse);
    ASSERT_TRUE(copy);
    const auto connection = (*copy)->connect();
    EXPECT_EQ(*schema_version(**connection, "copy"), 1);
    EXPECT_EQ((*connection)->query("SELECT x FROM a", {})->front(), (Cells{std::int64_t{7}}));
    // A second attempt does not write over the first copy.
    EXPECT_EQ(*database->back_up("2"), place.address() + ".before-2.2");
}

}  // namespace
}  // namespace masar::store
