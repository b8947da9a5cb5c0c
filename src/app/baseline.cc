#include "app/baseline.h"

#include "report/figures.h"

#include <boost/json.hpp>

#include <algorithm>
#include <unordered_map>

namespace masar::app {
namespace {

namespace json = boost::json;

std::string text_at(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

BaselineDate date_of(const json::object& entry, const plan::Activity& activity) {
    BaselineDate date{calendar::parse_iso(text_at(entry, "start")), 0, calendar::parse_iso(text_at(entry, "finish"))};
    const auto mode = std::ranges::find(activity.modes, text_at(entry, "mode"), &plan::Mode::id);
    if (mode != activity.modes.end()) date.mode = static_cast<int>(mode - activity.modes.begin());
    return date;
}

}  // namespace

base::Error no_schedule(const base::Text& reason) {
    return {base::Error::Kind::malformed,
            report::fill({"this is no schedule of masar: {}", "ليس هذا جدولاً من مسار: {}"}, reason),
            {}};
}

base::Result<Baseline> read_baseline(std::string_view text, const plan::Plan& plan) {
    boost::system::error_code failed;
    const json::value root = json::parse(json::string_view(text.data(), text.size()), failed);
    if (failed || !root.is_object()) return tl::unexpected(no_schedule({"it is not a JSON object", "ليس كائن JSON"}));
    const json::value* list = root.get_object().if_contains("activities");
    if (list == nullptr || !list->is_array())
        return tl::unexpected(
            no_schedule({"it has no list 'activities'", "لا توجد فيه قائمة ‎'activities'‎"}));
    std::unordered_map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < plan.activities.size(); ++i) index[plan.activities[i].id] = i;
    Baseline baseline{std::vector<BaselineDate>(plan.activities.size()), {}};
    for (const json::value& each : list->get_array()) {
        if (!each.is_object())
            return tl::unexpected(no_schedule({"an activity is not an object", "أحد الأنشطة ليس كائناً"}));
        const json::object& entry = each.get_object();
        const std::string id = text_at(entry, "id");
        if (const auto found = index.find(id); found != index.end())
            baseline.activities[found->second] = date_of(entry, plan.activities[found->second]);
        else if (!text_at(entry, "start").empty())
            baseline.gone.push_back(id);
    }
    return baseline;
}

}  // namespace masar::app
