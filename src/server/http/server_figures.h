#pragma once
// Counts for /metrics, in Prometheus' text form. Labels are routes and statuses, never anything that a person typed.
#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace masar::server {

class ServerFigures {
public:
    /// One finished exchange. `route` is the pattern of its route: "/api/v1/plans/{plan}".
    void count(std::string_view route, int status, double seconds, std::size_t bytes);

    struct Gauge {
        std::string_view name;  ///< "masar_connections"
        std::string_view help;
        double value = 0;
    };
    /// The text, with what is measured at this moment behind what was counted.
    [[nodiscard]] std::string text(const std::vector<Gauge>& gauges) const;

    /// Upper bounds in seconds.
    static constexpr std::array<double, 10> bounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10};

private:
    struct OfRoute {
        std::array<std::uint64_t, bounds.size() + 1> slots{};
        double seconds = 0;
        std::uint64_t bytes = 0;
        std::map<int, std::uint64_t> statuses;
    };

    mutable std::mutex mutex_;
    std::map<std::string, OfRoute, std::less<>> routes_;
};

}  // namespace masar::server
