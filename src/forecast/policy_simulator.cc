#include "forecast/policy_simulator.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace masar::forecast {
namespace {

using problem::Day;
using problem::never;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

}  // namespace

PolicySimulator::PolicySimulator(const PolicyNetwork& network, Causes causes)
    : network_(network),
      players_(network.players()),
      states_(players_.size()),
      eligible_((players_.size() + 63) / 64),
      used_(network.pools().words()),
      cause_(players_.size() * at(lanes), -1),
      causes_(causes == Causes::noted),
      steps_(network.epochs().size() > 1) {
    ends_.reserve(players_.size() + 1);
    for (std::size_t rank = 0; rank < players_.size(); ++rank) all_waits_.push_back(players_[rank].waits);
    first_eligible_.assign(eligible_.size(), 0);
    for (std::size_t rank = 0; rank < players_.size(); ++rank)
        if (players_[rank].waits == 0) first_eligible_[rank / 64] |= std::uint64_t{1} << (rank % 64);
    is_simple_ = is_simple();
    ending_ = DayRing(players_.size());
    if (!is_simple_) return;
    days_.assign(players_.size() * at(lanes), 0);
    starts_.assign(players_.size() * at(lanes), 0);
    for (const auto& player : players_) simple_.push_back({player.slot, player.first_finish, player.last_finish});
    for (const auto& message : network_.messages()) simple_to_.push_back(message.to);
}

bool PolicySimulator::is_simple() const {
    const bool plain_players = std::all_of(players_.begin(), players_.end(), [](const auto& player) {
        return player.any_day && !player.fixed && player.floor == 0 && player.first_start == player.last_start;
    });
    const bool plain_links =
        std::all_of(network_.messages().begin(), network_.messages().end(),
                    [](const auto& message) { return message.link < 0 && message.delta == 0 && !message.to_finish; });
    return plain_players && plain_links && !steps_ && used_.size() <= 1;
}

void PolicySimulator::run(const LaneRows& rows, const SampleDraws& draws) {
    const bool simple = is_simple_ && !draws.may_skip() && take_days(rows);
    for (std::int32_t lane = 0; lane < lanes; ++lane)
        simple ? run_simple_lane(rows, lane) : run_lane(rows, draws, lane);
    if (simple) give_spans(rows);
}

/// False when a duration is too long for the ring.
bool PolicySimulator::take_days(const LaneRows& rows) {
    const std::size_t players = simple_.size();
    std::int32_t longest = 0;
    for (std::size_t rank = 0; rank < players; ++rank) {
        const std::int32_t* days = rows.duration + simple_[rank].slot * lanes;
        for (std::size_t lane = 0; lane < at(lanes); ++lane) {
            longest = std::max(longest, days[lane]);
            days_[lane * players + rank] = days[lane];
        }
    }
    return longest < DayRing::days;
}

void PolicySimulator::give_spans(const LaneRows& rows) const {
    const std::size_t players = simple_.size();
    for (std::size_t rank = 0; rank < players; ++rank) {
        const std::int32_t first = simple_[rank].slot * lanes;
        for (std::size_t lane = 0; lane < at(lanes); ++lane) {
            const Day start = starts_[lane * players + rank];
            rows.start[at(first) + lane] = start;
            rows.end[at(first) + lane] = start + rows.duration[at(first) + lane];
        }
    }
}

void PolicySimulator::run_simple_lane(const LaneRows& rows, std::int32_t lane) {
    simple_waits_ = all_waits_;
    eligible_ = first_eligible_;
    free_ = network_.pools().guard() + (used_.empty() ? 0 : network_.epochs().front().capacity.front());
    last_finished_ = -1;
    Day now = 0;
    begin_simple(lane, now);
    for (Day next = ending_.next_day(now); next < never; next = ending_.next_day(now)) {
        now = next;
        end_simple(now);
        begin_simple(lane, now);
    }
    rows.project_end[lane] = now;
    rows.unsettled[lane] = 0;
    for (const std::uint64_t left : eligible_)
        if (left != 0) rows.unsettled[lane] = 1;  // asks for more than its pool ever holds
}

void PolicySimulator::end_simple(Day now) {
    const std::uint64_t* demands = used_.empty() ? nullptr : network_.demand(0);
    const SimplePlayer* players = simple_.data();
    const std::int32_t* to = simple_to_.data();
    std::int32_t* waits = simple_waits_.data();
    std::uint64_t* eligible = eligible_.data();
    for (std::int32_t rank = ending_.take(now); rank >= 0; rank = ending_.after(rank)) {
        if (demands != nullptr) free_ += demands[rank];
        last_finished_ = rank;
        const SimplePlayer& player = players[rank];
        for (std::int32_t i = player.first; i < player.last; ++i) {
            // Who waits for nobody more is not to be foretold: no branch.
            const auto next = static_cast<std::uint32_t>(to[i]);
            const std::uint64_t free = --waits[next] == 0 ? 1 : 0;
            eligible[next / 64] |= free << (next % 64);
            if (causes_ && free != 0) states_[next].bound_by = rank, states_[next].ready = now;
        }
    }
}

