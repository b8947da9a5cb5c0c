#pragma once
// GAO's ten scheduling practices (GAO-16-89G, 2015), as far as a plan shows them: 1 capturing, 2 sequencing, 3 resources,
// 4 durations, 5 traceable, 6 critical path, 8 risk, 9 progress. Practice 7 is D06 and D07; practice 10 (a baseline) compares two
// schedules and is asked where both are at hand.
#include "lint/subject.h"

namespace masar::lint {

class Report;

void empty_headings(const Subject& subject, Report& report);      ///< G01
void dangling_ends(const Subject& subject, Report& report);       ///< G02
void unused_means(const Subject& subject, Report& report);        ///< G03
void single_estimates(const Subject& subject, Report& report);    ///< G04
void broken_trace(const Subject& subject, Report& report);        ///< G05
void end_set_by_date(const Subject& subject, Report& report);     ///< G06
void pessimistic_misses(const Subject& subject, Report& report);  ///< G08
void undated_progress(const Subject& subject, Report& report);    ///< G09

}  // namespace masar::lint
