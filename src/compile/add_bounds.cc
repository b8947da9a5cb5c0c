#include "compile/draft.h"
#include "compile/lead_time.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace masar::compile {
namespace {

using calendar::Date;
using problem::Day;

/// Collects the reasons of all activities; funds speak about activities other than their own.
class Reasons {
public:
    explicit Reasons(const Draft& draft) : draft_(draft) {
        for (const plan::Approval& approval : draft.plan.approvals) leads_.push_back(leads_of(approval));
    }

    void collect(std::int32_t position) {
        const plan::Activity& activity = draft_.source_of(position);
        const auto index = draft_.origins.activities[static_cast<std::size_t>(position)];
        if (activity.progress.status == plan::Status::finished) return;
        add_window(position, postponed(activity));
        if (activity.progress.status == plan::Status::started) return;
        if (draft_.plan.as_of)
            add({position, Bound::start_from, Cause::as_of, day(draft_.plan.as_of->value), -1,
                 draft_.plan.as_of->place});
        add_clocks(position, activity, index);
        add_funds(activity, index);
    }

    std::vector<BoundReason> take() {
        // Several shares and modes may speak of one fund: once is enough.
        const auto key = [](const BoundReason& r) { return std::tuple(r.activity, r.cause, r.record, r.bound, r.day); };
        std::ranges::stable_sort(reasons_, {}, key);
        const auto [first, last] = std::ranges::unique(reasons_, {}, key);
        reasons_.erase(first, last);
        return std::move(reasons_);
    }

private:
    [[nodiscard]] Day day(Date date) const { return draft_.frame.days.day(date); }
    void add(const BoundReason& reason) { reasons_.push_back(reason); }

    /// A decision to postpone is a later first day of the window, stated where the decision stands.
    struct StatedWindow : plan::Window {
        base::Place first_place;
    };
    static StatedWindow postponed(const plan::Activity& activity) {
        StatedWindow window{activity.window, activity.window.place};
        if (activity.progress.postponed.empty()) return window;
        const auto& to = activity.progress.postponed.back().to;
        if (!window.first || *window.first < to.value) window.first = to.value, window.first_place = to.place;
        return window;
    }

    void add_window(std::int32_t position, const StatedWindow& window) {
        if (window.first) add({position, Bound::start_from, Cause::window, day(*window.first), -1, window.first_place});
        if (window.last) add({position, Bound::finish_by, Cause::window, day(*window.last), -1, window.place});
        if (window.finish_first)
            add({position, Bound::finish_from, Cause::window, day(*window.finish_first), -1, window.place});
    }

    void add_clocks(std::int32_t position, const plan::Activity& activity, plan::ActivityIndex index) {
        const auto asked = first_request(draft_.plan, activity);
        const calendar::WorkingCalendar& calendar = draft_.frame.calendar_of(activity);
        for (const auto& approval : activity.approvals) {
            if (!approval.value.known()) continue;
            const auto request = request_sent(activity, approval.value, {}, asked);
            if (!request) continue;
            const Date first = first_day_allowed(*request, leads_[approval.value.at()], calendar);
            add({position, Bound::start_from, Cause::approval, day(first), approval.value.value, approval.place});
        }
        for (const BindingRule& rule : draft_.rules.binding(index)) {
            const auto request = request_sent(activity, {}, rule.rule, asked);
            const auto over = request ? notice_over(draft_.plan, rule, *request, calendar) : std::nullopt;
            if (over)
                add({position, Bound::start_from, Cause::rule, day(*over), rule.rule.value,
                     draft_.plan.rules[rule.rule.at()].place});
        }
    }

    void add_funds(const plan::Activity& activity, plan::ActivityIndex index) {
        for (std::size_t mode = 0; mode < activity.modes.size(); ++mode) {
            for (const PlannedCharge& charge : charges_of(draft_.plan, {index, mode, draft_.options.estimate})) {
                const plan::Fund& fund = draft_.plan.funds[charge.fund.at()];
                std::int32_t position = draft_.position(charge.trigger);
                if (position < 0) position = draft_.position(index);
                if ((!fund.opens && !fund.closes)
                    || draft_.data.activities[static_cast<std::size_t>(position)].fixed >= 0)
                    continue;
                add_fund_days(position, charge, fund);
            }
        }
    }

