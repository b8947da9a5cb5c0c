#include "problem/link_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <queue>

namespace masar::problem {
namespace {

using Index = std::int32_t;
using Indices = std::vector<Index>;

std::size_t at(Index index) { return static_cast<std::size_t>(index); }

/// Successors of each activity in compressed rows.
struct Graph {
    Indices first, to;
    [[nodiscard]] Index size() const { return static_cast<Index>(first.size()) - 1; }
};

template <class Keep>
Graph graph_of(const ProblemData& data, Keep keep) {
    Graph graph;
    graph.first.assign(data.activities.size() + 1, 0);
    for (const Link& link : data.links) {
        if (keep(link)) ++graph.first[at(link.from) + 1];
    }
    for (std::size_t i = 1; i < graph.first.size(); ++i) graph.first[i] += graph.first[i - 1];
    graph.to.resize(at(graph.first.back()));
    Indices next = graph.first;
    for (const Link& link : data.links) {
        if (keep(link)) graph.to[at(next[at(link.from)]++)] = link.to;
    }
    return graph;
}

/// Tarjan 1972 without recursion: a chain of 100,000 activities must not exhaust the stack.
class Components {
public:
    explicit Components(const Graph& graph)
        : graph_(graph), of_(at(graph.size()), -1), seen_(of_.size(), -1), low_(of_.size()) {
        next_.assign(graph.first.begin(), graph.first.end() - 1);
        for (Index root = 0; root < graph.size(); ++root) {
            if (seen_[at(root)] < 0) explore(root);
        }
    }

    [[nodiscard]] Index of(Index node) const { return of_[at(node)]; }
    [[nodiscard]] Index count() const { return count_; }

private:
    void enter(Index node) {
        seen_[at(node)] = low_[at(node)] = visited_++;
        path_.push_back(node);
        open_.push_back(node);
    }

    void explore(Index root) {
        enter(root);
        while (!path_.empty()) {
            const Index node = path_.back();
            if (next_[at(node)] < graph_.first[at(node) + 1]) {
                look_at(node, graph_.to[at(next_[at(node)]++)]);
            } else {
                leave(node);
            }
        }
    }

    void look_at(Index node, Index successor) {
        if (seen_[at(successor)] < 0) {
            enter(successor);
        } else if (of(successor) < 0) {
            low_[at(node)] = std::min(low_[at(node)], seen_[at(successor)]);
        }
    }

    void leave(Index node) {
        path_.pop_back();
        if (!path_.empty()) low_[at(path_.back())] = std::min(low_[at(path_.back())], low_[at(node)]);
        if (low_[at(node)] != seen_[at(node)]) return;
        Index member = -1;
        do {
            member = open_.back();
            open_.pop_back();
            of_[at(member)] = count_;
        } while (member != node);
        ++count_;
    }

    const Graph& graph_;
    Indices of_, seen_, low_, next_, path_, open_;
    Index count_ = 0, visited_ = 0;
};

bool is_minimum(const Link& link) { return link.sense == Sense::at_least; }

/// Links after which the successor never starts before the predecessor.
bool never_negative(const Link& link) { return is_minimum(link) && link.to_anchor == Anchor::start && link.lag >= 0; }

bool is_positive(const ProblemData& data, const Link& link) {
    if (!never_negative(link)) return false;
    if (link.lag > 0) return true;
    const auto& modes = data.activities[at(link.from)].modes;
    return link.from_anchor == Anchor::finish
           && std::all_of(modes.begin(), modes.end(), [](const Mode& mode) { return mode.duration > 0; });
}

/// Shortest way from `from` to `to`, both included.
Indices way(const Graph& graph, Index from, Index to) {
    Indices before(at(graph.size()), -1);
    std::queue<Index> queue;
    before[at(from)] = from;
    queue.push(from);
    while (!queue.empty() && before[at(to)] < 0) {
        const Index node = queue.front();
        queue.pop();
        for (Index i = graph.first[at(node)]; i < graph.first[at(node) + 1]; ++i) {
            const Index successor = graph.to[at(i)];
            if (before[at(successor)] >= 0) continue;
            before[at(successor)] = node;
            queue.push(successor);
        }
    }
    Indices nodes{to};
    while (nodes.back() != from) nodes.push_back(before[at(nodes.back())]);
    std::reverse(nodes.begin(), nodes.end());
    return nodes;
}

base::Error cycle_error(const Graph& graph, const Link& link) {
    Indices nodes = way(graph, link.to, link.from);
    nodes.push_back(link.to);
    const std::string path = fmt::format("{}", fmt::join(nodes, " → "));
    return {base::Error::Kind::malformed,
            {fmt::format("activities wait for each other in a circle: {}", path),
             fmt::format("أنشطة ينتظر بعضها بعضاً في حلقة مغلقة: {}", path)},
            {"take one of these links out", "احذف إحدى هذه الروابط"}};
}

/// Kahn's order over components, the one with the lowest activity first.
class Ordering {
public:
    Ordering(const ProblemData& data, const Graph& all, const Components& parts)
        : data_(data), all_(all), parts_(parts) {
        members_.resize(at(parts.count()));
        for (Index i = 0; i < all.size(); ++i) members_[at(parts.of(i))].push_back(i);
        waits_.assign(at(parts.count()), 0);
        for_each_crossing([&](Index, Index to) { ++waits_[at(to)]; });
    }

