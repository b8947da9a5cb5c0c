// Compiled with -march=x86-64-v3 where the compiler can (CMakeLists.txt); elsewhere the portable build under another name.
#define MASAR_LANE_BUILD vector_build
#include "forecast/lane_kernel.h"

namespace masar::forecast {

const LaneKernel& vector_lane_kernel() { return vector_build::kernel; }

}  // namespace masar::forecast
