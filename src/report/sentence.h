#pragma once
// The sentences in which an answer is told: shared by the terminal and the page, so that both say the same in both languages.
// A sentence has no full stop; who strings several together adds it.
#include "plan/timetable.h"

#include "base/text.h"

namespace masar::report {

/// "Planners (planners)" / «المخططون (planners)»; the id alone when the record has no name.
[[nodiscard]] base::Text named(const plan::Record& record);

/// What is broken, by how much, and when first.
[[nodiscard]] base::Text sentence(const plan::Violation& violation, const plan::Plan& plan);
/// Which preference is not kept, when, and what that costs.
[[nodiscard]] base::Text sentence(const plan::GivenUp& given_up, const plan::Plan& plan);
/// On time, late by how many days, or waiting for something not chosen.
[[nodiscard]] base::Text sentence(const plan::GateOutcome& gate, const plan::Plan& plan);
/// "ind-rdy-01 is 0.7484 on the due date; the gate wants at least 0.75".
[[nodiscard]] base::Text sentence(const plan::CriterionOutcome& criterion, const plan::Plan& plan);
/// "Send the request for sof-kits by 2027-01-04 (Disclosure)".
[[nodiscard]] base::Text sentence(const plan::NoticeDue& notice, const plan::Plan& plan);

/// The one thing to know: whether it fits, what breaks, and whether better is possible.
[[nodiscard]] base::Text headline(const plan::Timetable& timetable, const plan::Plan& plan);
/// How far from the best possible, in the words of the first aim that is not met; empty when nothing is known.
[[nodiscard]] base::Text bound_sentence(const plan::Timetable& timetable, const plan::Plan& plan);

/// One word each: "window", «النافذة الزمنية».
[[nodiscard]] base::Text name_of(plan::ViolationKind kind);
[[nodiscard]] base::Text name_of(plan::AnswerStatus status);
[[nodiscard]] base::Text name_of(plan::ObjectiveOrder aim);
/// Stable keywords of the JSON: "resource", "optimal", "gate-lateness".
[[nodiscard]] std::string_view keyword(plan::ViolationKind kind);
[[nodiscard]] std::string_view keyword(plan::AnswerStatus status);

/// Whether any gate is late: exit code "late" although nothing is broken.
[[nodiscard]] bool any_late(const plan::Timetable& timetable);

}  // namespace masar::report
