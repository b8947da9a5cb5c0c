// What each setting of the exact search is worth, counted in conflicts, so that any machine prints the same but for the seconds:
//   engine_settings DIR [every] [conflicts] [kept]
// takes every n-th instance of a folder, a heuristic schedule to begin with, and that many conflicts; one line of CSV per setting, the
// first `kept` left out.
#include "engine/search/exact_search.h"
#include "engine/solve.h"
#include "problem/format/read_instance.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

using namespace masar;
using engine::ModelSettings;

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::vector<problem::Problem> instances_of(const std::filesystem::path& folder, std::size_t every) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<problem::Problem> instances;
    for (std::size_t i = 0; i < paths.size(); i += every) {
        std::ifstream file(paths[i], std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        const auto format = problem::detect_format(paths[i].filename().string(), text.str());
        if (!format) continue;
        if (auto problem = problem::read_instance(*format, text.str())) instances.push_back(*std::move(problem));
    }
    return instances;
}

/// What every setting begins with, the same for all.
std::vector<engine::Answer> first_schedules(const std::vector<problem::Problem>& instances) {
    std::vector<engine::Answer> answers;
    engine::Run run;
    run.limits.conflicts = 0;
    for (const problem::Problem& each : instances) answers.push_back(engine::solve(each, run));
    return answers;
}

struct Sums {
    std::int64_t settled = 0, conflicts = 0, best = 0, bound = 0;
};

void look_at(const problem::Problem& problem, const engine::Answer& first, const engine::ExactStart& start,
             std::int64_t conflicts, Sums& sums) {
    engine::ExactStart own = start;
    own.incumbent = first.schedule;
    const bool settled = first.status == engine::Status::optimal || first.status == engine::Status::infeasible;
    if (settled) {
        ++sums.settled;
        if (first.schedule) sums.best += first.objective[0], sums.bound += first.objective[0];
        return;
    }
    engine::ExactSearch search(problem, std::move(own));
    const engine::ExactStatus status = search.run({conflicts, {}});
    sums.settled += status == engine::ExactStatus::optimal || status == engine::ExactStatus::infeasible ? 1 : 0;
    sums.conflicts += search.conflicts();
    if (search.best()) sums.best += search.objective()[0];
    if (const auto bounds = search.bounds(); !bounds.empty()) sums.bound += bounds[0].value_or(0);
}

std::vector<std::pair<std::string, ModelSettings>> settings() {
    const ModelSettings usual;
    std::vector<std::pair<std::string, ModelSettings>> all{{"as it is", usual}};
    const auto with = [&](const std::string& name, auto change) {
        all.emplace_back(name, usual);
        change(all.back().second);
    };
    with("without order variables of pairs", [](ModelSettings& each) { each.pairs = false; });
    with("cliques", [](ModelSettings& each) { each.cliques = true; });
    with("time-table edge-finding", [](ModelSettings& each) { each.energy = true; });
    with("forget by glue first",
         [](ModelSettings& each) { each.learning.forgotten_first = engine::ClauseBase::Worse::more_glue; });
    with("no minimisation of clauses", [](ModelSettings& each) { each.learning.explanations = 0; });
    with("minimisation by 4 explanations", [](ModelSettings& each) { each.learning.explanations = 4; });
    with("minimisation by 100 explanations", [](ModelSettings& each) { each.learning.explanations = 100; });
    return all;
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) return 2;
    const std::filesystem::path folder = words[1];
    const auto every = static_cast<std::size_t>(count > 2 ? std::max(1, std::atoi(words[2])) : 1);
    const std::int64_t conflicts = count > 3 ? std::max(1LL, std::atoll(words[3])) : 10'000;
    const auto kept = static_cast<std::size_t>(count > 4 ? std::max(0, std::atoi(words[4])) : 0);
    auto open = settings();
    open.erase(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(std::min(kept, open.size())));
    if (open.empty()) return 0;
    const auto instances = instances_of(folder, every);
    const auto first = first_schedules(instances);
    for (const auto& [name, its] : open) {
        engine::ExactStart start;
        start.settings = its;
        Sums sums;
        const double began = seconds_now();
        for (std::size_t i = 0; i < instances.size(); ++i) look_at(instances[i], first[i], start, conflicts, sums);
        fmt::print("{},{},{},{},{},{},{},{},{:.1f}\n", folder.filename().string(), every, conflicts, name,
                   instances.size(), sums.settled, sums.conflicts, sums.bound, seconds_now() - began);
        std::fflush(stdout);
    }
    return 0;
}
