// How fast and how well the heuristic works on a folder of public instances:
//   schedules_per_second DIR [schedules] [threads] [seed]
// prints instances, schedules per second of search, mean % over the critical path and over the best known makespan, and how
// many ended optimal. Best known values come from DIR_bounds.csv (instance,lb,ub,optimal,cpm_lb).
#include "engine/solve.h"
#include "problem/format/read_instance.h"
#include "problem/passes.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace {

using namespace masar;

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string read_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::map<std::string, double> best_known(const std::string& folder) {
    std::map<std::string, double> best;
    std::ifstream file(folder + "_bounds.csv");
    for (std::string line; std::getline(file, line);) {
        std::istringstream cells(line);
        std::string name, lower, upper;
        std::getline(cells, name, ',');
        std::getline(cells, lower, ',');
        std::getline(cells, upper, ',');
        if (!upper.empty() && upper != "ub") best[name] = std::stod(upper);
    }
    return best;
}

struct Totals {
    std::int64_t instances = 0, schedules = 0, optimal = 0, without = 0;
    double seconds = 0, over_path = 0, over_best = 0;

    void add(const engine::Answer& answer, double path, double best) {
        ++instances;
        schedules += answer.schedules;
        seconds += answer.search_seconds;
        optimal += answer.status == engine::Status::optimal;
        if (!answer.schedule) {
            ++without;
            return;
        }
        const auto makespan = static_cast<double>(answer.objective.front());
        over_path += path > 0 ? 100 * (makespan - path) / path : 0;
        over_best += best > 0 ? 100 * (makespan - best) / best : 0;
    }
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    std::string folder = argv[1];
    while (folder.ends_with('/')) folder.pop_back();
    engine::Run run;
    run.now_seconds = seconds_now;
    run.limits.schedules = argc > 2 ? std::stoll(argv[2]) : 1000;
    run.limits.threads = argc > 3 ? std::stoi(argv[3]) : 1;
    run.limits.seed = argc > 4 ? std::stoull(argv[4]) : 1;
    const auto best = best_known(folder);
    Totals totals;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        const std::string text = read_text(file);
        const auto format = problem::detect_format(file.filename().string(), text);
        if (!format) continue;
        const auto instance = problem::read_instance(*format, text);
        if (!instance) continue;
        const auto found = best.find(file.stem().string());
        const double path = problem::run_passes(*instance, {}).makespan;
        totals.add(engine::solve(*instance, run), path, found == best.end() ? 0 : found->second);
    }
    const auto mean = [&](double sum) {
        return sum / static_cast<double>(std::max<std::int64_t>(1, totals.instances - totals.without));
    };
    fmt::print(
        "{}: {} instances, {} without schedule, {} optimal, {:.0f} schedules/s, {:.3f} % over critical path, {:.3f} % "
        "over best known, {:.2f} s\n",
        folder, totals.instances, totals.without, totals.optimal,
        static_cast<double>(totals.schedules) / totals.seconds, mean(totals.over_path), mean(totals.over_best),
        totals.seconds);
    return 0;
}
