#pragma once
// Texts that every database keeps as they are.
#include "store/database.h"

namespace masar::store {

/// Fails for a text that is no UTF-8 or holds a zero byte: one database would keep it, the next would refuse it.
[[nodiscard]] base::Result<void> keepable(const Values& values);
/// Whether that is the fault: of what was to be kept, and not of the database.
[[nodiscard]] bool is_unkeepable(const base::Error& error);

}  // namespace masar::store
