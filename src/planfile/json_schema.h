#pragma once
// The plan file's vocabulary as a JSON Schema (draft 2020-12), so that ordinary editors complete and check plans. Made from the keyword
// table; published as docs/plan.schema.json. It describes one file: what the whole plan requires may stand in another.
#include <string>

namespace masar::planfile {

[[nodiscard]] std::string json_schema();

}  // namespace masar::planfile
