#include "engine/search/clause_model.h"

#include "engine/search/model_builder.h"

#include <algorithm>

namespace masar::engine {
namespace {

std::int32_t mode_now(const Trail& trail, const ActivityVariables& its) {
    if (!trail.is_true(its.present)) return Schedule::not_chosen;
    if (its.modes.empty()) return its.only_mode;
    const auto chosen = std::ranges::find_if(its.modes, [&](Bound mode) { return trail.is_true(mode); });
    return static_cast<std::int32_t>(chosen - its.modes.begin());
}

}  // namespace

Schedule ClauseModel::schedule() const {
    Schedule schedule;
    for (const ActivityVariables& its : activities) {
        schedule.start.push_back(engine->trail().least(its.start));
        schedule.mode.push_back(mode_now(engine->trail(), its));
    }
    return schedule;
}

std::vector<std::int32_t> ClauseModel::values(const Problem& problem, const Schedule& schedule) const {
    std::vector<std::int32_t> values(static_cast<std::size_t>(engine->trail().variables()), INT32_MIN);
    const auto set = [&](Variable variable, std::int32_t value) {
        if (variable >= 0) values[static_cast<std::size_t>(variable)] = value;
    };
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        const ActivityVariables& its = activities[static_cast<std::size_t>(i)];
        set(its.present.side / 2, schedule.chosen(i) ? 1 : 0);
        if (!schedule.chosen(i)) continue;
        const std::int32_t mode = schedule.mode[static_cast<std::size_t>(i)];
        set(its.start, schedule.start[static_cast<std::size_t>(i)]);
        set(its.end, problem::end_of(problem, schedule, i));
        set(its.duration, problem.activity(i).modes[static_cast<std::size_t>(mode)].duration);
        for (std::size_t k = 0; k < its.modes.size(); ++k)
            set(its.modes[k].side / 2, static_cast<std::int32_t>(k) == mode ? 1 : 0);
    }
    for (const OrderVariable& order : orders)
        set(order.variable, schedule.start[static_cast<std::size_t>(order.first)]
                                    < schedule.start[static_cast<std::size_t>(order.second)]
                                ? 1
                                : 0);
    return values;
}

std::optional<ClauseModel> build_clause_model(const Problem& problem, const ModelOptions& options) {
    return ModelBuilder(problem, options).build();
}

}  // namespace masar::engine
