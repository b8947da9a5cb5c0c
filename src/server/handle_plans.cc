#include "server/handle_plans.h"

#include "app/workspace/plan_page.h"
#include "app/workspace/roadmaps.h"
#include "base/json_writer.h"
#include "server/cookies.h"
#include "server/dates_job_field.h"
#include "server/handle_session.h"
#include "server/json_body.h"
#include "server/json_response.h"
#include "server/refused.h"

namespace masar::server {
namespace {

using Json = base::JsonWriter;

Answer<HttpResponse> page(Site& site, const Visit& visit, app::Page which) {
    const auto word = [&](std::string_view name) { return std::string(visit.request.parameter(name).value_or("")); };
    const auto place = [&](std::string_view name) {
        const auto found = std::ranges::find(visit.places, name, &Places::value_type::first);
        return found == visit.places.end() ? std::string() : found->second;
    };
    app::PageQuestion question{.plan = visit.place("plan"), .page = which, .words = {}};
    question.words = {word("dates"), word("side"), word("year"),    word("days"),  word("currency"),
                      word("q"),     word("fund"), word("measure"), place("pool"), place("day")};
    question.runs = &site.services.runs;
    if (which == app::Page::frame) question.dates_job = app::dates_job(site.services.workspace, question.plan);
    auto text = app::plan_page(site.services.workspace, visit.presence->actor, question);
    if (!text) return refused(text.error());
    return json_response(*std::move(text));
}

void write_text(Json& json, std::string_view key, const base::Text& text) {
    json.key(key).begin_object().field("en", text.en).field("ar", text.ar).end_object();
}

}  // namespace

Answer<HttpResponse> handle_plans(Site& site, const Visit& visit) {
    const auto plans = app::roadmaps(site.services.workspace, visit.presence->actor);
    if (!plans) return refused(plans.error());
    Json json(Json::Style::compact);
    json.begin_object().key("plans").begin_array();
    for (const auto& plan : *plans) {
        json.begin_object().field("id", plan.key);
        write_text(json, "title", plan.title);
        json.key("sides").begin_array();
        for (const std::string& side : plan.sides) json.value(side);
        json.end_array().field("sandbox", plan.sandbox).end_object();
    }
    return json_response(json.end_array().end_object().take());
}

Answer<HttpResponse> handle_sandbox(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {});
    if (fields.wrong()) return fields.problem();
    const double now = std::chrono::duration<double>(site.services.clock.now().time_since_epoch()).count();
    if (const double wait = site.sandboxes.take(visit.request.peer, now); wait > 0) {
        Problem problem{ProblemCode::too_many};
        problem.retry_seconds = static_cast<int>(wait) + 1;
        return tl::unexpected<Problem>(std::move(problem));
    }
    const auto expires = site.services.clock.now() + app::visit_longest;
    const auto plan = app::begin_sandbox(site.services.workspace, site.services.example, expires);
    if (!plan) return refused(plan.error());
    follow_dates(site, plan->key);
    const app::Client client{visit.request.peer, std::string(cookie_value(visit.request, Cookie::session))};
    return begin_session(site, visit, site.services.accounts.visit(plan->id, client));
}

Answer<HttpResponse> handle_persona(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {"side", "role"});
    const std::string side = fields.text("side"), role = fields.text_or_none("role").value_or("");
    if (fields.wrong()) return fields.problem();
    const std::string_view token = cookie_value(visit.request, Cookie::session);
    const auto done = site.services.accounts.play(token, side, role);
    if (!done) return refused(done.error());
    const auto presence = site.services.accounts.who(token);
    if (!presence) return refused(presence.error());
    return session_response(site, *presence, presence->csrf);
}

Answer<HttpResponse> handle_frame(Site& site, const Visit& visit) { return page(site, visit, app::Page::frame); }
Answer<HttpResponse> handle_roadmap(Site& site, const Visit& visit) { return page(site, visit, app::Page::roadmap); }
Answer<HttpResponse> handle_overview(Site& site, const Visit& visit) { return page(site, visit, app::Page::overview); }
Answer<HttpResponse> handle_events(Site& site, const Visit& visit) { return page(site, visit, app::Page::events); }
Answer<HttpResponse> handle_due(Site& site, const Visit& visit) { return page(site, visit, app::Page::due); }
Answer<HttpResponse> handle_loads(Site& site, const Visit& visit) { return page(site, visit, app::Page::loads); }
Answer<HttpResponse> handle_money(Site& site, const Visit& visit) { return page(site, visit, app::Page::money); }
Answer<HttpResponse> handle_pool_day(Site& site, const Visit& visit) { return page(site, visit, app::Page::pool_day); }
Answer<HttpResponse> handle_money_lines(Site& site, const Visit& visit) {
    return page(site, visit, app::Page::money_lines);
}
Answer<HttpResponse> handle_worklist(Site& site, const Visit& visit) { return page(site, visit, app::Page::worklist); }
Answer<HttpResponse> handle_outcomes(Site& site, const Visit& visit) { return page(site, visit, app::Page::outcomes); }
Answer<HttpResponse> handle_risks(Site& site, const Visit& visit) { return page(site, visit, app::Page::risks); }
Answer<HttpResponse> handle_diagnostics(Site& site, const Visit& visit) {
    return page(site, visit, app::Page::diagnostics);
}
Answer<HttpResponse> handle_record_page(Site& site, const Visit& visit) {
    return page(site, visit, app::Page::records);
}
Answer<HttpResponse> handle_search(Site& site, const Visit& visit) { return page(site, visit, app::Page::search); }

}  // namespace masar::server
