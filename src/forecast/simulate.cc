#include "forecast/simulate.h"

#include "forecast/fingerprint.h"
#include "forecast/outlook.h"
#include "forecast/sample_worker.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

namespace masar::forecast {
namespace {

using Kind = base::Error::Kind;

constexpr std::int64_t most_samples = 1 << 24;
constexpr std::int64_t block = 512;   ///< samples that a thread takes at a time
constexpr std::int64_t round = 4096;  ///< samples between two looks at convergence

std::optional<base::Error> find_option_fault(const Situation& situation, const SimulationOptions& options) {
    const auto wrong = [](std::string en, std::string ar) {
        return base::Error{Kind::usage, {std::move(en), std::move(ar)}, {}};
    };
    if (options.samples < 1 || options.samples > most_samples)
        return wrong("the number of samples must be between 1 and 16777216", "يجب أن يكون عدد العيّنات بين 1 و16777216");
    const std::int64_t to = options.to < 0 ? options.samples : options.to;
    if (options.from < 0 || options.from >= to || to > options.samples)
        return wrong("the range of samples is empty or lies outside the samples",
                     "نطاق العيّنات فارغ أو خارج عدد العيّنات");
    if (options.converged_at > 0 && (options.from > 0 || to < options.samples))
        return wrong("a part of a simulation cannot stop early: the other parts would not know",
                     "لا يمكن لجزء من المحاكاة أن يتوقف مبكرًا لأن بقية الأجزاء لا تعلم بذلك");
    if (options.converged_at > 0 && options.sampling == Sampling::latin_hypercube)
        return wrong("Latin hypercube sampling needs all its samples and cannot stop early",
                     "المعاينة بالمكعب اللاتيني تحتاج إلى كل عيّناتها ولا يمكن أن تتوقف مبكرًا");
    const RiskModel& model = situation.model;
    if ((!options.drivers.empty() && options.drivers.size() != model.drivers.size())
        || (!options.events.empty() && options.events.size() != model.events.size()))
        return wrong("treatments must be given for all risks or none", "يجب ذكر المعالجة لكل المخاطر أو عدم ذكرها");
    return find_model_fault(situation.problem, model);
}

/// Runs the workers over ranges of samples and adds up what they counted.
class Simulation {
public:
    Simulation(const Situation& situation, const SimulationOptions& options, const SimulationRun& run)
        : options_(options),
          run_(run),
          network_(situation.problem, situation.planned, situation.model),
          plan_(situation, network_, options),
          kernel_(options.lanes == Lanes::best && has_vector_lanes() ? vector_lane_kernel() : portable_lane_kernel()) {
        const auto threads = static_cast<std::size_t>(std::clamp(run.threads, 1, 256));
        if (options.simulator == Simulator::policy) policy_.emplace(situation.problem, situation.planned, network_);
        for (std::size_t i = 0; i < threads; ++i)
            workers_.push_back(std::make_unique<SampleWorker>(plan_, kernel_, policy_ ? &*policy_ : nullptr));
        const problem::Day planned_end = workers_.front()->planned_end();
        for (auto& worker : workers_) worker->begin(planned_end);
        taken_.resize(threads);
    }

    Tally run() {
        const std::int64_t to = options_.to < 0 ? options_.samples : options_.to;
        const std::int64_t step = options_.converged_at > 0 ? round : to - options_.from;
        for (std::int64_t from = options_.from; from < to && !stopped(); from += step) {
            take(from, std::min(from + step, to));
            if (options_.converged_at > 0 && converged()) break;
        }
        return sum();
    }

private:
    [[nodiscard]] bool stopped() const { return run_.stop != nullptr && run_.stop->stopped(); }

    void take(std::int64_t from, std::int64_t to) {
        next_ = from;
        std::vector<std::exception_ptr> failures(workers_.size());
        const auto take_or_fail = [&](std::size_t worker) {
            try {
                take_blocks(worker, to);
            } catch (...) {
                failures[worker] = std::current_exception();
            }
        };
        {
            std::vector<std::jthread> threads;
            threads.reserve(workers_.size());
            try {
                for (std::size_t i = 1; i < workers_.size(); ++i) threads.emplace_back(take_or_fail, i);
            } catch (const std::system_error&) {  // no room for one more: those that there are do the same work
            }
            take_or_fail(0);
        }
        for (const auto& failure : failures)
            if (failure) std::rethrow_exception(failure);
    }

    void take_blocks(std::size_t worker, std::int64_t to) {
        while (!stopped()) {
            const std::int64_t from = next_.fetch_add(block);
            if (from >= to) return;
            const std::int64_t until = std::min(from + block, to);
            workers_[worker]->simulate(from, until);
            auto& taken = taken_[worker];
            if (!taken.empty() && taken.back().to == from)
                taken.back().to = until;
            else
                taken.push_back({from, until});
            tell(until - from);
        }
    }

    void tell(std::int64_t samples) {
        if (run_.progress == nullptr) return;
        const std::lock_guard lock(telling_);
        done_ += samples;
        const std::int64_t to = options_.to < 0 ? options_.samples : options_.to;
        run_.progress->report({"samples", done_, to - options_.from, -1, -1});
    }

    /// Whether the P80 of the end is known well enough, measured against the mean length of the project.
    [[nodiscard]] bool converged() const {
        const Tally so_far = sum();
        return percentile(so_far.end, 0.8).error <= options_.converged_at * mean(so_far.end).value;
    }

    [[nodiscard]] Tally sum() const {
        Tally all;
        for (std::size_t i = 0; i < workers_.size(); ++i) {
            Tally part = workers_[i]->tally();
            part.ranges = taken_[i];
            if (i == 0)
                all = std::move(part);
            else
                (void)merge(all, part);  // of one question, and no sample twice
        }
        all.fingerprint = fingerprint_of(plan_.situation, options_);
        return all;
    }

    const SimulationOptions& options_;
    const SimulationRun& run_;
    SimulationNetwork network_;
    DrawPlan plan_;
    const LaneKernel& kernel_;
    std::optional<PolicyNetwork> policy_;
    std::vector<std::unique_ptr<SampleWorker>> workers_;
    std::vector<std::vector<SampleRange>> taken_;  ///< per worker
    std::atomic<std::int64_t> next_{0};
    std::mutex telling_;
    std::int64_t done_ = 0;
};

}  // namespace

bool has_vector_lanes() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi2") != 0
           && __builtin_cpu_supports("fma") != 0;
#else
    return false;
#endif
}

base::Result<Tally> simulate(const Situation& situation, const SimulationOptions& options, const SimulationRun& run) {
    if (auto wrong = find_option_fault(situation, options)) return tl::unexpected(std::move(*wrong));
    return Simulation(situation, options, run).run();
}

}  // namespace masar::forecast
