#include "planfile/phrase.h"
#include "planfile/validate.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace masar::planfile {
namespace {

/// `to` must be there before the node it belongs to.
struct Arc {
    std::size_t to = 0;
    base::Place place;
};
using Graph = std::vector<std::vector<Arc>>;

enum class Colour : std::uint8_t { white, grey, black };

struct Step {
    std::size_t node = 0;
    std::size_t next = 0;  ///< arc to follow next
};

/// Depth first without recursion; each cycle found is handed over as the steps that form it, and its nodes are done with, so that
/// one knot gives one complaint.
template <class Use>
void find_cycles(const Graph& graph, Use use) {
    std::vector<Colour> colours(graph.size(), Colour::white);
    for (std::size_t start = 0; start < graph.size(); ++start) {
        if (colours[start] != Colour::white) continue;
        std::vector<Step> path{{start, 0}};
        colours[start] = Colour::grey;
        while (!path.empty()) {
            Step& step = path.back();
            if (step.next == graph[step.node].size()) {
                colours[step.node] = Colour::black;
                path.pop_back();
                continue;
            }
            const std::size_t to = graph[step.node][step.next++].to;
            if (colours[to] == Colour::white) {
                colours[to] = Colour::grey;
                path.push_back({to, 0});
            } else if (colours[to] == Colour::grey) {
                const auto first = std::ranges::find(path, to, &Step::node);
                use(std::span<const Step>(first, path.end()));
                for (const Step& each : path) colours[each.node] = Colour::black;
                path.clear();
            }
        }
    }
}

/// "a → b → a"; the middle of a long path is left out, all its places are in `related`.
std::string path_text(const std::vector<std::string_view>& ids, std::string_view arrow) {
    constexpr std::size_t most = 24;
    std::string out;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids.size() > most && i == most / 2) {
            out += "… " + std::string(arrow) + " ";
            i = ids.size() - most / 2;
        }
        out += std::string(ids[i]) + " " + std::string(arrow) + " ";
    }
    return out + std::string(ids.front());
}

/// Each node waits for the one its arc leads to, so in time the path runs backwards.
template <class Records>
void report_cycle(Reading& reading, const Records& records, const Graph& graph, std::span<const Step> cycle) {
    std::vector<std::string_view> ids;
    std::vector<base::Related> related;
    const std::size_t length = cycle.size();
    for (std::size_t i = 0; i < length; ++i) {
        // The arc that leads from step length-1-i to the one it waits for.
        const Step& step = cycle[length - 1 - i];
        const Arc& arc = graph[step.node][step.next - 1];
        ids.push_back(records[arc.to].id);
        related.push_back(
            {arc.place, phrase("'{}' waits for '{}'", "«{}» ينتظر «{}»", records[step.node].id, records[arc.to].id)});
    }
    auto& diagnostic = reading.report(code::cycle, related.front().place,
                                      {"a cycle: " + path_text(ids, "→"), "حلقة مغلقة: " + path_text(ids, "←")},
                                      {"take one of these links away", "احذف إحدى هذه الاعتماديات"});
    diagnostic.record = ids.front();
    diagnostic.related = std::move(related);
}

template <class Records, class Use>
void check(Reading& reading, const Records& records, Use arcs_of) {
    Graph graph(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) graph[i] = arcs_of(records[i]);
    find_cycles(graph, [&](std::span<const Step> cycle) { report_cycle(reading, records, graph, cycle); });
}

}  // namespace

void validate_cycles(Reading& reading) {
    check(reading, reading.plan.activities, [](const plan::Activity& activity) {
        std::vector<Arc> arcs;
        for (const plan::Dependency& link : activity.after)
            if (link.predecessor.value.known()) arcs.push_back({link.predecessor.value.at(), link.predecessor.place});
        return arcs;
    });
    check(reading, reading.plan.calendars, [](const plan::OfficeCalendar& calendar) {
        std::vector<Arc> arcs;
        for (const auto& part : calendar.all_of)
            if (part.value.known()) arcs.push_back({part.value.at(), part.place});
        return arcs;
    });
}

}  // namespace masar::planfile
