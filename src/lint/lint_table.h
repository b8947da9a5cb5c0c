#pragma once
// Every lint as one row: number, code, threshold and the function that looks. What a code is called, what it means and how heavy
// it weighs stands in base/lint_codes_table.cc.
#include <span>
#include <string_view>

namespace masar::lint {

struct Subject;
class Report;

struct Lint {
    std::string_view
        number;  ///< "D01" DCMA point, "G.." GAO, "B.." two sides, "L.." logic model, "T.." texts, "C.." cannot be
    std::string_view code;  ///< "MSR1001"
    double threshold = 0;   ///< in the unit that the explanation names; 0 = every offender counts
    int practice = 0;       ///< of GAO-16-89G (1..10) that it serves; 0 = none
    void (*run)(const Subject& subject, Report& report) = nullptr;
};

/// In the order in which they run.
[[nodiscard]] std::span<const Lint> lints();

}  // namespace masar::lint
