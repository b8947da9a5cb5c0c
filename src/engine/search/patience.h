#pragma once
// How many days past its earliest possible start each activity waits for its wishes, as part of a genome: waiting may cost others their
// dates, so that what it is worth is for the population to find out.
#include "base/random_stream.h"
#include "engine/search/candidate.h"
#include "engine/search/proofs.h"

namespace masar::engine {

/// Nobody waits, everybody waits as long as it takes, or each within its float. Empty when there are no wishes.
void first_patience(const Instance& instance, const Proofs& proofs, base::RandomStream& random, Genome& genome);

/// From a parent: what came late waits less, what gave a wish up without being late waits more.
void learn_patience(const Proofs& proofs, const Instance& instance, const Candidate& parent, Genome& genome);

/// Draws a few anew.
void vary_patience(const Instance& instance, base::RandomStream& random, Genome& genome);

}  // namespace masar::engine
