#pragma once
// A problem in the words of the clause engine: bounds, propagators and clauses that hold exactly when a schedule holds.
//
// Starts of activities left out are still variables, kept consistent with their own calendar only, so that every variable always has
// a value. Whatever cannot be said makes build_clause_model answer nothing: never a model of another problem.
#include "engine/core/clause_engine.h"
#include "engine/search/meaning.h"
#include "problem/schedule.h"
#include "problem/statement.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace masar::engine {

using problem::Day;
using problem::Problem;
using problem::Schedule;
using problem::Statement;
using problem::StatementKind;

struct ActivityVariables {
    Variable start = -1;
    Variable end = -1;           ///< where the end is no function of the start alone; -1 = calendar and duration tell
    Variable duration = -1;      ///< where it depends on the mode
    Bound present;               ///< true = takes part
    std::vector<Bound> modes;    ///< "runs in mode k"; empty where only one is possible
    std::int32_t only_mode = 0;  ///< where `modes` is empty
};

/// objective value = scale * variable + offset
struct ObjectiveVariable {
    Variable variable = -1;
    std::int64_t scale = 1, offset = 0;
};

/// 1 = activity `first` ends before `second` starts.
struct OrderVariable {
    std::int32_t first = -1, second = -1;
    Variable variable = -1;
};

struct ClauseModel {
    std::unique_ptr<ClauseEngine> engine;
    std::vector<ActivityVariables> activities;
    std::vector<ObjectiveVariable> objectives;
    std::vector<OrderVariable> orders;    ///< of pairs that cannot run at the same time
    bool contradiction = false;           ///< found impossible while it was built
    Day horizon = 0;                      ///< only schedules that end by then are looked for
    std::vector<Meaning> meanings;        ///< per variable; may be shorter
    std::vector<ConstraintName> origins;  ///< per Origin of the engine's clauses and propagators

    /// Only when every variable is fixed.
    [[nodiscard]] Schedule schedule() const;
    /// The schedule's value of each variable; INT32_MIN where it says nothing.
    [[nodiscard]] std::vector<std::int32_t> values(const Problem& problem, const Schedule& schedule) const;
};

/// What pays on the public sets; what does not is kept to be measured again (bench/engine_settings).
struct ModelSettings {
    bool energy = false;   ///< pools also by energy (energy_windows.h)
    bool pairs = true;     ///< variables for the order of pairs that exclude each other
    bool cliques = false;  ///< edge-finding on sets that exclude each other
    bool spans = false;    ///< budgets also over several periods together: pays where a conflict is to be explained
    Learning learning{};
};

struct ModelOptions {
    Day latest_end = problem::never;  ///< look only for schedules that end by then
    bool objectives = true;
    ProofLog* log = nullptr;  ///< hears of every clause
    bool redundant = true;    ///< add what follows from several statements together and only speeds up the search
    ModelSettings settings{};
    /// The literal on which a statement depends, made with add_variable on the engine given; empty = it always holds.
    std::function<std::optional<Bound>(ClauseEngine&, const Statement&)> guard{};
};

[[nodiscard]] std::optional<ClauseModel> build_clause_model(const Problem& problem, const ModelOptions& options);

}  // namespace masar::engine
