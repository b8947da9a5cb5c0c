#pragma once
// Schedule generation under everything that problem.h knows: calendars, windows, forbidden periods, changing capacities,
// budgets per period, reservoirs, fixed activities, maximal lags. What finds no place that keeps every limit goes where it
// breaks least, and the candidate's cost says by how much.
#include "engine/search/candidate.h"
#include "engine/search/eligible.h"
#include "engine/search/start_finder.h"
#include "engine/search/windows.h"

namespace masar::engine {

class FullScheme {
public:
    FullScheme(const Instance& instance, const Cycles& cycles);

    /// Forward only; serial or parallel. Pools are kept in any case; windows, money and stock as far as possible.
    void generate(const Genome& genome, Order order, Candidate& candidate);
    /// Right justification: everything as late as the candidate's own end and its gates allow, the latest end first (Valls,
    /// Ballestín, Quintanilla 2005). The result gives keys for a forward pass; it is no answer in itself.
    /// Only for justifiable instances.
    void shift_right(const Candidate& candidate, Candidate& shifted);

private:
    void begin(const Genome& genome, Order order, Candidate& candidate);
    void place_fixed(Candidate& candidate) const;
    void enter_first(const Candidate& candidate);
    void attend(const Eligible::Entry& entry, Candidate& candidate);
    [[nodiscard]] std::int32_t first_wanted(const Quest& quest);
    void put(const Placement& placement, Candidate& candidate);
    void release_successors(std::int32_t activity, const Candidate& candidate);
    void enter(std::int32_t activity);
    [[nodiscard]] bool waits_for_stock(const Quest& quest);
    void wake_waiting();

    // What to do when nothing fits
    [[nodiscard]] bool unschedule(const Quest& quest, Candidate& candidate);
    void gather_withdrawn(std::int32_t cycle);
    void withdraw(Candidate& candidate);
    void settle(const Quest& quest, Candidate& candidate);
    [[nodiscard]] std::int64_t lateness(const Quest& quest, std::int32_t index) const;
    void misplace(const Quest& quest, Candidate& candidate);

    // Right justification
    void limit_ends(const Candidate& candidate);
    void place_late(std::int32_t activity, const Candidate& candidate, Candidate& shifted);
    void release_predecessors(std::int32_t activity, const Candidate& candidate);

    const Instance& instance_;
    const Cycles& cycles_;
    Board board_;
    StartFinder finder_;
    Windows windows_;
    Eligible eligible_;
    std::vector<std::int32_t> missing_, degree_in_, degree_out_;
    std::vector<std::int32_t> waiting_;  ///< for stock
    std::vector<std::int32_t> withdrawn_;
    std::vector<Day> end_limit_;
    std::vector<std::int64_t> lateness_;  ///< days past its window, per activity
    const Genome* genome_ = nullptr;
    Order order_ = Order::serial;
    std::int64_t withdrawals_ = 0;  ///< left in this pass
};

}  // namespace masar::engine
