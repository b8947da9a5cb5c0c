#include "app/results_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace masar::app {
namespace {

constexpr std::size_t columns = 9;

std::string number_or_nothing(const std::optional<std::int64_t>& number) {
    return number ? std::to_string(*number) : "";
}

template <class Number>
std::optional<Number> read_number(std::string_view field) {
    Number number{};
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    return error == std::errc() && end == field.data() + field.size() ? std::optional(number) : std::nullopt;
}

std::optional<InstanceLine> read_line(std::string_view text) {
    const auto fields = csv_fields(text);
    if (fields.size() != columns) return std::nullopt;
    const auto path = read_number<std::int64_t>(fields[4]);
    const auto seconds = read_number<double>(fields[5]);
    const auto schedules = read_number<std::int64_t>(fields[6]);
    const auto conflicts = read_number<std::int64_t>(fields[7]);
    const auto seed = read_number<std::uint64_t>(fields[8]);
    if (!path || !seconds || !schedules || !conflicts || !seed) return std::nullopt;
    InstanceLine line;
    line.result.instance = fields[0];
    line.result.status = fields[1];
    line.result.objective = read_number<std::int64_t>(fields[2]);
    line.result.bound = read_number<std::int64_t>(fields[3]);
    line.critical_path = *path;
    line.result.seconds = *seconds;
    line.result.schedules = *schedules;
    line.result.conflicts = *conflicts;
    line.result.seed = *seed;
    return line;
}

}  // namespace

std::string results_heading() {
    return "instance,status,objective,bound,critical_path,seconds,schedules,conflicts,seed\n";
}

std::string results_line(const InstanceLine& line) {
    const report::InstanceResult& result = line.result;
    return fmt::format("{},{},{},{},{},{:.6f},{},{},{}\n", result.instance, result.status,
                       number_or_nothing(result.objective), number_or_nothing(result.bound), line.critical_path,
                       result.seconds, result.schedules, result.conflicts, result.seed);
}

std::vector<InstanceLine> read_results(std::string_view csv) {
    std::vector<InstanceLine> lines;
    for (std::size_t at = 0; at < csv.size();) {
        const std::size_t end = csv.find('\n', at);
        if (end == std::string_view::npos) break;  // a line without its end was cut off
        if (auto line = read_line(csv.substr(at, end - at))) lines.push_back(*std::move(line));
        at = end + 1;
    }
    return lines;
}

}  // namespace masar::app
