#pragma once
// How two versions of a plan differ, as a sentence each.
#include "base/text.h"
#include "plan/difference.h"

namespace masar::report {

/// "activity gov-001: duration changes from 15/25/45wd to 20/30/45wd", «النشاط gov-001: تغيّر duration من … إلى …». Fields keep the
/// names they have in the plan file, in both languages.
[[nodiscard]] base::Text sentence(const plan::Difference& difference);

}  // namespace masar::report
