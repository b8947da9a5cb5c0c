#pragma once
// Personal addresses of calendars, and what calendar programs get there.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_add_calendar(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_end_calendar(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_calendar(Site& site, const Visit& visit);

}  // namespace masar::server
