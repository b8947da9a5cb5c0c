#pragma once
// A plan's files as one side may read them. They are written anew without what is not released to it, so that whatever is made of them
// (pages, forecasts, diagnostics, hashes) can tell nothing else: two plans that differ only in what a side may not read give it the
// same bytes.
#include "planfile/read_plan.h"

#include <vector>

namespace masar::planfile {

/// Left out are: records and fields that `reader` may not read; references to such records; side ceilings and correlations in another
/// side's folder, and the comments there; a record that says nothing without what was left out. Kept are exchange rates, and waivers
/// whose rule and activity are kept. A record names in `withheld` which of its fields the copy does not hold, or not wholly. Shared
/// files come out as `masar fmt` writes them; the reader's own stay as they are unless they refer to what is left out. A file with
/// nothing left is not there, nor is one that ends in a syntax error. `plan` must hold its sources.
[[nodiscard]] std::vector<InputFile> released_text(const plan::Plan& plan, plan::SideIndex reader);

}  // namespace masar::planfile
