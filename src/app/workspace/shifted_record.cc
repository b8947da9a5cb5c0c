#include "app/workspace/shifted_record.h"

#include "planfile/literal_date.h"
#include "planfile/literal_link.h"
#include "planfile/tree_value.h"

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

using calendar::Date;
using planfile::Form;
using planfile::Keyword;
using planfile::NodeKind;
using planfile::Shape;
using planfile::WrittenValue;

/// Of an activity that has not begun, and of decisions about the one that was copied.
constexpr std::array progress_fields{"status",    "started",  "finished", "remaining",     "postponed",
                                     "requested", "notified", "why",      "criterion-met", "chosen"};

enum class End : std::uint8_t { first, last };

class Shifting {
public:
    explicit Shifting(const Shift& shift) : shift_(shift) {}

    [[nodiscard]] WrittenValue value(const WrittenValue& value, const Shape& shape) const {
        WrittenValue shifted = value;
        if (value.kind == NodeKind::scalar) {
            if (shape.keyword() != nullptr) shifted.text = scalar(value.text, *shape.keyword());
            return shifted;
        }
        for (WrittenValue& each : shifted.entries) {
            const Shape below = value.kind == NodeKind::map ? shape.of_entry(each.key) : shape.of_item();
            const std::string key = each.key;
            each = this->value(each, below);
            each.key = key;
        }
        return shifted;
    }

private:
    [[nodiscard]] std::string scalar(const std::string& text, const Keyword& keyword) const {
        switch (keyword.form) {
            case Form::date: return date(text);
            case Form::period:
            case Form::open_period:
            case Form::days: return period(text);
            case Form::reference: return keyword.kind == planfile::Kind::activity ? copy_of(text) : text;
            case Form::dependency: return dependency(text);
            case Form::moment: return moment(text);
            default: return text;
        }
    }

    [[nodiscard]] std::string copy_of(std::string_view id) const {
        const auto found = shift_.copies.find(planfile::folded_id(id));
        return found == shift_.copies.end() ? std::string(id) : found->second;
    }

    [[nodiscard]] std::string date(const std::string& text) const {
        const auto day = planfile::parse_date(text);
        return day ? calendar::to_iso(moved(*day, End::first)) : text;
    }
    [[nodiscard]] std::string period(const std::string& text) const {
        const auto period = planfile::parse_open_period(text);
        if (!period) return date(text);
        const std::string first = period->first ? calendar::to_iso(moved(*period->first, End::first)) : "";
        const std::string last = period->last ? calendar::to_iso(moved(*period->last, End::last)) : "";
        return first + ".." + last;
    }
    /// On a working day where it was on one.
    [[nodiscard]] Date moved(Date day, End end) const {
        const Date later = years_later(day, shift_.years);
        const calendar::WorkingCalendar* calendar = shift_.calendar;
        if (calendar == nullptr || !calendar->works(day)) return later;
        return (end == End::first ? calendar->next_working(later) : calendar->previous_working(later)).value_or(later);
    }

    [[nodiscard]] std::string dependency(const std::string& text) const {
        const auto link = planfile::parse_dependency(text);
        if (!link) return text;
        const std::string copy = copy_of(link->predecessor);
        const auto begin = static_cast<std::size_t>(link->predecessor.data() - text.data());
        std::string out = text;
        // To one of a year before, years lie between: a longest lag cannot be kept.
        const std::size_t longest = text.find(" max ");
        if (copy == link->predecessor && longest != std::string::npos) {
            const std::size_t on = text.find(" on ", longest);
            out.erase(longest, on == std::string::npos ? std::string::npos : on - longest);
        }
        return out.replace(begin, link->predecessor.size(), copy);
    }
    [[nodiscard]] std::string moment(const std::string& text) const {
        const auto moment = planfile::parse_moment(text);
        if (!moment || moment->activity.empty()) return text;
        const auto begin = static_cast<std::size_t>(moment->activity.data() - text.data());
        return std::string(text).replace(begin, moment->activity.size(), copy_of(moment->activity));
    }

    const Shift& shift_;
};

}  // namespace

Date years_later(Date day, int years) {
    const std::chrono::year_month_day civil{day};
    const std::chrono::year_month_day later = civil + std::chrono::years(years);
    return later.ok() ? std::chrono::sys_days{later}
                      : std::chrono::sys_days{later.year() / later.month() / std::chrono::last};
}

WrittenValue shifted_record(const WrittenValue& fields, const Shift& shift) {
    WrittenValue copy = fields;
    std::erase_if(copy.entries, [](const WrittenValue& each) {
        return each.key == "withheld"
               || std::ranges::find(progress_fields, std::string_view(each.key)) != progress_fields.end();
    });
    static const Shape activity = Shape::of_plan().of_entry("activities").of_entry("any");
    return Shifting(shift).value(copy, activity);
}

}  // namespace masar::app
