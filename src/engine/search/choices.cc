#include "engine/search/choices.h"

#include "engine/search/candidate.h"

#include <algorithm>

namespace masar::engine {

using problem::Group;
using problem::Schedule;

namespace {

/// Members about which there is something to decide.
std::vector<std::int32_t> movable(const Instance& instance, const Group& group) {
    std::vector<std::int32_t> members;
    for (const std::int32_t member : group.members) {
        if (instance.problem().activity(member).optional && !instance.fixed(member)) members.push_back(member);
    }
    return members;
}

}  // namespace

Choices::Choices(const Instance& instance) : instance_(instance) {
    for (std::int32_t activity = 0; activity < instance.size(); ++activity) {
        const bool free = instance.modes(activity) > 1 || instance.problem().activity(activity).optional;
        if (free && !instance.fixed(activity)) choosable_.push_back(activity);
    }
}

std::int32_t Choices::shortest(std::int32_t activity) const {
    std::int32_t best = 0;
    for (std::int32_t mode = 1; mode < instance_.modes(activity); ++mode) {
        if (instance_.terms(activity, mode).duration < instance_.terms(activity, best).duration) best = mode;
    }
    return best;
}

std::vector<std::int32_t> Choices::plainest(base::RandomStream& random) const {
    std::vector<std::int32_t> mode(instance_.size());
    for (std::int32_t activity = 0; activity < instance_.size(); ++activity) {
        const auto& data = instance_.problem().activity(activity);
        mode[activity] = data.optional ? Schedule::not_chosen : shortest(activity);
        if (data.fixed >= 0) mode[activity] = instance_.problem().data().fixed_activities[data.fixed].mode;
    }
    repair(mode, random);
    return mode;
}

std::vector<std::int32_t> Choices::any(base::RandomStream& random) const {
    constexpr int attempts = 8;  // a repair may end where no single change helps
    std::vector<std::int32_t> mode = plainest(random);
    std::uint32_t one_in = 2 + random.below(6);  // most stay plain: a short mode is more often good than a long one
    for (int attempt = 0; attempt < attempts; ++attempt) {
        for (const std::int32_t activity : choosable_) {
            if (random.below(one_in) == 0) mode[activity] = any_mode(activity, mode[activity] < 0, random);
        }
        repair(mode, random);
        if (overspend(instance_, mode) == 0) break;
        one_in = 1;
    }
    return mode;
}

/// An option that is in may go out; one that is out may come in.
std::int32_t Choices::any_mode(std::int32_t activity, bool is_out, base::RandomStream& random) const {
    const bool leave_out = instance_.problem().activity(activity).optional && !is_out && random.below(2) == 0;
    return leave_out ? Schedule::not_chosen : static_cast<std::int32_t>(random.below(instance_.modes(activity)));
}

void Choices::vary(std::vector<std::int32_t>& mode, base::RandomStream& random) const {
    if (choosable_.empty()) return;
    const std::uint32_t count = static_cast<std::uint32_t>(choosable_.size());
    const std::uint32_t changes = 1 + random.below(1 + count / 20);
    for (std::uint32_t i = 0; i < changes; ++i) {
        const std::int32_t activity = choosable_[random.below(count)];
        mode[activity] = any_mode(activity, mode[activity] < 0, random);
    }
    repair(mode, random);
}

void Choices::repair(std::vector<std::int32_t>& mode, base::RandomStream& random) const {
    if (choosable_.empty()) return;
    satisfy_groups(mode, random);
    keep_budgets(mode, random);
}

void Choices::satisfy_groups(std::vector<std::int32_t>& mode, base::RandomStream& random) const {
    constexpr int rounds = 12;  // one group may undo another
    for (int round = 0; round < rounds; ++round) {
        bool all = true;
        for (const Group& group : instance_.problem().data().groups) all &= satisfy(group, mode, random);
        if (all) return;
    }
}

/// Whether nothing had to change.
bool Choices::satisfy(const Group& group, std::vector<std::int32_t>& mode, base::RandomStream& random) const {
    const auto chosen = [&](std::int32_t member) { return mode[member] >= 0; };
    auto members = movable(instance_, group);
    if (group.kind == Group::Kind::implies) {
        const std::int32_t head = group.members.front();
        if (!chosen(head) || std::ranges::all_of(group.members, chosen)) return true;
        const bool may_drop = instance_.problem().activity(head).optional && !instance_.fixed(head);
        if (may_drop && random.below(4) == 0) {
            mode[head] = Schedule::not_chosen;
        } else {
            for (const std::int32_t member : members) mode[member] = chosen(member) ? mode[member] : shortest(member);
        }
        return false;
    }
    std::int64_t excess = std::ranges::count_if(group.members, chosen) - group.count;
    if (excess == 0 || (excess < 0 && group.kind == Group::Kind::at_most)) return true;
    const bool drop = excess > 0;
    std::erase_if(members, [&](std::int32_t member) { return chosen(member) != drop; });
    for (; excess != 0 && !members.empty(); excess += drop ? -1 : 1) {
        const std::size_t pick = random.below(static_cast<std::uint32_t>(members.size()));
        mode[members[pick]] = drop ? Schedule::not_chosen : shortest(members[pick]);
        members.erase(members.begin() + static_cast<std::ptrdiff_t>(pick));
    }
    return false;
}

void Choices::keep_budgets(std::vector<std::int32_t>& mode, base::RandomStream& random) const {
    std::int64_t excess = overspend(instance_, mode);
    const auto count = static_cast<std::uint32_t>(choosable_.size());
    for (std::uint32_t trial = 0; excess > 0 && trial < 200 + 10 * count; ++trial) {
        const std::int32_t activity = choosable_[random.below(count)];
        const std::int32_t old = mode[activity];
        if (old < 0) continue;
        const bool optional = instance_.problem().activity(activity).optional;
        const auto modes = static_cast<std::uint32_t>(instance_.modes(activity));
        const std::uint32_t pick = random.below(modes + (optional ? 1 : 0));
        mode[activity] = pick < modes ? static_cast<std::int32_t>(pick) : Schedule::not_chosen;
        const std::int64_t now = overspend(instance_, mode);
        const bool groups_hold = !optional || group_breaches(instance_, mode) == 0;
        const bool astray = random.below(12) == 0;  // out of the places where no single change helps
        if ((now > excess && !astray) || !groups_hold) {
            mode[activity] = old;
        } else {
            excess = now;
        }
    }
}

}  // namespace masar::engine