    Indices run(const Graph& strong) {
        for (Index part = 0; part < parts_.count(); ++part) {
            if (waits_[at(part)] == 0) ready_.push({members_[at(part)].front(), part});
        }
        while (!ready_.empty()) {
            const Index part = ready_.top().second;
            ready_.pop();
            append(part, strong);
            release_after(part);
        }
        return std::move(order_);
    }

private:
    template <class Visit>
    void for_each_crossing(Visit visit) const {
        for (const Link& link : data_.links) {
            const Index from = parts_.of(link.from);
            const Index to = parts_.of(link.to);
            if (is_minimum(link) && from != to) visit(from, to);
        }
    }

    void release_after(Index part) {
        for (const Index node : members_[at(part)]) {
            for (Index i = all_.first[at(node)]; i < all_.first[at(node) + 1]; ++i) {
                const Index to = parts_.of(all_.to[at(i)]);
                if (to != part && --waits_[at(to)] == 0) ready_.push({members_[at(to)].front(), to});
            }
        }
    }

    /// Inside a cycle: Kahn over the links that never go back; a cycle of length zero is cut at its lowest activity.
    void append(Index part, const Graph& strong) {
        const Indices& members = members_[at(part)];
        if (members.size() == 1) return order_.push_back(members.front());
        const auto visit_inside = [&](Index node, auto visit) {
            for (Index i = strong.first[at(node)]; i < strong.first[at(node) + 1]; ++i) {
                if (parts_.of(strong.to[at(i)]) == part) visit(strong.to[at(i)]);
            }
        };
        waits_inside_.resize(at(all_.size()), 0);
        for (const Index node : members) visit_inside(node, [&](Index to) { ++waits_inside_[at(to)]; });
        std::priority_queue<Index, Indices, std::greater<>> ready;
        for (const Index node : members) {
            if (waits_inside_[at(node)] == 0) ready.push(node);
        }
        placed_.resize(at(all_.size()), false);
        auto lowest_left = members.begin();
        for (std::size_t done = 0; done < members.size();) {
            if (ready.empty()) {
                while (placed_[at(*lowest_left)]) ++lowest_left;
                ready.push(*lowest_left);
            }
            const Index node = ready.top();
            ready.pop();
            if (placed_[at(node)]) continue;
            placed_[at(node)] = true;
            order_.push_back(node);
            ++done;
            visit_inside(node, [&](Index to) {
                if (--waits_inside_[at(to)] == 0) ready.push(to);
            });
        }
    }

    const ProblemData& data_;
    const Graph& all_;
    const Components& parts_;
    std::vector<Indices> members_;
    Indices waits_, waits_inside_, order_;
    std::vector<bool> placed_;
    std::priority_queue<std::pair<Index, Index>, std::vector<std::pair<Index, Index>>, std::greater<>> ready_;
};

}  // namespace

base::Result<std::vector<std::int32_t>> order_by_links(const ProblemData& data) {
    const Graph strong = graph_of(data, never_negative);
    const Components knots(strong);
    for (const Link& link : data.links) {
        const bool inside = knots.of(link.from) == knots.of(link.to);
        if (inside && is_positive(data, link)) return tl::unexpected(cycle_error(strong, link));
    }
    const Graph all = graph_of(data, is_minimum);
    const Components parts(all);
    return Ordering(data, all, parts).run(strong);
}

}  // namespace masar::problem
