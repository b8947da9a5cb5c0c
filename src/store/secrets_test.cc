#include "store/secrets.h"

#include <gmock/gmock.h>

#include <set>

namespace masar::store {
namespace {

TEST(Secrets, AreTokensOf256BitsThatDiffer) {
    std::set<std::string> tokens;
    for (int count = 0; count < 1000; ++count) tokens.insert(random_token());
    EXPECT_EQ(tokens.size(), 1000U);
    for (const std::string& token : tokens) {
        EXPECT_EQ(token.size(), 43U);
        EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                  std::string::npos);
    }
}

TEST(Secrets, HashPasswordsWithArgon2idOfTheStatedCost) {
    const std::string hash = password_hash("كلمة سر طويلة");
    EXPECT_THAT(hash, testing::StartsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    EXPECT_TRUE(password_matches(hash, "كلمة سر طويلة"));
    EXPECT_FALSE(password_matches(hash, "كلمة سر طويل"));
    EXPECT_FALSE(password_matches(hash, ""));
}

TEST(Secrets, SaltEveryPassword) { EXPECT_NE(password_hash("same"), password_hash("same")); }

TEST(Secrets, LetNobodyInWithoutAHash) {
    EXPECT_FALSE(password_matches("", ""));
    EXPECT_FALSE(password_matches("not a hash", "not a hash"));
}

// Salt, password and parameters of the reference implementation's own test (phc-winner-argon2, test.c), checked by its notation.
TEST(Secrets, UnderstandTheReferenceNotation) {
    EXPECT_TRUE(
        password_matches("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                         "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                         "password"));
}

TEST(Secrets, CompareWhole) {
    EXPECT_TRUE(same_secret("abc", "abc"));
    EXPECT_TRUE(same_secret("", ""));
    EXPECT_FALSE(same_secret("abc", "abd"));
    EXPECT_FALSE(same_secret("abc", "ab"));
}

}  // namespace
}  // namespace masar::store
