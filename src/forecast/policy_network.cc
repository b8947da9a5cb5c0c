#include "forecast/policy_network.h"

#include <algorithm>
#include <numeric>

namespace masar::forecast {
namespace {

using problem::Anchor;
using problem::Link;
using problem::Sense;

constexpr std::int32_t largest_in_field = 16'383;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

}  // namespace

PackedPools::PackedPools(const std::vector<problem::Pool>& pools) {
    for (const auto& pool : pools)
        for (const auto& step : pool.steps)
            if (step.capacity > largest_in_field) bits_ = 64;
    words_ = bits_ == 64 ? pools.size() : (pools.size() + 3) / 4;
}

void PackedPools::add(std::uint64_t* words, std::int32_t pool, std::int64_t units) const {
    const std::size_t per_word = 64 / bits_;
    words[at(pool) / per_word] += static_cast<std::uint64_t>(units) << (at(pool) % per_word * bits_);
}

void PackedPools::add_guard(std::uint64_t* words, std::int32_t pool) const {
    const std::size_t per_word = 64 / bits_;
    words[at(pool) / per_word] |= std::uint64_t{1} << (at(pool) % per_word * bits_ + bits_ - 1);
}

PolicyNetwork::PolicyNetwork(const problem::Problem& problem, const problem::Schedule& planned,
                             const SimulationNetwork& network)
    : problem_(problem), network_(network), pools_(problem.data().pools) {
    rank_players(planned);
    add_messages();
    add_demands(planned);
    add_epochs();
}

void PolicyNetwork::rank_players(const problem::Schedule& planned) {
    std::vector<std::int32_t> slots(at(network_.slots()));
    std::iota(slots.begin(), slots.end(), 0);
    const auto start = [&](std::int32_t slot) { return planned.start[at(network_.activity_of(slot))]; };
    std::stable_sort(slots.begin(), slots.end(), [&](auto a, auto b) { return start(a) < start(b); });
    rank_of_.resize(slots.size());
    for (std::size_t rank = 0; rank < slots.size(); ++rank) {
        const std::int32_t slot = slots[rank];
        rank_of_[at(slot)] = static_cast<std::int32_t>(rank);
        const LaneNode& node = network_.node(slot);
        Player player;
        player.slot = slot;
        player.activity = network_.activity_of(slot);
        player.planned = network_.planned_duration(slot);
        player.floor = node.floor;
        player.fixed = node.fixed_end >= 0 || node.running;
        player.any_day = problem_.calendar_of(player.activity).every_day()
                         && node.first_forbidden == node.last_forbidden && node.first_absence == node.last_absence;
        players_.push_back(player);
    }
}

PolicyNetwork::Message PolicyNetwork::message_of(std::int32_t index, std::int32_t to) const {
    const Link& link = problem_.data().links[at(index)];
    const bool to_finish = link.to_anchor == Anchor::finish;
    const bool precedence = link.from_anchor == Anchor::finish && !to_finish;
    const bool plain = problem_.data().work_times[at(link.calendar)].every_day() || (link.lag == 0 && !precedence);
    if (!plain) return {to, index, 0, to_finish};
    return {to, -1, link.lag + (link.from_anchor == Anchor::start && to_finish ? 1 : 0), to_finish};
}

void PolicyNetwork::add_messages() {
    for (Player& player : players_) {
        std::vector<Message> of_start, of_finish;
        for (const auto index : problem_.links_from(player.activity)) {
            const Link& link = problem_.data().links[at(index)];
            if (link.sense != Sense::at_least || network_.slot_of(link.to) < 0) continue;
            const std::int32_t to = rank_of_[at(network_.slot_of(link.to))];
            if (players_[at(to)].fixed) continue;
            const Message message = message_of(index, to);
            const bool from_finish = link.from_anchor == Anchor::finish;
            (from_finish ? of_finish : of_start).push_back(message);
            // A link between finishes also keeps the second from beginning before the first.
            if (from_finish && message.to_finish) {
                ++players_[at(to)].open_finish;
                of_start.push_back({to, index, 0, true});
            }
            ++players_[at(to)].waits;
        }
        player.first_start = static_cast<std::int32_t>(messages_.size());
        messages_.insert(messages_.end(), of_start.begin(), of_start.end());
        player.last_start = player.first_finish = static_cast<std::int32_t>(messages_.size());
        messages_.insert(messages_.end(), of_finish.begin(), of_finish.end());
        player.last_finish = static_cast<std::int32_t>(messages_.size());
    }
}

void PolicyNetwork::add_demands(const problem::Schedule& planned) {
    demands_.assign(players_.size() * pools_.words(), 0);
    asked_ = demands_;
    for (std::size_t rank = 0; rank < players_.size(); ++rank) {
        const auto index = players_[rank].activity;
        const auto& mode = problem_.activity(index).modes[at(planned.mode[at(index)])];
        for (const auto& demand : mode.demands) {
            if (mode.duration == 0 || demand.units == 0) continue;
            pools_.add(demands_.data() + rank * pools_.words(), demand.pool, demand.units);
            pools_.add_guard(asked_.data() + rank * pools_.words(), demand.pool);
        }
    }
}

void PolicyNetwork::add_epochs() {
    const auto& pools = problem_.data().pools;
    std::vector<problem::Day> days{0};
    for (const auto& pool : pools)
        for (const auto& step : pool.steps) days.push_back(step.from);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    for (const auto day : days) {
        Epoch epoch{day, std::vector<std::uint64_t>(pools_.words(), 0)};
        for (std::size_t p = 0; p < pools.size(); ++p) {
            std::int32_t capacity = 0;
            for (const auto& step : pools[p].steps)
                if (step.from <= day) capacity = step.capacity;
            pools_.add(epoch.capacity.data(), static_cast<std::int32_t>(p), capacity);
        }
        epochs_.push_back(std::move(epoch));
    }
}

}  // namespace masar::forecast
