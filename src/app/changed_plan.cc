#include "app/changed_plan.h"

#include "base/near_name.h"
#include "planfile/literal_duration.h"
#include "report/figures.h"

namespace masar::app {
namespace {

tl::unexpected<base::Error> refuse(base::Text message, base::Text hint) {
    return base::failure(base::Error::Kind::usage, std::move(message), std::move(hint));
}

const base::Text how{"write activity.duration=10/15/20wd", "اكتب activity.duration=10/15/20wd"};

}  // namespace

base::Result<Setting> parse_setting(const plan::Plan& plan, std::string_view words) {
    const std::size_t equals = words.find('='), dot = words.substr(0, equals).rfind('.');
    if (equals == std::string_view::npos || dot == std::string_view::npos)
        return refuse(report::fill({"'{}' sets nothing", "«{}» لا يضبط شيئاً"}, report::ltr(words)), how);
    const std::string_view id = words.substr(0, dot), key = words.substr(dot + 1, equals - dot - 1);
    const plan::Activity* found = plan::find(plan.activities, id);
    if (found == nullptr) {
        std::vector<std::string_view> known;
        for (const plan::Activity& each : plan.activities) known.push_back(each.id);
        const auto near = base::nearest(id, known);
        return refuse(
            report::fill({"the plan has no activity '{}'", "لا يوجد في الخطة نشاط باسم «{}»"}, report::ltr(id)),
            near ? report::fill({"did you mean '{}'?", "هل تقصد «{}»؟"}, report::ltr(*near)) : base::Text{});
    }
    if (key != "duration")
        return refuse(report::fill({"'{}' cannot be set here", "لا يمكن ضبط «{}» هنا"}, report::ltr(key)), how);
    const auto duration = planfile::parse_duration(words.substr(equals + 1));
    if (!duration) return refuse(duration.error().message, duration.error().hint);
    return Setting{base::index_of<plan::ActivityIndex>(static_cast<std::size_t>(found - plan.activities.data())),
                   *duration};
}

base::Result<LoadedPlan> with_settings(const LoadedPlan& loaded, const std::vector<Setting>& settings,
                                       const LoadOptions& options) {
    LoadedPlan changed{loaded.plan, {}, std::nullopt};
    for (const Setting& each : settings)
        for (plan::Mode& mode : changed.plan.activities[each.activity.at()].modes) {
            mode.duration.value = each.duration;
            mode.possible.clear();
        }
    const auto how_compiled = compile_options(changed.plan, options);
    if (!how_compiled) return tl::unexpected(how_compiled.error());
    compile::CompileResult result = compile::compile_plan(changed.plan, *how_compiled);
    if (!result.compiled) return refuse(result.diagnostics.front().message, result.diagnostics.front().hint);
    changed.compiled = std::move(result.compiled);
    return changed;
}

}  // namespace masar::app
