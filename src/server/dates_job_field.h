#pragma once
// The job that brings dates after the text, as answers name it.
#include "app/workspace/dates_watch.h"
#include "base/json_writer.h"
#include "server/site.h"

namespace masar::server {

/// Starts it where dates lack; "" = they do not.
inline std::string follow_dates(Site& site, std::string_view plan, const app::DatesWanted& wanted = {}) {
    return app::follow_dates(site.services.runs, site.services.workspace, plan, wanted);
}

/// "dates_job": its id, or null when there is none.
inline void write_dates_job(base::JsonWriter& json, const std::string& job) {
    json.field_or_null("dates_job", job.empty() ? std::nullopt : std::optional(job));
}

}  // namespace masar::server
