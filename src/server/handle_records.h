#pragma once
// Records and their edits: reading, changing, taking back; the plan as text; what has happened.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_vocabulary(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_records(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_record(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_change_record(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_changes(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_undo(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_redo(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_seen(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_log(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_duplicate(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_files(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_file(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_save_file(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_check(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_facts(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_status(Site& site, const Visit& visit);

}  // namespace masar::server
