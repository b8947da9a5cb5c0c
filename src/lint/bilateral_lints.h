#pragma once
// What a roadmap of several sides needs beyond a schedule: both approve, both calendars count, neither shows what is not released.
// GAO-12-548 and GAO-15-75 say why.
#include "lint/subject.h"

namespace masar::lint {

class Report;

void gate_without_approver(const Subject& subject, Report& report);    ///< B01
void one_sided_calendar(const Subject& subject, Report& report);       ///< B02
void period_not_acknowledged(const Subject& subject, Report& report);  ///< B03
void unreleased_reference(const Subject& subject, Report& report);     ///< B04
void request_before_start(const Subject& subject, Report& report);     ///< B05
void step_without_time(const Subject& subject, Report& report);        ///< B06
void risk_without_owner(const Subject& subject, Report& report);       ///< B07
void waiver_too_short(const Subject& subject, Report& report);         ///< B08
void waivers_in_force(const Subject& subject, Report& report);         ///< B09

// Money: money_lints.cc
void rate_without_date(const Subject& subject, Report& report);    ///< B10
void ownerless_resource(const Subject& subject, Report& report);   ///< B11
void foreign_fund(const Subject& subject, Report& report);         ///< B12
void fund_closes_first(const Subject& subject, Report& report);    ///< B13
void outside_fund_years(const Subject& subject, Report& report);   ///< B14
void cost_without_shares(const Subject& subject, Report& report);  ///< B15
void undated_ceiling(const Subject& subject, Report& report);      ///< B16

}  // namespace masar::lint
