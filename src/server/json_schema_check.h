#pragma once
// For tests: whether a value is what a schema of the interface says. Stricter than JSON Schema in one thing: a member that no schema
// names is a fault, because it would be an answer that nobody described.
#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace masar::server {

class JsonSchemaCheck {
public:
    /// `schemas`: name → schema.
    explicit JsonSchemaCheck(boost::json::object schemas) : schemas_(std::move(schemas)) {}

    /// What is wrong, each with its place: "/gates/0/due: expected string".
    [[nodiscard]] std::vector<std::string> faults(std::string_view schema, const boost::json::value& value) const;

private:
    void check(const boost::json::value& schema, const boost::json::value& value, const std::string& place,
               std::vector<std::string>& faults) const;
    void check_object(const boost::json::object& schema, const boost::json::object& value, const std::string& place,
                      std::vector<std::string>& faults) const;
    void check_choices(const boost::json::array& choices, const boost::json::value& value, const std::string& place,
                       std::vector<std::string>& faults) const;

    boost::json::object schemas_;
};

}  // namespace masar::server
