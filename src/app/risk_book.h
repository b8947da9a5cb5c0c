#pragma once
// A scheduled plan as the question of a simulation, and the way back. Here and not in `compile` or `forecast`, because the one may
// not know the other: the indices of the compiled problem meet the distributions of the forecast in the room where everything meets.
#include "app/load_plan.h"
#include "forecast/risk_model.h"
#include "plan/timetable.h"
#include "problem/schedule.h"

#include <optional>
#include <vector>

namespace masar::app {

/// When an activity may start in a sample.
enum class Starts : std::uint8_t {
    planned,   ///< on its planned day at the earliest: people keep appointments, and pools are settled by the plan
    possible,  ///< as soon as what it waits for is done
};

/// A fund's money, fiscal year by fiscal year of its side.
struct Account {
    plan::FundIndex fund;
    plan::SideIndex side;
    base::Currency currency;
    int first_year = 0;  ///< of period 0
};

/// The way back from the indices of a RiskModel and of its problem.
struct RiskOrigins {
    std::vector<Account> accounts;                 ///< by budget of the problem
    std::vector<plan::SideIndex> totals;           ///< by RiskModel::totals; unknown = everybody's, the first
    std::vector<base::Currency> total_currencies;  ///< by RiskModel::totals
    std::vector<plan::RiskIndex> drivers, events;  ///< by RiskModel::drivers and events
    std::vector<plan::IndicatorIndex>
        indicators;  ///< by RiskModel::indicators; unknown = stands for one without a baseline
    std::vector<std::vector<int>> target_years;   ///< per indicator, per target of the model
    std::vector<std::int32_t> criteria;           ///< by RiskModel::criteria: position in Gate::criteria
    std::vector<std::int32_t> unreachable_gates;  ///< of the problem: they require what takes no part
};

struct RiskBook : RiskOrigins {
    problem::Problem problem;  ///< the compiled one; its budgets are the accounts and nothing else
    problem::Schedule planned;
    forecast::RiskModel model;
};

struct RiskBookOptions {
    Starts starts = Starts::planned;
    /// Activities whose duration is an input even when it is certain, so that two books draw the same numbers.
    std::vector<plan::ActivityIndex> drawn;
};

struct RiskBookResult {
    std::optional<RiskBook> book;  ///< none when `diagnostics` holds an error
    base::Diagnostics diagnostics;
};

/// The schedule behind a timetable of this plan.
[[nodiscard]] problem::Schedule schedule_of(const compile::CompiledPlan& compiled, const plan::Timetable& timetable);

/// `loaded` must be compiled. A running activity whose remaining days are stated takes just these.
[[nodiscard]] RiskBookResult make_risk_book(const LoadedPlan& loaded, const problem::Schedule& planned,
                                            const RiskBookOptions& options = {});

/// Whether a simulation of this plan could give anything but the plan.
[[nodiscard]] bool is_uncertain(const plan::Plan& plan);

/// What is wrong with the correlations, whatever the schedule: for `check`.
[[nodiscard]] base::Diagnostics correlation_faults(const plan::Plan& plan);

}  // namespace masar::app
