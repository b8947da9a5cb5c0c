#include "app/workspace/decision_list.h"

#include "app/workspace/canonical_json.h"
#include "app/workspace/decision_log.h"

#include <boost/json/parse.hpp>

#include <algorithm>

namespace masar::app {

Outcome<std::vector<SeenDecision>> decision_list(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    const auto rows = from_store(
        workspace.store.read([&](const store::Tables& kept) { return kept.decisions.of_plan(open->row.id); }));
    if (!rows) return tl::unexpected(rows.error());
    std::vector<SeenDecision> seen;
    for (const store::DecisionRow& row : *rows) {
        if (!reads(actor, row.readers)) continue;
        boost::system::error_code failed;
        const boost::json::value entry = boost::json::parse(row.entry, failed);
        if (failed || !entry.is_object())
            return refuse(Refusal::Why::storage, {"the decision log is damaged", "سجل القرارات تالف"},
                          {"`masar verify` names the entry", "يسمّي الأمر ‎masar verify‎ القيد"});
        SeenDecision decision{static_cast<std::int64_t>(seen.size()) + 1,
                              entry.get_object(),
                              seen.empty() ? std::string() : seen.back().hash,
                              {}};
        decision.entry["number"] = decision.number;
        decision.hash = decision_hash(decision.previous, canonical_json(decision.entry));
        seen.push_back(std::move(decision));
    }
    return seen;
}

}  // namespace masar::app
