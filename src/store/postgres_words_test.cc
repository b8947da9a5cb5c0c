#include "store/postgres_words.h"

#include <gtest/gtest.h>

namespace masar::store {
namespace {

TEST(PostgresWords, NamesValuesByTheDollar) {
    EXPECT_EQ(postgres_question("SELECT a FROM b WHERE c = ?1 AND d > ?12"),
              "SELECT a FROM b WHERE c = $1 AND d > $12");
}

TEST(PostgresWords, TranslatesTypesAndNothingElse) {
    EXPECT_EQ(
        postgres_script("CREATE TABLE integers (id INTEGER PRIMARY KEY, text TEXT NOT NULL, body BLOB, TEXTS X);"),
        "CREATE TABLE integers (id BIGINT PRIMARY KEY, text TEXT COLLATE \"C\" NOT NULL, body BYTEA, TEXTS X);");
}

}  // namespace
}  // namespace masar::store
