#include "app/changed_plan.h"

#include "base/near_name.h"
#include "plan/every_record.h"
#include "planfile/event_reader.h"
#include "planfile/gather.h"
#include "report/figures.h"

#include <algorithm>
#include <set>

namespace masar::app {
namespace {

using planfile::EditKind;
using planfile::PlanEdit;
using planfile::WrittenValue;

tl::unexpected<base::Error> refuse(base::Text message, base::Text hint = {}) {
    return base::failure(base::Error::Kind::usage, std::move(message), std::move(hint));
}

/// The place of what is wrong is the setting itself.
tl::unexpected<base::Error> refuse_in(std::string_view words, const base::Text& message, base::Text hint) {
    return refuse(report::fill({"in '{}': {}", "في «{}»: {}"}, report::ltr(words), message), std::move(hint));
}

const base::Text how{"write id.field=value, as in the plan file: rdy-003.duration=10/15/20wd",
                     "اكتب id.field=value كما في ملف الخطة: ‎rdy-003.duration=10/15/20wd‎"};

std::vector<std::string> parts_of(std::string_view name) {
    std::vector<std::string> parts;
    for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
        parts.emplace_back(name.substr(0, dot));
        name.remove_prefix(dot + 1);
    }
    parts.emplace_back(name);
    return parts;
}

std::string joined(const std::vector<std::string>& parts, std::size_t from) {
    std::string name;
    for (std::size_t i = from; i < parts.size(); ++i) name += (name.empty() ? "" : ".") + parts[i];
    return name;
}

/// Lists, maps and quotes are read as the plan file would read them; anything else is a word as it stands.
base::Result<WrittenValue> value_of(std::string_view text) {
    if (text.empty() || std::string_view("[{\"'").find(text.front()) == std::string_view::npos)
        return planfile::written_text(std::string(text));
    const std::string line = "value: " + std::string(text) + "\n";
    const planfile::ReadTree read = planfile::read_tree(line, 0);
    if (!read.complete || base::has_errors(read.diagnostics))
        return base::failure(base::Error::Kind::usage, read.diagnostics.front().message, read.diagnostics.front().hint);
    WrittenValue value = planfile::written_value(read.tree, planfile::NodeTree::root());
    return std::move(value.entries.front());
}

/// Finds out which record a setting is about.
class SettingReader {
public:
    explicit SettingReader(const plan::Plan& plan) : plan_(plan) {
        plan::for_each_record(plan, [&](std::string_view heading, const plan::Record&) { headings_.emplace(heading); });
    }

    base::Result<PlanEdit> named(const std::vector<std::string>& parts) const {
        if (parts.front() == "plan") return edit_of("plan", "", joined(parts, 1));
        const std::vector<std::string> owners = headings_with(parts.front());
        if (owners.empty() && parts.size() > 2 && headings_.contains(parts.front()))
            return edit_of(parts[0], parts[1], joined(parts, 2));
        if (owners.empty()) return tl::unexpected(unknown(parts.front()));
        if (owners.size() == 1) return edit_of(owners.front(), parts.front(), joined(parts, 1));
        return refuse(
            report::fill({"'{}' is a record of '{}' and of '{}'", "«{}» سجل تحت «{}» وتحت «{}»"},
                         report::ltr(parts.front()), report::ltr(owners[0]), report::ltr(owners[1])),
            report::fill({"write which: {}", "بيّن أيهما: {}"}, report::ltr(owners[0] + "." + joined(parts, 0))));
    }

private:
    static PlanEdit edit_of(std::string section, std::string id, std::string field) {
        return {EditKind::set, std::move(section), std::move(id), std::move(field), {}, {}, {}, {}};
    }
    [[nodiscard]] std::vector<std::string> headings_with(std::string_view id) const {
        std::vector<std::string> found;
        for (const std::string& heading : headings_)
            if (plan::find_record(plan_, heading, id) != nullptr) found.push_back(heading);
        return found;
    }
    [[nodiscard]] base::Error unknown(std::string_view id) const {
        std::vector<std::string_view> known;
        plan::for_each_record(plan_, [&](std::string_view, const plan::Record& each) { known.push_back(each.id); });
        const auto near = base::nearest(id, known);
        return {base::Error::Kind::usage,
                report::fill({"the plan has no record '{}'", "لا يوجد في الخطة سجل باسم «{}»"}, report::ltr(id)),
                near ? report::fill({"did you mean '{}'?", "هل تقصد «{}»؟"}, report::ltr(*near)) : how};
    }

