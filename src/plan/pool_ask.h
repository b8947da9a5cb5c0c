#pragma once
// Who asks for a pool on a day.
#include "plan/ids.h"

namespace masar::plan {

struct PoolAsk {
    ActivityIndex activity;
    int units = 0;
};

}  // namespace masar::plan
