#include "report/views/events_view.h"

#include "report/views/clock_json.h"
#include "report/views/view_json.h"

#include <algorithm>
#include <array>
#include <map>

namespace masar::report {
namespace {

using base::JsonWriter;

constexpr std::array<std::string_view, 4> statuses{"planned", "started", "finished", "cancelled"};
constexpr std::array<std::string_view, 3> forces{"law", "policy", "preference"};

class Events {
public:
    Events(const ViewSource& source, const EventsAsked& asked)
        : source_(source),
          plan_(source.plan),
          reader_(source.reader),
          asked_(asked),
          years_(plan_.sides[asked.side.at()].fiscal_year),
          today_(plan_.as_of ? std::optional(plan_.as_of->value) : asked.today) {}

    std::string write() {
        collect();
        json_.begin_object();
        write_heading(json_, source_);
        json_.field("side", plan_.sides[asked_.side.at()].id).key("years").begin_array();
        for (const auto& [year, events] : by_year_) {
            const calendar::DatePeriod days = years_.days_of(year);
            json_.begin_object().field("year", year).field("label", years_.label(year));
            write_date(json_, "first", days.first);
            write_date(json_, "last", days.last);
            json_.field("events", static_cast<std::int64_t>(events.size())).end_object();
        }
        json_.end_array().field_or_null("year", asked_.year).key("events").begin_array();
        for (const auto& [year, events] : by_year_)
            if (!asked_.year || year == *asked_.year)
                for (const std::size_t each : events) write_event(each);
        return json_.end_array().end_object().take();
    }

private:
    void collect() {
        if (!source_.dates) return;
        for (std::size_t i = 0; i < plan_.activities.size(); ++i)
            if (source_.dated(i)) by_year_[years_.year_of(start_of(i))].push_back(i);
        for (auto& [year, events] : by_year_)
            std::ranges::stable_sort(events, {}, [&](std::size_t i) { return start_of(i); });
        for (const plan::NoticeDue& each : source_.dates->notices) notices_[each.activity.at()].push_back(&each);
        for (const plan::Waiver& each : plan_.waivers)
            if (each.activity.value.known()) waivers_[each.activity.value.at()].push_back(&each);
    }
    [[nodiscard]] calendar::Date start_of(std::size_t i) const { return source_.dates->activities[i].start; }

    void write_event(std::size_t i) {
        const plan::Activity& activity = plan_.activities[i];
        const plan::ActivityDates& dates = source_.dates->activities[i];
        json_.begin_object();
        write_identity(json_, source_, activity);
        write_reference(json_, "line", plan_.lines, activity.line.value);
        write_reference(json_, "type", plan_.types, activity.type.value);
        const bool led = activity.lead.value.known();
        write_reference(json_, "side", plan_.sides,
                        led ? plan_.organisations[activity.lead.value.at()].side.value : plan::SideIndex{});
        write_date(json_, "start", dates.start);
        write_date(json_, "finish", dates.finish);
        write_hijri(json_, "start_hijri", dates.start);
        write_funds(activity);
        write_needs(activity, dates.mode);
        write_approvals(i, activity);
        write_notices(i);
        write_waivers(i);
        write_chain(i);
        write_released(json_, "status", reader_.reads(activity, "status"),
                       [&] { json_.value(statuses[static_cast<std::size_t>(activity.progress.status)]); });
        json_.end_object();
    }

    void write_funds(const plan::Activity& activity) {
        write_list(json_, "funds", reader_.reads(activity, "shares"), activity.shares, [&](const plan::Share& share) {
            const plan::Fund& fund = plan_.funds[share.fund.value.at()];
            json_.begin_object().field("fund", fund.id);
            write_released(json_, "authority", reader_.reads(fund, "authority"),
                           [&] { fund.authority.empty() ? json_.null() : json_.value(fund.authority); });
            write_reference(json_, "side", plan_.sides, fund.side.value);
            json_.end_object();
        });
    }

    void write_needs(const plan::Activity& activity, int number) {
        const plan::Mode& mode = activity.modes[static_cast<std::size_t>(number)];
        write_released(json_, "place", reader_.reads(activity, "place"), [&] {
            mode.venue.value.known() ? json_.value(plan_.venues[mode.venue.value.at()].id) : json_.null();
        });
        write_list(json_, "people", reader_.reads(activity, "needs"), mode.needs, [&](const plan::Need& need) {
            json_.begin_object().field("resource", plan_.resources[need.resource.value.at()].id);
            json_.field("units", need.units.value).end_object();
        });
    }

