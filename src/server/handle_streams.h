#pragma once
// What changes in a plan while somebody looks at it.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_plan_stream(Site& site, const Visit& visit);

}  // namespace masar::server