/// Those of a word of eligible ranks that fit beside each other, asked in their order; takes what they need. Without a branch on
/// whether one fits, which is not to be foretold.
std::uint64_t PolicySimulator::take_fitting(std::size_t word) {
    const std::uint64_t eligible = eligible_[word];
    if (used_.empty()) return eligible;
    const std::uint64_t guard = network_.pools().guard();
    const std::uint64_t* demands = network_.demand(word * 64);
    std::uint64_t free = free_, fitting = 0;
    for (std::uint64_t bits = eligible; bits != 0; bits &= bits - 1) {
        const std::uint64_t left = free - demands[std::countr_zero(bits)];
        const std::uint64_t fits = (left & guard) == guard ? ~std::uint64_t{0} : 0;
        free ^= (free ^ left) & fits;
        fitting |= bits & (~bits + 1) & fits;
    }
    free_ = free;
    return fitting;
}

void PolicySimulator::begin_simple(std::int32_t lane, Day now) {
    const std::int32_t* days = days_.data() + at(lane) * simple_.size();
    Day* starts = starts_.data() + at(lane) * simple_.size();
    for (std::size_t word = 0; word < eligible_.size(); ++word) {
        if (eligible_[word] == 0) continue;
        const std::uint64_t fitting = take_fitting(word);
        eligible_[word] ^= fitting;
        for (std::uint64_t bits = fitting; bits != 0; bits &= bits - 1) {
            const std::size_t rank = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
            starts[rank] = now;
            ending_.put(static_cast<std::int32_t>(rank), now + days[rank]);
            if (causes_) note_cause(rank, now, simple_[rank].slot * lanes + lane);
        }
    }
}

void PolicySimulator::note_cause(std::size_t rank, Day now, std::int32_t cell) {
    const std::int32_t by = states_[rank].ready == now ? states_[rank].bound_by : last_finished_;
    cause_[at(cell)] = by < 0 || now == 0 ? -1 : players_[at(by)].slot;
}

void PolicySimulator::run_lane(const LaneRows& rows, const SampleDraws& draws, std::int32_t lane) {
    reset(draws, lane);
    begin_fixed(rows, lane);
    for (now_ = 0; now_ < never; now_ = next_event()) {
        end_what_ends();
        begin_what_can(rows, draws, lane);
    }
    Day last = 0;
    bool stuck = false;
    for (std::size_t rank = 0; rank < players_.size(); ++rank) {
        const std::int32_t cell = players_[rank].slot * lanes + lane;
        rows.start[cell] = states_[rank].start;
        rows.end[cell] = states_[rank].end;
        stuck = stuck || states_[rank].end >= never;
        last = std::max(last, states_[rank].end);
    }
    rows.project_end[lane] = last;
    rows.unsettled[lane] = stuck ? 1 : 0;
}

void PolicySimulator::reset(const SampleDraws& draws, std::int32_t lane) {
    std::fill(eligible_.begin(), eligible_.end(), 0);
    std::fill(used_.begin(), used_.end(), 0);
    ends_.clear();
    epoch_ = 0;
    last_finished_ = -1;
    for (std::size_t rank = 0; rank < players_.size(); ++rank) {
        const auto& player = players_[rank];
        const std::int32_t* taken = draws.taken(player.slot);
        states_[rank] = {.waits = player.waits,
                         .open_finish = player.open_finish,
                         .ready = player.floor,
                         .start = never,
                         .end = never,
                         .skipped = taken != nullptr && taken[lane] == 0};
        if (player.waits == 0 && !player.fixed) eligible_[rank / 64] |= std::uint64_t{1} << (rank % 64);
    }
}

/// What has begun needs no leave; what is done no longer holds anything.
void PolicySimulator::begin_fixed(const LaneRows& rows, std::int32_t lane) {
    now_ = 0;
    for (std::size_t rank = 0; rank < players_.size(); ++rank) {
        const auto& player = players_[rank];
        if (!player.fixed) continue;
        const LaneNode& node = network_.network().node(player.slot);
        const auto& calendar = network_.problem().calendar_of(player.activity);
        const Day end =
            node.fixed_end >= 0
                ? node.fixed_end
                : std::max(node.no_end_before, calendar.end_of(node.floor, rows.duration[player.slot * lanes + lane]));
        begin(rank, node.floor, end);
    }
}

