#pragma once
// The roadmaps there are, and the pages of each.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_plans(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_sandbox(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_persona(Site& site, const Visit& visit);

[[nodiscard]] Answer<HttpResponse> handle_frame(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_roadmap(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_overview(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_events(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_due(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_loads(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_money(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_pool_day(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_money_lines(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_worklist(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_outcomes(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_risks(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_diagnostics(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_record_page(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_search(Site& site, const Visit& visit);

}  // namespace masar::server
