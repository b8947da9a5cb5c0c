#include "server/json_body.h"

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>

namespace masar::server {
namespace {

std::string detail_of(const std::string& text, ServerLimits limits = {}) {
    const auto read = read_json(text, limits);
    return read ? "" : read.error().detail.en;
}

TEST(JsonBody, IsReadWithinLimits) {
    EXPECT_EQ(detail_of("{}"), "");
    EXPECT_EQ(detail_of(""), "");
    EXPECT_EQ(detail_of("{"), "it cannot be read as JSON");
    EXPECT_EQ(detail_of("{} {}"), "it cannot be read as JSON");
    EXPECT_EQ(detail_of("{\"a\":\"\xff\"}"), "it cannot be read as JSON");
    EXPECT_EQ(detail_of(std::string(32, '[') + std::string(32, ']')), "");
    EXPECT_EQ(detail_of(std::string(33, '[') + std::string(33, ']')), "it is nested deeper than 32 levels");
    EXPECT_EQ(detail_of(std::string(1'000'000, '[')), "it has more than 200000 values");
    ServerLimits few;
    few.json_values = 4;
    EXPECT_EQ(detail_of(R"({"a":",[{,[{\",","b":1})", few), "");
    EXPECT_EQ(detail_of("[1,2,3,4]", few), "it has more than 4 values");
}

TEST(JsonFields, GivesWhatIsThere) {
    const auto value = boost::json::parse(
        R"({"login":"a","years":5,"deep":true,"title":{"en":"x","ar":"ص"},"lines":["p","q"],"note":null})");
    JsonFields fields(value, {"login", "years", "deep", "title", "lines", "note", "more"});
    EXPECT_EQ(fields.text("login"), "a");
    EXPECT_EQ(fields.whole_number("years"), 5);
    EXPECT_TRUE(fields.truth("deep", false));
    EXPECT_EQ(fields.both("title"), (base::Text{"x", "ص"}));
    EXPECT_EQ(fields.texts_or_none("lines"), (std::vector<std::string>{"p", "q"}));
    EXPECT_EQ(fields.text_or_none("note"), std::nullopt);
    EXPECT_TRUE(fields.truth("more", true));
    EXPECT_FALSE(fields.wrong());
}

/// "field: sentence" of the first thing wrong.
template <class Ask>
std::string complaint(const std::string& text, Ask ask) {
    const auto value = boost::json::parse(text);
    JsonFields fields(value, {"login", "title", "years", "lines"});
    ask(fields);
    if (!fields.wrong()) return "";
    const Problem problem = fields.problem().value();
    return problem.field + ": " + problem.detail.en + (problem.hint.empty() ? "" : "; " + problem.hint.en);
}

TEST(JsonFields, NameWhatIsWrong) {
    const auto login = [](JsonFields& fields) { (void)fields.text("login"); };
    EXPECT_EQ(complaint("{}", login), "login: this field is missing");
    EXPECT_EQ(complaint(R"({"login":null})", login), "login: this field is missing");
    EXPECT_EQ(complaint(R"({"login":1})", login), "login: expected a text");
    EXPECT_EQ(complaint(R"({"logn":"a"})", login), "logn: there is no such field; did you mean 'login'?");
    EXPECT_EQ(complaint("[]", login), ": expected an object");
    EXPECT_EQ(complaint(R"({"title":{"en":"x"}})", [](JsonFields& fields) { (void)fields.both("title"); }),
              "title.ar: this field is missing");
    EXPECT_EQ(complaint(R"({"years":1.5})", [](JsonFields& fields) { (void)fields.whole_number("years"); }),
              "years: expected a whole number");
    EXPECT_EQ(complaint(R"({"lines":["a",1]})", [](JsonFields& fields) { (void)fields.texts_or_none("lines"); }),
              "lines: expected a list of texts");
}

}  // namespace
}  // namespace masar::server
