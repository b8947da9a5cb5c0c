#include "verify/plan_proof.h"

#include "compile/compile_plan.h"
#include "planfile/gather.h"
#include "planfile/read_plan.h"
#include "verify/proof_line.h"

namespace masar::verify {
namespace {

using Words = std::vector<std::string_view>;

/// The words after `plan`; empty when the line is not among the first, before anything is said.
Words question_of(std::string_view certificate) {
    while (!certificate.empty()) {
        const std::size_t end = certificate.find('\n');
        const Words words = words_of(certificate.substr(0, end));
        if (!words.empty() && words[0] == "plan") return {words.begin() + 1, words.end()};
        if (!words.empty() && words[0] == "activities") break;
        certificate.remove_prefix(end == std::string_view::npos ? certificate.size() : end + 1);
    }
    return {};
}

std::optional<plan::Estimate> estimate_named(std::string_view word) {
    if (word == "optimistic") return plan::Estimate::optimistic;
    if (word == "likely") return plan::Estimate::likely;
    if (word == "pessimistic") return plan::Estimate::pessimistic;
    return std::nullopt;
}

std::optional<compile::CompileOptions> options_of(const plan::Plan& plan, const Words& question) {
    const auto estimate = estimate_named(question[0]);
    const auto shift = question.size() > 1 ? number_of(question[1]) : std::nullopt;
    if (!estimate || !shift || *shift < -3 || *shift > 3) return std::nullopt;
    compile::CompileOptions options;
    options.estimate = *estimate;
    options.islamic_shift_days = static_cast<int>(*shift);
    for (std::size_t i = 2; i < question.size(); ++i) {
        const plan::Activity* const found = plan::find(plan.activities, std::string(question[i]));
        if (found == nullptr || !found->optional) return std::nullopt;
        options.also_chosen.push_back(
            base::index_of<plan::ActivityIndex>(static_cast<std::size_t>(found - plan.activities.data())));
    }
    return options;
}

}  // namespace

bool about_plan(std::string_view certificate) { return !question_of(certificate).empty(); }

base::Result<Verdict> verify_plan(const base::FileDoor& files, std::string_view path, std::string_view certificate) {
    auto gathered = planfile::gather(files, path);
    if (!gathered) return tl::unexpected(gathered.error());
    const planfile::ReadResult read = planfile::read_plan(*std::move(gathered));
    if (base::has_errors(read.diagnostics))
        return base::failure(base::Error::Kind::malformed,
                             {"the plan has errors; masar check names them", "في الخطة أخطاء يبيّنها masar check"});
    const auto options = options_of(read.plan, question_of(certificate));
    if (!options)
        return base::failure(base::Error::Kind::malformed,
                             {"the certificate's line 'plan' does not say how to read this plan",
                              "سطر «plan» في الشهادة لا يبيّن كيف تُقرأ هذه الخطة"});
    const compile::CompileResult made = compile::compile_plan(read.plan, *options);
    if (!made.compiled)
        return base::failure(base::Error::Kind::malformed, {"the plan makes no problem; masar check says why",
                                                            "لا تصلح الخطة مسألةً؛ ويبيّن masar check السبب"});
    return verify(made.compiled->problem, certificate);
}

}  // namespace masar::verify
