// ProGen/max .sch (Schwindt 1998): start-to-start time lags, a negative one being the maximal lag of the way back.
#include "problem/format/format_readers.h"

#include <algorithm>

namespace masar::problem::format {
namespace {

constexpr Label other_resources{"the number of non-renewable or doubly constrained resources",
                                "عدد الموارد غير المتجددة أو المزدوجة التقييد"};

class ProgenMaxReader {
public:
    explicit ProgenMaxReader(std::string_view text) : reader_(text, NumberReader::Rows::one_per_line) {}

    base::Result<ProblemData> run() {
        reader_.start_row();
        // Source and sink are not counted; each activity has a line of its own.
        const std::int32_t inner = reader_.next(labels::activities, {0, reader_.line_count()});
        last_ = inner + 1;
        pools_ = reader_.next(labels::pools, {0, 1'000});
        reader_.next(other_resources, {0, 0});
        reader_.next(other_resources, {0, 0});
        for (std::int32_t i = 0; i <= last_ && !reader_.failed(); ++i) read_links(i);
        for (std::int32_t i = 0; i <= last_ && !reader_.failed(); ++i) read_mode(i);
        reader_.start_row();
        for (std::int32_t p = 0; p < pools_ && !reader_.failed(); ++p) {
            data_.pools.push_back(constant_pool(reader_.next(labels::capacity)));
        }
        if (pools_ > 0) reader_.start_row();
        reader_.expect_end();
        if (reader_.failed()) return tl::unexpected(reader_.failure());
        data_.horizon = lag_horizon();
        return std::move(data_);
    }

private:
    void read_links(std::int32_t index) {
        reader_.start_row();
        reader_.next(labels::activity, {index, index});
        reader_.next(labels::modes, {1, 1});
        const std::int32_t count = reader_.next(labels::successors, {0, last_});
        const std::size_t first = data_.links.size();
        for (std::int32_t s = 0; s < count && !reader_.failed(); ++s) {
            const std::int32_t successor = reader_.next(labels::successor, {0, last_});
            if (successor == index) reader_.fail({"an activity is its own successor", "نشاط لاحق لنفسه"});
            data_.links.push_back({.from = index, .to = successor, .from_anchor = Anchor::start});
        }
        for (std::size_t l = first; l < data_.links.size() && !reader_.failed(); ++l) {
            data_.links[l].lag = reader_.next_in_brackets(labels::lag, {-longest_lag, longest_lag});
        }
    }

    void read_mode(std::int32_t index) {
        reader_.start_row();
        reader_.next(labels::activity, {index, index});
        reader_.next(labels::mode, {1, 1});
        Mode mode;
        mode.duration = reader_.next(labels::duration);
        for (std::int32_t p = 0; p < pools_ && !reader_.failed(); ++p) {
            add_demand(mode, p, reader_.next(labels::demand));
        }
        Activity activity;
        activity.modes.push_back(std::move(mode));
        data_.activities.push_back(std::move(activity));
    }

    /// Sum over activities of the longer of duration and longest outgoing lag: some best schedule ends by then (Bartusch,
    /// Möhring, Radermacher 1988).
    Day lag_horizon() const {
        std::vector<std::int64_t> longest;
        for (const Activity& activity : data_.activities) longest.push_back(activity.modes.front().duration);
        for (const Link& link : data_.links) {
            auto& entry = longest[static_cast<std::size_t>(link.from)];
            entry = std::max<std::int64_t>(entry, link.lag);
        }
        std::int64_t sum = 0;
        for (const auto length : longest) sum += length;
        return static_cast<Day>(std::min<std::int64_t>(sum, never));
    }

    NumberReader reader_;
    std::int32_t last_ = 0, pools_ = 0;
    ProblemData data_;
};

}  // namespace

base::Result<ProblemData> read_progen_max(std::string_view text) { return ProgenMaxReader(text).run(); }

}  // namespace masar::problem::format