void PolicySimulator::begin_what_can(const LaneRows& rows, const SampleDraws& draws, std::int32_t lane) {
    wake_ = never;
    blocked_ = false;
    for (std::size_t word = 0; word < eligible_.size(); ++word) {
        for (std::uint64_t bits = eligible_[word]; bits != 0; bits &= bits - 1) {
            const std::size_t rank = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
            State& state = states_[rank];
            if (state.ready > now_) {
                wake_ = std::min(wake_, state.ready);
                continue;
            }
            if (!fits(rank)) {
                blocked_ = true;
                continue;
            }
            if (!players_[rank].any_day && !state.skipped) {
                state.ready = startable(rank, draws, lane);
                if (state.ready > now_) {
                    wake_ = std::min(wake_, state.ready);
                    continue;
                }
            }
            eligible_[word] &= ~(std::uint64_t{1} << (rank % 64));
            const bool by_link = state.bound_by >= 0 && states_[at(state.bound_by)].end == now_;
            const std::int32_t by = by_link ? state.bound_by : last_finished_;
            cause_[at(players_[rank].slot * lanes + lane)] = by < 0 ? -1 : players_[at(by)].slot;
            begin(rank, now_, end_of(rank, rows, draws, lane));
        }
    }
}

Day PolicySimulator::startable(std::size_t rank, const SampleDraws& draws, std::int32_t lane) const {
    const auto& player = players_[rank];
    const LaneNode& node = network_.network().node(player.slot);
    const LaneNetwork tables = network_.network().lanes_view();
    const auto& calendar = network_.problem().calendar_of(player.activity);
    Day start = calendar.next(now_);
    for (std::int32_t i = node.first_forbidden; i < node.last_forbidden && start < never; ++i) {
        const LaneInterval shut = tables.forbidden[i];
        if (start < shut.to && std::max(calendar.end_of(start, player.planned), start + 1) > shut.from)
            start = calendar.next(shut.to);
    }
    for (std::int32_t i = node.first_absence; i < node.last_absence; ++i) {
        const std::int32_t cell = tables.absence_of[i] * lanes + lane;
        if (start >= draws.absence_from()[cell] && start < draws.absence_to()[cell]) start = draws.absence_to()[cell];
    }
    return start;
}

Day PolicySimulator::end_of(std::size_t rank, const LaneRows& rows, const SampleDraws& draws, std::int32_t lane) const {
    const auto& player = players_[rank];
    const std::int32_t days = rows.duration[player.slot * lanes + lane];
    if (player.any_day || states_[rank].skipped) return std::min(now_ + days, never);
    const LaneNode& node = network_.network().node(player.slot);
    const LaneNetwork tables = network_.network().lanes_view();
    const auto& calendar = network_.problem().calendar_of(player.activity);
    std::int32_t stretched = days;
    Day end = calendar.end_of(now_, stretched);
    for (std::int32_t i = node.first_absence; i < node.last_absence && days > 0; ++i) {
        const std::int32_t cell = tables.absence_of[i] * lanes + lane;
        const Day from = std::max(draws.absence_from()[cell], now_), to = draws.absence_to()[cell];
        if (from >= to || from >= end) continue;
        stretched += calendar.count_before(to) - calendar.count_before(from);
        end = calendar.end_of(now_, stretched);
    }
    return end;
}

bool PolicySimulator::fits(std::size_t rank) const {
    if (states_[rank].skipped) return true;
    const PackedPools& pools = network_.pools();
    const std::uint64_t guard = pools.guard();
    const std::uint64_t* demand = network_.demand(rank);
    const std::uint64_t* asked = network_.asked(rank);
    const auto within = [&](const PolicyNetwork::Epoch& epoch) {
        for (std::size_t w = 0; w < used_.size(); ++w)
            if (((epoch.capacity[w] + guard - used_[w] - demand[w]) & asked[w]) != asked[w]) return false;
        return true;
    };
    const auto& epochs = network_.epochs();
    if (!within(epochs[epoch_])) return false;
    if (!steps_) return true;
    const Day planned_end =
        network_.problem().calendar_of(players_[rank].activity).end_of(now_, players_[rank].planned);
    for (std::size_t e = epoch_ + 1; e < epochs.size() && epochs[e].from < planned_end; ++e)
        if (!within(epochs[e])) return false;
    return true;
}

void PolicySimulator::begin(std::size_t rank, Day start, Day end) {
    State& state = states_[rank];
    state.start = start;
    state.end = never;
    if (!state.skipped && end > now_) {
        state.holds = true;
        const std::uint64_t* demand = network_.demand(rank);
        for (std::size_t w = 0; w < used_.size(); ++w) used_[w] += demand[w];
    }
    tell_start(rank);
    push_end(rank, end);
}

