#define MASAR_LANE_BUILD portable_build
#include "forecast/lane_kernel.h"

namespace masar::forecast {

const LaneKernel& portable_lane_kernel() { return portable_build::kernel; }

}  // namespace masar::forecast
