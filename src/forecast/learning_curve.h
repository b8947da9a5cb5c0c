#pragma once
// What practice saves: every doubling of the number of times multiplies the effort by the same rate (Wright 1936, "Factors affecting
// the cost of airplanes").
#include "forecast/portable_math.h"

namespace masar::forecast {

struct LearningCurve {
    double first = 0;  ///< effort or cost of the first time
    double rate = 1;   ///< in (0, 1]: what a doubling leaves

    /// Of the n-th time, n >= 1: first · n^(log₂ rate).
    [[nodiscard]] double of(double n) const {
        return first * portable::exp(portable::log(n) * portable::log(rate) / portable::log(2));
    }
};

}  // namespace masar::forecast
