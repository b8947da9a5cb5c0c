#include "server/handle_program.h"

#include "base/json_writer.h"
#include "base/version.h"
#include "server/this_machine.h"

namespace masar::server {

Answer<HttpResponse> handle_health(Site& site, const Visit& /*visit*/) {
    if (site.closing) return refuse(ProblemCode::closing);
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_object().field("state", "working").field("version", base::version).end_object();
    HttpResponse response;
    response.body = body_of(json.take());
    return response;
}

Answer<HttpResponse> handle_metrics(Site& site, const Visit& visit) {
    // How often which address is asked for says what people do: it is for whoever runs the machine.
    if (!is_this_machine(visit.request.peer)) return refuse(ProblemCode::not_found);
    HttpResponse response;
    response.type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = body_of(site.figures.text(site.gauges()));
    return response;
}

Answer<HttpResponse> handle_openapi(Site& site, const Visit& /*visit*/) {
    HttpResponse response;
    response.body = site.description;
    response.cache = "no-cache";
    return response;
}

Answer<HttpResponse> handle_page(Site& site, const Visit& visit) {
    if (visit.request.path.starts_with("/api/")) return refuse(ProblemCode::not_found);
    return site.pages.answer(visit.request);
}

}  // namespace masar::server
