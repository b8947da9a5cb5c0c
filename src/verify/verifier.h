#pragma once
// Checks a certificate against its instance, line by line: that the variables leave nothing out, that each clause follows from the
// constraint it names, that each learnt clause follows by unit propagation, and that what is said at the end is what was proven. Shares no
// code with the engine, which wrote it.
#include "problem/problem.h"

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace masar::verify {

enum class Claim : std::uint8_t { none, optimal, infeasible };

struct Verdict {
    Claim claim = Claim::none;                           ///< what is proven; none = rejected
    std::vector<std::int64_t> objective;                 ///< proven optimal
    std::int64_t line = 0;                               ///< of the first thing wrong, from 1
    base::Text reason;                                   ///< what is wrong there
    std::int64_t posted = 0, explained = 0, learnt = 0;  ///< clauses checked

    [[nodiscard]] bool accepted() const { return claim != Claim::none; }
};

[[nodiscard]] Verdict verify(const problem::Problem& problem, std::string_view certificate);

}  // namespace masar::verify
