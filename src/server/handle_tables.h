#pragma once
// Tables in and out: spreadsheets brought in step by step, the activities as a workbook or CSV, a template, the report as one page.
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

[[nodiscard]] Answer<HttpResponse> handle_bring_table(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_choose_columns(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_accept_table(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_put_away_table(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_workbook(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_csv(Site& site, const Visit& visit);
/// "risks.csv", "risks.xlsx": a table of a page.
[[nodiscard]] Answer<HttpResponse> handle_page_table(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_template(Site& site, const Visit& visit);
[[nodiscard]] Answer<HttpResponse> handle_schedule_file(Site& site, const Visit& visit);

}  // namespace masar::server
