#include "problem/problem.h"

#include "problem/link_order.h"
#include "problem/validate_problem.h"

#include <algorithm>

namespace masar::problem {
namespace {

/// Links grouped by one of their ends, in compressed rows.
struct Rows {
    std::vector<std::int32_t> first, links;
};

Rows group_links(const ProblemData& data, std::int32_t Link::*end) {
    Rows rows;
    rows.first.assign(data.activities.size() + 1, 0);
    rows.links.resize(data.links.size());
    for (const Link& link : data.links) ++rows.first[static_cast<std::size_t>(link.*end) + 1];
    for (std::size_t i = 1; i < rows.first.size(); ++i) rows.first[i] += rows.first[i - 1];
    std::vector<std::int32_t> next = rows.first;
    for (std::size_t i = 0; i < data.links.size(); ++i) {
        auto& position = next[static_cast<std::size_t>(data.links[i].*end)];
        rows.links[static_cast<std::size_t>(position++)] = static_cast<std::int32_t>(i);
    }
    return rows;
}

std::span<const std::int32_t> row(const std::vector<std::int32_t>& first, const std::vector<std::int32_t>& links,
                                  std::int32_t activity) {
    const auto at = static_cast<std::size_t>(activity);
    const auto begin = static_cast<std::size_t>(first[at]);
    return std::span(links).subspan(begin, static_cast<std::size_t>(first[at + 1]) - begin);
}

bool goes_back(const ProblemData& data, const std::vector<std::int32_t>& order) {
    std::vector<std::int32_t> position(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        position[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
    }
    return std::any_of(data.links.begin(), data.links.end(), [&](const Link& link) {
        return link.sense == Sense::at_most
               || position[static_cast<std::size_t>(link.from)] > position[static_cast<std::size_t>(link.to)];
    });
}

}  // namespace

std::int32_t Partition::at(Day day) const {
    if (period_of_day.empty()) return 0;
    const auto last = static_cast<Day>(period_of_day.size()) - 1;
    return period_of_day[static_cast<std::size_t>(std::clamp(day, 0, last))];
}

Day Partition::first_day(std::int32_t period) const {
    const auto found = std::lower_bound(period_of_day.begin(), period_of_day.end(), period);
    return static_cast<Day>(found - period_of_day.begin());
}

base::Result<Problem> Problem::make(ProblemData data) {
    if (auto wrong = find_fault(data)) return tl::unexpected(std::move(*wrong));
    auto order = order_by_links(data);
    if (!order) return tl::unexpected(order.error());
    Problem problem(std::move(data));
    Rows from = group_links(problem.data_, &Link::from);
    Rows to = group_links(problem.data_, &Link::to);
    problem.from_first_ = std::move(from.first);
    problem.from_links_ = std::move(from.links);
    problem.to_first_ = std::move(to.first);
    problem.to_links_ = std::move(to.links);
    problem.order_ = std::move(*order);
    problem.has_maximal_lags_ = goes_back(problem.data_, problem.order_);
    return problem;
}

const WorkTime& Problem::calendar_of(std::int32_t activity) const {
    return data_.work_times[static_cast<std::size_t>(this->activity(activity).calendar)];
}

std::span<const std::int32_t> Problem::links_from(std::int32_t activity) const {
    return row(from_first_, from_links_, activity);
}

std::span<const std::int32_t> Problem::links_to(std::int32_t activity) const {
    return row(to_first_, to_links_, activity);
}

}  // namespace masar::problem
