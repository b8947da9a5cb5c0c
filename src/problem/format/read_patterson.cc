// Patterson's .rcp and, of the same build, the reservoir form of KSD30: numbers one after another, wherever lines end.
#include "problem/format/format_readers.h"

namespace masar::problem::format {
namespace {

constexpr Label stocks_label{"the number of reservoirs", "عدد المخزونات"};
constexpr Label stock_label{"an initial stock", "رصيد ابتدائي"};
constexpr Label taken_label{"an amount taken at the start", "كمية مأخوذة عند البدء"};
constexpr Label given_label{"an amount given at the finish", "كمية مضافة عند الانتهاء"};

class PattersonReader {
public:
    enum class Form : std::uint8_t { plain, with_reservoirs };
    PattersonReader(std::string_view text, Form form) : reader_(text, NumberReader::Rows::free), form_(form) {}

    base::Result<ProblemData> run() {
        // Two characters are the least that an activity can take.
        activities_ = reader_.next(labels::activities, {1, reader_.characters() / 2 + 1});
        pools_ = reader_.next(labels::pools, {0, 1'000});
        if (form_ == Form::with_reservoirs) reservoirs_ = reader_.next(stocks_label, {0, 1'000});
        for (std::int32_t p = 0; p < pools_ && !reader_.failed(); ++p) {
            data_.pools.push_back(constant_pool(reader_.next(labels::capacity)));
        }
        for (std::int32_t q = 0; q < reservoirs_ && !reader_.failed(); ++q) {
            data_.reservoirs.push_back({.initial = reader_.next(stock_label)});
        }
        for (std::int32_t i = 0; i < activities_ && !reader_.failed(); ++i) read_activity(i);
        reader_.expect_end();
        if (reader_.failed()) return tl::unexpected(reader_.failure());
        data_.horizon = serial_horizon(data_);
        return std::move(data_);
    }

private:
    void read_activity(std::int32_t index) {
        Mode mode;
        mode.duration = reader_.next(labels::duration);
        for (std::int32_t p = 0; p < pools_ && !reader_.failed(); ++p) {
            add_demand(mode, p, reader_.next(labels::demand));
        }
        for (std::int32_t q = 0; q < reservoirs_ && !reader_.failed(); ++q) {
            const std::int32_t taken = reader_.next(taken_label);
            const std::int32_t given = reader_.next(given_label);
            // The published results ignore what the first and the last activity would move.
            if (index == 0 || index == activities_ - 1) continue;
            if (taken > 0) mode.stock_changes.push_back({q, -std::int64_t{taken}, Anchor::start});
            if (given > 0) mode.stock_changes.push_back({q, given, Anchor::finish});
        }
        read_successors(index);
        Activity activity;
        activity.modes.push_back(std::move(mode));
        data_.activities.push_back(std::move(activity));
    }

    void read_successors(std::int32_t index) {
        const std::int32_t count = reader_.next(labels::successors, {0, activities_});
        for (std::int32_t s = 0; s < count && !reader_.failed(); ++s) {
            const std::int32_t successor = reader_.next(labels::successor, {1, activities_});
            if (successor == index + 1) reader_.fail({"an activity is its own successor", "نشاط لاحق لنفسه"});
            data_.links.push_back({.from = index, .to = successor - 1});
        }
    }

    NumberReader reader_;
    Form form_;
    std::int32_t activities_ = 0, pools_ = 0, reservoirs_ = 0;
    ProblemData data_;
};

}  // namespace

base::Result<ProblemData> read_patterson(std::string_view text) {
    return PattersonReader(text, PattersonReader::Form::plain).run();
}

base::Result<ProblemData> read_reservoir(std::string_view text) {
    return PattersonReader(text, PattersonReader::Form::with_reservoirs).run();
}

}  // namespace masar::problem::format
