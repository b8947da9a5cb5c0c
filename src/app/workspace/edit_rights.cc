#include "app/workspace/edit_rights.h"

#include "report/figures.h"

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

using plan::Plan;

const Roles planners{Role::planner, Role::lead};

std::string_view first_part(std::string_view path) { return path.substr(0, path.find('.')); }

bool is_money(const FieldName& name) {
    constexpr std::array sections{"funds", "ceilings", "rates", "postings"};
    constexpr std::array fields{"cost", "shares", "payments", "fund"};
    return std::ranges::find(sections, name.section) != sections.end()
           || std::ranges::find(fields, first_part(name.field)) != fields.end();
}

bool is_assessment(const FieldName& name) {
    return name.section == "indicators" && first_part(name.field) == "observations";
}

Refusal of_other_side(const Plan& plan, plan::SideIndex owner, const FieldName& name) {
    const std::string what(name.id.empty() ? name.field : name.id);
    return {Refusal::Why::not_allowed,
            report::fill({"'{}' belongs to side '{}'", "«{}» للجانب «{}»"}, report::ltr(what),
                         report::ltr(plan.sides[owner.at()].id)),
            {"propose the change instead", "اقترح التغيير بدلاً من ذلك"},
            std::string(name.field),
            {},
            {}};
}

Refusal not_by_role(const FieldName& name) {
    const std::string what = std::string(name.section) + (name.id.empty() ? "" : " ") + std::string(name.id);
    return {Refusal::Why::not_allowed,
            report::fill({"your role does not change '{}'", "دورك لا يتيح تغيير «{}»"}, report::ltr(what)),
            {"a planner or lead of your side can", "يمكن لمخطط جانبك أو قائد المحور ذلك"},
            std::string(name.field),
            {},
            {}};
}

Refusal needs_disclosure(const FieldName& name) {
    return {Refusal::Why::not_allowed,
            {"what is released is confirmed by the disclosure role", "الإفراج عن المعلومات يؤكده دور الإفصاح"},
            {"propose the release; the disclosure role of your side confirms it",
             "اقترح الإفراج، ويؤكده دور الإفصاح في جانبك"},
            std::string(name.field),
            {},
            {}};
}

bool is_own(const Actor& actor, const Plan& plan, plan::SideIndex owner) {
    return !owner.known() || actor.whole || plan.sides[owner.at()].id == actor.side;
}

std::optional<Refusal> forbidden_in(const Actor& actor, const RecordIndex& records, const FieldName& name) {
    const plan::SideIndex owner = records.owner_of(name);
    if (!is_own(actor, records.plan(), owner)) return of_other_side(records.plan(), owner, name);
    return std::nullopt;
}

/// A new shared record may state from the first whom it is for; of what is there already, and of what belongs to a side, the disclosure
/// role decides.
bool states_its_readers(const RecordIndex& before, const RecordIndex& after, const FieldName& name) {
    return before.find(name.section, name.id) == nullptr && !after.owner_of(name).known();
}

}  // namespace

bool is_release(const FieldName& name) {
    return first_part(name.field) == "release" || first_part(name.field) == "release-fields";
}

bool role_may_change(Roles roles, const FieldName& name) {
    if (roles.any_of(planners)) return true;
    return (roles.has(Role::finance) && is_money(name)) || (roles.has(Role::assessor) && is_assessment(name));
}

std::optional<Refusal> first_forbidden(const Actor& actor, const RecordIndex& before, const RecordIndex& after,
                                       const std::vector<plan::Difference>& differences) {
    for (const plan::Difference& each : differences) {
        const FieldName name{each.section, each.id, each.field};
        if (each.kind != plan::DifferenceKind::added || !each.field.empty())
            if (auto refusal = forbidden_in(actor, before, name)) return refusal;
        if (each.kind != plan::DifferenceKind::removed || !each.field.empty())
            if (auto refusal = forbidden_in(actor, after, name)) return refusal;
        if (is_release(name) && !actor.roles.has(Role::disclosure) && !states_its_readers(before, after, name))
            return needs_disclosure(name);
        if (!is_release(name) && !role_may_change(actor.roles, name)) return not_by_role(name);
    }
    return std::nullopt;
}

bool may_edit(const Actor& actor, const RecordIndex& records, std::string_view section, std::string_view id) {
    if (!is_own(actor, records.plan(), records.owner_of({section, id, {}}))) return false;
    if (actor.roles.any_of(planners) || actor.roles.has(Role::disclosure)) return true;
    const bool money = section == "activities" || section == "risks" || is_money({section, id, {}});
    return (actor.roles.has(Role::finance) && money) || (actor.roles.has(Role::assessor) && section == "indicators");
}

}  // namespace masar::app
