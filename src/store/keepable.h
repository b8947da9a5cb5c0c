#pragma once
// Texts that every database keeps as they are.
#include "store/database.h"

namespace masar::store {

/// Fails for a text that is no UTF-8 or holds a zero byte: one database would keep it, the next would refuse it.
[[nodiscard]] base::Result<void> keepable(const Values& values);

}  // namespace masar::store
