#include "app/workspace/canonical_json.h"

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>

#include <bit>

namespace masar::app {
namespace {

std::string canonical(std::string_view text) { return canonical_json(boost::json::parse(text)); }

std::string number(std::uint64_t bits) { return canonical_json(std::bit_cast<double>(bits)); }

// RFC 8785, appendix B.
TEST(CanonicalJson, WritesNumbersAsTheRfcShows) {
    EXPECT_EQ(number(0x0000000000000000), "0");
    EXPECT_EQ(number(0x8000000000000000), "0");
    EXPECT_EQ(number(0x0000000000000001), "5e-324");
    EXPECT_EQ(number(0x8000000000000001), "-5e-324");
    EXPECT_EQ(number(0x7fefffffffffffff), "1.7976931348623157e+308");
    EXPECT_EQ(number(0x4340000000000000), "9007199254740992");
    EXPECT_EQ(number(0xc340000000000000), "-9007199254740992");
    EXPECT_EQ(number(0x4430000000000000), "295147905179352830000");
    EXPECT_EQ(number(0x44b52d02c7e14af5), "9.999999999999997e+22");
    EXPECT_EQ(number(0x44b52d02c7e14af6), "1e+23");
    EXPECT_EQ(number(0x44b52d02c7e14af7), "1.0000000000000001e+23");
    EXPECT_EQ(number(0x444b1ae4d6e2ef4e), "999999999999999700000");
    EXPECT_EQ(number(0x444b1ae4d6e2ef4f), "999999999999999900000");
    EXPECT_EQ(number(0x444b1ae4d6e2ef50), "1e+21");
    EXPECT_EQ(number(0x3eb0c6f7a0b5ed8c), "9.999999999999997e-7");
    EXPECT_EQ(number(0x3eb0c6f7a0b5ed8d), "0.000001");
    EXPECT_EQ(number(0x41b3de4355555553), "333333333.3333332");
    EXPECT_EQ(number(0x41b3de4355555557), "333333333.33333343");
    EXPECT_EQ(number(0xbecbf647612f3696), "-0.0000033333333333333333");
    EXPECT_EQ(number(0x43143ff3c1cb0959), "1424953923781206.2");
}

// RFC 8785, 3.2.2 and 3.2.4; without 333333333.33333329, which Boost.JSON 1.81 reads as its neighbour.
TEST(CanonicalJson, WritesTheExampleOfTheRfc) {
    EXPECT_EQ(canonical(R"({
        "numbers": [1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
    })"),
              R"({"literals":[null,true,false],"numbers":[1e+30,4.5,0.002,1e-27],)"
              "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

// RFC 8785, 3.2.3: by code units of UTF-16, where U+1F600 comes before U+FB33.
TEST(CanonicalJson, SortsKeysAsTheRfcShows) {
    EXPECT_EQ(canonical(R"({"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
                            "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
                            "\u00f6": "Latin Small Letter O With Diaeresis"})"),
              "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
              "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\","
              "\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
}

TEST(CanonicalJson, IsItsOwnCanonicalForm) {
    const std::string once = canonical(R"({"b":[1,-0.5,{"z":"\b\f\t","a":{}}],"a":"مسار"})");
    EXPECT_EQ(once, R"({"a":"مسار","b":[1,-0.5,{"a":{},"z":"\b\f\t"}]})");
    EXPECT_EQ(canonical(once), once);
    EXPECT_EQ(canonical("[]"), "[]");
    EXPECT_EQ(canonical("12345678901"), "12345678901");
}

}  // namespace
}  // namespace masar::app
