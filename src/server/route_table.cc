// The map: method, address, who may ask, handler, what it does, schema of the answer. From these lines requests find their handler
// (router.h), and the description of the interface is made (openapi.h).
#include "server/route_table.h"

#include "server/handle_accounts.h"
#include "server/handle_calendar.h"
#include "server/handle_decisions.h"
#include "server/handle_digest.h"
#include "server/handle_jobs.h"
#include "server/handle_notes.h"
#include "server/handle_notices.h"
#include "server/handle_plans.h"
#include "server/handle_program.h"
#include "server/handle_records.h"
#include "server/handle_roadmaps.h"
#include "server/handle_session.h"
#include "server/handle_streams.h"
#include "server/handle_tables.h"

#include <array>

namespace masar::server {
namespace {

using enum Method;
using enum Who;
constexpr std::string_view planners = "planner lead", editors = "planner lead finance assessor disclosure",
                           approvers = "approver", auditors = "auditor administrator";
constexpr Route::Details json(std::string_view body, int status = 200, std::string_view roles = "") {
    return {.takes = Takes::json, .body = body, .status = status, .roles = roles};
}
constexpr Route::Details hashing(std::string_view body, int status = 200) {
    return {.takes = Takes::json, .body = body, .status = status, .hashes = true};
}
constexpr Keeps program = Keeps::with_program, written = Keeps::until_written;

constexpr auto routes = std::to_array<Route>({
    // clang-format off
    {get,   "/api/v1/session",          anyone,    handle_session,         "Who is signed in, and the token that changes must bring", "Session"},
    {post,  "/api/v1/session",          anyone,    handle_sign_in,         "Sign in", "Session", hashing("SignIn")},
    {del,   "/api/v1/session",          visitor,   handle_sign_out,        "Sign out", "", {.status = 204}},
    {put,   "/api/v1/session/password", signed_in, handle_change_password, "Choose another password", "", hashing("Passwords", 204)},
    {put,   "/api/v1/session/preview",  signed_in, handle_preview,         "Look as the other side would", "Session", json("Preview")},
    {post,  "/api/v1/setup",            anyone,    handle_set_up,          "Use a set-up token: the first account of a side, or a new password", "Session", hashing("SetUp")},
    {post,  "/api/v1/sandbox",          anyone,    handle_sandbox,         "A copy of the shipped example to try, without an account", "Session", json("Empty")},
    {put,   "/api/v1/session/persona",  visitor,   handle_persona,         "Whom the visitor of a sandbox plays", "Session", json("Persona")},
    {get,   "/api/v1/accounts",         signed_in, handle_accounts,        "The accounts of one's own side", "Accounts", {.roles = "administrator"}},
    {post,  "/api/v1/accounts",         signed_in, handle_add_account,     "Make an account", "MadeAccount", json("NewAccount", 201, "administrator")},
    {patch, "/api/v1/accounts/{id}",    signed_in, handle_change_account,  "Change an account", "ChangedAccount", json("AccountChange", 200, "administrator")},
    {get,   "/api/v1/session/digest",   signed_in, handle_digest,          "Whether one gets a daily message of counts and a link", "Digest"},
    {put,   "/api/v1/session/digest",   signed_in, handle_wish_digest,     "Ask for it, or end it", "Digest", json("DigestWish")},
    {get,   "/api/v1/digest/failures",  signed_in, handle_failed_digests,  "Daily messages of one's own side that did not go", "DigestFailures", {.roles = "administrator"}},
    {get,   "/api/v1/deputies",         signed_in, handle_deputies,        "Who acts in whose place", "Deputies"},
    {post,  "/api/v1/deputies",         signed_in, handle_add_deputy,      "Let somebody act in one's place", "Made", json("NewDeputy", 201)},
    {del,   "/api/v1/deputies/{id}",    signed_in, handle_end_deputy,      "End that", "", {.status = 204}},

    {get, "/api/v1/plans",                    visitor, handle_plans,       "The roadmaps that one may see", "Plans", {.keeps = written}},
    {post, "/api/v1/plans",                   signed_in, handle_begin,     "Begin a roadmap from a template and six answers", "Kept", json("NewPlan", 201, planners)},
    {post, "/api/v1/plans/{plan}/keep",       signed_in, handle_keep,      "Keep the sandbox that one came with as a roadmap of both sides", "Kept", json("Empty", 201, planners)},
    {get, "/api/v1/plans/{plan}/archive.zip", visitor, handle_archive,     "The plan folder, as one reads it", "", {.type = "application/zip"}},
    {get, "/api/v1/plans/{plan}/report.html", visitor, handle_report,      "The report as one page that needs nothing else", "", {.type = "text/html"}},
    {get, "/api/v1/plans/{plan}/report.pdf",  visitor, handle_report_pdf,  "The report on paper: a4 or a3, whole or a brief of one sheet, in one language or both", "", {.query = "paper brief both", .type = "application/pdf"}},
    {get, "/api/v1/plans/{plan}",             visitor, handle_frame,       "The frame of all pages", "View", {.keeps = written}},
    {get, "/api/v1/plans/{plan}/roadmap",     visitor, handle_roadmap,     "Activities with their dates", "View", {.query = "dates", .keeps = written}},
    {get, "/api/v1/plans/{plan}/overview",    visitor, handle_overview,    "Is it on track", "Overview", {.query = "dates", .keeps = written}},
    {get, "/api/v1/plans/{plan}/events",      visitor, handle_events,      "Events of a fiscal year with their deadlines", "View", {.query = "dates side year", .keeps = written}},
    {get, "/api/v1/plans/{plan}/due",         visitor, handle_due,         "What is due", "View", {.query = "dates days", .keeps = written}},
    {get, "/api/v1/plans/{plan}/loads",       visitor, handle_loads,       "Loads against capacities", "View", {.query = "dates", .keeps = written}},
    {get, "/api/v1/plans/{plan}/money",       visitor, handle_money,       "Money by side, fiscal year and fund", "View", {.query = "dates currency", .keeps = written}},
    {get, "/api/v1/plans/{plan}/loads/{pool}/{day}", visitor, handle_pool_day, "Who asks for a pool on a day", "View", {.query = "dates", .keeps = written}},
    {get, "/api/v1/plans/{plan}/money/lines", visitor, handle_money_lines, "The list behind a figure of money", "View", {.query = "dates side fund year measure currency", .keeps = written}},
    {get, "/api/v1/plans/{plan}/worklist",    visitor, handle_worklist,    "What waits, what is due, what changed", "View", {.keeps = written}},
    {get, "/api/v1/plans/{plan}/outcomes",    visitor, handle_outcomes,    "Indicators against their targets", "View", {.query = "dates", .keeps = written}},
    {get, "/api/v1/plans/{plan}/risks",       visitor, handle_risks,       "The risk register", "View", {.query = "dates", .keeps = written}},
    {get, "/api/v1/plans/{plan}/records",     visitor, handle_record_page, "How complete the records are, what happened, what was learned", "View", {.keeps = written}},
    {get, "/api/v1/plans/{plan}/diagnostics", visitor, handle_diagnostics, "What is wrong or weak in the plan", "View", {.keeps = written}},
    {get, "/api/v1/plans/{plan}/search",      visitor, handle_search,      "Records by a word", "View", {.query = "q", .keeps = written}},

    {get,   "/api/v1/vocabulary",                             visitor, handle_vocabulary,    "Kinds of records with their fields, for forms", "Vocabulary", {.keeps = written}},
    {get,   "/api/v1/plans/{plan}/records/{section}",         visitor, handle_records,       "The records of a section", "Records", {.query = "full", .keeps = written}},
    {get,   "/api/v1/plans/{plan}/records/{section}/{id}",    visitor, handle_record,        "One record as written", "Record", {.keeps = written}},
    {patch, "/api/v1/plans/{plan}/records/{section}/{id}",    visitor, handle_change_record, "Change fields of a record", "Changed", json("Fields", 200, editors)},
    {get,   "/api/v1/plans/{plan}/records/{section}/{id}/notes",          visitor, handle_notes,         "What people say about a record, as far as the reader reads it", "Notes", {.keeps = written}},
    {post,  "/api/v1/plans/{plan}/records/{section}/{id}/notes",          visitor, handle_write_note,    "Say something about a record, to both sides or to one's own", "NumberedNote", json("NewNote", 201)},
    {patch, "/api/v1/plans/{plan}/records/{section}/{id}/notes/{number}", visitor, handle_set_note,      "Say that a thread is settled, or is not", "", json("NoteState", 204)},
    {del,   "/api/v1/plans/{plan}/records/{section}/{id}/notes/{number}", visitor, handle_withdraw_note, "Withdraw one's own note: its text goes", "", {.status = 204}},
    {post,  "/api/v1/plans/{plan}/changes",                   visitor, handle_changes,       "Change records and fields, all or none", "Changed", json("Changes", 200, editors)},
    {post,  "/api/v1/plans/{plan}/undo",                      visitor, handle_undo,          "Take back one's last edit", "Changed", json("Empty", 200, editors)},
    {post,  "/api/v1/plans/{plan}/redo",                      visitor, handle_redo,          "Make it again", "Changed", json("Empty", 200, editors)},
    {post,  "/api/v1/plans/{plan}/duplicate",                 visitor, handle_duplicate,     "A chain of activities once more, years later", "Changed", json("Duplication", 200, planners)},
    {get,   "/api/v1/plans/{plan}/files",                     visitor, handle_files,         "The plan's files", "Files", {.keeps = written}},
    {get,   "/api/v1/plans/{plan}/files/{path...}",           visitor, handle_file,          "The text of a file", "", {.type = "application/yaml"}},
    {put,   "/api/v1/plans/{plan}/files/{path...}",           visitor, handle_save_file,     "Save the text of a file", "Changed", {.takes = Takes::text, .roles = editors}},
    {post,  "/api/v1/plans/{plan}/check",                     visitor, handle_check,         "What would be wrong with these texts; nothing is saved", "View", json("Texts")},
    {get,   "/api/v1/plans/{plan}/log",                       visitor, handle_log,           "Who changed what, when", "Log", {.query = "since section record", .keeps = written}},
    {post,  "/api/v1/plans/{plan}/seen",                      visitor, handle_seen,           "One has read what was changed until now", "", json("Empty", 204)},
    {get,   "/api/v1/plans/{plan}/notices",                   visitor, handle_notices,        "What concerns one: what waits, what is due, what happened since one looked", "Notices", {.keeps = written}},
    {post,  "/api/v1/plans/{plan}/notices/seen",              visitor, handle_notices_seen,   "One has looked at these notices", "", json("Empty", 204)},
    {post,  "/api/v1/plans/{plan}/progress",                  visitor, handle_facts,         "Say what has happened", "Changed", json("Fact", 200, editors)},
    {get,   "/api/v1/plans/{plan}/status",                    visitor, handle_status,        "How far things are, and what is late", "Status", {.keeps = written}},
    {post,  "/api/v1/plans/{plan}/imports",                   visitor, handle_bring_table,   "Bring a spreadsheet", "Upload", {.takes = Takes::file, .body_bytes = std::size_t{32} << 20, .roles = editors}},
    {put,   "/api/v1/imports/{id}",                           visitor, handle_choose_columns, "Say what its columns and cells mean", "Import", json("ImportChoices", 200, editors)},
    {post,  "/api/v1/imports/{id}/accept",                    visitor, handle_accept_table,  "Take it in", "Accepted", json("Empty", 200, editors)},
    {del,   "/api/v1/imports/{id}",                           visitor, handle_put_away_table, "Put it away", "", {.status = 204}},
    {get,   "/api/v1/plans/{plan}/table.xlsx",                visitor, handle_workbook,      "The activities as an Excel workbook", "", {.type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}},
    {get,   "/api/v1/plans/{plan}/table.csv",                 visitor, handle_csv,           "The activities as CSV", "", {.keeps = written, .type = "text/csv"}},
    {get,   "/api/v1/plans/{plan}/tables/{table}",            visitor, handle_page_table,    "A table of a page: risks.csv or risks.xlsx", "", {.query = "dates side year days currency fund measure", .type = "text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}},
    {get,   "/api/v1/template.xlsx",                          visitor, handle_template,      "An empty workbook to fill in", "", {.type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}},
    {get,   "/api/v1/plans/{plan}/schedule.json",             visitor, handle_schedule_file, "The dates as `schedule -o` writes them", "View", {.keeps = written}},

    {get,   "/api/v1/plans/{plan}/proposals",                   visitor, handle_proposals,        "What was proposed, and who has signed", "Proposals", {.keeps = written}},
    {post,  "/api/v1/plans/{plan}/proposals",                   visitor, handle_propose,          "Propose the draft, or changes of it", "Numbered", json("NewProposal", 201, planners)},
    {get,   "/api/v1/plans/{plan}/proposals/{number}",          visitor, handle_proposal,         "A proposal: what it changes, exactly what is signed, and by whom", "Proposal", {.keeps = written}},
    {get,   "/api/v1/plans/{plan}/proposals/{number}/differences", visitor, handle_proposal_lines,  "What it changes, piece by piece", "ProposalLines", {.query = "section from count"}},
    {get,   "/api/v1/plans/{plan}/proposals/{number}/dates",    visitor, handle_proposal_dates,   "Which dates it moves, piece by piece", "ProposalDates", {.query = "from count"}},
    {put,   "/api/v1/plans/{plan}/proposals/{number}",          visitor, handle_replace_proposal, "Change one's own proposal; signatures are void", "Numbered", json("NewProposal", 200, planners)},
    {post,  "/api/v1/plans/{plan}/proposals/{number}/sign",     visitor, handle_sign,             "Sign it for one's side", "Decided", json("Confirmation", 200, approvers)},
    {post,  "/api/v1/plans/{plan}/proposals/{number}/disclose", visitor, handle_disclose,         "Confirm what it releases of one's side", "Decided", json("Confirmation", 200, "disclosure")},
    {post,  "/api/v1/plans/{plan}/proposals/{number}/return",   visitor, handle_return,           "Send it back with what to change", "Decided", json("Comment", 200, approvers)},
    {post,  "/api/v1/plans/{plan}/proposals/{number}/object",   visitor, handle_object,           "Object to it", "Decided", json("Comment", 200, approvers)},
    {post,  "/api/v1/plans/{plan}/proposals/{number}/withdraw", visitor, handle_withdraw,         "Withdraw one's own proposal", "Decided", json("Comment", 200, planners)},
    {get,   "/api/v1/plans/{plan}/differences",                 visitor, handle_differences,      "What differs from what was approved or signed last", "Differences", {.query = "from", .keeps = written}},
    {get,   "/api/v1/plans/{plan}/decisions",                   visitor, handle_decisions,        "The decision log, entry chained to entry", "Decisions", {.keeps = written}},
    {get,   "/api/v1/plans/{plan}/decisions.csv",               visitor, handle_decisions_csv,    "The decision log as a table", "", {.type = "text/csv", .roles = auditors}},
    {get,   "/api/v1/plans/{plan}/decisions.jsonl",             visitor, handle_decisions_file,   "The decision log as `masar verify` checks it", "", {.type = "application/jsonl", .roles = auditors}},

    {post,  "/api/v1/calendar-links",      signed_in, handle_add_calendar, "A personal address for calendar programs", "CalendarLink", json("CalendarOf", 201)},
    {del,   "/api/v1/calendar-links/{id}", signed_in, handle_end_calendar, "Revoke it", "", {.status = 204}},
    {get,   "/api/v1/calendar/{file}",     anyone,    handle_calendar,     "The calendar at such an address", "", {.type = "text/calendar"}},
    {post, "/api/v1/plans/{plan}/jobs",   visitor, handle_ask_job,     "Ask a long question: schedule, explain, simulate, improve, replan, whatif, try, help", "JobAsked", json("JobQuestion", 202)},
    {get,  "/api/v1/jobs/{id}",           visitor, handle_job,         "How far a job is, and what came of it", "Job"},
    {del,  "/api/v1/jobs/{id}",           visitor, handle_cancel_job,  "End a job; its best answer so far is kept", "", {.status = 204}},
    {get,  "/api/v1/jobs/{id}/stream",    visitor, handle_job_stream,  "How far a job is, as it goes: progress, done", "", {.type = "text/event-stream"}},
    {get,  "/api/v1/plans/{plan}/stream", visitor, handle_plan_stream, "What changes in a plan: changed, dates, proposal, note", "", {.type = "text/event-stream"}},

    {get, "/healthz",             anyone, handle_health,  "Whether the server works", "Health", {.keeps = program}},
    {get, "/metrics",             anyone, handle_metrics, "Counts and times for Prometheus", "", {.keeps = program, .type = "text/plain"}},
    {get, "/api/v1/openapi.json", anyone, handle_openapi, "This description", "OpenApi", {.keeps = program}},
    {get, "/",                    anyone, handle_page,    "The application", "", {.keeps = program, .type = "text/html"}},
    {get, "/{page...}",           anyone, handle_page,    "The application at one of its pages, and its files", "", {.keeps = program, .type = "text/html"}},
    // clang-format on
});

}  // namespace

std::span<const Route> route_table() { return routes; }

}  // namespace masar::server
