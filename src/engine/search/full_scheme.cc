#include "engine/search/full_scheme.h"

#include <algorithm>

namespace masar::engine {

using problem::Span;

FullScheme::FullScheme(const Instance& instance, const Cycles& cycles)
    : instance_(instance),
      cycles_(cycles),
      board_(instance),
      finder_(instance, board_),
      windows_(instance, cycles),
      degree_in_(instance.size()),
      degree_out_(instance.size()) {
    const auto& links = instance.problem().data().links;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (!instance.forward(static_cast<std::int32_t>(i))) continue;
        degree_in_[links[i].to] += !instance.fixed(links[i].from);
        degree_out_[links[i].from] += !instance.fixed(links[i].to);
    }
}

void FullScheme::generate(const Genome& genome, Order order, Candidate& candidate) {
    begin(genome, order, candidate);
    while (!eligible_.empty() || !waiting_.empty()) {
        if (eligible_.empty()) {
            // Nobody is left who could fill the reservoir: the first in the queue goes ahead all the same.
            const std::int32_t activity = waiting_.front();
            waiting_.erase(waiting_.begin());
            if (windows_.is_placed(activity) || missing_[activity] > 0) continue;
            const Window window = windows_.of(activity, candidate);
            settle({activity, candidate.mode[activity], window.first, window.last}, candidate);
            continue;
        }
        attend(eligible_.pop(), candidate);
    }
    candidate.cost.overshoot = group_breaches(instance_, candidate.mode) + board_.overshoot();
    for (const std::int64_t days : lateness_) candidate.cost.overshoot += days;
    candidate.cost.overshoot += goals_missed(instance_, candidate);
    evaluate(instance_, candidate);
}

void FullScheme::begin(const Genome& genome, Order order, Candidate& candidate) {
    genome_ = &genome;
    order_ = order;
    candidate.mode = genome.mode;
    candidate.start.assign(candidate.mode.size(), 0);
    candidate.end.assign(candidate.mode.size(), 0);
    candidate.missed.assign(candidate.mode.size(), 0);
    lateness_.assign(candidate.mode.size(), 0);
    candidate.cost = {};
    place_fixed(candidate);
    board_.reset();
    windows_.reset(candidate);
    waiting_.clear();
    eligible_.clear();
    withdrawals_ = cycles_.members.empty() ? 0 : 20 + 2 * instance_.size();
    enter_first(candidate);
}

void FullScheme::place_fixed(Candidate& candidate) const {
    for (std::int32_t activity = 0; activity < instance_.size(); ++activity) {
        if (!instance_.fixed(activity)) continue;
        const auto& data = instance_.problem().data();
        const auto& given = data.fixed_activities[data.activities[activity].fixed];
        candidate.start[activity] = given.start;
        candidate.end[activity] = given.end;
        candidate.mode[activity] = given.mode;
    }
}

void FullScheme::enter_first(const Candidate& candidate) {
    missing_ = degree_in_;
    if (instance_.has_options()) {
        const auto& links = instance_.problem().data().links;
        for (std::size_t i = 0; i < links.size(); ++i) {
            const bool left_out = candidate.mode[links[i].from] < 0 && instance_.forward(static_cast<std::int32_t>(i));
            missing_[links[i].to] -= left_out;
        }
    }
    for (std::int32_t activity = 0; activity < instance_.size(); ++activity) {
        if (missing_[activity] == 0 && candidate.mode[activity] >= 0 && !instance_.fixed(activity)) enter(activity);
    }
}

void FullScheme::enter(std::int32_t activity) {
    const std::int32_t key = genome_->key[activity];
    eligible_.push({order_ == Order::serial ? key : by_day(0, key), activity});
}

void FullScheme::attend(const Eligible::Entry& entry, Candidate& candidate) {
    const std::int32_t activity = entry.activity;
    // After a withdrawal it may have entered twice, or too early.
    if (windows_.is_placed(activity) || missing_[activity] > 0) return;
    const Window window = windows_.of(activity, candidate);
    const Quest quest{activity, candidate.mode[activity], window.first, window.last};
    const std::int32_t index = first_wanted(quest);
    if (index == StartFinder::none) {
        if (unschedule(quest, candidate)) return;
        if (waits_for_stock(quest)) {
            waiting_.push_back(activity);
        } else {
            settle(quest, candidate);
        }
        return;
    }
    if (order_ == Order::parallel) {
        const auto now = by_day(instance_.grid_of(activity).days[index], genome_->key[activity]);
        if (now != entry.urgency) return eligible_.push({now, activity});
    }
    put({activity, quest.mode, index}, candidate);
}

