#pragma once
// Why what clashes stands where it stands: windows, links and periods to avoid, each kind in one sentence.
#include "report/untold_members.h"

namespace masar::report {

void tell_windows(UntoldMembers& untold);
void tell_links(UntoldMembers& untold);
void tell_avoided(UntoldMembers& untold);

}  // namespace masar::report
