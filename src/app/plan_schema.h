#pragma once
// `schema`: the plan file's vocabulary for editors.
#include <string>

namespace masar::app {

/// The JSON Schema of a plan file; published as docs/plan.schema.json.
[[nodiscard]] std::string plan_schema();

}  // namespace masar::app