/// The earliest start; or a later one that gives no wish up, for as long as the genome has it wait.
std::int32_t FullScheme::first_wanted(const Quest& quest) {
    const std::int32_t first = finder_.earliest(quest);
    if (genome_->patience.empty() || first == StartFinder::none) return first;
    const Day patience = genome_->patience[quest.activity];
    const Span span = board_.span_of({quest.activity, quest.mode, first});
    if (patience <= 0 || instance_.wishes().touched(quest.activity, quest.mode, span) == nullptr) return first;
    Quest wanted = quest;
    wanted.heed = Heed::wishes;
    wanted.first = first;
    wanted.last = std::min(quest.last, instance_.grid_of(quest.activity).index_from(span.start + patience));
    const std::int32_t found = finder_.earliest(wanted);
    return found == StartFinder::none ? first : found;
}

void FullScheme::put(const Placement& placement, Candidate& candidate) {
    const Span span = board_.span_of(placement);
    candidate.start[placement.activity] = span.start;
    candidate.end[placement.activity] = span.end;
    board_.place(placement);
    windows_.placed(placement.activity, candidate);
    release_successors(placement.activity, candidate);
    if (!waiting_.empty() && !board_.mode_of(placement).stock_changes.empty()) wake_waiting();
}

void FullScheme::release_successors(std::int32_t activity, const Candidate& candidate) {
    for (const std::int32_t index : instance_.problem().links_from(activity)) {
        if (!instance_.forward(index)) continue;
        const std::int32_t next = instance_.problem().data().links[index].to;
        const bool ready = --missing_[next] == 0;
        if (ready && candidate.mode[next] >= 0 && !windows_.is_placed(next)) enter(next);
    }
}

/// Whether only stock is in the way, and someone may still come who gives.
bool FullScheme::waits_for_stock(const Quest& quest) {
    const auto& mode = instance_.problem().activity(quest.activity).modes[quest.mode];
    if (mode.stock_changes.empty()) return false;
    Quest without = quest;
    without.heed = Heed::pools;
    return finder_.earliest(without) != StartFinder::none;
}

void FullScheme::wake_waiting() {
    for (const std::int32_t activity : waiting_) enter(activity);
    waiting_.clear();
}

/// A maximal lag to something placed leaves no room: that one moves later and its cycle is done again (Franck, Neumann,
/// Schwindt 2001, unscheduling step).
bool FullScheme::unschedule(const Quest& quest, Candidate& candidate) {
    const std::int32_t culprit = windows_.culprit(quest.activity);
    if (culprit < 0 || culprit == quest.activity || withdrawals_ == 0 || instance_.fixed(culprit)) return false;
    Quest later = quest;
    later.last = instance_.grid_of(quest.activity).count();
    const std::int32_t possible = finder_.earliest(later);
    if (possible == StartFinder::none) return false;
    --withdrawals_;
    const Grid& grid = instance_.grid_of(quest.activity);
    const Day wanted = grid.days[possible];
    const Day had = quest.last >= 0 ? grid.days[std::min(quest.last, grid.count() - 1)] : -1;
    windows_.hold_back(culprit,
                       instance_.grid_of(culprit).index_from(candidate.start[culprit] + std::max(1, wanted - had)));
    gather_withdrawn(cycles_.of[culprit]);
    withdraw(candidate);
    if (missing_[quest.activity] == 0) enter(quest.activity);
    return true;
}

