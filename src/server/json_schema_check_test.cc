// The checker that tests of answers use, and its own tests: the program itself has no need of it.
#include "server/json_schema_check.h"

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <utility>

namespace masar::server {
namespace {

namespace json = boost::json;

std::string_view type_of(const json::value& value) {
    switch (value.kind()) {
        case json::kind::null: return "null";
        case json::kind::bool_: return "boolean";
        case json::kind::int64:
        case json::kind::uint64: return "integer";
        case json::kind::double_: return "number";
        case json::kind::string: return "string";
        case json::kind::array: return "array";
        case json::kind::object: return "object";
    }
    return "";
}

bool is_type(const json::value& wanted, std::string_view type) {
    if (const json::array* several = wanted.if_array())
        return std::ranges::any_of(*several, [&](const json::value& each) { return is_type(each, type); });
    const std::string_view word = wanted.get_string();
    return word == type || (word == "number" && type == "integer");
}

}  // namespace

std::vector<std::string> JsonSchemaCheck::faults(std::string_view schema, const json::value& value) const {
    std::vector<std::string> found;
    check(json::object{{"$ref", "#/components/schemas/" + std::string(schema)}}, value, "", found);
    return found;
}

void JsonSchemaCheck::check(const json::value& schema, const json::value& value, const std::string& place,
                            std::vector<std::string>& faults) const {
    const json::object* rules = schema.if_object();
    if (rules == nullptr) return;  // true: anything
    if (const json::value* reference = rules->if_contains("$ref")) {
        const std::string_view path = reference->get_string();
        const json::value* target = schemas_.if_contains(path.substr(path.rfind('/') + 1));
        if (target == nullptr)
            faults.push_back(place + ": no schema " + std::string(path));
        else
            check(*target, value, place, faults);
        return;
    }
    if (const json::value* choices = rules->if_contains("oneOf"))
        return check_choices(choices->get_array(), value, place, faults);
    if (const json::value* type = rules->if_contains("type"); type != nullptr && !is_type(*type, type_of(value)))
        faults.push_back(place + ": expected " + json::serialize(*type) + ", not " + std::string(type_of(value)));
    if (const json::value* values = rules->if_contains("enum"))
        if (const auto& list = values->get_array(); std::ranges::find(list, value) == list.end())
            faults.push_back(place + ": " + json::serialize(value) + " is none of " + json::serialize(list));
    if (const json::object* object = value.if_object()) check_object(*rules, *object, place, faults);
    const json::value* items = rules->if_contains("items");
    if (const json::array* list = value.if_array(); list != nullptr && items != nullptr)
        for (std::size_t i = 0; i < list->size(); ++i)
            check(*items, (*list)[i], place + "/" + std::to_string(i), faults);
}

void JsonSchemaCheck::check_object(const json::object& schema, const json::object& value, const std::string& place,
                                   std::vector<std::string>& faults) const {
    const json::value* properties = schema.if_contains("properties");
    const json::value* others = schema.if_contains("additionalProperties");
    if (const json::value* required = schema.if_contains("required"))
        for (const json::value& name : required->get_array())
            if (!value.contains(name.get_string()))
                faults.push_back(place + ": " + std::string(std::string_view(name.get_string())) + " is missing");
    if (properties == nullptr && others == nullptr) return;  // an object of any kind
    for (const auto& member : value) {
        const std::string inside = place + "/" + std::string(std::string_view(member.key()));
        const json::value* rule = properties == nullptr ? nullptr : properties->get_object().if_contains(member.key());
        if (rule == nullptr) rule = others;
        if (rule == nullptr)
            faults.push_back(inside + ": nobody described it");
        else
            check(*rule, member.value(), inside, faults);
    }
}

void JsonSchemaCheck::check_choices(const json::array& choices, const json::value& value, const std::string& place,
                                    std::vector<std::string>& faults) const {
    std::vector<std::string> nearest;  // the choice whose fault lies deepest was most likely meant
    std::size_t depth = 0;
    for (const json::value& choice : choices) {
        std::vector<std::string> found;
        check(choice, value, place, found);
        if (found.empty()) return;
        const auto place_of = [](const std::string& fault) {
            return std::ranges::count(fault.substr(0, fault.find(':')), '/');
        };
        const auto deep = static_cast<std::size_t>(place_of(found.front())) + 1;
        if (deep > std::exchange(depth, std::max(depth, deep))) nearest = std::move(found);
    }
    faults.insert(faults.end(), nearest.begin(), nearest.end());
}

namespace {

std::string first_fault(std::string_view value) {
    const JsonSchemaCheck check(json::parse(R"({
        "Plan": {"type": "object", "required": ["id"], "properties": {
            "id": {"type": "string"}, "end": {"type": ["string", "null"]}, "cost": {"type": "number"},
            "sides": {"type": "array", "items": {"$ref": "#/components/schemas/Side"}},
            "value": {"oneOf": [{"type": "integer"}, {"$ref": "#/components/schemas/Withheld"}]}}},
        "Side": {"enum": ["uae", "us"]},
        "Withheld": {"type": "object", "required": ["withheld"], "properties": {"withheld": {"enum": [true]}}}})")
                                    .as_object());
    const auto faults = check.faults("Plan", json::parse(json::string_view(value.data(), value.size())));
    return faults.empty() ? "" : faults.front();
}

TEST(JsonSchemaCheck, FindsWhatNobodyDescribed) {
    EXPECT_EQ(first_fault(R"({"id":"a","end":null,"cost":1,"sides":["uae"],"value":{"withheld":true}})"), "");
    EXPECT_EQ(first_fault("{}"), ": id is missing");
    EXPECT_EQ(first_fault(R"({"id":1})"), "/id: expected \"string\", not integer");
    EXPECT_EQ(first_fault(R"({"id":"a","sides":["x"]})"), R"(/sides/0: "x" is none of ["uae","us"])");
    EXPECT_EQ(first_fault(R"({"id":"a","secret":1})"), "/secret: nobody described it");
    EXPECT_EQ(first_fault(R"({"id":"a","value":{"withheld":false}})"), "/value/withheld: false is none of [true]");
    EXPECT_EQ(first_fault("[]"), ": expected \"object\", not array");
}

}  // namespace
}  // namespace masar::server
