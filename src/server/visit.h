#pragma once
// One request on its way through a handler: what was asked, by whom, with which body.
#include "app/workspace/presence.h"
#include "server/router.h"

#include <boost/json/value.hpp>

#include <algorithm>

namespace masar::server {

struct Visit {
    const HttpRequest& request;
    const Route& route;
    Places places;
    std::optional<app::Presence> presence;  ///< none: nobody has signed in
    boost::json::value body;                ///< when the route takes JSON

    /// What stands in the address for "{name}".
    [[nodiscard]] const std::string& place(std::string_view name) const {
        return std::ranges::find(places, name, &Places::value_type::first)->second;
    }
};

}  // namespace masar::server
