#include "base/money.h"

namespace masar::base {

std::string plain(Money money) {
    const bool negative = money.minor < 0;
    const std::uint64_t magnitude =
        negative ? 0 - static_cast<std::uint64_t>(money.minor) : static_cast<std::uint64_t>(money.minor);
    std::string cents = std::to_string(minor_per_unit + static_cast<std::int64_t>(magnitude % 100)).substr(1);
    return (negative ? "-" : "") + std::to_string(magnitude / 100) + "." + cents;
}

}  // namespace masar::base
