#pragma once
// The logic model: activity → output → outcome → objective → phrase of the letter of intent, with indicators on the way. GAO-12-548
// found partnerships without goals, objectives and metrics; these lints ask for each.
#include "lint/subject.h"

namespace masar::lint {

class Report;

void orphan_activity(const Subject& subject, Report& report);            ///< L01
void output_without_outcome(const Subject& subject, Report& report);     ///< L02
void outcome_without_objective(const Subject& subject, Report& report);  ///< L03
void output_nobody_makes(const Subject& subject, Report& report);        ///< L04
void outcome_without_output(const Subject& subject, Report& report);     ///< L05
void outcome_without_indicator(const Subject& subject, Report& report);  ///< L06
void objective_without_work(const Subject& subject, Report& report);     ///< L07
void objective_without_phrase(const Subject& subject, Report& report);   ///< L08
void phrase_uncovered(const Subject& subject, Report& report);           ///< L09
void phrase_only_optional(const Subject& subject, Report& report);       ///< L10
void not_smart(const Subject& subject, Report& report);                  ///< L11
void implications_in_circle(const Subject& subject, Report& report);     ///< L12

// Indicators: indicator_lints.cc
void weak_indicator(const Subject& subject, Report& report);      ///< L13
void unmoved_indicator(const Subject& subject, Report& report);   ///< L14
void effect_in_baseline(const Subject& subject, Report& report);  ///< L15
void out_of_reach(const Subject& subject, Report& report);        ///< L16

void incomplete_records(const Subject& subject, Report& report);  ///< L17: record_completeness.cc

}  // namespace masar::lint
