#include "app/known_bounds.h"

#include "report/figures.h"

#include <algorithm>
#include <charconv>

namespace masar::app {
namespace {

struct Columns {
    std::size_t instance = 0, lower = 1, upper = 2, optimal = 3, count = 5;
};

std::string_view without_line_end(std::string_view line) {
    while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
    return line;
}

/// False when the field holds something that is no number; empty is fine.
bool read_field(std::string_view field, std::optional<std::int64_t>& target) {
    if (field.empty()) return true;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (error != std::errc() || end != field.data() + field.size()) return false;
    target = number;
    return true;
}

base::Result<Columns> columns_of(std::string_view heading) {
    const auto names = csv_fields(heading);
    const auto position = [&](std::string_view name) {
        return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
    };
    const Columns columns{position("instance"), position("lb"), position("ub"), position("optimal"), names.size()};
    if (std::max({columns.instance, columns.lower, columns.upper, columns.optimal}) >= names.size())
        return base::failure(base::Error::Kind::malformed,
                             {"the bounds file needs the columns instance, lb, ub and optimal in its first line",
                              "يجب أن يتضمن السطر الأول من ملف الحدود الأعمدة instance وlb وub وoptimal"});
    return columns;
}

}  // namespace

std::vector<std::string_view> csv_fields(std::string_view line) {
    std::vector<std::string_view> fields;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t comma = std::min(line.find(',', at), line.size());
        fields.push_back(line.substr(at, comma - at));
        at = comma + 1;
    }
    return fields;
}

base::Result<std::map<std::string, KnownBounds, std::less<>>> read_known_bounds(std::string_view csv) {
    std::map<std::string, KnownBounds, std::less<>> known;
    std::optional<Columns> columns;
    int number = 0;
    for (std::size_t at = 0; at < csv.size();) {
        const std::size_t end = std::min(csv.find('\n', at), csv.size());
        const std::string_view line = without_line_end(csv.substr(at, end - at));
        at = end + 1;
        ++number;
        if (line.empty()) continue;
        if (!columns) {
            auto found = columns_of(line);
            if (!found) return tl::unexpected(found.error());
            columns = *found;
            continue;
        }
        const auto fields = csv_fields(line);
        KnownBounds bounds;
        if (fields.size() < columns->count || !read_field(fields[columns->lower], bounds.lower)
            || !read_field(fields[columns->upper], bounds.upper))
            return base::failure(
                base::Error::Kind::malformed,
                report::fill({"line {} of the bounds file is not readable", "تعذرت قراءة السطر {} من ملف الحدود"},
                             report::ltr(std::to_string(number))));
        bounds.infeasible = fields[columns->optimal] == "infeasible";
        known.emplace(fields[columns->instance], bounds);
    }
    return known;
}

}  // namespace masar::app
