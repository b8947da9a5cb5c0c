#pragma once
// What no schedule can mend, found by counting: errors.
#include "lint/subject.h"

namespace masar::lint {

class Report;

void window_without_working_day(const Subject& subject, Report& report);  ///< C01
void window_too_short(const Subject& subject, Report& report);            ///< C02
void window_avoided_away(const Subject& subject, Report& report);         ///< C03
void capacity_reduced_away(const Subject& subject, Report& report);       ///< C04
void firm_gate_missed(const Subject& subject, Report& report);            ///< C05
void choice_cannot_be_met(const Subject& subject, Report& report);        ///< C06
void lags_contradict(const Subject& subject, Report& report);             ///< C07
void soft_gate_late(const Subject& subject, Report& report);              ///< C08, a warning

}  // namespace masar::lint
