#pragma once
// Which activities of the plan take part in the problem, and which of them the answer may leave out.
#include "base/diagnostic.h"
#include "compile/compile_plan.h"

#include <vector>

namespace masar::compile {

enum class Part : unsigned char { none, mandatory, optional };

/// By plan activity. Cancelled: none. An option that is not chosen: optional where an `exactly` group or the consequence of an
/// `implies` group may demand it, or where the plan aims at the value of options; else none.
[[nodiscard]] std::vector<Part> parts_of(const plan::Plan& plan, const CompileOptions& options);

}  // namespace masar::compile
