#include "app/workspace/decision_entry.h"

#include <boost/json/array.hpp>

namespace masar::app {

base::Result<void> add_decision(store::Tables& kept, const DecisionEntry& entry) {
    boost::json::object what;
    what["at"] = utc_text(entry.at);
    if (!entry.comment.empty()) what["comment"] = entry.comment;
    what["deputy"] = entry.deputy;
    what["kind"] = entry.kind;
    what["proposal"] = entry.proposal;
    what["role"] = entry.role;
    what["side"] = entry.side;
    what["terms"] = entry.terms;
    what["title"] = boost::json::object{{"ar", entry.title.ar}, {"en", entry.title.en}};
    if (!entry.voided.empty()) {
        boost::json::array voided;
        for (const std::string& each : entry.voided) voided.push_back(boost::json::string(each));
        what["voided"] = std::move(voided);
    }
    const auto added = append_decision(kept, {entry.plan, entry.readers, std::move(what)});
    if (!added) return tl::unexpected(added.error());
    return {};
}

}  // namespace masar::app
