#pragma once
// Which mode each activity takes and which options are chosen, before any day is: groups satisfied, whole-project budgets
// kept if some change of single modes leads there (Hartmann 2001).
#include "base/random_stream.h"
#include "engine/core/instance.h"

#include <cstdint>
#include <vector>

namespace masar::engine {

class Choices {
public:
    explicit Choices(const Instance& instance);

    /// The shortest modes and no option but what groups demand, then repaired.
    [[nodiscard]] std::vector<std::int32_t> plainest(base::RandomStream& random) const;
    /// Any modes and options, then repaired.
    [[nodiscard]] std::vector<std::int32_t> any(base::RandomStream& random) const;
    /// Changes a few; the result is repaired.
    void vary(std::vector<std::int32_t>& mode, base::RandomStream& random) const;
    /// After mixing two parents.
    void repair(std::vector<std::int32_t>& mode, base::RandomStream& random) const;

private:
    [[nodiscard]] std::int32_t shortest(std::int32_t activity) const;
    [[nodiscard]] std::int32_t any_mode(std::int32_t activity, bool is_out, base::RandomStream& random) const;
    void satisfy_groups(std::vector<std::int32_t>& mode, base::RandomStream& random) const;
    [[nodiscard]] bool satisfy(const problem::Group& group, std::vector<std::int32_t>& mode,
                               base::RandomStream& random) const;
    void keep_budgets(std::vector<std::int32_t>& mode, base::RandomStream& random) const;

    const Instance& instance_;
    std::vector<std::int32_t> choosable_;  ///< activities with more than one mode, or optional
};

}  // namespace masar::engine
