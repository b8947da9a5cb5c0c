#include "engine/certify.h"

#include "engine/search/certificate_writer.h"
#include "engine/search/exact_search.h"

namespace masar::engine {

Certificate certify(const problem::Problem& problem, std::optional<problem::Schedule> known,
                    const CertificateOptions& options) {
    Certificate made{CertificateStatus::unsupported, {}, 0, 0};
    if (!problem.data().goals.empty()) return made;  // of those a certificate has no words
    CertificateWriter writer(options.write, options.about);
    ExactSearch search(problem, ExactStart{.incumbent = std::move(known), .ceilings = {}, .log = &writer});
    if (search.model() == nullptr || !writer.begin(*search.model())) return made;
    const ExactStatus status = search.run({options.conflicts, options.stop});
    made.conflicts = search.conflicts();
    made.status = CertificateStatus::limit;
    if (status == ExactStatus::infeasible) {
        writer.conclude_infeasible();
        made.status = CertificateStatus::infeasible;
    } else if (status == ExactStatus::optimal) {
        made.best = search.best();
        writer.conclude(search.objective(), *made.best);
        made.status = CertificateStatus::optimal;
    }
    made.bytes = writer.bytes();
    return made;
}

}  // namespace masar::engine
