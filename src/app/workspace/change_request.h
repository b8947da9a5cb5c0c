#pragma once
// What somebody wants changed: edits of records and fields, each perhaps on the condition that the record still is as they saw it.
#include "app/workspace/refusal.h"
#include "planfile/edit_plan.h"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace masar::app {

struct Change {
    planfile::PlanEdit edit;
    std::string if_match;  ///< the record's etag; empty = whatever it says by now
};

struct ChangeRequest {
    std::vector<Change> changes;
    std::string note;
};

/// [{"op": "set|unset|add|remove|rename", "section", "id", "field", "value", "to", "side", "file", "if_match"}]: values as written in a
/// plan file, as string, number, truth, list or map.
[[nodiscard]] Outcome<std::vector<Change>> changes_from_json(const boost::json::value& list);
[[nodiscard]] boost::json::value changes_to_json(const std::vector<Change>& changes);

[[nodiscard]] Outcome<planfile::WrittenValue> value_from_json(const boost::json::value& value, std::string_view field);
[[nodiscard]] boost::json::value value_to_json(const planfile::WrittenValue& value);

}  // namespace masar::app
