#pragma once
// What a shell script learns from masar. Documented in docs/cli.md, which is made from here.
#include "base/text.h"

#include <array>

namespace masar::cli {

enum class ExitCode : int {
    fine = 0,
    wrong_plan = 1,
    usage = 2,
    violated = 3,
    infeasible = 4,
    limit = 5,
    input_output = 6,
};

struct ExitMeaning {
    ExitCode code;
    base::Text meaning;
};
[[nodiscard]] const std::array<ExitMeaning, 7>& exit_meanings();

}  // namespace masar::cli
