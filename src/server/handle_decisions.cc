#include "server/handle_decisions.h"

#include "app/workspace/decision_file.h"
#include "app/workspace/proposal_json.h"
#include "base/json_writer.h"
#include "server/dates_job_field.h"
#include "server/json_body.h"
#include "server/json_response.h"
#include "server/place_number.h"
#include "server/refused.h"

#include <array>
#include <charconv>

namespace masar::server {
namespace {

/// "restore": the number of the proposal that put it in force; "undo": of the one whose change is taken back.
std::optional<app::GoingBack> way_back_in(JsonFields& fields) {
    std::optional<app::GoingBack> back;
    for (const auto& [name, to] :
         {std::pair("restore", app::GoingBack::To::agreed), std::pair("undo", app::GoingBack::To::before)}) {
        if (fields.value(name) == nullptr) continue;
        if (back) fields.refuse(name, {"either restore or undo", "إما restore وإما undo"});
        back = app::GoingBack{fields.whole_number(name), to};
    }
    return back;
}

Answer<app::ProposalContent> content_in(const Visit& visit) {
    constexpr std::array wishes{"changes", "pins", "options"};
    JsonFields fields(visit.body, {"title", "note", "changes", "pins", "options", "restore", "undo"});
    app::ProposalContent content;
    content.back = way_back_in(fields);
    if (!content.back || fields.value("title") != nullptr) content.title = fields.both("title");
    content.note = fields.text_or_none("note").value_or("");
    boost::json::object wish;
    for (const std::string_view name : wishes)
        if (const auto* value = fields.value(name); value != nullptr && !value->is_null()) wish[name] = *value;
    if (content.back && !wish.empty())
        fields.refuse(wish.begin()->key(), {"going back brings no other change", "العودة لا تأتي بتغيير آخر"});
    if (fields.wrong()) return fields.problem();
    auto read = app::wish_from_json(wish);
    if (!read) return refused(read.error());
    content.wish = *std::move(read);
    return content;
}

/// With how far its dates are.
Answer<HttpResponse> numbered(Site& site, const Visit& visit, const app::DatesWanted& wanted, int status) {
    const std::string& plan = visit.place("plan");
    const auto dates = app::proposal_dates(site.services.workspace, visit.presence->actor, plan, wanted.proposal);
    if (!dates) return refused(dates.error());
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_object().field("number", wanted.proposal).field("dates_state", app::word_of(*dates));
    write_dates_job(json, follow_dates(site, plan, wanted));
    return json_response(json.end_object().take(), status);
}

Answer<app::ProposalView> shown(Site& site, const Visit& visit) {
    const auto number = place_number(visit, "number");
    if (!number) return tl::unexpected(number.error());
    auto view = app::view_proposal(site.services.workspace, visit.presence->actor, visit.place("plan"), *number);
    if (!view) return refused(view.error());
    return *std::move(view);
}

Answer<app::LinesAsked> lines_asked(const Visit& visit) {
    constexpr std::size_t most = 1000;
    app::LinesAsked asked;
    asked.section = visit.request.parameter("section").value_or("");
    for (auto [name, value] : {std::pair("from", &asked.from), {"count", &asked.count}}) {
        const std::string_view word = visit.request.parameter(name).value_or("");
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), *value);
        if (word.empty()) continue;
        if (error != std::errc() || end != word.data() + word.size() || asked.count > most)
            return refuse(ProblemCode::wrong_field, {"a count up to 1000 is expected", "المطلوب عدد لا يتجاوز 1000"},
                          name);
    }
    return asked;
}

Answer<HttpResponse> decided(Site& site, const Visit& visit, const app::Decision& decision) {
    const auto number = place_number(visit, "number");
    if (!number) return tl::unexpected(number.error());
    const auto state =
        app::decide(site.services.workspace, visit.presence->actor, visit.place("plan"), *number, decision);
    if (!state) return refused(state.error());
    follow_dates(site, visit.place("plan"));
    base::JsonWriter json(base::JsonWriter::Style::compact);
    return json_response(json.begin_object().field("state", *state).end_object().take());
}

HttpResponse file_response(std::string text, std::string_view type, std::string_view name) {
    HttpResponse response = json_response(std::move(text));
    response.type = std::string(type) + "; charset=utf-8";
    response.with("Content-Disposition", "attachment; filename=\"" + std::string(name) + "\"");
    return response;
}

/// With the hash of what was shown.
Answer<HttpResponse> confirmed(Site& site, const Visit& visit, app::Verdict verdict) {
    JsonFields fields(visit.body, {"hash", "comment"});
    const app::Decision decision{verdict, fields.text("hash"), fields.text_or_none("comment").value_or("")};
    if (fields.wrong()) return fields.problem();
    return decided(site, visit, decision);
}