/// What is placed on the cycle, and everything placed that was waiting for it.
void FullScheme::gather_withdrawn(std::int32_t cycle) {
    withdrawn_.clear();
    const auto add = [&](std::int32_t activity) {
        const bool counts = windows_.is_placed(activity) && !instance_.fixed(activity);
        if (counts && std::ranges::find(withdrawn_, activity) == withdrawn_.end()) withdrawn_.push_back(activity);
    };
    for (const std::int32_t member : cycles_.members[cycle]) add(member);
    for (std::size_t head = 0; head < withdrawn_.size(); ++head) {
        for (const std::int32_t index : instance_.problem().links_from(withdrawn_[head])) {
            if (instance_.forward(index)) add(instance_.problem().data().links[index].to);
        }
    }
}

void FullScheme::withdraw(Candidate& candidate) {
    for (const std::int32_t activity : withdrawn_) {
        board_.remove(
            {activity, candidate.mode[activity], instance_.grid_of(activity).index_from(candidate.start[activity])});
        for (const std::int32_t index : instance_.problem().links_from(activity)) {
            if (instance_.forward(index)) ++missing_[instance_.problem().data().links[index].to];
        }
        candidate.missed[activity] = 0;
        lateness_[activity] = 0;
    }
    windows_.withdraw(withdrawn_, candidate);
    for (const std::int32_t activity : withdrawn_) {
        if (missing_[activity] == 0) enter(activity);
    }
}

std::int64_t FullScheme::lateness(const Quest& quest, std::int32_t index) const {
    const Grid& grid = instance_.grid_of(quest.activity);
    if (quest.last < 0) return index == StartFinder::none ? 0 : grid.days[index] + 1;
    return std::max(1, grid.days[index] - grid.days[std::min(quest.last, grid.count() - 1)]);
}

/// No start keeps every limit: late, or without money, whichever breaks less.
void FullScheme::settle(const Quest& quest, Candidate& candidate) {
    Quest late = quest, poor = quest, both = quest;
    late.last = both.last = instance_.grid_of(quest.activity).count();
    poor.heed = both.heed = Heed::all_but_money;
    struct Choice {
        std::int32_t index = StartFinder::none;
        std::int64_t overshoot = INT64_MAX;
    } best;
    const auto consider = [&](const Quest& relaxed) {
        const std::int32_t index = finder_.earliest(relaxed);
        if (index == StartFinder::none) return;
        const Placement placement{quest.activity, quest.mode, index};
        std::int64_t overshoot = index > quest.last ? lateness(quest, index) : 0;
        overshoot += board_.ledger().overshoot_of(board_.mode_of(placement), board_.span_of(placement));
        if (overshoot < best.overshoot) best = {index, overshoot};
    };
    consider(late);
    consider(poor);
    if (best.index == StartFinder::none) consider(both);
    if (best.index == StartFinder::none) {
        both.heed = Heed::pools;
        consider(both);
        best.overshoot += best.index == StartFinder::none ? 0 : overshoot_per_expense;  // of stock
    }
    if (best.index == StartFinder::none) return misplace(quest, candidate);
    candidate.missed[quest.activity] = static_cast<std::int32_t>(best.overshoot);
    if (best.index > quest.last) lateness_[quest.activity] = lateness(quest, best.index);
    put({quest.activity, quest.mode, best.index}, candidate);
}

/// Not even the horizon has room: it stands where its predecessors allow it, and over the pools.
void FullScheme::misplace(const Quest& quest, Candidate& candidate) {
    const Grid& grid = instance_.grid_of(quest.activity);
    const std::int32_t duration = instance_.terms(quest.activity, quest.mode).duration;
    const std::int32_t room = grid.count() - std::max(1, duration);
    candidate.missed[quest.activity] = overshoot_of_misfit;
    lateness_[quest.activity] = overshoot_of_misfit;
    withdrawals_ = 0;  // what was squeezed in cannot be taken out again
    if (room >= 0) {
        const Placement placement{quest.activity, quest.mode, std::clamp(quest.first, 0, room)};
        const Span span = board_.span_of(placement);
        candidate.start[quest.activity] = span.start;
        candidate.end[quest.activity] = span.end;
        board_.squeeze_in(placement);
    } else {
        candidate.end[quest.activity] = candidate.start[quest.activity] = 0;
    }
    windows_.placed(quest.activity, candidate);
    release_successors(quest.activity, candidate);
}

}  // namespace masar::engine