void PolicySimulator::push_end(std::size_t rank, Day end) {
    if (end >= never) return;
    // What ends today lets others begin today: the event is the next one, at the same day.
    ends_.push_back(static_cast<std::uint64_t>(end) << 32 | rank);
    std::push_heap(ends_.begin(), ends_.end(), std::greater<>());
}

void PolicySimulator::end_what_ends() {
    while (!ends_.empty() && static_cast<Day>(ends_.front() >> 32) <= now_) {
        const auto rank = static_cast<std::size_t>(ends_.front() & 0xFFFFFFFF);
        const auto end = static_cast<Day>(ends_.front() >> 32);
        std::pop_heap(ends_.begin(), ends_.end(), std::greater<>());
        ends_.pop_back();
        State& state = states_[rank];
        if (state.open_finish > 0) {
            state.held = true;
            state.finish = std::max(state.finish, end);
        } else if (state.finish > end) {
            push_end(rank, state.finish);
        } else {
            state.end = end;
            finish(rank);
        }
    }
    while (epoch_ + 1 < network_.epochs().size() && network_.epochs()[epoch_ + 1].from <= now_) ++epoch_;
}

void PolicySimulator::finish(std::size_t rank) {
    if (states_[rank].holds) {
        const std::uint64_t* demand = network_.demand(rank);
        for (std::size_t w = 0; w < used_.size(); ++w) used_[w] -= demand[w];
        last_finished_ = static_cast<std::int32_t>(rank);
    }
    tell_finish(rank);
}

Day PolicySimulator::bound(const PolicyNetwork::Message& message, problem::Span span, bool of_start) const {
    if (message.link < 0) return (of_start ? span.start : span.end) + message.delta;
    return problem::link_bound(network_.problem(), network_.problem().data().links[at(message.link)], span);
}

void PolicySimulator::tell_start(std::size_t rank) {
    const auto& player = players_[rank];
    const State& state = states_[rank];
    const auto& calendar = network_.problem().calendar_of(player.activity);
    for (std::int32_t i = player.first_start; i < player.last_start; ++i) {
        const auto& message = network_.messages()[at(i)];
        Day ready = 0;
        if (message.to_finish) {
            // When the other must end is known only from its start on, or guessed from what is planned.
            const auto& other = players_[at(message.to)];
            const Day guess = bound(message, {state.start, calendar.end_of(state.start, player.planned)}, true);
            const auto& link = message.link;
            if (link < 0 || network_.problem().data().links[at(link)].from_anchor == problem::Anchor::start)
                states_[at(message.to)].finish = std::max(states_[at(message.to)].finish, guess);
            ready = network_.problem().calendar_of(other.activity).start_reaching(guess, other.planned);
        } else {
            ready = bound(message, {state.start, state.start}, true);
        }
        received(at(message.to), ready, rank);
    }
}

void PolicySimulator::tell_finish(std::size_t rank) {
    const auto& player = players_[rank];
    const problem::Span span{states_[rank].start, states_[rank].end};
    for (std::int32_t i = player.first_finish; i < player.last_finish; ++i) {
        const auto& message = network_.messages()[at(i)];
        const Day day = bound(message, span, false);
        if (!message.to_finish) {
            received(at(message.to), day, rank);
            continue;
        }
        State& other = states_[at(message.to)];
        other.finish = std::max(other.finish, day);
        if (--other.open_finish == 0 && other.held) push_end(at(message.to), std::max(other.finish, now_));
    }
}

void PolicySimulator::received(std::size_t rank, Day ready, std::size_t from) {
    State& state = states_[rank];
    if (ready >= state.ready) {
        state.ready = ready;
        state.bound_by = static_cast<std::int32_t>(from);
    }
    if (--state.waits == 0) eligible_[rank / 64] |= std::uint64_t{1} << (rank % 64);
}

Day PolicySimulator::next_event() const {
    Day next = wake_;
    if (!ends_.empty()) next = std::min(next, std::max(now_, static_cast<Day>(ends_.front() >> 32)));
    if (blocked_ && epoch_ + 1 < network_.epochs().size()) next = std::min(next, network_.epochs()[epoch_ + 1].from);
    return next;
}

void PolicySimulator::count_critical(const LaneRows& rows, std::vector<std::int64_t>& critical) const {
    for (std::int32_t lane = 0; lane < lanes; ++lane) {
        if (rows.counted[lane] == 0) continue;
        std::int32_t last = -1;
        for (std::int32_t slot = 0; slot < static_cast<std::int32_t>(players_.size()); ++slot)
            if (rows.end[slot * lanes + lane] == rows.project_end[lane]) last = slot;
        for (std::size_t steps = 0; last >= 0 && steps < players_.size(); ++steps) {
            ++critical[at(last)];
            last = cause_[at(last * lanes + lane)];
        }
    }
}

}  // namespace masar::forecast
