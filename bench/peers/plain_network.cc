// The same simulation as bench/forecast_speed.cc, written as one would write it first: one sample after the other, xorshift
// numbers, square roots for the triangle, forward and backward pass in doubles. A measure, not a part of Masar.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace {

struct Random {
    std::uint64_t state = 88172645463325252ULL;
    double next() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return static_cast<double>(state >> 11) * 0x1p-53;
    }
};

struct Activity {
    double low, mode, high;
    std::vector<int> before, after;
};

double triangle(const Activity& a, double u) {
    const double range = a.high - a.low, split = (a.mode - a.low) / range;
    return u < split ? a.low + std::sqrt(u * range * (a.mode - a.low))
                     : a.high - std::sqrt((1 - u) * range * (a.high - a.mode));
}

}  // namespace

int main(int argc, char** argv) {
    const int n = argc > 1 ? std::atoi(argv[1]) : 1000, samples = argc > 2 ? std::atoi(argv[2]) : 10000;
    std::vector<Activity> activities(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) {
        const double days = 10 + (i * 11) % 40;
        auto& a = activities[static_cast<std::size_t>(i)];
        a.low = days * 0.8, a.mode = days, a.high = days * 1.5;
        for (const int from : {i - 1 - (i * 7) % 20, i - 1 - (i * 13) % 37})
            if (from >= 0) {
                a.before.push_back(from);
                activities[static_cast<std::size_t>(from)].after.push_back(i);
            }
    }
    std::vector<double> start(activities.size()), end(activities.size()), late(activities.size()),
        days(activities.size());
    std::vector<long> critical(activities.size());
    double best = 1e300, sum = 0;
    for (int run = 0; run < 5; ++run) {
        Random random;
        sum = 0;
        const std::clock_t before = std::clock();
        for (int s = 0; s < samples; ++s) {
            double finish = 0;
            for (std::size_t i = 0; i < activities.size(); ++i) {
                double day = 0;
                for (const int p : activities[i].before) day = std::max(day, end[static_cast<std::size_t>(p)]);
                days[i] = triangle(activities[i], random.next());
                start[i] = day;
                end[i] = day + days[i];
                finish = std::max(finish, end[i]);
            }
            for (std::size_t i = activities.size(); i-- > 0;) {
                double day = finish;
                for (const int q : activities[i].after) day = std::min(day, late[static_cast<std::size_t>(q)]);
                late[i] = day - days[i];
                critical[i] += late[i] <= start[i] + 1e-9;
            }
            sum += finish;
        }
        const double seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        best = std::min(best, seconds);
    }
    std::printf("%-58s %8.3f ns   mean end %.2f\n", "plain C++, network, criticality", best * 1e9 / samples / n,
                sum / samples);
    return critical.empty() ? 1 : 0;
}
