#pragma once
// Where violations are gathered, and who finds which kind of them.
#include "compile/answer_view.h"

#include <vector>

namespace masar::compile {

class ViolationSink {
public:
    /// A new violation of the record; `place` is of the broken statement, else the record's own.
    plan::Violation& start(plan::ViolationKind kind, const plan::Record& record, base::Place place) {
        plan::Violation violation;
        violation.kind = kind;
        violation.what = record.id;
        violation.place = place.known() ? place : record.place;
        return found_.emplace_back(std::move(violation));
    }
    [[nodiscard]] std::vector<plan::Violation>& found() { return found_; }

private:
    std::vector<plan::Violation> found_;
};

/// Windows, notice clocks and funds' days, from the reasons that the compiled plan keeps; then periods to avoid and rules' seasons
/// where the checker found a forbidden day.
void add_broken_dates(const AnswerView& view, ViolationSink& sink);
/// Yearly resources, ceilings and limits of cost, each with the day on which it runs out.
void add_broken_budgets(const AnswerView& view, ViolationSink& sink);

}  // namespace masar::compile
