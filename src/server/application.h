#pragma once
// The way of every request: by name of the host, route, origin, type of body, handler, validator. Behind the wire, before the services.
#include "server/http/answerer.h"
#include "server/site.h"
#include "server/visit.h"

namespace masar::server {

struct ApplicationSettings {
    /// Names that the server goes by besides those of this machine; only asked for when it can be reached from this machine alone,
    /// where another site's page could otherwise be made to ask it (DNS rebinding).
    std::vector<std::string> names;
    bool local_only = true;
    enum class Log : unsigned char { changes, everything } log = Log::changes;
};

class Application : public Answerer {
public:
    Application(Site& site, ApplicationSettings settings) : site_(site), settings_(std::move(settings)) {}

    [[nodiscard]] Answer<std::size_t> body_limit(const HttpRequest& request) override;
    [[nodiscard]] std::optional<HttpResponse> at_once(const HttpRequest& request) override;
    [[nodiscard]] HttpResponse with_work(const HttpRequest& request) override;
    [[nodiscard]] bool hashes(const HttpRequest& request) override;
    void finished(const Exchange& exchange) override;

private:
    /// All that is asked of a request before its body matters.
    [[nodiscard]] Answer<Router::Match> let_in(const HttpRequest& request) const;
    [[nodiscard]] Answer<HttpResponse> handle(const HttpRequest& request);
    [[nodiscard]] Answer<HttpResponse> handle_matched(const HttpRequest& request, Router::Match match);
    /// Who asks; nobody is an answer where anybody may. A change must come from a page of this server.
    [[nodiscard]] Answer<std::optional<app::Presence>> recognise(const HttpRequest& request, const Route& route);
    /// Of somebody with this session, or without one.
    [[nodiscard]] std::optional<Problem> too_often(const HttpRequest& request, const Route& route,
                                                   std::string_view session);
    [[nodiscard]] HttpResponse told(const Problem& problem, base::Language language);
    [[nodiscard]] bool goes_by(std::string_view host) const;

    Site& site_;
    ApplicationSettings settings_;
};

}  // namespace masar::server
