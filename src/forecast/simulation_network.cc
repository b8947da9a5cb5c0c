#include "forecast/simulation_network.h"

#include <algorithm>

namespace masar::forecast {
namespace {

using problem::Anchor;
using problem::Link;
using problem::Sense;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

bool is_plain_precedence(const Link& link) {
    return link.lag == 0 && link.from_anchor == Anchor::finish && link.to_anchor == Anchor::start;
}

}  // namespace

SimulationNetwork::SimulationNetwork(const problem::Problem& problem, const problem::Schedule& planned,
                                     const RiskModel& model)
    : problem_(problem), planned_schedule_(planned), iterates_(problem.has_maximal_lags()) {
    order_slots();
    add_calendars();
    add_nodes(model);
    add_absences(model);
    add_links();
    choose_paths();
}

LaneNetwork SimulationNetwork::lanes_view() const {
    // A longest chain of pushes visits each activity at most once per round; more rounds mean a contradiction.
    const std::int32_t sweeps = iterates_ ? std::clamp(slots() + 2, 8, 1000) : 1;
    return {nodes_.data(),     slots(),           in_.data(),         out_.data(),
            calendars_.data(), forbidden_.data(), absence_of_.data(), sweeps};
}

void SimulationNetwork::order_slots() {
    slot_of_.assign(at(problem_.size()), -1);
    for (const auto activity : problem_.topological_order()) {
        if (!planned_schedule_.chosen(activity)) continue;
        slot_of_[at(activity)] = slots();
        activity_of_.push_back(activity);
        const auto& asked = problem_.activity(activity);
        planned_.push_back(asked.modes[at(planned_schedule_.mode[at(activity)])].duration);
    }
}

void SimulationNetwork::add_calendars() {
    calendar_data_.reserve(2 * problem_.data().work_times.size());
    for (const auto& time : problem_.data().work_times) {
        CalendarTable table;
        if (!time.every_day()) {
            auto& count = calendar_data_.emplace_back();
            for (problem::Day day = 0; day <= time.horizon(); ++day) count.push_back(time.count_before(day));
            auto& days = calendar_data_.emplace_back();
            for (std::int32_t i = 0; i < count.back(); ++i) days.push_back(time.nth(i));
            days.push_back(problem::never);
            table = {count.data(), days.data(), time.horizon(), static_cast<std::int32_t>(days.size()) - 1};
        }
        calendars_.push_back(table);
    }
}

void SimulationNetwork::add_nodes(const RiskModel& model) {
    std::vector<bool> uncertain(at(problem_.size()), false);
    for (const auto& duration : model.durations) uncertain[at(duration.activity)] = true;
    for (std::int32_t slot = 0; slot < slots(); ++slot) {
        const std::int32_t index = activity_of(slot);
        const problem::Activity& activity = problem_.activity(index);
        LaneNode node;
        node.calendar = activity.calendar;
        node.floor = std::max(activity.earliest_start, 0);
        if (!model.not_before.empty()) node.floor = std::max(node.floor, model.not_before[at(index)]);
        if (activity.forbidden >= 0) {
            node.first_forbidden = static_cast<std::int32_t>(forbidden_.size());
            for (const auto& shut : problem_.data().forbidden_sets[at(activity.forbidden)])
                forbidden_.push_back({shut.from, shut.to});
            node.last_forbidden = static_cast<std::int32_t>(forbidden_.size());
        }
        if (activity.fixed >= 0) {
            const auto& fixed = problem_.data().fixed_activities[at(activity.fixed)];
            node.floor = fixed.start;
            node.running = uncertain[at(index)];
            node.fixed_end = node.running ? -1 : fixed.end;
            node.no_end_before = node.running ? fixed.uses_from : 0;
            node.first_forbidden = node.last_forbidden = 0;
        }
        nodes_.push_back(node);
    }
}

void SimulationNetwork::add_absences(const RiskModel& model) {
    for (std::size_t e = 0; e < model.events.size(); ++e)
        for (std::size_t s = 0; s < model.events[e].seasons.size(); ++s)
            absences_.push_back({static_cast<std::int32_t>(e), static_cast<std::int32_t>(s)});
    std::stable_sort(absences_.begin(), absences_.end(), [&](const Absence& a, const Absence& b) {
        return model.events[at(a.event)].seasons[at(a.season)].from
               < model.events[at(b.event)].seasons[at(b.season)].from;
    });
    for (std::int32_t slot = 0; slot < slots(); ++slot) {
        LaneNode& node = nodes_[at(slot)];
        node.first_absence = static_cast<std::int32_t>(absence_of_.size());
        for (std::size_t i = 0; i < absences_.size() && node.fixed_end < 0; ++i) {
            const auto& hit = model.events[at(absences_[i].event)].activities;
            if (std::find(hit.begin(), hit.end(), activity_of(slot)) != hit.end())
                absence_of_.push_back(static_cast<std::int32_t>(i));
        }
        node.last_absence = static_cast<std::int32_t>(absence_of_.size());
        if (node.first_absence < node.last_absence) node.stretched = stretched_rows_++;
    }
}

LaneLink SimulationNetwork::lane_link(const Link& link, LaneLink::Form form) const {
    const bool backward = form == LaneLink::Form::inverse || form == LaneLink::Form::needed;
    LaneLink made;
    made.other = slot_of(backward ? link.to : link.from);
    made.reads_end = (backward ? link.to_anchor : link.from_anchor) == Anchor::finish;
    made.moves_end = (backward ? link.from_anchor : link.to_anchor) == Anchor::finish;
    made.calendar = link.calendar;
    const bool over_night = link.from_anchor == Anchor::start && link.to_anchor == Anchor::finish;
    const bool precedence = link.from_anchor == Anchor::finish && link.to_anchor == Anchor::start;
    const problem::Activity& to = problem_.activity(link.to);
    const bool counts = link.lag != 0 || precedence;
    // Without lag, on the successor's own calendar, the successor finds its working day by itself.
    const bool settles_itself = is_plain_precedence(link) && link.calendar == to.calendar && to.fixed < 0;
    if (calendars_[at(link.calendar)].count == nullptr || !counts || settles_itself) {
        const std::int32_t shift = link.lag + (over_night ? 1 : 0);
        made.delta = backward ? -shift : shift;
        return made;
    }
    made.form = form;
    made.offset = link.from_anchor == Anchor::start ? (link.lag > 0 ? 1 : 0)
                                                    : (link.to_anchor == Anchor::finish && link.lag < 0 ? -1 : 0);
    made.step = !precedence && link.lag > 0 ? link.lag - 1 : link.lag;
    made.exclusive = link.to_anchor == Anchor::finish ? 1 : 0;
    return made;
}

void SimulationNetwork::add_in_links(std::int32_t slot) {
    Merge merge{slot, {}, {}};
    for (const auto index : problem_.links_to(activity_of(slot))) {
        const Link& link = problem_.data().links[at(index)];
        if (link.sense != Sense::at_least || slot_of(link.from) < 0) continue;
        if (link.to_anchor == Anchor::start) {
            merge.links.push_back(index);
            merge.in.push_back(static_cast<std::int32_t>(in_.size()));
        }
        in_.push_back(lane_link(link, LaneLink::Form::bound));
    }
    for (const auto index : problem_.links_from(activity_of(slot))) {
        const Link& link = problem_.data().links[at(index)];
        if (link.sense == Sense::at_most && slot_of(link.to) >= 0)
            in_.push_back(lane_link(link, LaneLink::Form::needed));
    }
    if (merge.links.size() > 1 && nodes_[at(slot)].fixed_end < 0) merges_.push_back(std::move(merge));
}

void SimulationNetwork::add_out_links(std::int32_t slot) {
    bool followed = false;
    for (const auto index : problem_.links_from(activity_of(slot))) {
        const Link& link = problem_.data().links[at(index)];
        if (link.sense != Sense::at_least || slot_of(link.to) < 0) continue;
        out_.push_back(lane_link(link, LaneLink::Form::inverse));
        const LaneNode& next = nodes_[at(slot_of(link.to))];
        followed =
            followed || (link.from_anchor == Anchor::finish && link.lag >= 0 && next.fixed_end < 0 && !next.running);
    }
    for (const auto index : problem_.links_to(activity_of(slot))) {
        const Link& link = problem_.data().links[at(index)];
        if (link.sense == Sense::at_most && slot_of(link.from) >= 0)
            out_.push_back(lane_link(link, LaneLink::Form::bound));
    }
    nodes_[at(slot)].sink = !followed;
}

void SimulationNetwork::add_links() {
    for (std::int32_t slot = 0; slot < slots(); ++slot) {
        nodes_[at(slot)].first_in = static_cast<std::int32_t>(in_.size());
        add_in_links(slot);
        nodes_[at(slot)].last_in = static_cast<std::int32_t>(in_.size());
        nodes_[at(slot)].first_out = static_cast<std::int32_t>(out_.size());
        add_out_links(slot);
        nodes_[at(slot)].last_out = static_cast<std::int32_t>(out_.size());
    }
    for (const LaneLink& link : out_)
        if (link.reads_end) nodes_[at(link.other)].late_end_needed = true;
}

bool SimulationNetwork::asks_for_latest_ends() const {
    return std::any_of(nodes_.begin(), nodes_.end(), [](const LaneNode& node) { return node.late_end_needed; });
}

void SimulationNetwork::choose_paths() {
    for (LaneNode& node : nodes_) {
        const bool simple = node.fixed_end < 0 && !node.running && node.first_forbidden == node.last_forbidden
                            && node.stretched < 0 && !iterates_;
        const bool every_day = calendars_[at(node.calendar)].count == nullptr;
        node.only_plain_starts =
            simple && std::all_of(in_.begin() + node.first_in, in_.begin() + node.last_in, [](const LaneLink& link) {
                return link.form == LaneLink::Form::plain && !link.moves_end;
            });
        node.only_plain_outs =
            simple && (every_day || !node.late_end_needed)
            && std::all_of(out_.begin() + node.first_out, out_.begin() + node.last_out,
                           [](const LaneLink& link) { return link.form == LaneLink::Form::plain && link.moves_end; });
    }
}

}  // namespace masar::forecast
