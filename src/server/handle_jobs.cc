#include "server/handle_jobs.h"

#include "app/workspace/runs.h"
#include "base/json_writer.h"
#include "server/http/event_stream.h"
#include "server/json_response.h"
#include "server/refused.h"

#include <utility>

namespace masar::server {
namespace {

using Json = base::JsonWriter;

std::optional<std::int64_t> if_positive(std::int64_t number) {
    return number > 0 ? std::optional(number) : std::nullopt;
}
std::optional<std::int64_t> if_known(std::int64_t number) { return number >= 0 ? std::optional(number) : std::nullopt; }

std::string progress_json(const app::RunProgress& progress) {
    std::optional<double> rate, remaining;
    if (progress.done > 0 && progress.seconds > 0) rate = static_cast<double>(progress.done) / progress.seconds;
    if (rate && progress.total > progress.done) remaining = static_cast<double>(progress.total - progress.done) / *rate;
    Json json(Json::Style::compact);
    json.begin_object().field("what", progress.what).field("done", progress.done);
    json.field_or_null("total", if_positive(progress.total)).field_or_null("rate", rate);
    json.field_or_null("remaining_seconds", remaining).field_or_null("best", if_known(progress.best));
    json.field_or_null("bound", if_known(progress.bound));
    return json.end_object().take();
}

/// The result is JSON already, and goes in as it is.
std::string job_json(const app::RunView& view, base::Language language) {
    Json json(Json::Style::compact);
    json.begin_object().field("id", view.key).field("kind", view.kind).field("state", view.state);
    std::string text = json.end_object().take();
    text.pop_back();
    text += ",\"progress\":" + (view.progress ? progress_json(*view.progress) : "null");
    text += ",\"first\":" + (view.first.empty() ? "null" : view.first);
    text += ",\"result\":" + (view.result.empty() ? "null" : view.result);
    text += ",\"problem\":" + (view.problem ? *response_of(problem_of(*view.problem), language).body : "null");
    return text + "}";
}

}  // namespace

Answer<HttpResponse> handle_ask_job(Site& site, const Visit& visit) {
    if (!visit.body.is_object()) return refuse(ProblemCode::wrong_field);
    boost::json::object parameters = visit.body.get_object();
    const boost::json::value* named = parameters.if_contains("kind");
    if (named == nullptr || !named->is_string())
        return refuse(ProblemCode::wrong_field, {"say what kind of job", "حدد نوع المهمة"}, "kind");
    const std::string kind(named->get_string());
    parameters.erase("kind");
    const auto asked = site.services.runs.ask(visit.presence->actor, visit.place("plan"), kind, parameters);
    if (!asked) return refused(asked.error());
    HttpResponse response =
        json_response(Json(Json::Style::compact).begin_object().field("id", asked->key).end_object().take());
    response.status = 202;
    response.with("Location", "/api/v1/jobs/" + asked->key);
    return response;
}

Answer<HttpResponse> handle_job(Site& site, const Visit& visit) {
    const auto view = site.services.runs.view(visit.presence->actor, visit.place("id"));
    if (!view) return refused(view.error());
    return json_response(job_json(*view, visit.request.language));
}

Answer<HttpResponse> handle_cancel_job(Site& site, const Visit& visit) {
    const auto done = site.services.runs.cancel(visit.presence->actor, visit.place("id"));
    if (!done) return refused(done.error());
    HttpResponse response;
    response.status = 204;
    return response;
}

Answer<HttpResponse> handle_job_stream(Site& site, const Visit& visit) {
    const auto stream = std::make_shared<EventStream>();
    // Whoever has gone away holds the stream no longer.
    const auto tell = [weak = std::weak_ptr(stream), told_first = false](const app::RunView& view) mutable {
        const auto reader = weak.lock();
        if (!reader) return false;
        if (view.progress) reader->send({"progress", progress_json(*view.progress), {}});
        if (!view.first.empty() && !std::exchange(told_first, true)) reader->send({"first", view.first, {}});
        if (!view.ended()) return true;
        Json json(Json::Style::compact);
        json.begin_object().field("id", view.key).field("state", view.state);
        reader->send({"done", json.end_object().take(), {}});
        reader->close();
        return false;
    };
    const auto followed = site.services.runs.follow(visit.presence->actor, visit.place("id"), tell);
    if (!followed) return refused(followed.error());
    HttpResponse response;
    response.type = "text/event-stream";
    response.stream = stream;
    return response;
}

}  // namespace masar::server
