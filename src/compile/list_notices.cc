#include "compile/answer_view.h"
#include "compile/lead_time.h"
#include "compile/rule_book.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace masar::compile {
namespace {

class Notices {
public:
    explicit Notices(const AnswerView& view) : view_(view), rules_(view.plan, view.compiled.days.whole()) {
        for (const plan::Approval& approval : view.plan.approvals) leads_.push_back(leads_of(approval));
        has_notices_ =
            std::ranges::any_of(view.plan.rules, [](const auto& rule) { return rule.notice_before_start.has_value(); });
    }

    void add(std::int32_t position) {
        const plan::Activity& activity = view_.source(position);
        const plan::ActivityIndex index = view_.compiled.activities[static_cast<std::size_t>(position)];
        const calendar::WorkingCalendar& calendar = view_.compiled.calendar_of(activity);
        const calendar::Date start = view_.dates(position).first;
        for (const auto& approval : activity.approvals) {
            if (!approval.value.known()) continue;
            const std::span<const plan::LeadTime> leads = leads_[approval.value.at()];
            notices_.push_back({index,
                                approval.value,
                                {},
                                latest_request(start, leads, calendar),
                                binds(position, Cause::approval, approval.value.value),
                                {}});
            for (std::size_t step = 0; step < leads.size(); ++step)
                notices_.back().steps.push_back(latest_request(start, leads.subspan(step), calendar));
        }
        if (!has_notices_) return;
        std::vector<BindingRule> rules = rules_.binding(index);
        std::ranges::copy(rules_.preferred(index), std::back_inserter(rules));
        for (const BindingRule& rule : rules) {
            const auto& lead = view_.plan.rules[rule.rule.at()].notice_before_start;
            if (!lead || !rule.days.contains(start)) continue;
            const calendar::Date request = latest_request(start, {&*lead, 1}, calendar);
            notices_.push_back({index, {}, rule.rule, request, binds(position, Cause::rule, rule.rule.value), {}});
        }
    }

    std::vector<plan::NoticeDue> take() {
        std::ranges::stable_sort(notices_, {}, &plan::NoticeDue::request_by);
        return std::move(notices_);
    }

private:
    /// Whether the clock holds the start: no working day lies between the day that it allows and the start.
    [[nodiscard]] bool binds(std::int32_t position, Cause cause, std::int32_t record) const {
        const problem::Day start = view_.span(position).start;
        return std::ranges::any_of(view_.compiled.reasons_of(position), [&](const BoundReason& reason) {
            return reason.cause == cause && reason.record == record && reason.day > 0 && reason.day <= start
                   && view_.compiled.problem.calendar_of(position).next(reason.day) == start;
        });
    }

    const AnswerView& view_;
    RuleBook rules_;
    bool has_notices_ = false;
    std::vector<std::vector<plan::LeadTime>> leads_;  ///< by ApprovalIndex
    std::vector<plan::NoticeDue> notices_;
};

}  // namespace

std::vector<plan::NoticeDue> list_notices(const AnswerView& view) {
    Notices notices(view);
    for (std::int32_t i = 0; i < view.size(); ++i)
        if (view.stands(i) && !view.fixed(i)) notices.add(i);
    return notices.take();
}

}  // namespace masar::compile
