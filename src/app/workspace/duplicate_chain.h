#pragma once
// A chain of activities once more, some years later: next year's exercise with its conferences.
#include "app/workspace/save_texts.h"

namespace masar::app {

struct Duplication {
    std::vector<std::string> activities;  ///< ids
    int years = 1;
};

struct DuplicatedChain {
    SavedTexts saved;
    std::vector<std::string> ids;  ///< of the copies, in the order asked for
};

/// Dates move by whole years; where a window began or ended on a working day, the copy's does too, inside it. Links and payments among
/// the copied ones are among the copies, others stay as they are without their longest lags. Progress is not copied. Ids and names have
/// the later year where they named one, else it is added.
[[nodiscard]] Outcome<DuplicatedChain> duplicate_chain(Workspace& workspace, const Actor& actor, std::string_view plan,
                                                       const Duplication& asked);

/// "2027" as "2028" wherever it stands by itself in the text, "FY2027" too.
[[nodiscard]] std::string with_later_years(std::string text, int years);

}  // namespace masar::app
