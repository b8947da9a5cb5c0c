#pragma once
// What would help most, as the overview and an explanation of failed criteria tell it.
#include "base/json_writer.h"
#include "plan/help_step.h"
#include "plan/plan.h"

#include <span>
#include <string>

namespace masar::report {

/// The list alone: [{what{en, ar}, options[], changes[{op, section, id, field, value}], pass_before, pass_after, gates_before, gates_after,
/// cost{minor, currency}}].
[[nodiscard]] std::string help_json(const plan::Plan& plan, std::span<const plan::HelpStep> help);

/// An object with such a list as its member "help"; an empty text is null: what would help is not known yet.
[[nodiscard]] std::string with_help(std::string object, std::string_view list);

}  // namespace masar::report
