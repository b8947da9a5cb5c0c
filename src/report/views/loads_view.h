#pragma once
// People and places: load against capacity, week by week, and who asks on the day on which most is missing.
#include "plan/pool_ask.h"
#include "report/views/view_source.h"

#include <functional>
#include <string>
#include <vector>

namespace masar::report {

/// Who asks for a pool on a day; the dates are those of the source.
using AsksOn = std::function<std::vector<plan::PoolAsk>(plan::ResourceIndex, calendar::Date)>;

/// {reader, dates, finding{en, ar}, pools[{id, name, owner[], unit, capacity, over_days, weeks[[monday, peak, capacity]], peak{day, hijri, load,
/// capacity, who[{activity, name, side, start, finish, units}]}}], yearly[{id, name, unit, side, years[{year, label, load, capacity}]}]}.
/// `weeks` leaves out weeks in which nobody asks; `peak` is null for a pool that nobody asks for. The peak is where most is missing, else
/// where most is used.
[[nodiscard]] std::string loads_view(const ViewSource& source, const AsksOn& asks);

/// {reader, dates, pool, day, load, capacity, who[…]}
[[nodiscard]] std::string pool_day_view(const ViewSource& source, plan::ResourceIndex pool, calendar::Date day,
                                        const AsksOn& asks);

}  // namespace masar::report
