#pragma once
// `store copy`: everything a server keeps, from one database into an empty one of any kind.
#include "base/result.h"

#include <cstdint>
#include <string>

namespace masar::app {

struct StoreCopy {
    std::string from, to;  ///< for people; without passwords
    std::int64_t rows = 0;
    std::string digest;  ///< SHA-256 of what both hold
};

/// Addresses as `serve --data` takes them: a folder, a file, or "postgresql://…". Fails, and leaves `to` as it was, when there is nothing at
/// `from`, when `to` is not empty, or when the copy read again is not the same.
[[nodiscard]] base::Result<StoreCopy> copy_store(const std::string& from, const std::string& to);

}  // namespace masar::app
