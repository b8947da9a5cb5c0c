#pragma once
// Who listens when the engine proves. Null by default and then free; with a listener every step of the proof is told in the order in
// which it is needed, so that each learnt clause follows by unit propagation from what was told before it.
#include "engine/core/bound.h"

#include <cstdint>
#include <span>

namespace masar::engine {

/// Which constraint of the problem a propagator or a clause speaks for: a number that only the model knows. -1 = none given.
using Origin = std::int32_t;

class ProofLog {
public:
    virtual ~ProofLog() = default;

    /// A clause of the model, which holds for good.
    virtual void posted(std::span<const Bound> clause, Origin origin) = 0;
    /// What a propagator answered when asked why: a clause that its constraint alone implies. Needed for the next learnt clause, and
    /// for bounds without any decision, only.
    virtual void explained(std::span<const Bound> clause, Origin origin) = 0;
    /// Follows by unit propagation; the empty clause ends the proof.
    virtual void learnt(std::span<const Bound> clause) = 0;
};

}  // namespace masar::engine
