#pragma once
// A planned schedule as the lanes walk it: activities taken, in topological order, with links, calendars and windows as tables.
#include "forecast/lane_tables.h"
#include "forecast/risk_model.h"

#include <vector>

namespace masar::forecast {

/// A season of an event, in the order in which absences are applied.
struct Absence {
    std::int32_t event = -1;
    std::int32_t season = -1;
};

/// Immutable; shared by all threads.
class SimulationNetwork {
public:
    SimulationNetwork(const problem::Problem& problem, const problem::Schedule& planned, const RiskModel& model);

    [[nodiscard]] LaneNetwork lanes_view() const;
    [[nodiscard]] std::int32_t slots() const { return static_cast<std::int32_t>(activity_of_.size()); }
    /// -1 for what the plan leaves out.
    [[nodiscard]] std::int32_t slot_of(std::int32_t activity) const {
        return slot_of_[static_cast<std::size_t>(activity)];
    }
    [[nodiscard]] std::int32_t activity_of(std::int32_t slot) const {
        return activity_of_[static_cast<std::size_t>(slot)];
    }
    [[nodiscard]] std::int32_t planned_duration(std::int32_t slot) const {
        return planned_[static_cast<std::size_t>(slot)];
    }
    [[nodiscard]] const std::vector<Absence>& absences() const { return absences_; }
    [[nodiscard]] std::int32_t stretched_rows() const { return stretched_rows_; }
    /// Greatest lags push back, so that passes are repeated until they come to rest.
    [[nodiscard]] bool iterates() const { return iterates_; }
    /// Whether some link looks at a latest end.
    [[nodiscard]] bool asks_for_latest_ends() const;
    [[nodiscard]] const LaneNode& node(std::int32_t slot) const { return nodes_[static_cast<std::size_t>(slot)]; }

    /// A start bounded by several links: where merge bias arises.
    struct Merge {
        std::int32_t slot = -1;
        std::vector<std::int32_t> links;  ///< of the problem
        std::vector<std::int32_t> in;     ///< positions in LaneNetwork::in
    };
    [[nodiscard]] const std::vector<Merge>& merges() const { return merges_; }

private:
    void order_slots();
    void add_calendars();
    void add_nodes(const RiskModel& model);
    void add_absences(const RiskModel& model);
    void add_links();
    void add_in_links(std::int32_t slot);
    void add_out_links(std::int32_t slot);
    void choose_paths();
    [[nodiscard]] LaneLink lane_link(const problem::Link& link, LaneLink::Form form) const;

    const problem::Problem& problem_;
    const problem::Schedule& planned_schedule_;
    std::vector<std::int32_t> slot_of_, activity_of_, planned_;
    std::vector<LaneNode> nodes_;
    std::vector<LaneLink> in_, out_;
    std::vector<CalendarTable> calendars_;
    std::vector<std::vector<std::int32_t>> calendar_data_;
    std::vector<LaneInterval> forbidden_;
    std::vector<std::int32_t> absence_of_;
    std::vector<Absence> absences_;
    std::vector<Merge> merges_;
    std::int32_t stretched_rows_ = 0;
    bool iterates_ = false;
};

}  // namespace masar::forecast
