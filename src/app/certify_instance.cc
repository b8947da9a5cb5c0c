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

std::string_view word_of(plan::Estimate estimate) {
    if (estimate == plan::Estimate::optimistic) return "optimistic";
    return estimate == plan::Estimate::likely ? "likely" : "pessimistic";
}

/// How the plan is to be read so that it is this question: verify/plan_proof.h.
std::string question_line(const LoadOptions& load) {
    std::string line = "plan " + std::string(word_of(load.estimate)) + ' ' + std::to_string(load.islamic_shift_days);
    for (const std::string& each : load.chosen) line += ' ' + each;
    return line;
}

}  // namespace

base::Error nothing_proven() {
    return {base::Error::Kind::limit,
            {"nothing was proven within the limits, so that there is no proof to write",
             "لم يُثبت شيء ضمن الحدود، فلا إثبات يُكتب"},
            {"allow more with --conflicts", "اسمح بالمزيد بالخيار ‎--conflicts‎"}};
}

base::Result<engine::Certificate> certify_instance(base::FileDoor& files, const problem::Problem& problem,
                                                   const CertificateRequest& request) {
    std::string text;
    engine::CertificateOptions options;
    options.about = request.about;
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

base::Result<engine::Certificate> certify_plan(base::FileDoor& files, const ScheduledPlan& scheduled,
                                               const LoadOptions& load, const CertificateRequest& request) {
    const bool proven = scheduled.answered
                        && (scheduled.answered->answer.status == engine::Status::optimal
                            || scheduled.answered->answer.status == engine::Status::infeasible);
    if (!proven) return tl::unexpected(nothing_proven());
    CertificateRequest of_plan = request;
    of_plan.about = question_line(load);
    of_plan.known = scheduled.answered->answer.schedule;
    return certify_instance(files, scheduled.answered->problem, of_plan);
}

}  // namespace masar::app
