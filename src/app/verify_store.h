#pragma once
// `verify`: whether a database is as it was written: the file, the chains of decisions, the texts.
#include "base/result.h"
#include "report/store_check.h"

#include <string>

namespace masar::app {

/// Changes nothing. Fails when there is no database of masar at `address`, or it cannot be reached.
[[nodiscard]] base::Result<report::StoreCheck> verify_store(const std::string& address);

}  // namespace masar::app
