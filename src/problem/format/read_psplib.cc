// PSPLIB .sm and .mm (Kolisch, Sprecher 1996), as ProGen writes them and as MMLIB follows them.
#include "problem/format/format_readers.h"

namespace masar::problem::format {
namespace {

constexpr Label jobs_key{"jobs", "jobs"};
constexpr Label renewable_key{"renewable", "renewable"};
constexpr Label nonrenewable_key{"nonrenewable", "nonrenewable"};
constexpr Label doubly_key{"doubly constrained", "doubly constrained"};
constexpr Label precedence_key{"PRECEDENCE", "PRECEDENCE"};
constexpr Label requests_key{"REQUESTS", "REQUESTS"};
constexpr Label availabilities_key{"AVAILABILITIES", "AVAILABILITIES"};

class PsplibReader {
public:
    PsplibReader(std::string_view text, Modes modes)
        : reader_(text, NumberReader::Rows::one_per_line), most_modes_(modes == Modes::single ? 1 : 1'000) {}

    base::Result<ProblemData> run() {
        read_header();
        read_precedence();
        read_requests();
        read_availabilities();
        if (reader_.failed()) return tl::unexpected(reader_.failure());
        data_.horizon = serial_horizon(data_);
        return std::move(data_);
    }

private:
    void read_header() {
        // Each job has a line of its own, so a file cannot hold more of them.
        jobs_ = reader_.number_after(jobs_key, {1, reader_.line_count()});
        pools_ = reader_.number_after(renewable_key, {0, 1'000});
        budgets_ = reader_.number_after(nonrenewable_key, {0, 1'000});
        reader_.number_after(doubly_key, {0, 0});
    }

    void read_precedence() {
        reader_.skip_past(precedence_key);
        reader_.skip_to_numbers();
        for (std::int32_t job = 1; job <= jobs_ && !reader_.failed(); ++job) {
            reader_.start_row();
            reader_.next(labels::activity, {job, job});
            Activity activity;
            activity.modes.resize(static_cast<std::size_t>(reader_.next(labels::modes, {1, most_modes_})));
            data_.activities.push_back(std::move(activity));
            const std::int32_t successors = reader_.next(labels::successors, {0, jobs_});
            for (std::int32_t s = 0; s < successors && !reader_.failed(); ++s) {
                const std::int32_t successor = reader_.next(labels::successor, {1, jobs_});
                if (successor == job) {
                    reader_.fail({"an activity is its own successor", "نشاط لاحق لنفسه"});
                    return;
                }
                data_.links.push_back({.from = job - 1, .to = successor - 1});
            }
        }
        reader_.start_row();
    }

    void read_requests() {
        reader_.skip_past(requests_key);
        reader_.skip_to_numbers();
        for (std::int32_t job = 1; job <= jobs_ && !reader_.failed(); ++job) {
            auto& modes = data_.activities[static_cast<std::size_t>(job - 1)].modes;
            for (std::size_t m = 0; m < modes.size() && !reader_.failed(); ++m) {
                reader_.start_row();
                if (m == 0) reader_.next(labels::activity, {job, job});
                const auto number = static_cast<std::int64_t>(m) + 1;
                reader_.next(labels::mode, {number, number});
                read_mode(modes[m]);
            }
        }
        reader_.start_row();
    }

    void read_mode(Mode& mode) {
        mode.duration = reader_.next(labels::duration);
        for (std::int32_t p = 0; p < pools_ && !reader_.failed(); ++p) {
            add_demand(mode, p, reader_.next(labels::demand));
        }
        for (std::int32_t b = 0; b < budgets_ && !reader_.failed(); ++b) {
            const std::int32_t amount = reader_.next(labels::demand);
            if (amount > 0) mode.expenses.push_back({b, amount, Charge::at_start});
        }
    }

    void read_availabilities() {
        reader_.skip_past(availabilities_key);
        if (pools_ + budgets_ == 0) return;
        reader_.skip_to_numbers();
        reader_.start_row();
        for (std::int32_t p = 0; p < pools_ && !reader_.failed(); ++p) {
            data_.pools.push_back(constant_pool(reader_.next(labels::capacity)));
        }
        for (std::int32_t b = 0; b < budgets_ && !reader_.failed(); ++b) {
            data_.budgets.push_back({0, {reader_.next(labels::capacity)}});
        }
        reader_.start_row();
        reader_.expect_end();
    }

    NumberReader reader_;
    std::int64_t most_modes_;
    std::int32_t jobs_ = 0, pools_ = 0, budgets_ = 0;
    ProblemData data_;
};

}  // namespace

base::Result<ProblemData> read_psplib(std::string_view text, Modes modes) { return PsplibReader(text, modes).run(); }

}  // namespace masar::problem::format
