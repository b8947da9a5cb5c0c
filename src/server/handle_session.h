#pragma once
// Signing in and out, the first account of a side, looking as the other side would.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

/// Who is there now, with the token that changes must bring.
[[nodiscard]] HttpResponse session_response(Site& site, const app::Presence& presence, std::string_view csrf);
/// The session that has just begun: its cookie goes out, that of the guest is no longer needed.
[[nodiscard]] Answer<HttpResponse> begin_session(Site& site, const Visit& visit,
                                                 const app::Outcome<app::Ticket>& ticket);

[[nodiscard]] Answer<HttpResponse> handle_session(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_sign_in(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_sign_out(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_set_up(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_change_password(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_preview(Site& site, const Visit& visit);

}  // namespace masar::server
