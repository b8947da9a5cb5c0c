// How long the first checked schedule of a large roadmap takes:
//   first_schedule ACTIVITIES [schedules, 0 = by size] [threads] [seed]
#include "engine/roadmap_like.h"
#include "engine/solve.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <string>

namespace {

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

int main(int argc, char** argv) {
    using namespace masar;
    if (argc < 2) return 2;
    engine::Run run;
    run.limits.schedules = argc > 2 ? std::stoll(argv[2]) : 0;
    run.limits.threads = argc > 3 ? std::stoi(argv[3]) : 1;
    run.limits.seed = argc > 4 ? std::stoull(argv[4]) : 1;
    run.now_seconds = seconds_now;
    const auto problem = engine::make_roadmap_like({.activities = std::stoi(argv[1]), .seed = run.limits.seed});
    const double before = seconds_now();
    const engine::Answer answer = engine::solve(problem, run);
    const double seconds = seconds_now() - before;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{} activities, status {}, {} schedules, {} breaches, {:.3f} s, {} MB", problem.size(),
               static_cast<int>(answer.status), answer.schedules, answer.breaches.size(), seconds,
               usage.ru_maxrss / 1024);
    for (std::size_t i = 0; i < answer.objective.size(); ++i) {
        fmt::print(", objective {} bound {}", answer.objective[i], answer.bound[i].value_or(-1));
    }
    fmt::print("\n");
    return 0;
}
