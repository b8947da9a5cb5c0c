#include "app/workspace/wish.h"

#include "app/workspace/run_parameters.h"

#include <algorithm>

namespace masar::app {

Outcome<Wish> wish_from_json(const boost::json::object& body) {
    RunParameters given(body, {"changes", "pins", "options", "forecast"});
    Wish wish;
    wish.options = given.texts("options");
    wish.forecast = given.truth("forecast");
    if (const auto* pins = given.value("pins")) {
        if (!pins->is_object())
            given.refuse("pins", {"a date for each activity is expected", "المطلوب تاريخ لكل نشاط"});
        else
            for (const auto& each : pins->get_object()) {
                const auto day =
                    each.value().is_string() ? calendar::parse_iso(each.value().get_string()) : std::nullopt;
                if (day)
                    wish.pins.emplace_back(std::string(each.key()), *day);
                else
                    given.refuse("pins." + std::string(each.key()),
                                 {"a date such as 2027-03-01 is expected", "المطلوب تاريخ مثل 2027-03-01"});
            }
    }
    if (given.wrong()) return tl::unexpected(*given.wrong());
    if (const auto* changes = given.value("changes")) {
        auto read = changes_from_json(*changes);
        if (!read) return tl::unexpected(read.error());
        wish.changes = *std::move(read);
    }
    std::ranges::sort(wish.pins);
    return wish;
}

}  // namespace masar::app
