#pragma once
// The accounts of one's own side, and who acts in whose place.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_accounts(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_add_account(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_change_account(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_deputies(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_add_deputy(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_end_deputy(Site& site, const Visit& visit);

}  // namespace masar::server
