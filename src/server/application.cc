#include "server/application.h"

#include "report/figures.h"
#include "server/cookies.h"
#include "server/http/byte_hash.h"
#include "server/http/spoken_language.h"
#include "server/json_body.h"
#include "server/refused.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <new>

namespace masar::server {
namespace {

std::string_view media_type(const HttpRequest& request) {
    std::string_view type = request.fields.get("Content-Type");
    type = type.substr(0, type.find(';'));
    while (type.ends_with(' ')) type.remove_suffix(1);
    return type;
}

/// The types that a browser sends without asking first (form, multipart, plain text) are taken only where nothing else fits.
bool takes_type(Takes takes, std::string_view type) {
    switch (takes) {
        case Takes::nothing: return true;
        case Takes::json: return same_word(type, "application/json");
        case Takes::text: return same_word(type, "application/yaml") || same_word(type, "text/plain");
        case Takes::file:
            return !type.empty() && !same_word(type, "application/x-www-form-urlencoded")
                   && !type.starts_with("multipart/");
    }
    return false;
}

Answer<void> check_type(const Route& route, const HttpRequest& request) {
    const bool has_body = request.fields.count("Content-Type") > 0 || !request.body.empty();
    if (!has_body || takes_type(route.more.takes, media_type(request))) return {};
    return refuse(ProblemCode::wrong_type,
                  {"this address does not take a body of this type", "لا يقبل هذا العنوان محتوى من هذا النوع"},
                  "Content-Type");
}

/// A page of another site may make the browser send a request, but not hide where it comes from.
bool comes_from_elsewhere(const HttpRequest& request) {
    const std::string_view site = request.fields.get("Sec-Fetch-Site");
    if (!site.empty() && site != "same-origin" && site != "none") return true;
    const std::string_view origin = request.fields.get("Origin");
    if (origin.empty()) return false;
    const std::string own = (request.encrypted ? "https://" : "http://") + std::string(request.fields.get("Host"));
    return !same_word(origin, own);
}

bool is_readable(const HttpRequest& request, const HttpResponse& response) {
    const bool reads = request.method == Method::get || request.method == Method::head;
    return reads && response.status == 200 && response.body && !response.stream;
}

/// The session, the address and the language: all that an answer depends on besides what is kept.
std::string question_of(const HttpRequest& request) {
    const std::string_view token = cookie_value(request, Cookie::session);
    if (token.empty()) return {};
    std::string question(token);
    return question.append(request.language == base::Language::ar ? "\na " : "\ne ").append(request.target);
}

/// Nothing at all for who has it already.
void validate(const HttpRequest& request, HttpResponse& response) {
    if (!is_readable(request, response)) return;
    if (!names_etag(request.fields.get("If-None-Match"), response.etag)) return;
    response.status = 304;
    response.body = nullptr;
}

bool has_role(const Route& route, const std::optional<app::Presence>& presence) {
    return route.more.roles.empty() || (presence && presence->actor.roles.any_of(app::roles_of(route.more.roles)));
}

base::Text words_for(const Route& route) {
    base::Text names;
    for (const app::Role role : app::listed(app::roles_of(route.more.roles))) {
        const base::Text name = app::name_of(role);
        names = names.en.empty() ? name : report::fill({"{} or {}", "{} أو {}"}, names, name);
    }
    return report::fill({"this is for the role {}", "هذا لصاحب دور {}"}, names);
}

std::string_view route_of(const Site& site, const HttpRequest& request) {
    const auto found = site.router.find(request.method, request.path);
    return found ? found->route->pattern : std::string_view("none");
}

}  // namespace

bool Application::goes_by(std::string_view host) const {
    if (!settings_.local_only || is_local_name(host)) return true;
    const std::string_view name = host.substr(0, host.find(':'));
    return std::ranges::any_of(settings_.names, [&](const auto& each) { return same_word(each, name); });
}

Answer<Router::Match> Application::let_in(const HttpRequest& request) const {
    if (!goes_by(request.fields.get("Host")))
        return refuse(ProblemCode::wrong_host, {}, "Host",
                      {"start it with --name to give it this name",
                       "شغّله بالخيار ‎--name‎ ليُعرف بهذا الاسم"});
    auto match = site_.router.find(request.method, request.path);
    if (!match) return match;
    if (!is_safe(request.method) && comes_from_elsewhere(request)) return refuse(ProblemCode::forged, {}, "Origin");
    if (auto type = check_type(*match->route, request); !type) return tl::unexpected(type.error());
    return match;
}

Answer<std::size_t> Application::body_limit(const HttpRequest& request) {
    const auto match = let_in(request);
    if (!match) return tl::unexpected(match.error());
    const Route& route = *match->route;
    if (route.more.takes == Takes::nothing) return 0;
    return route.more.body_bytes > 0 ? route.more.body_bytes : site_.limits.body_bytes;
}

std::optional<HttpResponse> Application::at_once(const HttpRequest& request) {
    const auto match = let_in(request);
    if (!match) return response_of(match.error(), request.language);
    if (match->route->more.keeps == Keeps::with_program) return with_work(request);
    if (match->route->more.keeps != Keeps::until_written) return std::nullopt;
    const auto changes = site_.services.changes->lately();
    const std::string question = question_of(request);
    if (!changes || question.empty()) return std::nullopt;
    auto kept = site_.answers.recall(question, *changes, site_.services.clock.now());
    if (!kept) return std::nullopt;
    // Who has been given it has a session.
    if (const auto often = too_often(request, *match->route, cookie_value(request, Cookie::session)))
        return told(*often, request.language);
    validate(request, *kept);
    return kept;
}

bool Application::hashes(const HttpRequest& request) {
    const auto match = site_.router.find(request.method, request.path);
    return match && match->route->more.hashes;
}

Answer<std::optional<app::Presence>> Application::recognise(const HttpRequest& request, const Route& route) {
    if (route.more.keeps == Keeps::with_program) return std::nullopt;
    std::optional<app::Presence> presence;
    std::optional<app::Refusal> unknown;
    const std::string_view token = cookie_value(request, Cookie::session);
    if (!token.empty()) {
        auto who = site_.services.accounts.who(token);
        if (who)
            presence = std::move(*who);
        else
            unknown = std::move(who.error());
    }
    if (auto often = too_often(request, route, presence ? token : std::string_view()))
        return tl::unexpected(*std::move(often));
    if (unknown && (route.who != Who::anyone || unknown->why == app::Refusal::Why::storage)) return refused(*unknown);
    if (route.who != Who::anyone && !presence) return refuse(ProblemCode::not_signed_in);
    if (route.who == Who::signed_in && !presence->signed_in()) return refuse(ProblemCode::not_signed_in);
    if (!has_role(route, presence)) return refuse(ProblemCode::not_allowed, words_for(route));
    if (is_safe(request.method)) return presence;
    const std::string_view sent = request.fields.get("X-CSRF-Token");
    const std::string guest = guest_csrf(cookie_value(request, Cookie::guest));
    const bool own = presence ? app::csrf_matches(*presence, sent) : !guest.empty() && same_bytes(guest, sent);
    if (!own) return refuse(ProblemCode::forged, {}, "X-CSRF-Token");
    return presence;
}

std::optional<Problem> Application::too_often(const HttpRequest& request, const Route& route,
                                              std::string_view session) {
    const Asking what = asking_of(route);
    const double now = std::chrono::duration<double>(site_.services.clock.now().time_since_epoch()).count();
    const double wait = session.empty() ? site_.rates.take_address(what, request.peer, now)
                                        : site_.rates.take_session(what, session, now);
    if (wait <= 0) return std::nullopt;
    Problem problem{ProblemCode::too_many,
                    {"this is asked for too often", "يتكرر هذا الطلب أكثر من اللازم"},
                    {},
                    {"wait a moment: nothing is lost", "انتظر لحظة؛ لن تفقد شيئاً"}};
    problem.retry_seconds = static_cast<int>(std::min(wait, 3600.0)) + 1;
    return problem;
}

Answer<HttpResponse> Application::handle(const HttpRequest& request) {
    auto match = let_in(request);
    if (!match) return tl::unexpected(match.error());
    if (match->route->more.keeps != Keeps::until_written) return handle_matched(request, *std::move(match));
    std::string question = question_of(request);
    const std::uint64_t changes = site_.services.changes->now();  // before anything is read
    // Many may have asked while the first of them was answered.
    if (auto kept = site_.answers.recall(question, changes, site_.services.clock.now())) {
        if (auto often = too_often(request, *match->route, cookie_value(request, Cookie::session)))
            return tl::unexpected(*std::move(often));
        return *std::move(kept);
    }
    auto answer = handle_matched(request, *std::move(match));
    if (answer && !question.empty() && is_readable(request, *answer))
        site_.answers.keep(std::move(question), *answer, changes, site_.services.clock.now());
    return answer;
}

Answer<HttpResponse> Application::handle_matched(const HttpRequest& request, Router::Match match) {
    auto presence = recognise(request, *match.route);
    if (!presence) return tl::unexpected(presence.error());
    Visit visit{request, *match.route, std::move(match.places), std::move(*presence), {}};
    if (visit.route.more.takes == Takes::json) {
        auto body = read_json(request.body, site_.limits);
        if (!body) return tl::unexpected(body.error());
        visit.body = std::move(*body);
    }
    auto answer = visit.route.handler(site_, visit);
    if (answer && answer->etag.empty() && is_readable(request, *answer)) answer->etag = etag_of(*answer->body);
    return answer;
}

HttpResponse Application::told(const Problem& problem, base::Language language) {
    if (!problem.inside.empty())
        site_.log.write(LogLevel::error, "storage", [&](base::JsonWriter& json) { json.field("why", problem.inside); });
    return response_of(problem, language);
}

HttpResponse Application::with_work(const HttpRequest& request) {
    try {
        auto answer = handle(request);
        if (!answer) return told(answer.error(), request.language);
        validate(request, *answer);
        return std::move(*answer);
    } catch (const std::bad_alloc&) {
        site_.log.write(LogLevel::error, "out-of-memory");
    } catch (const std::exception&) {  // what it says may hold values: it is not written down
        site_.log.write(LogLevel::error, "exception");
    }
    return response_of(Problem{ProblemCode::internal}, request.language);
}

void Application::finished(const Exchange& exchange) {
    const int status = exchange.response->status;
    const bool read = exchange.request != nullptr && !exchange.request->path.empty();
    const std::string_view route = read ? route_of(site_, *exchange.request) : "unreadable";
    const std::size_t bytes = exchange.response->body ? exchange.response->body->size() : 0;
    site_.figures.count(route, status, exchange.seconds, bytes);
    if (read && status < 400 && !is_safe(exchange.request->method)) site_.services.watch.look();
    const bool worth = status >= 400 || exchange.seconds > 1 || !is_safe(exchange.request->method);
    if (!worth && settings_.log == ApplicationSettings::Log::changes) return;
    site_.log.write(status >= 500 ? LogLevel::error : LogLevel::info, "request", [&](base::JsonWriter& json) {
        json.field("method", word_of(exchange.request->method)).field("route", route).field("status", status);
        json.field("bytes", static_cast<std::int64_t>(bytes)).field("seconds", exchange.seconds);
        json.field("address", exchange.request->peer);
    });
}

}  // namespace masar::server
