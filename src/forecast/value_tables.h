#pragma once
// Distributions in the form that lanes read (ValueSpec). Tables are shared by equal distributions.
#include "forecast/distribution.h"
#include "forecast/lane_tables.h"

#include <map>
#include <memory>
#include <vector>

namespace masar::forecast {

class ValueTables {
public:
    /// Pointers in it live as long as this object.
    [[nodiscard]] ValueSpec spec_of(const Distribution& distribution);

private:
    struct Key {
        DistributionKind kind;
        double low, mode, high;
        auto operator<=>(const Key&) const = default;
    };
    std::map<Key, std::unique_ptr<QuantileTable>> tables_;
    std::vector<std::unique_ptr<float[]>> steps_;
};

}  // namespace masar::forecast
