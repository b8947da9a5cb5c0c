#include "server/handle_streams.h"

#include "app/workspace/plan_watch.h"
#include "server/http/event_stream.h"
#include "server/refused.h"

#include <chrono>

namespace masar::server {

Answer<HttpResponse> handle_plan_stream(Site& site, const Visit& visit) {
    // Then the browser comes back by itself, and is asked anew who it is.
    constexpr std::chrono::minutes longest{10};
    const auto stream = std::make_shared<EventStream>();
    const auto until = std::chrono::steady_clock::now() + longest;
    const auto tell = [weak = std::weak_ptr(stream), until](const app::PlanNews& news) {
        const auto reader = weak.lock();
        if (!reader) return false;
        if (!news.name.empty()) reader->send({std::string(news.name), news.data, {}});
        const bool over = news.gone || std::chrono::steady_clock::now() > until;
        if (over) reader->close();
        return !over;
    };
    const auto followed = site.services.watch.follow(visit.presence->actor, visit.place("plan"), tell);
    if (!followed) return refused(followed.error());
    HttpResponse response;
    response.type = "text/event-stream";
    response.stream = stream;
    return response;
}

}  // namespace masar::server
