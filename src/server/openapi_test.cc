#include "server/openapi.h"

#include "server/embedded_files.h"
#include "server/route_table.h"

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <regex>
#include <set>

namespace masar::server {
namespace {

namespace json = boost::json;

json::value document() { return json::parse(openapi_document(route_table())); }

TEST(OpenApi, DescribesEveryRouteAndNothingElse) {
    const json::value description = document();
    EXPECT_EQ(description.at("openapi").as_string(), "3.1.0");
    std::size_t operations = 0;
    for (const auto& path : description.at("paths").as_object()) operations += path.value().as_object().size();
    EXPECT_EQ(operations, route_table().size());
    for (const Route& route : route_table()) {
        std::string path(route.pattern), method(word_of(route.method));
        if (const auto rest = path.find("...}"); rest != std::string::npos) path.erase(rest, 3);
        std::ranges::transform(method, method.begin(), [](unsigned char c) { return std::tolower(c); });
        const json::value& operation = description.at("paths").at(path).at(method);
        EXPECT_EQ(operation.at("summary").as_string(), route.summary);
        // Each pair of braces is a parameter.
        const auto braces = static_cast<std::size_t>(std::ranges::count(path, '{'));
        const auto& parameters = operation.at("parameters").as_array();
        EXPECT_EQ(std::ranges::count_if(parameters, [](const auto& each) { return each.at("in") == "path"; }), braces);
    }
}

TEST(OpenApi, RefersToSchemasThatAreThereAndUsesEachOfThem) {
    const json::value description = document();
    const json::object& schemas = description.at("components").at("schemas").as_object();
    const std::string text = json::serialize(description);
    std::set<std::string> used;
    const std::regex reference("#/components/schemas/(\\w+)");
    for (std::sregex_iterator at(text.begin(), text.end(), reference), end; at != end; ++at) used.insert((*at)[1]);
    for (const std::string& name : used) EXPECT_TRUE(schemas.contains(name)) << name;
    for (const auto& schema : schemas) EXPECT_TRUE(used.contains(schema.key())) << schema.key();
}

}  // namespace
}  // namespace masar::server
