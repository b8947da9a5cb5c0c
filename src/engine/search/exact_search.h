#pragma once
// Exact search by lazy clause generation: upper bounds descend objective by objective, until the next step is proven impossible.
// Deterministic: what it does depends on the problem, the incumbent and the number of conflicts only.
#include "engine/branching/active_bounds.h"
#include "engine/search/clause_model.h"
#include "engine/search/neighbourhoods.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace masar::engine {

enum class ExactStatus : std::uint8_t {
    optimal,      ///< `best` is proven
    infeasible,   ///< proven: there is no schedule
    limit,        ///< ran out of conflicts, or was stopped
    unsupported,  ///< the problem has a part, or a size, that this search cannot say
};

struct ExactLimits {
    std::int64_t conflicts = INT64_MAX;  ///< further ones
    std::function<bool()> stop{};        ///< asked now and then; may be empty
};

enum class ExactStrategy : std::uint8_t {
    descend,     ///< from the best schedule: is there a better one?
    ascend,      ///< from the bound: is the least value not excluded possible? (destructive lower bounds)
    fail_first,  ///< as descend, but what is most likely to fail is decided first (FDS)
    explore,     ///< near the best schedule, a stretch of time after the other; proves by chance only
};

/// What the search begins with.
struct ExactStart {
    /// Must have passed the checker and keep the ceilings: it bounds the objectives and guides the first descent.
    std::optional<Schedule> incumbent;
    std::vector<std::optional<std::int64_t>> ceilings{};  ///< per objective: only schedules at or below; empty = none
    ExactStrategy strategy = ExactStrategy::descend;
    ProofLog* log = nullptr;  ///< hears the proof; null = nobody
    ModelSettings settings{};
};

class ExactSearch {
public:
    ExactSearch(const Problem& problem, std::optional<Schedule> incumbent)
        : ExactSearch(problem, ExactStart{std::move(incumbent)}) {}
    ExactSearch(const Problem& problem, ExactStart start);

    /// May be called again after a limit: it goes on where it stood, with all that it learnt.
    ExactStatus run(const ExactLimits& limits);

    /// Between runs: a schedule that others found, checked and within the ceilings.
    void offer(const Schedule& schedule);
    /// Between runs: bounds as bounds() gives them, proven by others.
    void offer(const std::vector<std::optional<std::int64_t>>& bounds);

    /// The best schedule known, the incumbent to begin with; checked.
    [[nodiscard]] const std::optional<Schedule>& best() const { return best_; }
    [[nodiscard]] const std::vector<std::int64_t>& objective() const { return objective_; }
    /// Per objective, in order: proven, given that those before it have their optimum.
    [[nodiscard]] std::vector<std::optional<std::int64_t>> bounds() const;
    /// Null when the problem is unsupported.
    [[nodiscard]] const ClauseModel* model() const { return model_ ? &*model_ : nullptr; }
    [[nodiscard]] std::int64_t conflicts() const { return model_ ? model_->engine->conflicts() : 0; }

private:
    enum class Step : std::uint8_t {
        refuted,     ///< the assumption
        impossible,  ///< refuted without it: nothing at all is left
        found,
        limit,
    };

    /// Looks for a schedule under assumptions.
    [[nodiscard]] Step search(std::span<const Bound> assumptions, const ExactLimits& limits);
    [[nodiscard]] std::optional<Bound> next_decision(std::span<const Bound> assumptions) const;
    void lower_ceilings(const ExactStart& start);
    [[nodiscard]] bool learn_from_conflict();
    void restart();
    void keep(const Schedule& schedule);
    /// The bound that asks for less than the best in the objective at hand.
    [[nodiscard]] Bound improvement() const;
    [[nodiscard]] ExactStatus descend(const ExactLimits& limits);
    [[nodiscard]] ExactStatus ascend(const ExactLimits& limits);
    [[nodiscard]] ExactStatus explore(const ExactLimits& limits);
    [[nodiscard]] bool nearby_is_next();
    [[nodiscard]] Step look_nearby(const std::optional<Bound>& better, const ExactLimits& limits);
    [[nodiscard]] ExactStatus settle(const ExactLimits& limits);
    void keep_found();

    const Problem& problem_;
    ExactStrategy strategy_;
    std::optional<ClauseModel> model_;
    std::unique_ptr<Branching> order_;
    std::unique_ptr<ActiveBounds> active_;
    std::unique_ptr<Branching> failing_;  ///< decides instead of `active_`; null = no
    std::optional<Schedule> best_;
    std::vector<std::int64_t> objective_;
    std::size_t at_ = 0;  ///< objectives before this one are settled
    std::int64_t since_restart_ = 0, until_restart_ = 100;
    std::int32_t restarts_ = 0;
    std::optional<ExactStatus> closed_;
    Neighbourhoods neighbourhoods_;
    bool takes_turns_ = true;      ///< descends everywhere, then near the best, and so on
    bool nearby_ = false;          ///< looking near the best at the moment
    std::int64_t turn_until_ = 0;  ///< conflicts at which the turn ends
};

}  // namespace masar::engine
