#include "app/certify_instance.h"

#include "report/figures.h"

namespace masar::app {
namespace {

base::Text why_none(engine::CertificateStatus status, bool too_large) {
    if (status == engine::CertificateStatus::unsupported)
        return {"no certificate was written: the instance is too large for the exact search",
                "لم تُكتب شهادة: المسألة أكبر من أن يتناولها البحث التام"};
    if (too_large)
        return {"no certificate was written: it would be larger than 512 MB",
                "لم تُكتب شهادة: سيتجاوز حجمها 512 ميغابايت"};
    return {"no certificate was written: the search was stopped before the proof was complete",
            "لم تُكتب شهادة: أُوقف البحث قبل تمام الإثبات"};
}

}  // namespace

base::Result<engine::Certificate> certify_instance(base::FileDoor& files, const problem::Problem& problem,
                                                   const CertificateRequest& request) {
    std::string text;
    engine::CertificateOptions options;
    options.write = [&](std::string_view lines) { text += lines; };
    options.stop = [&] {
        return text.size() > most_certificate_bytes || (request.stop != nullptr && request.stop->stopped());
    };
    engine::Certificate made = engine::certify(problem, request.known, options);
    if (made.status != engine::CertificateStatus::optimal && made.status != engine::CertificateStatus::infeasible)
        return base::failure(base::Error::Kind::limit, why_none(made.status, text.size() > most_certificate_bytes));
    if (auto written = files.write_whole(request.file, text); !written) return tl::unexpected(written.error());
    return made;
}

}  // namespace masar::app