    [[nodiscard]] std::vector<const plan::NoticeDue*> clocks_of(std::size_t i, bool approvals) const {
        std::vector<const plan::NoticeDue*> found;
        if (const auto all = notices_.find(i); all != notices_.end())
            std::ranges::copy_if(all->second, std::back_inserter(found),
                                 [&](const auto* each) { return each->approval.known() == approvals; });
        return found;
    }
    void write_state(const plan::NoticeDue& notice) {
        write_date(json_, "sent", sent_on(plan_, notice));
        json_.field("binds", notice.binds).field("state", keyword(state_of(plan_, notice, today_)));
    }

    void write_approvals(std::size_t i, const plan::Activity& activity) {
        write_list(json_, "approvals", reader_.reads(activity, "approvals"), clocks_of(i, true), [&](const auto* each) {
            const plan::Approval& approval = plan_.approvals[each->approval.at()];
            const bool told = reader_.reads(approval, "steps");
            json_.begin_object();
            write_identity(json_, source_, approval);
            write_released(json_, "request_by", told, [&] { json_.value(calendar::to_iso(each->request_by)); });
            json_.key("steps").begin_array();
            for (std::size_t step = 0; step < each->steps.size(); ++step) {
                json_.begin_object();
                write_both(json_, "name", approval.steps[step].name);
                write_date(json_, "by", each->steps[step]);
                json_.end_object();
            }
            if (!told) write_withheld(json_);
            json_.end_array();
            write_state(*each);
            json_.end_object();
        });
    }

    void write_notices(std::size_t i) {
        json_.key("notices").begin_array();
        for (const auto* each : clocks_of(i, false)) {
            const plan::Rule& rule = plan_.rules[each->rule.at()];
            json_.begin_object().field("rule", rule.id);
            write_name(json_, source_, rule);
            json_.field("force", forces[static_cast<std::size_t>(rule.force)]);
            write_date(json_, "notice_by", each->request_by);
            write_text(json_, "counts_from", rule.counts_from);
            write_state(*each);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_waivers(std::size_t i) {
        json_.key("waivers").begin_array();
        if (const auto found = waivers_.find(i); found != waivers_.end())
            for (const plan::Waiver* each : found->second) {
                json_.begin_object();
                write_reference(json_, "rule", plan_.rules, each->rule.value);
                json_.field("role", each->role);
                write_date(json_, "until", each->until);
                write_both(json_, "reason", each->reason);
                json_.end_object();
            }
        json_.end_array();
    }

    /// What it waited for last, within its line of effort.
    [[nodiscard]] std::optional<std::size_t> led_by(std::size_t i) const {
        std::optional<std::size_t> last;
        for (const plan::Dependency& link : plan_.activities[i].after) {
            const plan::ActivityIndex before = link.predecessor.value;
            if (!before.known() || !source_.dated(before.at())) continue;
            if (plan_.activities[before.at()].line.value != plan_.activities[i].line.value) continue;
            const auto finish = [&](std::size_t each) { return source_.dates->activities[each].finish; };
            if (!last || finish(*last) < finish(before.at())) last = before.at();
        }
        return last;
    }

    void write_chain(std::size_t i) {
        constexpr int longest = 12;
        json_.key("chain").begin_array();
        auto step = led_by(i);
        for (int length = 0; step && length < longest; ++length, step = led_by(*step)) {
            json_.begin_object();
            write_identity(json_, source_, plan_.activities[*step]);
            write_date(json_, "start", start_of(*step));
            json_.field("days_before", static_cast<std::int64_t>((start_of(i) - start_of(*step)).count())).end_object();
        }
        json_.end_array();
    }

    const ViewSource& source_;
    const plan::Plan& plan_;
    const Reader& reader_;
    const EventsAsked& asked_;
    calendar::FiscalYear years_;
    std::optional<calendar::Date> today_;
    std::map<int, std::vector<std::size_t>> by_year_;
    std::map<std::size_t, std::vector<const plan::NoticeDue*>> notices_;
    std::map<std::size_t, std::vector<const plan::Waiver*>> waivers_;
    JsonWriter json_{JsonWriter::Style::compact};
};

}  // namespace

std::string events_view(const ViewSource& source, const EventsAsked& asked) { return Events(source, asked).write(); }

}  // namespace masar::report
