#include "compile/forbidden_sets.h"
#include "compile/violation_sink.h"

#include <algorithm>

namespace masar::compile {
namespace {

using calendar::Date;
using calendar::DatePeriod;
using plan::Violation;
using plan::ViolationKind;

class BrokenDates {
public:
    BrokenDates(const AnswerView& view, ViolationSink& sink)
        : view_(view), days_(view.compiled.days), rules_(view.plan, days_.whole()), sink_(sink) {}

    void find() {
        for (std::int32_t i = 0; i < view_.size(); ++i)
            if (view_.stands(i)) compare_with_bounds(i);
        for (const problem::Breach& breach : view_.answered.breaches)
            if (breach.kind == problem::BreachKind::forbidden) add_seasons(breach.activity);
    }

private:
    void compare_with_bounds(std::int32_t position) {
        const DatePeriod dates = view_.dates(position);
        of_this_ = sink_.found().size();
        for (const BoundReason& reason : view_.compiled.reasons_of(position)) {
            const bool of_start = reason.bound == Bound::start_from || reason.bound == Bound::start_by;
            if (view_.fixed(position) && of_start)
                continue;  // the past is past; only what is still to come can be late
            const bool lower = reason.bound == Bound::start_from || reason.bound == Bound::finish_from;
            const Date event = of_start ? dates.first : dates.last;
            const Date limit = days_.date(reason.day);
            if (lower ? event >= limit : event <= limit) continue;
            add_bound(position, reason,
                      lower ? DatePeriod{event, limit - std::chrono::days(1)}
                            : DatePeriod{limit + std::chrono::days(1), event});
        }
    }

    /// One violation per activity and record that bounds it: both ends of a window, or a window and the status date, are told together.
    void add_bound(std::int32_t position, const BoundReason& reason, DatePeriod outside) {
        const bool clock = reason.cause == Cause::approval || reason.cause == Cause::rule;
        const ViolationKind kind = clock ? ViolationKind::notice : ViolationKind::window;
        const std::string cause = cause_id(reason);
        const auto same =
            std::find_if(sink_.found().begin() + static_cast<std::ptrdiff_t>(of_this_), sink_.found().end(),
                         [&](const Violation& each) { return each.kind == kind && each.other == cause; });
        if (same != sink_.found().end()) return widen(*same, reason, outside);
        Violation& violation = sink_.start(kind, view_.source(position), reason.place);
        violation.other = cause;
        violation.when = outside.first;
        violation.amount = (outside.last - outside.first).count() + 1;
        violation.periods = {outside};
    }

    /// The worst of several statements gives the amount and the place.
    static void widen(Violation& violation, const BoundReason& reason, DatePeriod outside) {
        const std::int64_t days = (outside.last - outside.first).count() + 1;
        if (days > violation.amount) {
            violation.amount = days;
            violation.place = reason.place;
        }
        for (DatePeriod& known : violation.periods) {
            if (known.last < outside.first || outside.last < known.first) continue;
            known = {std::min(known.first, outside.first), std::max(known.last, outside.last)};
            violation.when = std::min(violation.when, known.first);
            return;
        }
        violation.periods.push_back(outside);
        std::ranges::sort(violation.periods, {}, &DatePeriod::first);
        violation.when = violation.periods.front().first;
    }

    [[nodiscard]] std::string cause_id(const BoundReason& reason) const {
        const auto record = static_cast<std::size_t>(reason.record);
        switch (reason.cause) {
            case Cause::approval: return view_.plan.approvals[record].id;
            case Cause::rule: return view_.plan.rules[record].id;
            case Cause::fund: return view_.plan.funds[record].id;
            case Cause::window:
            case Cause::as_of: return {};
        }
        return {};
    }

    void add_seasons(std::int32_t position) {
        const plan::Activity& activity = view_.source(position);
        for (const auto& period : activity.avoid)
            if (period.value.known())
                add_season({activity, position, {period.value.value, 0, days_.days}, nullptr, period.place});
        for (const BindingRule& rule : rules_.binding(view_.compiled.activities[static_cast<std::size_t>(position)])) {
            const plan::Rule& source = view_.plan.rules[rule.rule.at()];
            for (const auto& period : source.not_during)
                if (period.value.known())
                    add_season({activity, position, season_of(rule, period.value, days_), &source, source.place});
        }
    }

    struct SeasonCase {
        const plan::Activity& activity;
        std::int32_t position;
        Season season;
        const plan::Rule* rule;  ///< null: the activity itself avoids the period
        base::Place place;
    };
    void add_season(const SeasonCase& each) {
        const problem::Span span = view_.span(each.position);
        const auto touched =
            touched_days(view_.compiled, each.season, {span.start, std::max(span.end, span.start + 1)});
        if (touched.empty()) return;
        Violation& violation =
            sink_.start(each.rule ? ViolationKind::rule : ViolationKind::avoid, each.activity, each.place);
        violation.other =
            each.rule ? each.rule->id : view_.plan.periods[static_cast<std::size_t>(each.season.period)].id;
        violation.when = days_.date(touched.front().from);
        for (const problem::Interval& days : touched) {
            violation.periods.push_back({days_.date(days.from), days_.date(days.to - 1)});
            violation.amount += days.to - days.from;
        }
    }

    const AnswerView& view_;
    const DayCount& days_;
    RuleBook rules_;
    ViolationSink& sink_;
    std::size_t of_this_ = 0;  ///< where the violations of the activity at hand begin
};

}  // namespace

void add_broken_dates(const AnswerView& view, ViolationSink& sink) { BrokenDates(view, sink).find(); }

}  // namespace masar::compile
