#pragma once
// What somebody would like to try: changes of the text, days on which activities are to start, options to be chosen.
#include "app/workspace/change_request.h"
#include "calendar/date.h"

#include <boost/json/object.hpp>

#include <utility>
#include <vector>

namespace masar::app {

struct Wish {
    std::vector<Change> changes;
    std::vector<std::pair<std::string, calendar::Date>> pins;  ///< activity, first day
    std::vector<std::string> options;                          ///< activities
    bool forecast = false;                                     ///< chances before and after, too

    [[nodiscard]] bool empty() const { return changes.empty() && pins.empty() && options.empty(); }
};

/// {"changes": [as in change_request.h], "pins": {activity: date}, "options": [ids], "forecast": truth}
[[nodiscard]] Outcome<Wish> wish_from_json(const boost::json::object& body);

}  // namespace masar::app
