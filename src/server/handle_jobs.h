#pragma once
// Jobs: long questions about a plan, with how far they are and what came of them.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_ask_job(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_job(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_cancel_job(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_job_stream(Site& site, const Visit& visit);

}  // namespace masar::server
