#include "server/handle_tables.h"

#include "app/export_table.h"
#include "app/workspace/imports.h"
#include "app/workspace/plan_table.h"
#include "server/confined.h"
#include "server/dates_job_field.h"
#include "server/json_response.h"
#include "server/place_number.h"
#include "server/refused.h"

namespace masar::server {
namespace {

/// The activities as the reader reads them.
Answer<exchange::SheetLook> table_of(Site& site, const Visit& visit) {
    const app::Actor& actor = visit.presence->actor;
    const auto open = app::open_plan(site.services.workspace, actor, visit.place("plan"));
    if (!open) return refused(open.error());
    return app::activity_table(open->shown_to(actor)->text(), visit.request.language);
}

HttpResponse csv_response(const exchange::Sheet& sheet) {
    HttpResponse response = json_response(exchange::write_csv(sheet));
    response.type = "text/csv; charset=utf-8";
    return response;
}

Answer<HttpResponse> workbook_response(const std::vector<exchange::SheetLook>& sheets) {
    auto bytes = exchange::write_xlsx(sheets);
    if (!bytes) return refuse(ProblemCode::internal);
    HttpResponse response = json_response(*std::move(bytes));
    response.type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return response;
}

}  // namespace

Answer<HttpResponse> handle_bring_table(Site& site, const Visit& visit) {
    const auto open = app::open_plan(site.services.workspace, visit.presence->actor, visit.place("plan"));
    if (!open) return refused(open.error());
    std::optional<app::Outcome<app::Imports::Upload>> upload;
    run_confined([&] {
        upload.emplace(site.services.imports.bring(visit.presence->actor, visit.place("plan"),
                                                   std::string(visit.request.fields.get("X-File-Name")),
                                                   visit.request.body));
    });
    if (!*upload) return refused(upload->error());
    return json_response(app::upload_json(**upload));
}

Answer<HttpResponse> handle_choose_columns(Site& site, const Visit& visit) {
    const auto id = place_number(visit, "id");
    if (!id) return tl::unexpected(id.error());
    const auto told = site.services.imports.choose(site.services.workspace, visit.presence->actor, *id, visit.body);
    if (!told) return refused(told.error());
    return json_response(report::import_json(*told));
}

Answer<HttpResponse> handle_accept_table(Site& site, const Visit& visit) {
    const auto id = place_number(visit, "id");
    if (!id) return tl::unexpected(id.error());
    const auto saved = site.services.imports.accept(site.services.workspace, visit.presence->actor, *id);
    if (!saved) return refused(saved.error());
    const auto plan =
        site.services.store->read([&](const store::Tables& kept) { return kept.plans.find(saved->version.plan); });
    if (plan && *plan) follow_dates(site, (*plan)->key);
    return json_response("{\"hash\":\"" + app::shown_to(visit.presence->actor, saved->whole)->hash() + "\"}");
}

Answer<HttpResponse> handle_put_away_table(Site& site, const Visit& visit) {
    const auto id = place_number(visit, "id");
    if (!id) return tl::unexpected(id.error());
    (void)site.services.imports.put_away(visit.presence->actor, *id);
    HttpResponse response;
    response.status = 204;
    return response;
}

Answer<HttpResponse> handle_workbook(Site& site, const Visit& visit) {
    const auto table = table_of(site, visit);
    if (!table) return tl::unexpected(table.error());
    return workbook_response({*table});
}

Answer<HttpResponse> handle_csv(Site& site, const Visit& visit) {
    const auto table = table_of(site, visit);
    if (!table) return tl::unexpected(table.error());
    return csv_response(table->sheet);
}

Answer<HttpResponse> handle_page_table(Site& site, const Visit& visit) {
    const std::string_view file = visit.place("table");
    const bool csv = file.ends_with(".csv");
    if (!csv && !file.ends_with(".xlsx")) return refuse(ProblemCode::not_found);
    app::TableAsked asked{visit.place("plan"), file.substr(0, file.rfind('.')), {}, visit.request.language};
    const auto word = [&](std::string_view name) { return std::string(visit.request.parameter(name).value_or("")); };
    asked.words = {word("dates"),
                   word("side"),
                   word("year"),
                   word("days"),
                   word("currency"),
                   {},
                   word("fund"),
                   word("measure"),
                   {},
                   {}};
    const auto table = app::plan_table(site.services.workspace, visit.presence->actor, asked);
    if (!table) return refused(table.error());
    if (csv) return csv_response(table->sheet);
    return workbook_response({*table});
}

Answer<HttpResponse> handle_template(Site&, const Visit& visit) {
    return workbook_response(app::template_workbook(visit.request.language));
}

Answer<HttpResponse> handle_schedule_file(Site& site, const Visit& visit) {
    const app::Actor& actor = visit.presence->actor;
    const auto open = app::open_plan(site.services.workspace, actor, visit.place("plan"));
    if (!open) return refused(open.error());
    const std::string& dates = open->shown_to(actor)->dates();
    if (dates.empty()) return refuse(ProblemCode::not_found);
    return json_response(dates);
}

}  // namespace masar::server