/// With a comment that says why.
Answer<HttpResponse> refused_by_side(Site& site, const Visit& visit, app::Verdict verdict) {
    JsonFields fields(visit.body, {"comment"});
    const app::Decision decision{verdict, {}, fields.text("comment")};
    if (fields.wrong()) return fields.problem();
    return decided(site, visit, decision);
}

}  // namespace

Answer<HttpResponse> handle_proposals(Site& site, const Visit& visit) {
    const auto lines = app::proposal_list(site.services.workspace, visit.presence->actor, visit.place("plan"));
    if (!lines) return refused(lines.error());
    return json_response(app::proposals_json(*lines));
}

Answer<HttpResponse> handle_propose(Site& site, const Visit& visit) {
    const auto content = content_in(visit);
    if (!content) return tl::unexpected(content.error());
    const auto number = app::propose(site.services.workspace, visit.presence->actor, visit.place("plan"), *content);
    if (!number) return refused(number.error());
    return numbered(site, visit, {*number, content->wish}, 201);
}

Answer<HttpResponse> handle_proposal(Site& site, const Visit& visit) {
    const auto view = shown(site, visit);
    if (!view) return tl::unexpected(view.error());
    return json_response(
        app::proposal_json(*view, app::dates_job(site.services.workspace, visit.place("plan"), view->number)));
}

Answer<HttpResponse> handle_proposal_lines(Site& site, const Visit& visit) {
    const auto asked = lines_asked(visit);
    if (!asked) return tl::unexpected(asked.error());
    const auto view = shown(site, visit);
    if (!view) return tl::unexpected(view.error());
    return json_response(app::proposal_lines_json(*view, *asked));
}

Answer<HttpResponse> handle_proposal_dates(Site& site, const Visit& visit) {
    const auto asked = lines_asked(visit);
    if (!asked) return tl::unexpected(asked.error());
    const auto view = shown(site, visit);
    if (!view) return tl::unexpected(view.error());
    return json_response(app::proposal_dates_json(*view, *asked));
}

Answer<HttpResponse> handle_replace_proposal(Site& site, const Visit& visit) {
    const auto number = place_number(visit, "number");
    if (!number) return tl::unexpected(number.error());
    const auto content = content_in(visit);
    if (!content) return tl::unexpected(content.error());
    const auto done =
        app::replace_proposal(site.services.workspace, visit.presence->actor, visit.place("plan"), *number, *content);
    if (!done) return refused(done.error());
    return numbered(site, visit, {*number, content->wish}, 200);
}

Answer<HttpResponse> handle_sign(Site& site, const Visit& visit) { return confirmed(site, visit, app::Verdict::sign); }
Answer<HttpResponse> handle_disclose(Site& site, const Visit& visit) {
    return confirmed(site, visit, app::Verdict::disclose);
}
Answer<HttpResponse> handle_return(Site& site, const Visit& visit) {
    return refused_by_side(site, visit, app::Verdict::send_back);
}
Answer<HttpResponse> handle_object(Site& site, const Visit& visit) {
    return refused_by_side(site, visit, app::Verdict::object);
}

Answer<HttpResponse> handle_withdraw(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {"comment"});
    const app::Decision decision{app::Verdict::withdraw, {}, fields.text_or_none("comment").value_or("")};
    if (fields.wrong()) return fields.problem();
    return decided(site, visit, decision);
}

Answer<HttpResponse> handle_differences(Site& site, const Visit& visit) {
    const std::string_view from = visit.request.parameter("from").value_or("baseline");
    if (from != "baseline" && from != "signed")
        return refuse(ProblemCode::wrong_field, {"'from' is baseline or signed", "قيمة from هي baseline أو signed"},
                      "from");
    const auto since = from == "signed" ? app::Since::own_signature : app::Since::baseline;
    const auto lines =
        app::differences_since(site.services.workspace, visit.presence->actor, visit.place("plan"), since);
    if (!lines) return refused(lines.error());
    return json_response(app::differences_json(*lines));
}

Answer<HttpResponse> handle_decisions(Site& site, const Visit& visit) {
    const auto decisions = app::decision_list(site.services.workspace, visit.presence->actor, visit.place("plan"));
    if (!decisions) return refused(decisions.error());
    return json_response(app::decisions_json(*decisions));
}

Answer<HttpResponse> handle_decisions_csv(Site& site, const Visit& visit) {
    const auto decisions = app::decision_list(site.services.workspace, visit.presence->actor, visit.place("plan"));
    if (!decisions) return refused(decisions.error());
    return file_response(app::decisions_csv(*decisions), visit.route.more.type, "decisions.csv");
}

Answer<HttpResponse> handle_decisions_file(Site& site, const Visit& visit) {
    const auto decisions = app::decision_list(site.services.workspace, visit.presence->actor, visit.place("plan"));
    if (!decisions) return refused(decisions.error());
    return file_response(app::decisions_file(visit.place("plan"), *decisions), visit.route.more.type,
                         "decisions.jsonl");
}

}  // namespace masar::server
