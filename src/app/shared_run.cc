#include "app/shared_run.h"

#include "report/figures.h"

#include <algorithm>

namespace masar::app {
namespace {

using forecast::Tally;

constexpr std::int64_t grain = 512;            ///< samples that are not divided
constexpr std::string_view failed_part = "!";  ///< no tally begins like this

forecast::SampleRange range_of(std::int32_t rank, std::int32_t ranks, const forecast::SimulationOptions& options) {
    const std::int64_t to = options.to < 0 ? options.samples : options.to, all = to - options.from;
    const std::int64_t part = (all + ranks * grain - 1) / (ranks * grain) * grain;
    return {std::min(to, options.from + rank * part), std::min(to, options.from + (rank + 1) * part)};
}

base::Result<Tally> added_up(const std::vector<std::string>& parts) {
    std::vector<Tally> whole;
    for (std::size_t rank = 0; rank < parts.size(); ++rank) {
        if (parts[rank].empty()) continue;  // fewer samples than ranks
        if (parts[rank] == failed_part)
            return base::failure(base::Error::Kind::limit,
                                 report::fill({"the part of rank {} failed", "تعذر الجزء ذو الرتبة {}"},
                                              report::ltr(std::to_string(rank))));
        auto tally = forecast::tally_from_json(parts[rank]);
        if (!tally) return tally;
        if (whole.empty())
            whole.push_back(*std::move(tally));
        else if (auto fits = forecast::merge(whole.front(), *tally); !fits)
            return tl::unexpected(fits.error());
    }
    return std::move(whole.front());
}

}  // namespace

base::Result<Tally> simulate_shared(const forecast::Situation& situation, const forecast::SimulationOptions& options,
                                    const forecast::SimulationRun& run, base::Ranks& ranks) {
    const auto range = range_of(ranks.rank(), ranks.count(), options);
    forecast::SimulationOptions own = options;
    own.from = range.from;
    own.to = range.to;
    // A rank without samples still says whether the question can be asked.
    if (range.from == range.to) own.from = 0, own.to = 1;
    auto tally = forecast::simulate(situation, own, run);
    const std::string part =
        tally ? (range.from == range.to ? std::string() : forecast::to_json(*tally)) : std::string(failed_part);
    const std::vector<std::string> parts = ranks.gather(part);
    if (!tally || ranks.rank() != 0) return tally;
    return added_up(parts);
}

}  // namespace masar::app
