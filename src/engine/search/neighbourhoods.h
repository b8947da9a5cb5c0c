#pragma once
// Neighbourhoods of a schedule for the exact search (large-neighbourhood search: Shaw 1998; Godard, Laborie, Nuijten 2005): most of
// the schedule is held by assumptions, the rest is searched for something better. All of them are searched by one engine, so that
// what is learnt in one is known in all. Deterministic.
#include "base/random_stream.h"
#include "engine/search/clause_model.h"

#include <vector>

namespace masar::engine {

class Neighbourhoods {
public:
    explicit Neighbourhoods(const Problem& problem);

    /// Bounds to be assumed together for a search near `best`, a checked schedule.
    [[nodiscard]] std::vector<Bound> next(const ClauseModel& model, const Schedule& best);
    /// The last one held nothing better: the next of its kind is larger.
    void widen() { resize(1.04); }
    /// The last one could not be searched to the end: the next of its kind is smaller.
    void narrow() { resize(0.96); }

private:
    /// Which part of the schedule is free.
    enum class Kind : std::uint8_t {
        window,  ///< what runs in a stretch of time; what comes after it moves a day to the left
        band,    ///< everything, but a few days only
    };

    void centre_on(const Schedule& schedule);
    [[nodiscard]] problem::Interval stretch();
    void hold_outside(problem::Interval free);
    void hold_in_band();
    void hold_start(std::int32_t activity, Day from, Day to);
    void hold_choice(std::int32_t activity);
    void resize(double factor);

    const Problem& problem_;
    const ClauseModel* model_ = nullptr;  ///< during next(), as the two below
    Schedule centre_;
    std::vector<Day> end_;  ///< of the centre
    base::RandomStream random_;
    std::vector<Bound> held_;
    Kind kind_ = Kind::window;
    bool movable_;                            ///< moving all that comes later by a day is a move that can help
    double free_activities_ = 20, days_ = 3;  ///< sizes of the next window and the next band
};

}  // namespace masar::engine
