#include "server/http/request_target.h"

#include <gtest/gtest.h>

namespace masar::server {
namespace {

TEST(RequestTarget, IsDecodedOnce) {
    const auto target = read_target("/plans/%D8%A7/a%2520b?lang=ar&q=two+words%26more&flag&x=");
    ASSERT_TRUE(target.has_value());
    EXPECT_EQ(target->path, "/plans/ا/a%20b");
    const std::vector<std::pair<std::string, std::string>> query{
        {"lang", "ar"}, {"q", "two words&more"}, {"flag", ""}, {"x", ""}};
    EXPECT_EQ(target->query, query);
}

TEST(RequestTarget, LeadsNowhereElse) {
    for (const char* target : {"/../etc/passwd", "/a/../b", "/a/./b", "/a/%2e%2e/b", "/a/.%2E/b", "/a/%2e/b", "//a",
                               "/a//b", "/a%2fb", "/a%2F..%2Fb", "/a\\b", "/a%5cb", "/a/.."})
        EXPECT_FALSE(read_target(target).has_value()) << target;
    EXPECT_TRUE(read_target("/a/..b/c..").has_value());
    EXPECT_TRUE(read_target("/").has_value());
    EXPECT_TRUE(read_target("/a/").has_value());
}

TEST(RequestTarget, IsAPathOfThisServer) {
    for (const char* target : {"", "*", "http://other.example/a", "a", "?a", "/a#b", "localhost:80"})
        EXPECT_FALSE(read_target(target).has_value()) << target;
}

TEST(RequestTarget, HasNoBrokenEscapes) {
    for (const char* target :
         {"/%", "/%4", "/%zz", "/a?b=%", "/%00", "/a?b=%0d%0aSet-Cookie", "/%ff", "/%c0%af", "/%ed%a0%80", "/a?b=%7f"})
        EXPECT_FALSE(read_target(target).has_value()) << target;
    EXPECT_EQ(read_target("/%41")->path, "/A");
}

TEST(RequestTarget, HasAtMost64Parameters) {
    std::string target = "/a?";
    for (int i = 0; i < 64; ++i) target += "x=1&";
    EXPECT_TRUE(read_target(target).has_value());
    EXPECT_FALSE(read_target(target + "x=1").has_value());
}

}  // namespace
}  // namespace masar::server
