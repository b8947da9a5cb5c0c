// The right-justifying half of FullScheme.
#include "engine/search/full_scheme.h"

#include <algorithm>

namespace masar::engine {

using problem::Span;

void FullScheme::limit_ends(const Candidate& candidate) {
    Day last = 0;
    for (std::int32_t activity = 0; activity < instance_.size(); ++activity) {
        if (candidate.mode[activity] >= 0) last = std::max(last, candidate.end[activity]);
    }
    end_limit_.resize(candidate.end.size());
    for (std::int32_t activity = 0; activity < instance_.size(); ++activity) {
        end_limit_[activity] = std::min(last, std::max(instance_.deadline(activity), candidate.end[activity]));
    }
    for (const auto& gate : instance_.problem().data().gates) {
        Day reached = gate.due_end;
        for (const std::int32_t activity : gate.requires_done) {
            if (candidate.mode[activity] >= 0) reached = std::max(reached, candidate.end[activity]);
        }
        for (const std::int32_t activity : gate.requires_done) {
            end_limit_[activity] = std::min(end_limit_[activity], reached);
        }
    }
}

void FullScheme::shift_right(const Candidate& candidate, Candidate& shifted) {
    limit_ends(candidate);
    shifted = candidate;
    board_.reset();
    windows_.reset(shifted);
    eligible_.clear();
    missing_ = degree_out_;
    if (instance_.has_options()) {
        const auto& links = instance_.problem().data().links;
        for (const auto& link : links) missing_[link.from] -= candidate.mode[link.to] < 0;
    }
    for (std::int32_t activity = 0; activity < instance_.size(); ++activity) {
        if (missing_[activity] > 0 || candidate.mode[activity] < 0 || instance_.fixed(activity)) continue;
        eligible_.push({-std::int64_t{candidate.end[activity]}, activity});
    }
    while (!eligible_.empty()) {
        const std::int32_t activity = eligible_.pop().activity;
        place_late(activity, candidate, shifted);
        release_predecessors(activity, candidate);
    }
}

void FullScheme::place_late(std::int32_t activity, const Candidate& candidate, Candidate& shifted) {
    const Grid& grid = instance_.grid_of(activity);
    const std::int32_t mode = candidate.mode[activity];
    const std::int32_t here = grid.index_from(candidate.start[activity]);
    const std::int32_t limit = windows_.last_index_for(activity, problem::Anchor::finish, end_limit_[activity]);
    const std::int32_t last = std::min(limit, windows_.last_before_successors(activity, shifted));
    // Moving others late may leave no room where it was: then it goes earlier, for the order's sake.
    const std::int32_t index = finder_.latest({activity, mode, 0, last});
    const bool found = index != StartFinder::none;
    const Placement placement{activity, mode, found ? index : here};
    const Span span = board_.span_of(placement);
    shifted.start[activity] = span.start;
    shifted.end[activity] = span.end;
    if (found) {
        board_.place(placement);
    } else {
        board_.squeeze_in(placement);
    }
    windows_.placed(activity, shifted);
}

void FullScheme::release_predecessors(std::int32_t activity, const Candidate& candidate) {
    for (const std::int32_t index : instance_.problem().links_to(activity)) {
        const std::int32_t before = instance_.problem().data().links[index].from;
        const bool ready = --missing_[before] == 0;
        if (ready && candidate.mode[before] >= 0 && !instance_.fixed(before)) {
            eligible_.push({-std::int64_t{candidate.end[before]}, before});
        }
    }
}

}  // namespace masar::engine
