#include "store/sqlite_database.h"

#include "store/sqlite_connection.h"
#include "store/store_case_test.h"

#include <fstream>
#include <sstream>

namespace masar::store {
namespace {

using testing::HasSubstr;

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// The sentence of an opening that must fail.
std::string refusal(const FilePlace& place) {
    auto database = open_database(place.address());
    if (!database) return database.error().message.en;
    const auto store = Store::open(*std::move(database));
    return store ? "opened" : store.error().message.en;
}

TEST(SqliteDatabase, IsReadableByItsOwnerOnly) {
    const FilePlace place;
    const auto store = place.store();
    for (const auto& entry : std::filesystem::directory_iterator(place.folder()))
        EXPECT_EQ(std::filesystem::status(entry).permissions() & std::filesystem::perms::all,
                  std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)
            << entry.path();
}

TEST(SqliteDatabase, LeavesTheDatabaseOfAnotherProgramAsItIs) {
    const FilePlace place;
    sqlite3* other = nullptr;
    sqlite3_open(place.address().c_str(), &other);
    sqlite3_exec(other, "CREATE TABLE bookmarks (url TEXT)", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    const std::string before = bytes_of(place.address());
    EXPECT_THAT(refusal(place), HasSubstr("is no database of masar"));
    EXPECT_EQ(bytes_of(place.address()), before);
}

TEST(SqliteDatabase, LeavesAFileOfAnotherKindAsItIs) {
    const FilePlace place;
    const std::string text = "masar: 1\n" + std::string(2000, '#');
    write_bytes(place.address(), text);
    EXPECT_THAT(refusal(place), HasSubstr("is no database of masar"));
    EXPECT_EQ(bytes_of(place.address()), text);
}

TEST(SqliteDatabase, RefusesOneFromTheFuture) {
    const FilePlace place;
    std::ignore = place.store();
    std::ignore = (*place.database()->connect())->script("UPDATE masar_schema SET version = 1000");
    EXPECT_THAT(refusal(place), HasSubstr("newer masar (version 1000"));
}

TEST(SqliteDatabase, RefusesADamagedOneWhenItIsOpened) {
    const FilePlace place;
    const auto filled = place.store()->write([](Tables& tables) -> base::Result<int> {
        for (int count = 0; count < 500; ++count)
            std::ignore = tables.contents.put(std::string(100, 'x') + std::to_string(count));
        return 0;
    });
    ASSERT_TRUE(filled);
    std::string bytes = bytes_of(place.address());
    ASSERT_GT(bytes.size(), 60'000U);
    for (std::size_t at = 40'960; at < 40'976; ++at) bytes[at] = static_cast<char>(bytes[at] ^ 0x5a);  // head of a page
    write_bytes(place.address(), bytes);
    EXPECT_THAT(refusal(place), HasSubstr("is damaged"));
}

TEST(SqliteDatabase, SaysThatItsFolderIsNotThere) {
    const auto opened = open_database("/nowhere/at/all/masar.db");
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().message.en, HasSubstr("'/nowhere/at/all/masar.db' cannot be opened for writing"));
    EXPECT_THAT(opened.error().hint.ar, HasSubstr("مجلدها"));
}

TEST(SqliteDatabase, MakesNothingWhenItMayNot) {
    const FilePlace place;
    EXPECT_FALSE(open_database(place.address(), Missing::refuse));
    EXPECT_FALSE(std::filesystem::exists(place.address()));
}

TEST(SqliteDatabase, SaysThatAnotherProgramHoldsIt) {
    const FilePlace place;
    std::ignore = place.store();
    const SqliteConnection::Place impatient{place.address(), place.address(), SQLITE_OPEN_READWRITE, 0};
    const auto one = SqliteConnection::open(impatient), other = SqliteConnection::open(impatient);
    ASSERT_TRUE((*one)->begin(Intent::write));
    const auto second = (*other)->begin(Intent::write);
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().message.en, HasSubstr("in use by another program"));
}

TEST(SqliteDatabase, SaysThatThereIsNoSpaceAndLosesNothing) {
    const FilePlace place;
    std::ignore = place.store();
    const auto connection = SqliteConnection::open({place.address(), place.address(), SQLITE_OPEN_READWRITE});
    ASSERT_TRUE((*connection)->query("PRAGMA max_page_count = 120", {}));  // as on a full disk
    Tables tables(**connection);
    std::size_t kept = 0;
    base::Error refused;
    for (int count = 0; count < 200 && refused.message.empty(); ++count) {
        ASSERT_TRUE((*connection)->begin(Intent::write));
        const auto put = tables.contents.put(std::string(4000, 'x') + std::to_string(count));
        if (!put) refused = put.error();
        if (put && (*connection)->commit()) ++kept;
        (*connection)->rollback();
    }
    EXPECT_THAT(refused.message.en, HasSubstr("no space left"));
    EXPECT_GT(kept, 0U);
    EXPECT_EQ((*connection)->query("SELECT hash FROM contents", {})->size(), kept);
    EXPECT_TRUE(place.database()->check());
}

TEST(SqliteDatabase, TwoStoresOnOneFileWriteInTurn) {
    const FilePlace place;
    const auto one = place.store(), other = place.store();
    for (int count = 0; count < 10; ++count)
        for (Store* store : {one.get(), other.get()})
            EXPECT_TRUE(store->write([](Tables& tables) { return tables.accounts.add({}); }));
    EXPECT_EQ(one->read([](const Tables& tables) { return tables.accounts.all(); })->size(), 20U);
}

}  // namespace
}  // namespace masar::store
