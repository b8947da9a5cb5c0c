#pragma once
// Running a roadmap: what has happened becomes an edit of it; and what is late against the agreed dates.
#include "app/running_facts.h"
#include "app/workspace/save_texts.h"
#include "report/told_status.h"

#include <boost/json/value.hpp>

#include <string_view>
#include <vector>

namespace masar::app {

/// All of the facts as one edit, or none. The actor's side and role decide what they may say.
[[nodiscard]] Outcome<SavedTexts> record_facts(Workspace& workspace, const Actor& actor, std::string_view plan,
                                               const std::vector<Fact>& facts);

/// {"what", "id", "on", "from", "to", "why": {en, ar}, "remaining", "criterion_met", "under", "value", "state", "source", "amount",
/// "reference", "activity", "reversal", "costs": [{"fund", "kind", "amount", "on", "reference"}]}: the fact, and one for each cost.
[[nodiscard]] Outcome<std::vector<Fact>> facts_from_json(const boost::json::value& fact);

/// How far things are, and what is late against the baseline that both sides approved; without one against the plan's own dates.
[[nodiscard]] Outcome<report::ToldStatus> plan_status(Workspace& workspace, const Actor& actor, std::string_view plan);

}  // namespace masar::app
