#include "server/http/spoken_language.h"

#include <gtest/gtest.h>

namespace masar::server {
namespace {

using base::Language;

TEST(SpokenLanguage, IsTheOneAskedForFirst) {
    EXPECT_EQ(spoken_language("ar", "en"), Language::ar);
    EXPECT_EQ(spoken_language("en", "ar"), Language::en);
    EXPECT_EQ(spoken_language("xx", "ar-AE,ar;q=0.9,en;q=0.8"), Language::ar);
    EXPECT_EQ(spoken_language("", "fr, AR-SA"), Language::ar);
}

TEST(SpokenLanguage, FollowsWeights) {
    EXPECT_EQ(spoken_language("", "en;q=0.5,ar;q=0.9"), Language::ar);
    EXPECT_EQ(spoken_language("", "ar;q=0.5, en;q=0.9"), Language::en);
    EXPECT_EQ(spoken_language("", "ar;q=0, en;q=0.1"), Language::en);
    EXPECT_EQ(spoken_language("", "en, ar"), Language::en);
    EXPECT_EQ(spoken_language("", "ar, en"), Language::ar);
}

TEST(SpokenLanguage, IsEnglishForWhoeverSaysNothing) {
    EXPECT_EQ(spoken_language("", ""), Language::en);
    EXPECT_EQ(spoken_language("", "*"), Language::en);
    EXPECT_EQ(spoken_language("", ";;q=,,="), Language::en);
    EXPECT_EQ(spoken_language("", "arc"), Language::en);
}

TEST(LocalName, IsThisMachineOrANumber) {
    for (const char* host : {"localhost", "LOCALHOST:8080", "127.0.0.1:80", "[::1]:8080", "10.1.2.3"})
        EXPECT_TRUE(is_local_name(host)) << host;
    for (const char* host : {"masar.example", "localhost.example:80", "127.0.0.1.example"})
        EXPECT_FALSE(is_local_name(host)) << host;
}

}  // namespace
}  // namespace masar::server
