#pragma once
// Roadmaps begun, kept and taken away whole.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_begin(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_keep(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_archive(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_report(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_report_pdf(Site& site, const Visit& visit);

}  // namespace masar::server
