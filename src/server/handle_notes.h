#pragma once
// Notes on records, and what is new for whoever asks.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_notes(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_write_note(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_set_note(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_withdraw_note(Site& site, const Visit& visit);

}  // namespace masar::server
