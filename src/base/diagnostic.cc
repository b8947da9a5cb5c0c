#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace masar::base {

bool has_errors(const Diagnostics& diagnostics) {
    return std::ranges::any_of(diagnostics, [](const Diagnostic& each) { return each.severity == Severity::error; });
}

void sort_by_place(Diagnostics& diagnostics) {
    const auto key = [](const Diagnostic& each) {
        return std::tuple(each.place.file, each.place.line, each.place.column);
    };
    std::ranges::stable_sort(diagnostics, [&](const Diagnostic& a, const Diagnostic& b) {
        return std::tuple_cat(key(a), std::tie(a.code)) < std::tuple_cat(key(b), std::tie(b.code));
    });
}

}  // namespace masar::base