    const plan::Plan& plan_;
    std::set<std::string, std::less<>> headings_{"rates", "waivers"};
};

base::Result<LoadedPlan> compiled_like(const LoadedPlan& loaded, plan::Plan changed, const LoadOptions& options) {
    auto compiling = compile_options(changed, options);
    if (!compiling) return tl::unexpected(compiling.error());
    for (const plan::ActivityIndex each : loaded.compiled->activities)
        if (each.known() && changed.activities[each.at()].optional) compiling->also_chosen.push_back(each);
    compile::CompileResult result = compile::compile_plan(changed, *compiling);
    if (!result.compiled) return refuse(result.diagnostics.front().message, result.diagnostics.front().hint);
    return LoadedPlan{std::move(changed), {}, std::move(result.compiled)};
}

}  // namespace

base::Result<Setting> parse_setting(const plan::Plan& plan, std::string_view words) {
    const std::size_t equals = words.find('=');
    const std::vector<std::string> parts = parts_of(words.substr(0, equals));
    if (equals == std::string_view::npos || parts.size() < 2 || std::ranges::count(parts, "") > 0)
        return refuse(report::fill({"'{}' sets nothing", "«{}» لا يضبط شيئاً"}, report::ltr(words)), how);
    auto edit = SettingReader(plan).named(parts);
    if (!edit) return tl::unexpected(edit.error());
    auto value = value_of(words.substr(equals + 1));
    if (!value) return refuse_in(words, value.error().message, value.error().hint);
    edit->value = *std::move(value);
    if (equals + 1 == words.size()) edit->kind = EditKind::unset;
    Setting setting{*std::move(edit), {}, std::string(words)};
    if (setting.edit.section != "activities") return setting;
    for (std::size_t i = 0; i < plan.activities.size(); ++i)
        if (&plan.activities[i] == plan::find_record(plan, "activities", setting.edit.id))
            setting.activity = base::index_of<plan::ActivityIndex>(i);
    return setting;
}

base::Result<LoadedPlan> with_settings(const LoadedPlan& loaded, const std::vector<Setting>& settings,
                                       const LoadOptions& options) {
    std::vector<PlanEdit> edits;
    std::string words;
    for (const Setting& each : settings) {
        edits.push_back(each.edit);
        words += (words.empty() ? "" : " ") + each.words;
    }
    const auto edited = planfile::edit_plan(planfile::files_of(loaded.plan), edits);
    if (!edited)
        return refuse_in(settings[edited.error().edit].words, edited.error().error.message, edited.error().error.hint);
    planfile::ReadResult read = planfile::read_plan(*edited);
    const auto wrong = std::ranges::find(read.diagnostics, base::Severity::error, &base::Diagnostic::severity);
    if (wrong != read.diagnostics.end()) return refuse_in(words, wrong->message, wrong->hint);
    auto changed = compiled_like(loaded, std::move(read.plan), options);
    if (!changed) return refuse_in(words, changed.error().message, changed.error().hint);
    if (changed->compiled->days.date(0) != loaded.compiled->days.date(0))
        return refuse_in(words, {"days would be counted from another first day", "ستُعدّ الأيام من يوم أول مختلف"},
                         {"change the file and simulate it by itself", "عدّل الملف وحاكه على حدة"});
    return changed;
}

}  // namespace masar::app
