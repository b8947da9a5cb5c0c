#pragma once
// Distributions in the form that lanes read (ValueSpec). Tables are made for the standard form of a distribution and shared by
// all of its shape: every PERT-beta whose mode divides its range alike has one.
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
        double shape;
        auto operator<=>(const Key&) const = default;
    };
    [[nodiscard]] ValueSpec steps_spec(const Distribution& distribution);
    [[nodiscard]] ValueSpec table_spec(const Distribution& distribution);

    std::map<Key, std::unique_ptr<QuantileTable>> tables_;
    std::vector<std::unique_ptr<float[]>> steps_;
};

}  // namespace masar::forecast
