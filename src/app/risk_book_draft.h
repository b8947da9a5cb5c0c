#pragma once
// A risk book while it is being written: what all its parts read and where they write. One function a part.
#include "app/risk_book.h"

#include "base/diagnostic_catalogue.h"

namespace masar::app {

struct RiskBookDraft : RiskOrigins {
    RiskBookDraft(const LoadedPlan& of, const problem::Schedule& at, const RiskBookOptions& with)
        : plan(of.plan), compiled(*of.compiled), planned(at), options(with), data(compiled.problem.data()) {}

    const plan::Plan& plan;
    const compile::CompiledPlan& compiled;
    const problem::Schedule& planned;
    const RiskBookOptions& options;
    problem::ProblemData data;
    forecast::RiskModel model;
    base::Diagnostics diagnostics;
    problem::Day last_day =
        0;  ///< up to which seasons and fiscal years are worked out: some years past the planned end

    /// Position in the problem of an activity that is carried out; -1 when it takes no part.
    [[nodiscard]] std::int32_t standing(plan::ActivityIndex activity) const {
        const std::int32_t position = activity.known() ? compiled.positions[activity.at()] : -1;
        return position >= 0 && planned.chosen(position) ? position : -1;
    }
    [[nodiscard]] std::vector<std::int32_t> standing(const std::vector<plan::At<plan::ActivityIndex>>& of) const {
        std::vector<std::int32_t> positions;
        for (const auto& each : of)
            if (const std::int32_t position = standing(each.value); position >= 0) positions.push_back(position);
        return positions;
    }
    [[nodiscard]] std::size_t mode(std::int32_t position) const {
        return static_cast<std::size_t>(planned.mode[static_cast<std::size_t>(position)]);
    }
    void report(std::string_view code, base::Place place, base::Text message, base::Text hint = {}) {
        diagnostics.push_back(base::make_diagnostic(code, place, std::move(message), std::move(hint)));
    }
    /// Of a fund; -1 when it is unknown.
    [[nodiscard]] std::int32_t account_of(plan::FundIndex fund) const;
    /// In the currency of the account; 0 when no rate leads there (reading has complained).
    [[nodiscard]] std::int64_t in_account(base::Money money, std::int32_t account) const;
};

// risk_money.cc: accounts first, because risks charge them; then what activities cost, totals, and what is asked of them.
void add_accounts(RiskBookDraft& draft);
void add_costs(RiskBookDraft& draft);
void add_totals(RiskBookDraft& draft);
// risk_inputs.cc
void add_durations(RiskBookDraft& draft);
void add_risks(RiskBookDraft& draft);
void add_branches(RiskBookDraft& draft);
// risk_correlations.cc: after the durations
void add_correlations(RiskBookDraft& draft);
// risk_indicators.cc
void add_indicators(RiskBookDraft& draft);

}  // namespace masar::app
