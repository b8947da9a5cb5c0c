#include "engine/core/cycles.h"

#include <algorithm>

namespace masar::engine {
namespace {

using problem::Problem;
using problem::Sense;

/// Tarjan 1972, without recursion.
class Tarjan {
public:
    explicit Tarjan(const Problem& problem)
        : problem_(problem),
          seen_(problem.size(), -1),
          low_(problem.size()),
          next_(problem.size()),
          closed_(problem.size()) {
        found_.of.assign(problem.size(), -1);
        for (std::int32_t root = 0; root < problem.size(); ++root) {
            if (seen_[root] < 0) explore(root);
        }
        for (auto& members : found_.members) std::ranges::sort(members);
    }

    [[nodiscard]] Cycles take() { return std::move(found_); }

private:
    void enter(std::int32_t node) {
        seen_[node] = low_[node] = visited_++;
        path_.push_back(node);
        open_.push_back(node);
    }

    /// The arc's far end; -1 when the link gives no arc out of this node.
    [[nodiscard]] std::int32_t neighbour(std::int32_t node, std::size_t position) const {
        const auto out = problem_.links_from(node);
        const bool leaving = position < out.size();
        const auto& link =
            problem_.data().links[leaving ? out[position] : problem_.links_to(node)[position - out.size()]];
        if (leaving) return link.sense == Sense::at_least ? link.to : -1;
        return link.sense == Sense::at_most ? link.from : -1;
    }

    void explore(std::int32_t root) {
        enter(root);
        while (!path_.empty()) {
            const std::int32_t node = path_.back();
            const std::size_t arcs = problem_.links_from(node).size() + problem_.links_to(node).size();
            if (next_[node] == arcs) {
                leave(node);
                continue;
            }
            const std::int32_t other = neighbour(node, next_[node]++);
            if (other < 0 || closed_[other] != 0) continue;
            if (seen_[other] < 0) {
                enter(other);
            } else {
                low_[node] = std::min(low_[node], seen_[other]);
            }
        }
    }

    void leave(std::int32_t node) {
        path_.pop_back();
        if (!path_.empty()) low_[path_.back()] = std::min(low_[path_.back()], low_[node]);
        if (low_[node] != seen_[node]) return;
        std::vector<std::int32_t> members;
        do {
            members.push_back(open_.back());
            closed_[open_.back()] = 1;
            open_.pop_back();
        } while (members.back() != node);
        if (members.size() < 2) return;
        for (const std::int32_t member : members) found_.of[member] = static_cast<std::int32_t>(found_.members.size());
        found_.members.push_back(std::move(members));
    }

    const Problem& problem_;
    std::vector<std::int32_t> seen_, low_;
    std::vector<std::size_t> next_;
    std::vector<char> closed_;
    std::vector<std::int32_t> path_, open_;
    std::int32_t visited_ = 0;
    Cycles found_;
};

}  // namespace

Cycles find_cycles(const Problem& problem) {
    if (!problem.has_maximal_lags()) return {std::vector<std::int32_t>(problem.size(), -1), {}};
    return Tarjan(problem).take();
}

}  // namespace masar::engine
