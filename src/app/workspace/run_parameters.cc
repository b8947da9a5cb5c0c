#include "app/workspace/run_parameters.h"

#include "report/figures.h"

#include <algorithm>

namespace masar::app {

Refusal wrong_parameter(std::string_view name, base::Text why, base::Text hint) {
    return {Refusal::Why::wrong_field, std::move(why), std::move(hint), std::string(name), {}, {}, 0};
}

RunParameters::RunParameters(const boost::json::object& given, std::vector<std::string_view> known) : given_(given) {
    for (const auto& each : given) {
        const std::string_view name(each.key().data(), each.key().size());
        if (std::ranges::find(known, name) == known.end())
            refuse(name, {"this is not known here", "هذا غير معروف هنا"});
    }
}

const boost::json::value* RunParameters::value(std::string_view name) const {
    const boost::json::value* found = given_.if_contains(name);
    return found == nullptr || found->is_null() ? nullptr : found;
}

void RunParameters::refuse(std::string_view name, base::Text why) {
    if (!wrong_) wrong_ = wrong_parameter(name, std::move(why));
}

std::string RunParameters::text(std::string_view name) {
    const boost::json::value* found = value(name);
    if (found == nullptr) return {};
    if (found->is_string()) return std::string(found->get_string());
    refuse(name, {"a text is expected", "المطلوب نص"});
    return {};
}

std::vector<std::string> RunParameters::texts(std::string_view name) {
    constexpr std::size_t most = 1000;
    const boost::json::value* found = value(name);
    if (found == nullptr) return {};
    std::vector<std::string> all;
    const bool list = found->is_array() && found->get_array().size() <= most;
    if (list)
        for (const boost::json::value& each : found->get_array())
            if (each.is_string()) all.emplace_back(each.get_string());
    if (!list || all.size() != found->get_array().size())
        refuse(name, {"a list of texts is expected", "المطلوب قائمة نصوص"});
    return all;
}

std::optional<bool> RunParameters::truth_or_none(std::string_view name) {
    const boost::json::value* found = value(name);
    if (found == nullptr) return std::nullopt;
    if (found->is_bool()) return found->get_bool();
    refuse(name, {"true or false is expected", "المطلوب true أو false"});
    return std::nullopt;
}

bool RunParameters::truth(std::string_view name) { return truth_or_none(name).value_or(false); }

std::optional<calendar::Date> RunParameters::date(std::string_view name) {
    const std::string written = text(name);
    if (written.empty()) return std::nullopt;
    const auto day = calendar::parse_iso(written);
    if (!day) refuse(name, {"a date such as 2027-03-01 is expected", "المطلوب تاريخ مثل 2027-03-01"});
    return day;
}

std::int64_t RunParameters::number(std::string_view name, std::int64_t otherwise,
                                   std::pair<std::int64_t, std::int64_t> least_most) {
    const boost::json::value* found = value(name);
    if (found == nullptr) return otherwise;
    if (found->is_int64() && found->get_int64() >= least_most.first && found->get_int64() <= least_most.second)
        return found->get_int64();
    refuse(name,
           report::fill({"a whole number from {} to {} is expected", "المطلوب عدد صحيح من {} إلى {}"},
                        report::ltr(std::to_string(least_most.first)), report::ltr(std::to_string(least_most.second))));
    return otherwise;
}

}  // namespace masar::app
