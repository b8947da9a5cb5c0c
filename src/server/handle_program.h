#pragma once
// Answers about the program itself.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_health(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_metrics(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_openapi(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_page(Site& site, const Visit& visit);

}  // namespace masar::server
