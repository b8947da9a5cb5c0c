#pragma once
// The parameters of a job by name; the first that is wrong is remembered: ask for all, then look once.
#include "app/workspace/refusal.h"
#include "calendar/date.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

class RunParameters {
public:
    /// Others than `known` are refused, so that a slip of the pen is not taken for a question that was never asked.
    RunParameters(const boost::json::object& given, std::vector<std::string_view> known);

    [[nodiscard]] std::string text(std::string_view name);
    [[nodiscard]] std::vector<std::string> texts(std::string_view name);
    [[nodiscard]] bool truth(std::string_view name);
    [[nodiscard]] std::optional<bool> truth_or_none(std::string_view name);
    [[nodiscard]] std::optional<calendar::Date> date(std::string_view name);
    /// Within [least, most].
    [[nodiscard]] std::int64_t number(std::string_view name, std::int64_t otherwise,
                                      std::pair<std::int64_t, std::int64_t> least_most);
    /// Null when it is absent.
    [[nodiscard]] const boost::json::value* value(std::string_view name) const;

    void refuse(std::string_view name, base::Text why);
    [[nodiscard]] const std::optional<Refusal>& wrong() const { return wrong_; }

private:
    const boost::json::object& given_;
    std::optional<Refusal> wrong_;
};

[[nodiscard]] Refusal wrong_parameter(std::string_view name, base::Text why, base::Text hint = {});

}  // namespace masar::app
