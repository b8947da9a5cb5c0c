#pragma once
// The description of the interface, OpenAPI 3.1, made from the route table and the schemas in api_schemas.json.
#include "server/route.h"

#include <span>
#include <string>

namespace masar::server {

[[nodiscard]] std::string openapi_document(std::span<const Route> routes);

}  // namespace masar::server
