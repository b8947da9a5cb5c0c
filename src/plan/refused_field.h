#pragma once
// Fields that no plan and no import may hold: coordinates, and data about persons. Told by their name alone.
#include <cstdint>
#include <string_view>

namespace masar::plan {

enum class RefusedField : std::uint8_t { none, coordinates, personal };

/// Of a field's or column's name in English or Arabic, written with spaces, hyphens, underscores or in one word: "lat", "grid_ref",
/// "Passport No", «رقم الجواز». A refused word must stand as a word of its own: "latest" is none.
[[nodiscard]] RefusedField refused_field(std::string_view name);

}  // namespace masar::plan
