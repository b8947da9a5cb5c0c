#pragma once
// Text → plan. Reading never fails and never throws: it returns a plan, perhaps partial, and everything that is wrong with it: all
// errors of meaning in one run, of syntax errors the first of each file, with everything before it still read.
#include "base/diagnostic.h"
#include "plan/plan.h"

#include <string>
#include <vector>

namespace masar::planfile {

struct InputFile {
    std::string name;  ///< as shown to people: "plan.yaml", "sides/uae/budget.yaml"
    std::string text;
    std::string side;  ///< id of the side whose folder it is in; empty for shared files
};

struct ReadResult {
    plan::Plan plan;                ///< holds the texts, so that diagnostics can be shown with their lines
    base::Diagnostics diagnostics;  ///< by place
};

[[nodiscard]] ReadResult read_plan(std::vector<InputFile> files);

}  // namespace masar::planfile
