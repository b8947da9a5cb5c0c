#include "engine/search/windows.h"

#include <algorithm>

namespace masar::engine {

using problem::Anchor;
using problem::Link;
using problem::Sense;
using problem::Span;

Windows::Windows(const Instance& instance, const Cycles& cycles)
    : instance_(instance),
      cycles_(cycles),
      placed_(instance.size()),
      looks_ahead_(instance.size()),
      release_(instance.size()) {
    const auto& links = instance.problem().data().links;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const bool ordinary = instance.forward(static_cast<std::int32_t>(i)) && !instance.fixed(links[i].to);
        if (!ordinary) looks_ahead_[links[i].from] = looks_ahead_[links[i].to] = 1;
    }
    if (cycles.members.empty()) return;
    window_.resize(instance.size());
    culprit_.assign(instance.size(), -1);
    queued_.resize(instance.size());
}

std::int32_t Windows::duration_of(std::int32_t activity) const {
    return instance_.terms(activity, (*mode_)[activity]).duration;
}

Span Windows::span_at(std::int32_t activity, std::int32_t index) const {
    const Grid& grid = instance_.grid_of(activity);
    const std::int32_t duration = duration_of(activity);
    const Stretch stretch{std::clamp(index, 0, std::max(0, grid.count() - std::max(1, duration))), duration};
    return {grid.days[stretch.from], grid.end_of(stretch)};
}

/// Least index whose start, or end, is not before the event.
std::int32_t Windows::first_index_for(std::int32_t activity, Anchor anchor, Day event) const {
    const Grid& grid = instance_.grid_of(activity);
    const std::int32_t duration = duration_of(activity);
    if (event > instance_.horizon()) return grid.count();
    if (anchor == Anchor::start || duration == 0) return grid.index_from(event);
    return std::max(0, grid.index_from(event - 1) - duration + 1);
}

/// Greatest index whose start, or end, is not after the event.
std::int32_t Windows::last_index_for(std::int32_t activity, Anchor anchor, Day event) const {
    const Grid& grid = instance_.grid_of(activity);
    if (event < 0) return -1;
    return anchor == Anchor::start ? grid.index_from(event + 1) - 1 : grid.last_index(event, duration_of(activity));
}

Window Windows::own(std::int32_t activity) const {
    const std::int32_t first =
        instance_.grid_of(activity).index_from(instance_.problem().activity(activity).earliest_start);
    return {std::max(first, release_[activity]),
            last_index_for(activity, Anchor::finish, instance_.deadline(activity))};
}

/// The link's successor is being placed, its predecessor stands.
void Windows::narrow_to(const Link& link, const Candidate& candidate, Window& window) const {
    const Day bound = link_bound(instance_.problem(), link, {candidate.start[link.from], candidate.end[link.from]});
    if (link.sense == Sense::at_least) {
        window.first = std::max(window.first, first_index_for(link.to, link.to_anchor, bound));
    } else {
        window.last = std::min(window.last, last_index_for(link.to, link.to_anchor, bound));
    }
}

/// The link's predecessor is being placed, its successor stands.
void Windows::narrow_from(const Link& link, const Candidate& candidate, Window& window) const {
    const Day event = link.to_anchor == Anchor::start ? candidate.start[link.to] : candidate.end[link.to];
    if (link.sense == Sense::at_least) {
        const Day latest = link_inverse(instance_.problem(), link, event);
        window.last = std::min(window.last, last_index_for(link.from, link.from_anchor, latest));
    } else {
        const Day earliest = link_needed(instance_.problem(), link, event);
        window.first = std::max(window.first, first_index_for(link.from, link.from_anchor, earliest));
    }
}

Window Windows::linked(std::int32_t activity, const Candidate& candidate) const {
    Window window = own(activity);
    const auto& links = instance_.problem().data().links;
    for (const std::int32_t index : instance_.problem().links_to(activity)) {
        if (placed_[links[index].from] != 0 && candidate.mode[links[index].from] >= 0)
            narrow_to(links[index], candidate, window);
    }
    if (looks_ahead_[activity] == 0) return window;
    for (const std::int32_t index : instance_.problem().links_from(activity)) {
        if (placed_[links[index].to] != 0 && candidate.mode[links[index].to] >= 0)
            narrow_from(links[index], candidate, window);
    }
    return window;
}

Window Windows::of(std::int32_t activity, const Candidate& candidate) const {
    Window window = linked(activity, candidate);
    if (!window_.empty() && cycles_.of[activity] >= 0) {
        window.first = std::max(window.first, window_[activity].first);
        window.last = std::min(window.last, window_[activity].last);
    }
    return window;
}

