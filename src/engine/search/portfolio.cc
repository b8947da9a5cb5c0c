#include "engine/search/portfolio.h"

#include <algorithm>
#include <new>

namespace masar::engine {
namespace {

constexpr std::int64_t parts = 4;  ///< of a round

}  // namespace

Portfolio::Portfolio(const Problem& problem, ExactStart start, Team team)
    : problem_(problem), start_(std::move(start)), bounds_(problem.data().objectives.size()) {
    best_ = start_.incumbent;
    if (best_) objective_ = problem::objective_values(problem_, *best_);
    const std::int64_t others = team == Team::alone ? 0 : team == Team::pair ? 1 : 2;
    workers_.push_back({.strategy = ExactStrategy::descend, .share = parts - others});
    if (others > 0) workers_.push_back({.strategy = ExactStrategy::ascend});
    if (others > 1) workers_.push_back({.strategy = ExactStrategy::fail_first});
}

std::int64_t Portfolio::conflicts() const {
    std::int64_t sum = conflicts_of_gone_;
    for (const Worker& worker : workers_) sum += worker.search ? worker.search->conflicts() : 0;
    return sum;
}

void Portfolio::work(Worker& worker, const Round& round) const {
    try {
        if (!worker.search) {
            ExactStart start = start_;
            start.strategy = worker.strategy;
            worker.search = std::make_unique<ExactSearch>(problem_, std::move(start));
        }
        worker.status =
            worker.search->run({std::max<std::int64_t>(1, round.conflicts * worker.share / parts), round.stop});
        if (worker.status != ExactStatus::limit && round.settled != nullptr) round.settled->stop();
    } catch (const std::bad_alloc&) {
        worker.out_of_memory = true;
    }
}

ExactStatus Portfolio::run(const Round& round, Crew& crew) {
    const auto jobs = static_cast<std::int32_t>(workers_.size());
    crew.run(jobs + (round.beside ? 1 : 0), [&](std::int32_t job, std::int32_t /*thread*/) {
        if (job == jobs) return round.beside();
        work(workers_[static_cast<std::size_t>(job)], round);
    });
    return exchange();
}

void Portfolio::offer(const Schedule& schedule) {
    std::vector<std::int64_t> objective = problem::objective_values(problem_, schedule);
    if (best_ && objective >= objective_) return;
    best_ = schedule;
    objective_ = std::move(objective);
    for (Worker& worker : workers_)
        if (worker.search) worker.search->offer(schedule);
}

ExactStatus Portfolio::exchange() {
    for (const Worker& worker : workers_) {
        if (!worker.out_of_memory) continue;
        short_of_memory_ = true;
        conflicts_of_gone_ += worker.search ? worker.search->conflicts() : 0;
    }
    std::erase_if(workers_, [](const Worker& worker) { return worker.out_of_memory; });
    if (workers_.empty()) return ExactStatus::unsupported;
    for (const Worker& worker : workers_) {
        if (worker.search->best() && (!best_ || worker.search->objective() < objective_)) {
            best_ = worker.search->best();
            objective_ = worker.search->objective();
        }
        const auto bounds = worker.search->bounds();
        for (std::size_t i = 0; i < bounds.size(); ++i)
            if (bounds[i]) bounds_[i] = std::max(bounds_[i].value_or(*bounds[i]), *bounds[i]);
    }
    for (const Worker& worker : workers_)
        if (worker.status != ExactStatus::limit) return worker.status;
    for (Worker& worker : workers_) {
        if (best_) worker.search->offer(*best_);
        worker.search->offer(bounds_);
    }
    return ExactStatus::limit;
}

}  // namespace masar::engine
