#pragma once
// One record as a reader sees it: its fields as written, what of it is withheld, and the etag that an edit of it can be tied to.
#include "app/workspace/change_request.h"
#include "app/workspace/workspace.h"

namespace masar::app {

struct RecordView {
    std::string section, id;
    std::string owner;  ///< id of the side; empty = shared
    std::string file;
    bool may_edit = false;
    planfile::WrittenValue fields;
    std::vector<std::string> withheld;  ///< keys of fields that are not there, or not wholly
    /// Sides that read the record, and where they differ those that read a field, by its key.
    std::vector<std::string> readers;
    std::vector<std::pair<std::string, std::vector<std::string>>> field_readers;
    std::string etag;
};

/// Without an id: a field of the whole plan. Nothing: there is none, or none that is released to the actor.
[[nodiscard]] std::optional<RecordView> record_view(const OpenPlan& open, const Actor& actor, std::string_view section,
                                                    std::string_view id);
[[nodiscard]] std::vector<RecordView> record_views(const OpenPlan& open, const Actor& actor, std::string_view section);

/// {"section", "id", "owner", "file", "may_edit", "fields": {key: as written, or {"withheld": true}}, "partly_withheld": [keys],
/// "released": {"to": [sides], "fields": {key: [sides]}}, "etag"}
[[nodiscard]] boost::json::object record_json(const RecordView& view);

}  // namespace masar::app
