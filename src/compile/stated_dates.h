#pragma once
// The part of a stated problem that speaks of days: links, windows, clocks, funds' days, gates. Rewrites the problem's data as it goes.
#include "compile/stated_problem.h"

namespace masar::compile {

class StatedDates {
public:
    /// Takes the compiled data without windows and without links that stand for bounds.
    StatedDates(const plan::Plan& plan, const CompiledPlan& compiled);

    void add_outside(std::vector<PlanStatement>& out);  ///< funds' days, the status date, approvals and notices
    void add_links(std::vector<PlanStatement>& out);
    void add_windows(std::vector<PlanStatement>& out);
    void add_gates(std::span<const plan::Target> targets, std::vector<PlanStatement>& out);  ///< firm ones and targets

    [[nodiscard]] problem::ProblemData take() { return std::move(data_); }
    [[nodiscard]] std::vector<StatedBound> take_bounds() { return std::move(bounds_); }

private:
    using Parts = std::vector<problem::Statement>;

    /// An event of an activity on or after (by) a day, as a link from day 0.
    [[nodiscard]] problem::Statement bound(std::int32_t activity, Bound bound, problem::Day day);
    [[nodiscard]] bool milestone(std::int32_t activity) const;
    [[nodiscard]] plan::ConflictMember member_of(const BoundReason& reason) const;
    [[nodiscard]] Parts required(const std::vector<std::int32_t>& positions, problem::Day due);
    void add_target(const plan::Target& target, std::vector<PlanStatement>& out);
    [[nodiscard]] std::vector<std::int32_t> positions_of(const plan::Gate& gate) const;

    const plan::Plan& plan_;
    const CompiledPlan& compiled_;
    problem::ProblemData data_;
    std::vector<LinkOrigin> link_origins_;
    std::vector<StatedBound> bounds_;
    std::int32_t origin_ = -1;
};

}  // namespace masar::compile
