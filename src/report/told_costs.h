#pragma once
// Where ceilings do not suffice: what they are together, and from which years what must be paid.
#include "report/untold_members.h"

namespace masar::report {

/// Several ceilings of one account in one sentence, with their sum.
void tell_ceilings(UntoldMembers& untold);
/// Costs that can only fall due within these years and are more than all of them have, in one sentence; else year by year, then what
/// has a choice. Nothing where a member is withheld: a sum would tell of it.
void tell_costs(UntoldMembers& untold);

}  // namespace masar::report
