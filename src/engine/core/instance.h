#pragma once
// A problem laid out for search: needs packed, working days as tables, links as arcs, limits drawn together. Made once per
// solve, read by every worker.
#include "engine/core/packed_profile.h"
#include "engine/core/wish_list.h"
#include "problem/problem.h"

#include <cstdint>
#include <span>
#include <vector>

namespace masar::engine {

/// One calendar as tables over the whole horizon.
struct Grid {
    std::vector<Day> days;             ///< D(i)
    std::vector<std::int32_t> before;  ///< n(x) for x in [0, horizon]

    /// Index of the first working day >= day; days outside the horizon are moved to its edge.
    [[nodiscard]] std::int32_t index_from(Day day) const {
        if (day <= 0) return 0;
        return day < static_cast<Day>(before.size()) ? before[day] : before.back();
    }
    [[nodiscard]] std::int32_t count() const { return static_cast<std::int32_t>(days.size()); }
    [[nodiscard]] Day end_of(Stretch stretch) const {
        return stretch.duration == 0 ? days[stretch.from] : days[stretch.from + stretch.duration - 1] + 1;
    }
    /// Greatest index whose stretch of `duration` ends by the exclusive `end` (a milestone: on day `end` at the latest).
    [[nodiscard]] std::int32_t last_index(Day end, std::int32_t duration) const {
        return duration == 0 ? index_from(end + 1) - 1 : index_from(end) - duration;
    }
};

struct ModeTerms {
    std::int32_t duration = 0;
    std::int32_t first_need = 0, needs = 0;
};

/// An at_least link on the calendar of every day, seen from one of its ends:
/// start(to) + to_end·duration(to) >= start(from) + from_end·duration(from) + lag.
struct Arc {
    std::int32_t other = 0;
    std::int32_t lag = 0;
    std::int32_t from_end = 0, to_end = 0;  ///< 0 or 1
};

class Instance {
public:
    explicit Instance(const problem::Problem& problem);

    [[nodiscard]] const problem::Problem& problem() const { return problem_; }
    [[nodiscard]] std::int32_t size() const { return problem_.size(); }
    /// Days that can matter: the problem's horizon, or less when everything one after the other ends earlier.
    [[nodiscard]] Day horizon() const { return horizon_; }
    [[nodiscard]] const Grid& grid_of(std::int32_t activity) const {
        return grids_[problem_.activity(activity).calendar];
    }
    [[nodiscard]] std::int32_t modes(std::int32_t activity) const {
        return mode_first_[activity + 1] - mode_first_[activity];
    }
    [[nodiscard]] const ModeTerms& terms(std::int32_t activity, std::int32_t mode) const {
        return mode_terms_[mode_first_[activity] + mode];
    }
    [[nodiscard]] std::span<const Need> needs(const ModeTerms& terms) const {
        return {needs_.data() + terms.first_need, static_cast<std::size_t>(terms.needs)};
    }
    /// Window, horizon and firm gates together: exclusive.
    [[nodiscard]] Day deadline(std::int32_t activity) const { return deadlines_[activity]; }
    [[nodiscard]] bool fixed(std::int32_t activity) const { return problem_.activity(activity).fixed >= 0; }
    /// Whether the at_least link goes forward in topological order: its `from` is placed before its `to`.
    [[nodiscard]] bool forward(std::int32_t link) const { return forward_[link] != 0; }

    /// Nothing but forward links, pools of constant capacity and whole-project budgets on the calendar of every day, with the
    /// makespan first: time may be turned round.
    [[nodiscard]] bool plain() const { return plain_; }
    /// Justification is defined: no maximal lags and no reservoirs.
    [[nodiscard]] bool justifiable() const { return justifiable_; }
    [[nodiscard]] bool has_options() const { return has_options_; }
    [[nodiscard]] bool has_choices() const { return has_options_ || multi_mode_; }
    /// Arcs into and out of an activity; only when plain.
    [[nodiscard]] std::span<const Arc> arcs_to(std::int32_t activity) const { return arcs_.of(activity, true); }
    [[nodiscard]] std::span<const Arc> arcs_from(std::int32_t activity) const { return arcs_.of(activity, false); }

    /// Capacities less what fixed activities take.
    [[nodiscard]] const PackedProfile& free_capacity() const { return free_capacity_; }
    /// The amount of a budget that overshooting by counts as one typical expense; >= 1.
    [[nodiscard]] std::int64_t typical_expense(std::int32_t budget) const { return typical_expense_[budget]; }
    /// The largest amount of a term of an outcome goal; >= 1.
    [[nodiscard]] std::int64_t largest_gain(std::size_t goal) const { return largest_gain_[goal]; }
    [[nodiscard]] const WishList& wishes() const { return wishes_; }
    [[nodiscard]] Day first_day(std::int32_t partition, std::int32_t period) const;

private:
    struct ArcTable {
        std::vector<std::int32_t> first[2];
        std::vector<Arc> arcs[2];
        [[nodiscard]] std::span<const Arc> of(std::int32_t activity, bool incoming) const {
            const auto& f = first[incoming];
            return {arcs[incoming].data() + f[activity], static_cast<std::size_t>(f[activity + 1] - f[activity])};
        }
    };

    void lay_out_time();
    void lay_out_modes();
    void lay_out_links();
    void lay_out_arcs();
    void lay_out_limits();
    void lay_out_capacity();
    [[nodiscard]] bool time_is_plain() const;
    [[nodiscard]] bool rest_is_plain() const;

    const problem::Problem& problem_;
    Day horizon_;
    LaneLayout layout_;
    std::vector<Grid> grids_;
    std::vector<std::int32_t> mode_first_;
    std::vector<ModeTerms> mode_terms_;
    std::vector<Need> needs_;
    std::vector<Day> deadlines_;
    std::vector<char> forward_;
    ArcTable arcs_;
    std::vector<std::int64_t> typical_expense_, largest_gain_;
    std::vector<std::vector<Day>> first_days_;
    PackedProfile free_capacity_;
    WishList wishes_;
    bool plain_ = false, justifiable_ = false, has_options_ = false, multi_mode_ = false;
};

}  // namespace masar::engine
