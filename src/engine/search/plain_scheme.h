#pragma once
// Schedule generation for plain instances (see Instance::plain): the public benchmarks' case, and the fast one.
// Serial and parallel schemes after Kolisch 1996; backward, the project ends at the horizon.
#include "engine/search/candidate.h"
#include "engine/search/eligible.h"

namespace masar::engine {

class PlainScheme {
public:
    explicit PlainScheme(const Instance& instance);

    /// Backward, `candidate` holds days that end at the horizon and its first objective the length of the project.
    void generate(const Genome& genome, Pass pass, Candidate& candidate);

private:
    template <Direction direction>
    void run(const Genome& genome, Order order, Candidate& candidate);
    template <Direction direction>
    [[nodiscard]] Day bound_of(std::int32_t activity, const Candidate& candidate) const;
    template <Direction direction>
    [[nodiscard]] Day fit(const ModeTerms& terms, Day bound) const;
    template <Direction direction>
    void release(std::int32_t activity, const Genome& genome, Order order);
    template <Direction direction>
    void conclude(Candidate& candidate) const;

    const Instance& instance_;
    PackedProfile profile_;
    Eligible eligible_;
    std::vector<std::int32_t> degree_in_, degree_out_;
    std::vector<std::int32_t> missing_;  ///< unplaced neighbours that must come first
    bool only_makespan_;
};

}  // namespace masar::engine
