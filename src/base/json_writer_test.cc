#include "base/json_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>

namespace masar::base {
namespace {

using namespace std::string_view_literals;
using Style = JsonWriter::Style;

TEST(JsonWriter, WritesKeysInTheirOrder) {
    JsonWriter json;
    json.begin_object().field("status", "optimal").field("seed", 7);
    json.key("bound").begin_array().value(1).value(2.5).null().end_array();
    json.key("empty").begin_object().end_object();
    json.key("none").begin_array().end_array();
    json.end_object();
    EXPECT_EQ(json.take(),
              "{\n"
              "  \"status\": \"optimal\",\n"
              "  \"seed\": 7,\n"
              "  \"bound\": [\n"
              "    1,\n"
              "    2.5,\n"
              "    null\n"
              "  ],\n"
              "  \"empty\": {},\n"
              "  \"none\": []\n"
              "}\n");
}

TEST(JsonWriter, CompactHasNoSpace) {
    JsonWriter json(Style::compact);
    json.begin_array()
        .begin_object()
        .field("a", true)
        .field("b", false)
        .end_object()
        .begin_array()
        .end_array()
        .end_array();
    EXPECT_EQ(json.take(), R"([{"a":true,"b":false},[]])");
    EXPECT_EQ(json.take(), "");
}

TEST(JsonWriter, AbsentIsNullAndNotZero) {
    JsonWriter json(Style::compact);
    json.begin_object()
        .field_or_null("best", std::optional<int>())
        .field_or_null("bound", std::optional(0))
        .end_object();
    EXPECT_EQ(json.take(), R"({"best":null,"bound":0})");
}

std::string number(double value) { return JsonWriter(Style::compact).value(value).take(); }

TEST(JsonWriter, NumbersAreShortAndReadBack) {
    EXPECT_EQ(number(0.1), "0.1");
    EXPECT_EQ(number(3), "3");
    EXPECT_EQ(number(1e300), "1e+300");
    EXPECT_EQ(number(std::nan("")), "null");
    EXPECT_EQ(number(std::numeric_limits<double>::infinity()), "null");
    EXPECT_EQ(JsonWriter(Style::compact).value(std::int64_t{INT64_MIN}).take(), "-9223372036854775808");
}

TEST(JsonWriter, EscapesWhatMustBeAndLeavesArabicAlone) {
    EXPECT_EQ(json_quoted("a\"b\\c/d"), R"("a\"b\\c/d")");
    EXPECT_EQ(json_quoted("\n\r\t\b\x01\x1F"), R"("\n\r\t\u0008\u0001\u001f")");
    EXPECT_EQ(json_quoted("a\0b"sv), R"("a\u0000b")");
    EXPECT_EQ(json_quoted("plan\xFF.yaml"), "\"plan\uFFFD.yaml\"");
    EXPECT_EQ(json_quoted("خارطة طريق"), "\"خارطة طريق\"");
    EXPECT_EQ(JsonWriter(Style::compact).begin_object().field("مفتاح\n", "x").end_object().take(),
              R"({"مفتاح\n":"x"})");
}

RC_GTEST_PROP(JsonWriterProperty, EveryFiniteNumberReadsBackBitForBit, (double value)) {
    RC_PRE(std::isfinite(value));
    RC_ASSERT(std::strtod(number(value).c_str(), nullptr) == value);
}

}  // namespace
}  // namespace masar::base
