#pragma once
// Feasibility under assumptions: each group of statements hangs on one literal, decided before all else. When they cannot all hold, the
// analysis of the last conflict names those that took part. What is learnt is true for every set of assumptions and is kept.
#include "engine/branching/active_bounds.h"
#include "engine/branching/schedule_order.h"
#include "engine/search/clause_model.h"
#include "engine/search/exact_search.h"

#include <span>

namespace masar::engine {

class AssumptionSearch {
public:
    AssumptionSearch(const Problem& problem, std::span<const std::vector<Statement>> groups);

    [[nodiscard]] bool supported() const { return model_.has_value(); }
    [[nodiscard]] std::int64_t conflicts() const { return model_ ? model_->engine->conflicts() : 0; }

    enum class Status : std::uint8_t { found, refuted, limit };
    struct Outcome {
        Status status = Status::limit;
        std::vector<std::int32_t> core;    ///< refuted: groups that cannot hold together, rising
        std::optional<Schedule> schedule;  ///< found
    };
    [[nodiscard]] Outcome run(const std::vector<std::int32_t>& assumed, const ExactLimits& limits);

private:
    [[nodiscard]] std::optional<Bound> literal_of(ClauseEngine& engine, const Statement& statement);
    [[nodiscard]] std::vector<std::int32_t> core_of(Bound refuted);
    [[nodiscard]] bool learn_from_conflict();
    /// The next thing to decide; nothing = a schedule. `refuted` when an assumption is false.
    struct Choice {
        std::optional<Bound> decision, refuted;
    };
    [[nodiscard]] Choice choose(const std::vector<std::int32_t>& assumed);
    [[nodiscard]] Outcome take_schedule();

    std::vector<std::pair<Statement, std::int32_t>> group_of_;  ///< sorted
    std::vector<Variable> variable_of_;                         ///< per group; -1 = no part of the model depends on it
    std::optional<ClauseModel> model_;
    std::unique_ptr<ScheduleOrder> order_;
    std::unique_ptr<ActiveBounds> active_;
    std::int64_t since_restart_ = 0, until_restart_ = 100;
    bool guided_ = false, impossible_ = false;
};

}  // namespace masar::engine
