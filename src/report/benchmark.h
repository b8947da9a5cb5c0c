#pragma once
// What `solve` and `bench` found, and how they show it.
#include "base/text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::report {

/// One statement of an instance, by kind and index: {"link", 4}. Activities are numbered as the problem has them, from 0.
struct InstanceStatement {
    std::string_view kind;
    std::int64_t index = 0;
    std::optional<std::int64_t> period;    ///< of a budget
    std::optional<std::int64_t> from, to;  ///< activities of a link
};

/// Statements that cannot hold together; that activities take place is taken as given.
struct InstanceConflict {
    std::vector<InstanceStatement> members;
    bool minimal = false;   ///< without any one of them the others have a schedule
    bool verified = false;  ///< a second search, told of these alone, found no schedule either
};

/// One instance solved; `status` is optimal, feasible, infeasible or unknown.
struct InstanceResult {
    std::string instance;
    std::string status;
    std::optional<std::int64_t> objective, bound;
    double seconds = 0;  ///< in search, reading excluded
    std::int64_t schedules = 0;
    std::int64_t conflicts = 0;
    std::uint64_t seed = 0;
    bool stopped = false;
    std::optional<InstanceConflict> conflict;  ///< of an infeasible one, where the limits allowed
};

struct BenchSummary {
    std::string set;
    std::int64_t instances = 0, proven = 0, infeasible = 0, no_solution = 0;
    std::optional<double> gap_percent;      ///< mean over the best known upper bound, of instances with both
    std::optional<double> dev_cpm_percent;  ///< mean over the critical path, of instances with a schedule
    std::optional<double> schedules_per_second, seconds_mean;
    std::uint64_t seed = 0;
    bool sampled = false;
    std::vector<base::Text> contradictions;  ///< with what is known: must be empty
};

[[nodiscard]] std::string solve_json(const InstanceResult& result);
[[nodiscard]] std::string solve_text(const InstanceResult& result, base::Language language);
[[nodiscard]] std::string bench_json(const BenchSummary& summary);
[[nodiscard]] std::string bench_text(const BenchSummary& summary, base::Language language);

}  // namespace masar::report
