#include "report/views/help_json.h"

#include "report/figures.h"
#include "report/sentence.h"
#include "report/views/view_json.h"

namespace masar::report {
namespace {

base::Text what(const plan::Plan& plan, const plan::HelpStep& step) {
    base::Text names;
    for (const plan::ActivityIndex each : step.options) {
        const base::Text name = named(plan.activities[each.at()]);
        names = names.empty() ? name : fill({"{} and {}", "{} و{}"}, names, name);
    }
    return fill({"Add {}", "إضافة {}"}, names);
}

void write_step(base::JsonWriter& json, const plan::Plan& plan, const plan::HelpStep& step) {
    json.begin_object();
    write_both(json, "what", what(plan, step));
    json.key("options").begin_array();
    for (const plan::ActivityIndex each : step.options) json.value(plan.activities[each.at()].id);
    json.end_array().key("changes").begin_array();
    for (const plan::ActivityIndex each : step.options)
        json.begin_object()
            .field("op", "set")
            .field("section", "activities")
            .field("id", plan.activities[each.at()].id)
            .field("field", "chosen")
            .field("value", "true")
            .end_object();
    json.end_array().field("pass_before", step.before.value).field("pass_after", step.after.value);
    json.field("gates_before", step.gates_before).field("gates_after", step.gates_after);
    json.key("cost");
    if (step.cost.currency.known())
        json.begin_object().field("minor", step.cost.minor).field("currency", step.cost.currency.code()).end_object();
    else
        json.null();
    json.end_object();
}

}  // namespace

std::string help_json(const plan::Plan& plan, std::span<const plan::HelpStep> help) {
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_array();
    for (const plan::HelpStep& step : help) write_step(json, plan, step);
    return json.end_array().take();
}

std::string with_help(std::string object, std::string_view list) {
    object.pop_back();
    if (!object.ends_with('{')) object += ',';
    return object.append("\"help\":").append(list.empty() ? "null" : list) + '}';
}

}  // namespace masar::report
