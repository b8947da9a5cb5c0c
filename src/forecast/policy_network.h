#pragma once
// A planned schedule as staff replay it: activities in the order in which the plan starts them, what each event lets begin, and
// demands packed into words. Immutable; shared by all threads.
#include "forecast/simulation_network.h"
#include "problem/link_bound.h"

#include <vector>

namespace masar::forecast {

/// Demands on several pools in one word: fields whose top bit stays free, so that one subtraction compares them all
/// (Lamport 1975). Four fields to a word where no pool holds more than 16,383 units, else one.
class PackedPools {
public:
    PackedPools() = default;
    explicit PackedPools(const std::vector<problem::Pool>& pools);

    [[nodiscard]] std::size_t words() const { return words_; }
    [[nodiscard]] std::uint64_t guard() const { return bits_ == 16 ? 0x8000800080008000 : std::uint64_t{1} << 63; }
    void add(std::uint64_t* words, std::int32_t pool, std::int64_t units) const;
    /// Sets the guard bit of one pool.
    void add_guard(std::uint64_t* words, std::int32_t pool) const;

private:
    std::size_t words_ = 0;
    unsigned bits_ = 16;
};

class PolicyNetwork {
public:
    PolicyNetwork(const problem::Problem& problem, const problem::Schedule& planned, const SimulationNetwork& network);

    /// What the start or the finish of an activity tells another.
    struct Message {
        std::int32_t to = -1;    ///< rank
        std::int32_t link = -1;  ///< of the problem; -1 = plain: day of the event + delta
        std::int32_t delta = 0;
        bool to_finish = false;  ///< bounds the other's finish, not its start
    };
    /// One activity, by rank in the planned order.
    struct Player {
        std::int32_t slot = -1, activity = -1;
        std::int32_t planned = 0;  ///< duration
        std::int32_t floor = 0;
        std::int32_t waits = 0;                          ///< messages before it may begin
        std::int32_t open_finish = 0;                    ///< finishes of others that its own must await
        std::int32_t first_start = 0, last_start = 0;    ///< messages of its start
        std::int32_t first_finish = 0, last_finish = 0;  ///< messages of its finish
        bool any_day = false;  ///< every day worked, nothing forbidden, nobody called away: may start when asked
        bool fixed = false;
    };
    /// Capacities from a day on.
    struct Epoch {
        problem::Day from = 0;
        std::vector<std::uint64_t> capacity;
    };

    [[nodiscard]] const problem::Problem& problem() const { return problem_; }
    [[nodiscard]] const SimulationNetwork& network() const { return network_; }
    [[nodiscard]] const std::vector<Player>& players() const { return players_; }
    [[nodiscard]] const std::vector<Message>& messages() const { return messages_; }
    [[nodiscard]] const PackedPools& pools() const { return pools_; }
    [[nodiscard]] const std::uint64_t* demand(std::size_t rank) const {
        return demands_.data() + rank * pools_.words();
    }
    /// Guard bits of the pools that it asks for.
    [[nodiscard]] const std::uint64_t* asked(std::size_t rank) const { return asked_.data() + rank * pools_.words(); }
    [[nodiscard]] const std::vector<Epoch>& epochs() const { return epochs_; }

private:
    void rank_players(const problem::Schedule& planned);
    void add_messages();
    void add_demands(const problem::Schedule& planned);
    void add_epochs();
    [[nodiscard]] Message message_of(std::int32_t link, std::int32_t to) const;

    const problem::Problem& problem_;
    const SimulationNetwork& network_;
    std::vector<Player> players_;
    std::vector<std::int32_t> rank_of_;  ///< by slot
    std::vector<Message> messages_;
    PackedPools pools_;
    std::vector<std::uint64_t> demands_, asked_;
    std::vector<Epoch> epochs_;
};

}  // namespace masar::forecast
