#pragma once
// The daily message: whether one wants it, and what its administrator is told.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_digest(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_wish_digest(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_failed_digests(Site& site, const Visit& visit);

}  // namespace masar::server
