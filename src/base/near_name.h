#pragma once
// "Did you mean": the known name that is nearest to a misspelt one, in either alphabet.
#include <cstddef>
#include <optional>
#include <ranges>
#include <span>
#include <string_view>
#include <vector>

namespace masar::base {

/// Insertions, deletions, replacements and swaps of neighbours that turn one name into the other, counted in code points after
/// normalised_for_search. Damerau–Levenshtein in its restricted form (optimal string alignment): no place is edited twice.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// Index of the candidate with the smallest distance, the first of equals; nothing when all are further away than a third of the
/// name's length (at least 1, and never all of it). A name of more than 100 characters is a text that lost its way: nothing.
[[nodiscard]] std::optional<std::size_t> nearest_index(std::string_view name,
                                                       std::span<const std::string_view> candidates);

/// The same for any range of strings; the answer lives as long as the range's elements.
template <std::ranges::input_range Candidates>
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view name, const Candidates& candidates) {
    const std::vector<std::string_view> views(std::ranges::begin(candidates), std::ranges::end(candidates));
    const auto index = nearest_index(name, views);
    return index ? std::optional(views[*index]) : std::nullopt;
}

}  // namespace masar::base
