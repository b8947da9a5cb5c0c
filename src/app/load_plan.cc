#include "app/load_plan.h"

#include "base/near_name.h"
#include "planfile/gather.h"
#include "report/figures.h"

#include <iterator>

namespace masar::app {
namespace {

base::Error unknown_option(const plan::Plan& plan, const std::string& id) {
    std::vector<std::string_view> options;
    for (const plan::Activity& each : plan.activities)
        if (each.optional) options.push_back(each.id);
    const auto near = base::nearest(id, options);
    return {base::Error::Kind::usage,
            report::fill({"the plan has no option '{}'", "لا يوجد في الخطة خيار باسم «{}»"}, report::ltr(id)),
            near ? report::fill({"did you mean '{}'?", "هل تقصد «{}»؟"}, report::ltr(*near)) : base::Text{}};
}

base::Result<std::vector<plan::ActivityIndex>> options_named(const plan::Plan& plan,
                                                             const std::vector<std::string>& ids) {
    std::vector<plan::ActivityIndex> chosen;
    for (const std::string& id : ids) {
        const plan::Activity* found = plan::find(plan.activities, id);
        if (found == nullptr || !found->optional) return tl::unexpected(unknown_option(plan, id));
        chosen.push_back(base::index_of<plan::ActivityIndex>(static_cast<std::size_t>(found - plan.activities.data())));
    }
    return chosen;
}

}  // namespace

base::Result<compile::CompileOptions> compile_options(const plan::Plan& plan, const LoadOptions& options) {
    auto chosen = options_named(plan, options.chosen);
    if (!chosen) return tl::unexpected(chosen.error());
    return compile::CompileOptions{options.estimate, options.islamic_shift_days, *std::move(chosen), false};
}

base::Result<LoadedPlan> load_plan(const base::FileDoor& files, std::string_view path, const LoadOptions& options) {
    auto gathered = planfile::gather(files, path);
    if (!gathered) return tl::unexpected(gathered.error());
    planfile::ReadResult read = planfile::read_plan(*std::move(gathered));
    LoadedPlan loaded{std::move(read.plan), std::move(read.diagnostics), std::nullopt};
    if (base::has_errors(loaded.diagnostics)) return loaded;

    const auto how = compile_options(loaded.plan, options);
    if (!how) return tl::unexpected(how.error());
    compile::CompileResult result = compile::compile_plan(loaded.plan, *how);
    loaded.compiled = std::move(result.compiled);
    std::ranges::move(result.diagnostics, std::back_inserter(loaded.diagnostics));
    base::sort_by_place(loaded.diagnostics);
    return loaded;
}

}  // namespace masar::app
