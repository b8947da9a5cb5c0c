#pragma once
// `bench`: every instance of a set, one after the other; a line per finished instance, so that a run that was cut off goes on where
// it was; and the table of the set.
#include "app/known_bounds.h"
#include "app/solve_instance.h"

#include <string>
#include <vector>

namespace masar::app {

struct BenchOptions {
    std::string folder;        ///< of the instances
    std::string bounds_file;   ///< empty = "<folder>_bounds.csv" when it exists
    std::string results_file;  ///< a line is added per finished instance; empty = none
    bool resume = false;       ///< instances that results_file already holds are not solved again
    std::int64_t sample = 0;   ///< 0 = all; else so many, drawn by strata of the set's own order with the seed
    engine::Run run;
};

struct InstanceLine {
    report::InstanceResult result;
    std::int64_t critical_path = 0;  ///< by our own pass, pools ignored
};

struct BenchResult {
    report::BenchSummary summary;
    std::vector<InstanceLine> lines;
    bool stopped = false;  ///< before all instances were finished
};

[[nodiscard]] base::Result<BenchResult> bench(base::FileDoor& files, const BenchOptions& options);

/// Length of the critical path in the shortest modes.
[[nodiscard]] std::int64_t critical_path(const problem::Problem& problem);

/// The table's row. Public for the tests: means are over the instances that have what is compared.
[[nodiscard]] report::BenchSummary summarise(const std::vector<InstanceLine>& lines,
                                             const std::map<std::string, KnownBounds, std::less<>>& known);

/// `count` of `names` (in the set's natural order), one from each of as many equal strata.
[[nodiscard]] std::vector<std::string> stratified_sample(const std::vector<std::string>& names, std::int64_t count,
                                                         std::uint64_t seed);
/// j3010_2 before j3010_10: runs of digits compare as numbers.
[[nodiscard]] bool natural_less(std::string_view a, std::string_view b);

}  // namespace masar::app
