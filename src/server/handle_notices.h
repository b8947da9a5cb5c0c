#pragma once
// What concerns whoever asks, and that they have looked.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_notices(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_notices_seen(Site& site, const Visit& visit);

}  // namespace masar::server
