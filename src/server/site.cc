#include "server/site.h"

#include "server/openapi.h"

namespace masar::server {

Site::Site(std::span<const Route> routes, ServerLimits its_limits, ServerLog& its_log, Services& its_services)
    : router(routes),
      limits(its_limits),
      log(its_log),
      services(its_services),
      rates(its_limits.reads_per_second),
      description(body_of(openapi_document(routes))) {}

}  // namespace masar::server
