#include "verify/verdict_text.h"

#include "problem/format/read_instance.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace masar::verify {

base::Result<Verdict> verify_text(std::string_view instance_name, std::string_view instance,
                                  std::string_view certificate) {
    const auto format = problem::detect_format(instance_name, instance);
    if (!format) return tl::unexpected(format.error());
    const auto problem = problem::read_instance(*format, instance);
    if (!problem) return tl::unexpected(problem.error());
    return verify(*problem, certificate);
}

base::Text sentence(const Verdict& verdict) {
    if (!verdict.accepted())
        return {fmt::format("REJECTED at line {}: {}", verdict.line, verdict.reason.en),
                fmt::format("مرفوضة عند السطر {}: {}", verdict.line, verdict.reason.ar)};
    const std::int64_t clauses = verdict.posted + verdict.explained;
    if (verdict.claim == Claim::infeasible)
        return {fmt::format("VERIFIED infeasible ({} clauses of constraints, {} learnt)", clauses, verdict.learnt),
                fmt::format("ثبت التحقق: لا حل للمسألة (عبارات القيود: {}، المستنتجة: {})", clauses, verdict.learnt)};
    const std::string value = fmt::format("{}", fmt::join(verdict.objective, ", "));
    return {
        fmt::format("VERIFIED optimal {} ({} clauses of constraints, {} learnt)", value, clauses, verdict.learnt),
        fmt::format("ثبت التحقق: القيمة المثلى {} (عبارات القيود: {}، المستنتجة: {})", value, clauses, verdict.learnt)};
}

}  // namespace masar::verify
