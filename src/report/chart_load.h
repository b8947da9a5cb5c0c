#pragma once
// People and places: load against capacity, one strip a pool, by week.
#include "report/page_context.h"

namespace masar::report {

struct LoadPeak {
    calendar::Date day;
    std::int32_t load = 0, capacity = 0;
    [[nodiscard]] bool over() const { return load > capacity; }
};
/// The day with the highest share of its capacity; the first of several.
[[nodiscard]] LoadPeak peak_of(const plan::PoolLoad& pool);

[[nodiscard]] std::string load_chart(const PageContext& page);

}  // namespace masar::report
