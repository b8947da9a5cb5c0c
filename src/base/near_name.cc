#include "base/near_name.h"

#include "base/arabic.h"
#include "base/utf8.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace masar::base {
namespace {

constexpr std::size_t longest_name = 100;  // code points

std::u32string key_of(std::string_view name) { return to_code_points(normalised_for_search(name)); }

/// The distance, or `limit` + 1 as soon as it is known to be more than `limit`.
std::size_t distance_up_to(const std::u32string& a, const std::u32string& b, std::size_t limit) {
    const std::size_t too_far = limit + 1;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return too_far;
    std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        // A swap reaches back two rows, so both must be out of reach before the rest can be.
        if (*std::ranges::min_element(row) > limit && *std::ranges::min_element(last) > limit) return too_far;
        before_last = last;
        last.swap(row);
    }
    return std::min(last.back(), too_far);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::u32string first = key_of(a), second = key_of(b);
    return distance_up_to(first, second, std::max(first.size(), second.size()));
}

std::optional<std::size_t> nearest_index(std::string_view name, std::span<const std::string_view> candidates) {
    if (name.empty() || name.size() > longest_name * 4) return std::nullopt;
    const std::u32string wanted = key_of(name);
    if (wanted.empty() || wanted.size() > longest_name) return std::nullopt;
    // A name of which every letter is wrong resembles nothing.
    std::size_t limit = std::min(std::max<std::size_t>(1, wanted.size() / 3), wanted.size() - 1);
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].size() > longest_name * 4) continue;
        const std::size_t distance = distance_up_to(wanted, key_of(candidates[i]), limit);
        if (distance > limit) continue;
        best = i;
        if (distance == 0) break;
        limit = distance - 1;  // only a nearer one can take its place
    }
    return best;
}

}  // namespace masar::base
