#pragma once
// Figures, dates and ids must be the same in both languages of a text. Arabic-Indic digits count as digits; a small number may be
// spelled out in the other text; digits glued to Latin letters (Q3, 5G) may be left out of the other text.
#include <optional>
#include <string>
#include <string_view>

namespace masar::planfile {

struct FigureDifference {
    std::string only_in_en, only_in_ar;  ///< one of them is filled
};

/// The first figure that one text has and the other has not.
[[nodiscard]] std::optional<FigureDifference> differing_figure(std::string_view en, std::string_view ar);

}  // namespace masar::planfile