    void add_fund_days(std::int32_t position, const PlannedCharge& charge, const plan::Fund& fund) {
        const std::int32_t record = charge.fund.value;
        const bool at_finish = charge.when == problem::Charge::at_finish;
        if (fund.opens) {
            const Bound bound = at_finish ? Bound::finish_from : Bound::start_from;
            add({position, bound, Cause::fund, day(*fund.opens), record, fund.place});
        }
        if (!fund.closes) return;
        if (charge.when == problem::Charge::spread) {
            // The last month's part falls due on its first day, so work may run to the end of the month in which the fund closes.
            const std::chrono::year_month_day closes(*fund.closes);
            const Date month_end = closes.year() / closes.month() / std::chrono::last;
            add({position, Bound::finish_by, Cause::fund, day(month_end), record, fund.place});
        }
        add({position, at_finish ? Bound::finish_by : Bound::start_by, Cause::fund, day(*fund.closes), record,
             fund.place});
    }

    const Draft& draft_;
    std::vector<std::vector<plan::LeadTime>> leads_;  ///< by ApprovalIndex
    std::vector<BoundReason> reasons_;
};

/// Writes bounds into the problem: as a window where one duration makes that exact, else as links from an origin on day 0.
class BoundWriter {
public:
    explicit BoundWriter(Draft& draft) : draft_(draft) {}

    void write(const BoundReason& reason) {
        problem::Activity& activity = draft_.at(reason.activity);
        if (activity.fixed >= 0) return;
        const std::int32_t duration = activity.modes.front().duration;
        const bool one_duration =
            std::ranges::all_of(activity.modes, [duration](const auto& mode) { return mode.duration == duration; });
        const problem::WorkTime& time = draft_.data.work_times[static_cast<std::size_t>(activity.calendar)];
        // A milestone ends on the day on which it stands; work ends before the day after its last one.
        const Day end_shift = one_duration && duration == 0 ? 0 : 1;
        switch (reason.bound) {
            case Bound::start_from: activity.earliest_start = std::max(activity.earliest_start, reason.day); return;
            case Bound::finish_by:
                activity.latest_end = std::max(0, std::min(activity.latest_end, reason.day + end_shift));
                return;
            case Bound::finish_from:
                if (!one_duration) return link(reason, problem::Anchor::finish, problem::Sense::at_least);
                activity.earliest_start = std::max(activity.earliest_start,
                                                   time.start_reaching(std::max(0, reason.day + end_shift), duration));
                return;
            case Bound::start_by:
                if (!one_duration) return link(reason, problem::Anchor::start, problem::Sense::at_most);
                activity.latest_end = std::min(activity.latest_end, last_end(time, reason.day, duration));
                return;
        }
    }

private:
    /// End of work that starts on the last working day up to `day`; 0 = there is none.
    static Day last_end(const problem::WorkTime& time, Day day, std::int32_t duration) {
        const Day start = time.nth(time.count_before(day + 1) - 1);
        return start < 0 ? 0 : time.end_of(start, duration);
    }

    void link(const BoundReason& reason, problem::Anchor to_anchor, problem::Sense sense) {
        problem::Link link{.from = origin(),
                           .to = reason.activity,
                           .from_anchor = problem::Anchor::start,
                           .to_anchor = to_anchor,
                           .sense = sense,
                           .lag = reason.day,
                           .calendar = 0};
        draft_.data.links.push_back(link);
        draft_.origins.links.push_back({draft_.origins.activities[static_cast<std::size_t>(reason.activity)], -1});
    }

    std::int32_t origin() {
        if (origin_ >= 0) return origin_;
        origin_ = static_cast<std::int32_t>(draft_.data.activities.size());
        problem::Activity origin;
        origin.modes.emplace_back();
        origin.fixed = static_cast<std::int32_t>(draft_.data.fixed_activities.size());
        draft_.data.fixed_activities.push_back({});
        draft_.data.activities.push_back(origin);
        draft_.origins.activities.emplace_back();
        return origin_;
    }

    Draft& draft_;
    std::int32_t origin_ = -1;
};

}  // namespace

void add_bounds(Draft& draft) {
    Reasons reasons(draft);
    const auto count = static_cast<std::int32_t>(draft.origins.activities.size());
    for (std::int32_t position = 0; position < count; ++position) reasons.collect(position);
    draft.origins.reasons = reasons.take();
    BoundWriter writer(draft);
    for (const BoundReason& reason : draft.origins.reasons) writer.write(reason);
}

}  // namespace masar::compile
