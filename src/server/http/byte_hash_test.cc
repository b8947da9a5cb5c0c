#include "server/http/byte_hash.h"

#include <gtest/gtest.h>

namespace masar::server {
namespace {

TEST(ByteHash, SpellsBytesForAddresses) {
    EXPECT_EQ(base64url(""), "");
    EXPECT_EQ(base64url("f"), "Zg");  // RFC 4648, 10, without padding
    EXPECT_EQ(base64url("fo"), "Zm8");
    EXPECT_EQ(base64url("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64url("\xfb\xff"), "-_8");
}

TEST(ByteHash, KeysHashes) {
    // RFC 4231, test case 2.
    const std::string mac = hmac_sha256("Jefe", "what do ya want for nothing?");
    EXPECT_EQ(base64url(mac), "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM");
}

TEST(ByteHash, MakesSecretsThatDiffer) {
    EXPECT_EQ(secret_bytes(32).size(), 32U);
    EXPECT_NE(secret_bytes(32), secret_bytes(32));
    EXPECT_TRUE(same_bytes("abc", "abc"));
    EXPECT_FALSE(same_bytes("abc", "abd"));
    EXPECT_FALSE(same_bytes("abc", "abcd"));
}

TEST(Etag, NamesContent) {
    EXPECT_EQ(etag_of("a"), etag_of("a"));
    EXPECT_NE(etag_of("a"), etag_of("b"));
    const std::string etag = etag_of("a");
    EXPECT_EQ(etag.front(), '"');
    EXPECT_TRUE(names_etag(etag, etag));
    EXPECT_TRUE(names_etag("\"x\", W/" + etag, etag));
    EXPECT_TRUE(names_etag("*", etag));
    EXPECT_FALSE(names_etag("\"x\"", etag));
    EXPECT_FALSE(names_etag("", etag));
}

}  // namespace
}  // namespace masar::server
