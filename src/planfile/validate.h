#pragma once
// What can be wrong with a plan although every record reads well, without any arithmetic of working days.
#include "planfile/reading.h"

namespace masar::planfile {

void validate(Reading& reading);

// validate_values.cc: ranges, reversed dates, waivers of law, whose record stands in whose folder.
void validate_values(Reading& reading);
// validate_risks.cc: activities that stand in two correlations or on two ways.
void validate_risks(Reading& reading);
// validate_money.cc: currencies that meet without a rate.
void validate_money(Reading& reading);
// validate_cycles.cc: activities that wait for each other, calendars made of each other.
void validate_cycles(Reading& reading);

}  // namespace masar::planfile
