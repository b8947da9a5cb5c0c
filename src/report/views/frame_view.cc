#include "report/views/frame_view.h"

#include "report/views/view_json.h"

#include <algorithm>
#include <array>
#include <map>

namespace masar::report {
namespace {

using base::JsonWriter;
using calendar::DateStatus;

constexpr std::array<std::string_view, 4> statuses{"fixed", "estimated", "announced", "observed"};
std::string_view keyword(DateStatus status) { return statuses[static_cast<std::size_t>(status)]; }

/// Whether it follows the moon.
bool is_islamic(const calendar::Recurrence& days) {
    return days.movable || std::holds_alternative<calendar::HijriDay>(days.rule)
           || std::holds_alternative<calendar::HijriMonth>(days.rule);
}

class Frame {
public:
    explicit Frame(const ViewSource& source) : source_(source), plan_(source.plan), range_(days_shown(source)) {}

    std::string write(const FrameFacts& facts) {
        json_.begin_object().field("id", facts.id);
        write_both(json_, "title", plan_.title);
        write_date(json_, "start", plan_.start.value);
        write_date(json_, "end", range_.last);
        write_date(json_, "as_of", plan_.as_of ? std::optional(plan_.as_of->value) : std::nullopt);
        json_.field("illustrative", plan_.illustrative).field_or_null("handling", text_or_none(plan_.handling));
        json_.field("hash", facts.hash).field("dates_state", facts.dates_state);
        json_.field_or_null("dates_job", facts.dates_job.empty() ? std::nullopt : std::optional(facts.dates_job));
        write_reference(json_, "reader", plan_.sides, source_.reader.side());
        write_sides();
        write_lines();
        write_phases();
        write_gates();
        write_periods();
        write_days_off();
        write_vocabulary();
        write_version(facts);
        return json_.end_object().take();
    }

private:
    void write_sides() {
        json_.key("sides").begin_array();
        for (const plan::Side& side : plan_.sides) {
            json_.begin_object();
            write_identity(json_, source_, side);
            json_.field_or_null("currency", text_or_none(std::string(side.currency.code())));
            json_.field("fiscal_month", static_cast<int>(side.fiscal_year.first_month));
            write_reference(json_, "calendar", plan_.calendars, side.calendar.value);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_lines() {
        json_.key("lines").begin_array();
        for (const plan::LineOfEffort& line : plan_.lines) {
            json_.begin_object();
            write_identity(json_, source_, line);
            write_released(json_, "lead", source_.reader.reads(line, "lead"), [&] { write_or_null(line.lead); });
            json_.end_object();
        }
        json_.end_array();
    }
    void write_or_null(const std::string& text) {
        if (text.empty())
            json_.null();
        else
            json_.value(text);
    }

    void write_phases() {
        json_.key("phases").begin_array();
        for (const plan::Phase& phase : plan_.phases) {
            json_.begin_object();
            write_identity(json_, source_, phase);
            write_date(json_, "first", phase.period.first);
            write_date(json_, "last", phase.period.last);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_gates() {
        json_.key("gates").begin_array();
        for (const plan::Gate& gate : plan_.gates) {
            json_.begin_object();
            write_identity(json_, source_, gate);
            write_date(json_, "due", gate.due.value);
            write_hijri(json_, "hijri", gate.due.value);
            write_released(json_, "phase", source_.reader.reads(gate, "closes"), [&] {
                gate.closes.value.known() ? json_.value(plan_.phases[gate.closes.value.at()].id) : json_.null();
            });
            json_.field("firm", gate.firm).end_object();
        }
        json_.end_array();
    }

    void write_periods() {
        json_.key("periods").begin_array();
        for (const plan::AvoidablePeriod& period : plan_.periods) {
            json_.begin_object();
            write_identity(json_, source_, period);
            json_.field("kind", is_islamic(period.days) ? "islamic" : "season");
            json_.field("status", keyword(period.days.status)).key("days").begin_array();
            for (const calendar::Occurrence& each : calendar::occurrences(period.days, {range_, 0})) {
                json_.begin_object();
                write_date(json_, "first", each.days.first);
                write_date(json_, "last", each.days.last);
                json_.field("status", keyword(each.status)).end_object();
            }
            json_.end_array().end_object();
        }
        json_.end_array();
    }

    using Holidays = std::map<calendar::DatePeriod, std::vector<base::Text>>;

    /// Of a joint calendar: those of all its parts.
    void collect(plan::CalendarIndex index, Holidays& holidays, int depth = 0) const {
        constexpr int deepest = 8;  // joint calendars of joint calendars; a cycle has its diagnostic
        if (!index.known() || depth > deepest) return;
        const plan::OfficeCalendar& office = plan_.calendars[index.at()];
        for (const auto& part : office.all_of) collect(part.value, holidays, depth + 1);
        for (const plan::RecurringDays& holiday : office.holidays)
            for (const calendar::Occurrence& each : calendar::occurrences(holiday.days, {range_, 0}))
                holidays[each.days].push_back(holiday.name.empty() ? base::Text{holiday.id, holiday.id}
                                                                   : base::Text(holiday.name));
        for (const calendar::DatePeriod& days : office.also_off)
            if (days.last >= range_.first && days.first <= range_.last) holidays.try_emplace(days);
    }

    void write_days_off() {
        json_.key("days_off").begin_object();
        for (const plan::Side& side : plan_.sides) {
            Holidays holidays;
            collect(side.calendar.value, holidays);
            json_.key(side.id).begin_array();
            for (const auto& [days, names] : holidays) {
                json_.begin_object();
                write_date(json_, "first", days.first);
                write_date(json_, "last", days.last);
                json_.key("names").begin_array();
                for (const base::Text& each : names)
                    json_.begin_object()
                        .field("en", each.in(base::Language::en))
                        .field("ar", each.in(base::Language::ar))
                        .end_object();
                json_.end_array().end_object();
            }
            json_.end_array();
        }
        json_.end_object();
    }

    template <class Records, class WriteMore>
    void write_names(std::string_view key, const Records& records, WriteMore write_more) {
        json_.key(key).begin_array();
        for (const auto& each : records) {
            json_.begin_object();
            write_identity(json_, source_, each);
            write_more(each);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_vocabulary() {
        const auto side_of = [&](const plan::Record& record, std::string_view field,
                                 const plan::At<plan::SideIndex>& side) {
            write_released(json_, "side", source_.reader.reads(record, field),
                           [&] { side.value.known() ? json_.value(plan_.sides[side.value.at()].id) : json_.null(); });
        };
        write_names("organisations", plan_.organisations, [&](const auto& each) { side_of(each, "side", each.side); });
        write_names("types", plan_.types, [](const auto&) {});
        write_names("places", plan_.venues, [&](const auto& each) { side_of(each, "side", each.side); });
        write_names("funds", plan_.funds, [&](const auto& each) { side_of(each, "owner", each.side); });
        write_names("calendars", plan_.calendars, [](const auto&) {});
        write_names("resources", plan_.resources, [](const auto&) {});
        write_names("indicators", plan_.indicators, [](const auto&) {});
        write_names("rules", plan_.rules, [](const auto&) {});
        write_names("approvals", plan_.approvals, [](const auto&) {});
    }

    void write_version(const FrameFacts& facts) {
        json_.key("baseline");
        if (facts.baseline)
            json_.begin_object().field("hash", facts.baseline->hash).field("at", facts.baseline->at).end_object();
        else
            json_.null();
        json_.field("head_equals_baseline", facts.head_equals_baseline);
        for (const auto& [key, what] : {std::pair("undo", &facts.undo), std::pair("redo", &facts.redo)}) {
            json_.key(key).begin_object().field("can", what->has_value());
            if (*what)
                write_both(json_, "what", **what);
            else
                json_.key("what").null();
            json_.end_object();
        }
    }

    const ViewSource& source_;
    const plan::Plan& plan_;
    calendar::DatePeriod range_;
    JsonWriter json_{JsonWriter::Style::compact};
};

}  // namespace

std::string frame_view(const ViewSource& source, const FrameFacts& facts) { return Frame(source).write(facts); }

}  // namespace masar::report
