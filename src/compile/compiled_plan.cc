#include "compile/compiled_plan.h"

#include <algorithm>

namespace masar::compile {

std::span<const BoundReason> Origins::reasons_of(std::int32_t activity) const {
    const auto [first, last] = std::ranges::equal_range(reasons, activity, {}, &BoundReason::activity);
    return {first, last};
}

}  // namespace masar::compile
