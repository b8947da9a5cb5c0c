#pragma once
// An answer before it is bytes on the wire. Bodies are shared, so that a kept answer is sent without copying it.
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace masar::server {

class EventStream;

using Body = std::shared_ptr<const std::string>;

[[nodiscard]] inline Body body_of(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

struct HttpResponse {
    int status = 200;
    std::string type = "application/json; charset=utf-8";
    Body body;         ///< null: none
    std::string etag;  ///< with its quotes; empty: none
    std::string cache = "no-store";
    /// Further fields, in order; the ones that every answer has are the writer's.
    std::vector<std::pair<std::string, std::string>> fields;
    std::shared_ptr<EventStream> stream;  ///< instead of a body: server-sent events until either end closes
    bool close = false;                   ///< nothing more is read from this connection

    HttpResponse& with(std::string name, std::string value) {
        fields.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

}  // namespace masar::server
