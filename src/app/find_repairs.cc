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

    /// The least size that helps, where help grows with size, as it does. A schedule found says itself how much of the size it
    /// used; searches that place things early are often there at once.
    [[nodiscard]] std::optional<Repair> find(const RepairCandidate& candidate) {
        undecided_ = false;
        if (!candidate.gradual) return helps(candidate, 1) ? sized(basis_, candidate, 1) : std::nullopt;
        const std::int64_t most = largest(candidate);
        if (most < 1) return std::nullopt;
        std::int64_t fails = 0, works = most + 1;
        for (std::int64_t size = most; fails + 1 < works;) {
            const auto used = helps(candidate, size);
            if (!used && works > most) return std::nullopt;
            const bool told_less = used && *used < size;
            (used ? works : fails) = used.value_or(size);
            size = told_less ? works - 1 : fails + (works - fails) / 2;
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

    /// How much of the size a schedule then uses; nothing when there is none.
    [[nodiscard]] std::optional<std::int64_t> helps(const RepairCandidate& candidate, std::int64_t size) {
        const auto repair = sized(basis_, candidate, size);
        if (!repair || !effort_.may_probe()) {
            undecided_ = true;
            return std::nullopt;
        }
        const auto question = state(repaired(task_.question, *repair));
        if (!question) return std::nullopt;
        const engine::ConflictSet answer = effort_.probe(without_members(question->stated, task_.elsewhere));
        undecided_ = undecided_ || answer.status == engine::ConflictStatus::unknown;
        if (answer.status != engine::ConflictStatus::feasible) return std::nullopt;
        return used_of(*repair, *question, *answer.schedule).value_or(size);
    }

    /// For dates: working days from the old date to the event in the schedule, at least one.
    [[nodiscard]] std::optional<std::int64_t> used_of(const Repair& repair, const StatedQuestion& question,
                                                      const problem::Schedule& schedule) const {
        if (!repair.from_day) return std::nullopt;
        const auto event = event_of(repair, question, schedule);
        if (!event) return std::nullopt;
        const auto& calendar = calendar_for(basis_, repair.target);
        const bool later = *repair.to_day > *repair.from_day;
        const calendar::DatePeriod between =
            later ? calendar::DatePeriod{*repair.from_day + std::chrono::days(1), *event}
                  : calendar::DatePeriod{*event, *repair.from_day - std::chrono::days(1)};
        if (between.last < between.first) return 1;
        return std::clamp<std::int64_t>(calendar.working_days(between), 1, repair.working_days);
    }

    [[nodiscard]] std::optional<calendar::Date> event_of(const Repair& repair, const StatedQuestion& question,
                                                         const problem::Schedule& schedule) const {
        const plan::ConflictMember& target = repair.target;
        if (repair.kind == plan::RepairKind::move_start) {
            const std::int32_t position = question.compiled.positions[target.activity.at()];
            if (position < 0) return std::nullopt;
            return question.compiled.days.date(schedule.start[static_cast<std::size_t>(position)]);
        }
        plan::Target wanted{{}, target.activity, {}, false};
        if (repair.kind == plan::RepairKind::move_gate || repair.kind == plan::RepairKind::move_asked)
            wanted.gate.value = target.record;
        else if (repair.kind != plan::RepairKind::move_finish)
            return std::nullopt;
        return reached_date(task_.question.plan, question, schedule, wanted);
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