std::int32_t Windows::last_before_successors(std::int32_t activity, const Candidate& candidate) const {
    Window window = own(activity);
    for (const std::int32_t index : instance_.problem().links_from(activity)) {
        const Link& link = instance_.problem().data().links[index];
        if (candidate.mode[link.to] >= 0) narrow_from(link, candidate, window);
    }
    return window.last;
}

void Windows::reset(const Candidate& candidate) {
    mode_ = &candidate.mode;
    std::ranges::fill(release_, 0);
    for (std::int32_t activity = 0; activity < instance_.size(); ++activity)
        placed_[activity] = instance_.fixed(activity);
    for (std::size_t cycle = 0; cycle < cycles_.members.size(); ++cycle)
        open_cycle(static_cast<std::int32_t>(cycle), candidate);
}

void Windows::placed(std::int32_t activity, const Candidate& candidate) {
    placed_[activity] = 1;
    if (window_.empty() || cycles_.of[activity] < 0) return;
    const std::int32_t index = instance_.grid_of(activity).index_from(candidate.start[activity]);
    window_[activity] = {index, index};
    culprit_[activity] = activity;
    queue_.push_back(activity);
    propagate();
}

void Windows::withdraw(const std::vector<std::int32_t>& activities, const Candidate& candidate) {
    for (const std::int32_t activity : activities) placed_[activity] = 0;
    for (const std::int32_t activity : activities) {
        if (cycles_.of[activity] >= 0) open_cycle(cycles_.of[activity], candidate);
    }
}

void Windows::open_cycle(std::int32_t cycle, const Candidate& candidate) {
    for (const std::int32_t member : cycles_.members[cycle]) {
        if (candidate.mode[member] < 0) continue;
        const bool stands = placed_[member] != 0;
        const std::int32_t index = instance_.grid_of(member).index_from(candidate.start[member]);
        window_[member] = stands ? Window{index, index} : linked(member, candidate);
        culprit_[member] = stands ? member : -1;
        queue_.push_back(member);
        queued_[member] = 1;
    }
    propagate();
}

void Windows::propagate() {
    // A contradiction would shrink windows without end; beyond this the pass finds out by itself.
    std::int64_t patience = 64 + 64 * static_cast<std::int64_t>(queue_.size() + window_.size());
    for (std::size_t head = 0; head < queue_.size(); ++head) {
        const std::int32_t activity = queue_[head];
        queued_[activity] = 0;
        if (--patience < 0) continue;
        const auto& links = instance_.problem().data().links;
        for (const std::int32_t index : instance_.problem().links_from(activity)) propagate(links[index]);
        for (const std::int32_t index : instance_.problem().links_to(activity)) propagate(links[index]);
    }
    queue_.clear();
}

void Windows::propagate(const Link& link) {
    if (cycles_.of[link.from] < 0 || cycles_.of[link.from] != cycles_.of[link.to]) return;
    if ((*mode_)[link.from] < 0 || (*mode_)[link.to] < 0) return;
    const auto& problem = instance_.problem();
    const Window from = window_[link.from], to = window_[link.to];
    const auto event = [&](std::int32_t index) {
        const Span span = span_at(link.to, index);
        return link.to_anchor == Anchor::start ? span.start : span.end;
    };
    if (link.sense == Sense::at_least) {
        const Day earliest = link_bound(problem, link, span_at(link.from, from.first));
        raise(link.to, first_index_for(link.to, link.to_anchor, earliest));
        const Day latest = link_inverse(problem, link, event(to.last));
        lower(link.from, last_index_for(link.from, link.from_anchor, latest), link.to);
    } else {
        const Day latest = link_bound(problem, link, span_at(link.from, from.last));
        lower(link.to, last_index_for(link.to, link.to_anchor, latest), link.from);
        const Day earliest = link_needed(problem, link, event(to.first));
        raise(link.from, first_index_for(link.from, link.from_anchor, earliest));
    }
}

void Windows::raise(std::int32_t activity, std::int32_t first) {
    if (placed_[activity] != 0 || first <= window_[activity].first) return;
    window_[activity].first = first;
    if (queued_[activity] == 0) queue_.push_back(activity);
    queued_[activity] = 1;
}

void Windows::lower(std::int32_t activity, std::int32_t last, std::int32_t by) {
    if (placed_[activity] != 0 || last >= window_[activity].last) return;
    window_[activity].last = last;
    culprit_[activity] = culprit_[by];
    if (queued_[activity] == 0) queue_.push_back(activity);
    queued_[activity] = 1;
}

}  // namespace masar::engine
