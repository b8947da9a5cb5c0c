#include "server/handle_roadmaps.h"

#include "app/workspace/take_away.h"
#include "base/json_writer.h"
#include "server/dates_job_field.h"
#include "server/json_body.h"
#include "server/refused.h"

namespace masar::server {
namespace {

HttpResponse response_with(std::string body, std::string type) {
    HttpResponse response;
    response.body = body_of(std::move(body));
    response.type = std::move(type);
    response.cache = "private, no-cache";
    return response;
}

Answer<HttpResponse> made(Site& site, const app::Outcome<store::PlanRow>& plan) {
    if (!plan) return refused(plan.error());
    follow_dates(site, plan->key);
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_object().field("id", plan->key).end_object();
    HttpResponse response = response_with(json.take(), "application/json");
    response.status = 201;
    return response;
}

const boost::json::array* list_in(JsonFields& fields, std::string_view name) {
    const boost::json::value* value = fields.value(name);
    if (value == nullptr || value->is_null()) return nullptr;
    if (!value->is_array()) fields.refuse(name, {"expected a list", "المطلوب قائمة"});
    return value->if_array();
}

Answer<app::SideAnswer> side_in(const boost::json::value& value, const std::string& path) {
    JsonFields fields(value, {"id", "name", "calendar", "fiscal_month", "currency"}, path);
    const base::Text name = fields.both("name");
    app::SideAnswer side{fields.text("id"), name.en, name.ar, fields.text("calendar"), {}, fields.text("currency")};
    side.fiscal_month = std::to_string(fields.whole_number("fiscal_month"));
    if (fields.wrong()) return fields.problem();
    return side;
}

/// The six questions of `new`.
Answer<app::PlanAnswers> answers_in(const Visit& visit) {
    JsonFields fields(visit.body, {"template", "title", "sides", "start", "years", "languages", "lines"});
    app::PlanAnswers answers;
    answers.about = fields.text("template");
    const base::Text title = fields.both("title");
    answers.title_en = title.en;
    answers.title_ar = title.ar;
    answers.start = fields.text("start");
    answers.years = std::to_string(fields.whole_number("years"));
    answers.languages = fields.text_or_none("languages").value_or("both");
    const boost::json::array *sides = list_in(fields, "sides"), *lines = list_in(fields, "lines");
    if (!fields.wrong() && (sides == nullptr || sides->size() != answers.sides.size()))
        fields.refuse("sides", {"a roadmap has two sides", "لخارطة الطريق جانبان"});
    if (fields.wrong()) return fields.problem();
    for (std::size_t i = 0; i < answers.sides.size(); ++i) {
        auto side = side_in((*sides)[i], "sides." + std::to_string(i));
        if (!side) return tl::unexpected(side.error());
        answers.sides[i] = *std::move(side);
    }
    for (std::size_t i = 0; lines != nullptr && i < lines->size(); ++i) {
        JsonFields line((*lines)[i], {"en", "ar"}, "lines." + std::to_string(i));
        answers.lines.push_back({line.text("en"), line.text("ar")});
        if (line.wrong()) return line.problem();
    }
    return answers;
}

}  // namespace

Answer<HttpResponse> handle_begin(Site& site, const Visit& visit) {
    const auto answers = answers_in(visit);
    if (!answers) return tl::unexpected(answers.error());
    return made(site, app::begin_roadmap(site.services.workspace, visit.presence->actor, *answers));
}

Answer<HttpResponse> handle_keep(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {});
    if (fields.wrong()) return fields.problem();
    const app::Actor& owner = visit.presence->actor;
    // The sandbox that this very session began as.
    const app::Actor visitor{0, {}, app::all_roles(), {}, true, owner.sandbox_plan, true, {}};
    return made(site, app::keep_sandbox(site.services.workspace, visitor, owner, visit.place("plan")));
}

Answer<HttpResponse> handle_archive(Site& site, const Visit& visit) {
    auto bytes = app::plan_archive(site.services.workspace, visit.presence->actor, visit.place("plan"));
    if (!bytes) return refused(bytes.error());
    HttpResponse response = response_with(*std::move(bytes), "application/zip");
    response.with("Content-Disposition", "attachment; filename=\"" + visit.place("plan") + ".zip\"");
    return response;
}

Answer<HttpResponse> handle_report(Site& site, const Visit& visit) {
    auto page =
        app::plan_report(site.services.workspace, visit.presence->actor, {visit.place("plan"), visit.request.language});
    if (!page) return refused(page.error());
    HttpResponse response = response_with(*std::move(page), "text/html; charset=utf-8");
    // It carries its style inside, runs no script, and is kept apart from the pages that know who reads.
    response.with("Content-Security-Policy",
                  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; "
                  "form-action 'none'; sandbox");
    return response;
}

Answer<HttpResponse> handle_report_pdf(Site& site, const Visit& visit) {
    const auto word = [&](std::string_view name) { return std::string(visit.request.parameter(name).value_or("")); };
    auto bytes =
        app::plan_paper(site.services.workspace, visit.presence->actor, {visit.place("plan"), visit.request.language},
                        {word("paper"), word("brief"), word("both")});
    if (!bytes) return refused(bytes.error());
    HttpResponse response = response_with(*std::move(bytes), "application/pdf");
    response.with("Content-Disposition", "inline; filename=\"" + visit.place("plan") + ".pdf\"");
    return response;
}

}  // namespace masar::server
