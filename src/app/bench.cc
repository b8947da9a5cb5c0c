#include "app/bench.h"

#include "app/results_file.h"
#include "base/random_stream.h"
#include "problem/passes.h"
#include "report/figures.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace masar::app {
namespace {

using Known = std::map<std::string, KnownBounds, std::less<>>;

constexpr std::array<std::string_view, 4> extensions{".sm", ".mm", ".rcp", ".sch"};

bool is_instance(std::string_view name) {
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::ranges::any_of(extensions, [&](std::string_view end) { return lower.ends_with(end); });
}

std::string without_slash(std::string folder) {
    while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
    return folder;
}

base::Result<std::vector<std::string>> instances_of(const base::FileDoor& files, const BenchOptions& options) {
    auto names = files.list(options.folder);
    if (!names) return names;
    std::erase_if(*names, [](const std::string& name) { return !is_instance(name); });
    std::ranges::sort(*names, natural_less);
    if (names->empty())
        return base::failure(base::Error::Kind::input_output,
                             report::fill({"'{}' holds no instance (.sm, .mm, .rcp, .sch)",
                                           "لا توجد مسائل في «{}» (‎.sm, .mm, .rcp, .sch‎)"},
                                          report::ltr(options.folder)));
    if (options.sample > 0) return stratified_sample(*names, options.sample, options.run.limits.seed);
    return names;
}

base::Result<Known> known_for(const base::FileDoor& files, const BenchOptions& options) {
    const std::string path = options.bounds_file.empty() ? options.folder + "_bounds.csv" : options.bounds_file;
    if (options.bounds_file.empty() && files.look(path) == base::FileDoor::Entry::missing) return Known{};
    const auto text = files.read(path, {});
    if (!text) return tl::unexpected(text.error());
    return read_known_bounds(*text);
}

/// Solves one instance, or takes it from the results of an earlier run.
class Series {
public:
    Series(base::FileDoor& files, const BenchOptions& options) : files_(files), options_(options) {}

    base::Result<void> prepare() {
        if (options_.results_file.empty()) return {};
        const bool exists = files_.look(options_.results_file) != base::FileDoor::Entry::missing;
        if (!options_.resume || !exists) return files_.write_whole(options_.results_file, results_heading());
        const auto text = files_.read(options_.results_file, {});
        if (!text) return tl::unexpected(text.error());
        done_ = read_results(*text);
        return {};
    }

    base::Result<InstanceLine> line(const std::string& name) {
        const auto earlier = std::ranges::find(
            done_, stem_of(name), [](const InstanceLine& each) -> std::string_view { return each.result.instance; });
        if (earlier != done_.end()) return *earlier;
        const auto problem = read_instance_file(files_, options_.folder + "/" + name);
        if (!problem) return tl::unexpected(problem.error());
        const SolvedInstance solved = solve_instance(*problem, stem_of(name), options_.run);
        if (solved.refused)
            return base::failure(base::Error::Kind::malformed,
                                 report::fill({"{}: the engine gave a schedule that the checker refuses",
                                               "{}: أعطى المحرك جدولاً يرفضه المدقق"},
                                              report::ltr(name)));
        InstanceLine line{solved.result, critical_path(*problem)};
        if (line.result.stopped || options_.results_file.empty()) return line;
        if (auto added = files_.append(options_.results_file, results_line(line)); !added)
            return tl::unexpected(added.error());
        return line;
    }

private:
    base::FileDoor& files_;
    const BenchOptions& options_;
    std::vector<InstanceLine> done_;
};

void tell(const BenchOptions& options, std::size_t done, std::size_t total) {
    if (options.run.progress == nullptr) return;
    options.run.progress->report(
        {"instances", static_cast<std::int64_t>(done), static_cast<std::int64_t>(total), -1, -1});
}

}  // namespace

base::Result<BenchResult> bench(base::FileDoor& files, const BenchOptions& given) {
    BenchOptions options = given;
    options.folder = without_slash(given.folder);
    const auto names = instances_of(files, options);
    if (!names) return tl::unexpected(names.error());
    const auto known = known_for(files, options);
    if (!known) return tl::unexpected(known.error());
    options.run.progress = nullptr;  // the line counts instances, not what happens inside one
    Series series(files, options);
    if (auto prepared = series.prepare(); !prepared) return tl::unexpected(prepared.error());

    BenchResult result;
    for (const std::string& name : *names) {
        if (given.run.stop != nullptr && given.run.stop->stopped()) break;
        tell(given, result.lines.size(), names->size());
        auto line = series.line(name);
        if (!line) return tl::unexpected(line.error());
        if (line->result.stopped) break;
        result.lines.push_back(*line);
    }
    result.stopped = result.lines.size() < names->size();
    result.summary = summarise(result.lines, *known);
    result.summary.set = options.folder.substr(options.folder.find_last_of('/') + 1);
    result.summary.seed = options.run.limits.seed;
    result.summary.sampled = options.sample > 0;
    return result;
}

std::int64_t critical_path(const problem::Problem& problem) {
    problem::PassOptions options;
    for (const problem::Activity& activity : problem.data().activities) {
        const auto shortest = std::ranges::min_element(activity.modes, {}, &problem::Mode::duration);
        options.modes.push_back(static_cast<std::int32_t>(shortest - activity.modes.begin()));
    }
    return problem::run_passes(problem, options).makespan;
}

std::vector<std::string> stratified_sample(const std::vector<std::string>& names, std::int64_t count,
                                           std::uint64_t seed) {
    const auto total = static_cast<std::int64_t>(names.size());
    if (count >= total) return names;
    std::vector<std::string> sample;
    base::RandomStream random(seed, 0);
    for (std::int64_t k = 0; k < count; ++k) {
        const std::int64_t first = k * total / count, next = (k + 1) * total / count;
        sample.push_back(
            names[static_cast<std::size_t>(first + random.below(static_cast<std::uint32_t>(next - first)))]);
    }
    return sample;
}

bool natural_less(std::string_view a, std::string_view b) {
    const auto digits = [](std::string_view text) {
        const std::size_t end = text.find_first_not_of("0123456789");
        return text.substr(0, end);
    };
    while (!a.empty() && !b.empty()) {
        const std::string_view x = digits(a), y = digits(b);
        if (!x.empty() && !y.empty()) {
            if (x.size() != y.size()) return x.size() < y.size();  // no leading zeros in these names
            if (x != y) return x < y;
            a.remove_prefix(x.size());
            b.remove_prefix(y.size());
            continue;
        }
        if (a.front() != b.front()) return a.front() < b.front();
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.size() < b.size();
}

}  // namespace masar::app
