#pragma once
// Why: phrases of the letter of intent, lines of effort and the logic model (objective → outcome → output → activity).
#include "plan/record.h"

#include <optional>
#include <vector>

namespace masar::plan {

struct Commitment : Record {
    bool context_only = false;  ///< needs no cover
    std::optional<NamedText> divergence;
};

struct LineOfEffort : Record {
    std::string lead;  ///< role, optional
};

struct Objective : Record {
    At<LineIndex> line;
    std::vector<At<CommitmentIndex>> commitments;
    std::vector<At<IndicatorIndex>> indicators;
    std::optional<calendar::Date> due;
};

struct Outcome : Record {
    At<ObjectiveIndex> objective;
    std::vector<At<IndicatorIndex>> indicators;
};

struct Output : Record {
    At<OutcomeIndex> outcome;
    std::vector<At<IndicatorIndex>> indicators;
};

}  // namespace masar::plan
