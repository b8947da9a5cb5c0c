#pragma once
// What would help most, as the overview and an explanation of failed criteria tell it.
#include "base/json_writer.h"
#include "plan/help_step.h"
#include "plan/plan.h"

#include <span>

namespace masar::report {

/// The list alone: [{what{en, ar}, options[], changes[{op, section, id, field, value}], pass_before, pass_after, gates_before, gates_after,
/// cost{minor, currency}}].
void write_help(base::JsonWriter& json, const plan::Plan& plan, std::span<const plan::HelpStep> help);

}  // namespace masar::report
