#pragma once
// Proposals, what the sides decide about them, and the log of that.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_proposals(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_propose(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_proposal(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_proposal_lines(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_proposal_dates(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_replace_proposal(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_sign(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_disclose(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_return(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_object(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_withdraw(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_differences(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_decisions(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_decisions_csv(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_decisions_file(Site& site, const Visit& visit);

}  // namespace masar::server
