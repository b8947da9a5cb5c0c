#include "app/find_repairs.h"

#include "plan/apply_repair.h"

#include <algorithm>

namespace masar::app {
namespace {

using plan::Repair;

class LeastRepair {
public:
    LeastRepair(const RepairTask& task, const RepairBasis& basis, Effort& effort)
        : task_(task), basis_(basis), effort_(effort) {}

    /// Doubles the size until it helps, then halves the step back: the least size where help grows with size, as it does.
    [[nodiscard]] std::optional<Repair> find(const RepairCandidate& candidate) {
        undecided_ = false;
        if (!candidate.gradual) return helps(candidate, 1) ? sized(basis_, candidate, 1) : std::nullopt;
        const std::int64_t most = largest(candidate);
        if (most < 1 || !helps(candidate, most)) return std::nullopt;
        std::int64_t fails = 0, works = most;
        for (std::int64_t size = 1; size < works; size *= 2) {
            if (helps(candidate, size))
                works = size;
            else
                fails = size;
        }
        while (fails + 1 < works) {
            const std::int64_t middle = fails + (works - fails) / 2;
            (helps(candidate, middle) ? works : fails) = middle;
        }
        auto repair = sized(basis_, candidate, works);
        if (repair) repair->least = !undecided_;
        return repair;
    }

private:
    [[nodiscard]] std::int64_t largest(const RepairCandidate& candidate) const {
        std::int64_t most = candidate.most;
        while (most > 0 && !sized(basis_, candidate, most)) most /= 2;
        return most;
    }

    [[nodiscard]] bool helps(const RepairCandidate& candidate, std::int64_t size) {
        const auto repair = sized(basis_, candidate, size);
        if (!repair || !effort_.may_probe()) {
            undecided_ = true;
            return false;
        }
        const auto stated = state(repaired(task_.question, *repair));
        if (!stated) return false;
        const auto problem = without_members(stated->stated, task_.elsewhere);
        const auto answer = problem ? effort_.possible(*problem) : std::nullopt;
        undecided_ = undecided_ || !answer;
        return answer.value_or(false);
    }

    const RepairTask& task_;
    const RepairBasis& basis_;
    Effort& effort_;
    bool undecided_ = false;
};

}  // namespace

PlanQuestion repaired(PlanQuestion question, const Repair& repair) {
    if (repair.kind == plan::RepairKind::move_asked) {
        for (plan::Target& each : question.targets)
            if (each.asked && each.gate.value == repair.target.record && each.activity == repair.target.activity)
                each.by = *repair.to_day;
        return question;
    }
    // A soft gate that is wanted on its date is wanted on the new one.
    if (repair.kind == plan::RepairKind::move_gate)
        for (plan::Target& each : question.targets)
            if (!each.asked && each.gate.value == repair.target.record) each.by = *repair.to_day;
    question.plan = plan::with_repair(std::move(question.plan), repair);
    return question;
}

std::vector<Repair> find_repairs(const RepairTask& task, Effort& effort) {
    const RepairBasis basis{task.question.plan, task.compiled, task.question.targets};
    LeastRepair least(task, basis, effort);
    std::vector<Repair> repairs;
    for (const RepairCandidate& candidate : repair_candidates(basis, task.members))
        if (auto repair = least.find(candidate)) repairs.push_back(*std::move(repair));
    std::ranges::stable_sort(repairs, {}, &Repair::weight);
    return repairs;
}

}  // namespace masar::app
