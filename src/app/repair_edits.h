#pragma once
// A repair as what somebody would write into the plan: so that it can be tried, proposed or made with one click.
#include "plan/explanation.h"
#include "planfile/edit_plan.h"
#include "planfile/plan_text.h"

#include <vector>

namespace masar::app {

/// Edits of `text`, which is what the reader has of the plan. Empty: it cannot be written as edits of fields, or it changes no plan.
[[nodiscard]] std::vector<planfile::PlanEdit> edits_of(const plan::Repair& repair, const plan::Plan& plan,
                                                       const planfile::PlanText& text);

}  // namespace masar::app
