#pragma once
// The DCMA 14-point assessment (DCMA-EA PAM 200.1, 2012): the points that the plan alone answers here, those that need dates in
// dcma_dates.cc. D11 and D14 speak only when there is progress to judge, by the windows as what was promised.
#include "lint/subject.h"

namespace masar::lint {

class Report;

void missing_logic(const Subject& subject, Report& report);       ///< D01
void leads(const Subject& subject, Report& report);               ///< D02
void lags(const Subject& subject, Report& report);                ///< D03
void relationship_types(const Subject& subject, Report& report);  ///< D04
void hard_constraints(const Subject& subject, Report& report);    ///< D05
void high_float(const Subject& subject, Report& report);          ///< D06
void negative_float(const Subject& subject, Report& report);      ///< D07
void high_duration(const Subject& subject, Report& report);       ///< D08
void invalid_dates(const Subject& subject, Report& report);       ///< D09
void no_resources(const Subject& subject, Report& report);        ///< D10
void missed_activities(const Subject& subject, Report& report);   ///< D11
void critical_path_test(const Subject& subject, Report& report);  ///< D12
void path_length_index(const Subject& subject, Report& report);   ///< D13
void execution_index(const Subject& subject, Report& report);     ///< D14

}  // namespace masar::lint
