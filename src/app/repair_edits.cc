#include "app/repair_edits.h"

#include "base/money.h"
#include "planfile/literal_date.h"
#include "planfile/record_text.h"
#include "report/member_words.h"

#include <algorithm>
#include <optional>

namespace masar::app {
namespace {

using plan::MemberKind;
using plan::Repair;
using plan::RepairKind;
using planfile::EditKind;
using planfile::NodeKind;
using planfile::PlanEdit;
using planfile::WrittenValue;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// Digits of a key such as FY2028.
bool names_year(std::string_view key, int year) {
    std::string digits;
    for (const char c : key)
        if (c >= '0' && c <= '9') digits += c;
    return digits == std::to_string(year);
}

/// What "course +5wd", "course SS" and "course" speak of.
std::string_view predecessor_in(std::string_view text) { return text.substr(0, text.find_first_of(" +-")); }

class Editing {
public:
    Editing(const Repair& repair, const plan::Plan& plan, const planfile::PlanText& text)
        : repair_(repair), target_(repair.target), plan_(plan), text_(text) {}

    std::vector<PlanEdit> list() {
        edit();
        return std::move(edits_);
    }

private:
    void edit() {
        switch (repair_.kind) {
            case RepairKind::move_asked: return;
            case RepairKind::move_gate: return set("gates", id_of(plan_.gates), "by", day());
            case RepairKind::open_fund: return set("funds", id_of(plan_.funds), "opens", day());
            case RepairKind::close_fund: return set("funds", id_of(plan_.funds), "closes", day());
            case RepairKind::raise_capacity: return set("resources", id_of(plan_.resources), "capacity", number());
            case RepairKind::raise_reduction: return raise_reduction();
            case RepairKind::raise_ceiling: return raise_ceiling();
            case RepairKind::raise_stock: return set("stocks", id_of(plan_.stocks), "initial", number());
            case RepairKind::change_choice: return change_choice();
            case RepairKind::shorten_approval: return shorten_approval();
            case RepairKind::waive_rule: return waive(plan::RuleIndex{target_.record});
            default: return edit_activity();
        }
    }

    void edit_activity() {
        const auto record = planfile::record_text(text_, "activities", activity().id);
        if (!record) return;
        switch (repair_.kind) {
            case RepairKind::move_start:
                // A decision to postpone is taken back by deciding anew.
                if (activity().progress.postponed.empty()) move_end(record->fields, "window", End::first);
                return;
            case RepairKind::move_finish_from: return move_end(record->fields, "finishes", End::first);
            case RepairKind::move_finish:
                move_end(record->fields, "window", End::last);
                return move_end(record->fields, "finishes", End::last);
            case RepairKind::lower_need: return lower_need(record->fields);
            case RepairKind::drop_link: return drop_link(record->fields);
            case RepairKind::allow_period: return allow_period(record->fields);
            default:
                if (record->fields.find("chosen") != nullptr) set("activities", activity().id, "chosen", "false");
                return set("activities", activity().id, "optional", "true");
        }
    }

    [[nodiscard]] const plan::Activity& activity() const { return plan_.activities[target_.activity.at()]; }
    template <class Records>
    [[nodiscard]] const std::string& id_of(const Records& records) const {
        return records[at(target_.record)].id;
    }
    [[nodiscard]] std::string day() const { return calendar::to_iso(*repair_.to_day); }
    [[nodiscard]] std::string number() const { return std::to_string(repair_.to); }

    void set(std::string_view section, const std::string& id, std::string field, std::string text) {
        set(section, id, std::move(field), planfile::written_text(std::move(text)));
    }
    void set(std::string_view section, const std::string& id, std::string field, WrittenValue value) {
        PlanEdit edit;
        edit.section = section;
        edit.id = id;
        edit.field = std::move(field);
        value.key.clear();
        edit.value = std::move(value);
        edits_.push_back(std::move(edit));
    }

    enum class End : unsigned char { first, last };
    /// Of "2027-03-01..2027-06-30", where that end stands in the way.
    void move_end(const WrittenValue& fields, std::string_view field, End end) {
        const WrittenValue* written = fields.find(field);
        if (written == nullptr) return;
        auto period = planfile::parse_open_period(written->text);
        if (!period) return;
        auto& moved = end == End::first ? period->first : period->last;
        const bool in_the_way = moved && (end == End::first ? *moved > *repair_.to_day : *moved < *repair_.to_day);
        if (!in_the_way) return;
        moved = *repair_.to_day;
        const auto text = [](const std::optional<calendar::Date>& day) {
            return day ? calendar::to_iso(*day) : std::string();
        };
        set("activities", activity().id, std::string(field), text(period->first) + ".." + text(period->last));
    }

    void raise_reduction() {
        const auto record = planfile::record_text(text_, "resources", id_of(plan_.resources));
        const WrittenValue* written = record ? record->fields.find("reductions") : nullptr;
        const std::size_t all = plan_.resources[at(target_.record)].reductions.size();
        if (written == nullptr || written->entries.size() != all) return;
        WrittenValue changed = *written;
        changed.entries[at(repair_.position)].text = number();
        set("resources", id_of(plan_.resources), "reductions", std::move(changed));
    }

    void raise_ceiling() {
        const std::string amount =
            base::plain({repair_.to, target_.currency}) + " " + std::string(target_.currency.code());
        const bool of_side = target_.kind == MemberKind::side_ceiling;
        const auto record =
            planfile::record_text(text_, of_side ? "ceilings" : "funds", of_side ? std::string() : id_of(plan_.funds));
        if (!record) return;
        const std::string key = of_side ? id_of(plan_.sides) : "ceiling";
        const WrittenValue* years = record->fields.find(key);
        if (years == nullptr) return;
        for (const WrittenValue& each : years->entries)
            if (names_year(each.key, target_.year.value_or(0))) {
                if (of_side) return set("plan", "", "ceilings." + key + "." + each.key, amount);
                return set("funds", id_of(plan_.funds), key + "." + each.key, amount);
            }
    }

    void change_choice() {
        const auto& choice = plan_.choices[at(target_.record)];
        const bool exactly = choice.kind == plan::ChoiceGroup::Kind::exactly;
        set("choices", choice.id, exactly ? "exactly" : "at-most", number());
    }

    /// The last steps give way first.
    void shorten_approval() {
        const auto record = planfile::record_text(text_, "approvals", id_of(plan_.approvals));
        const WrittenValue* written = record ? record->fields.find("steps") : nullptr;
        const auto& steps = plan_.approvals[at(target_.record)].steps;
        if (written == nullptr || written->entries.size() != steps.size()) return;
        WrittenValue changed = *written;
        std::int64_t days = repair_.from - repair_.to;
        for (std::size_t i = steps.size(); i-- > 0 && days > 0;) {
            const auto taken = static_cast<int>(std::min<std::int64_t>(days, steps[i].lead.days));
            days -= taken;
            for (WrittenValue& field : changed.entries[i].entries)
                if (field.key == "lead")
                    field.text =
                        std::to_string(steps[i].lead.days - taken)
                        + field.text.substr(std::min(field.text.find_first_not_of("0123456789"), field.text.size()));
        }
        set("approvals", id_of(plan_.approvals), "steps", std::move(changed));
    }

    void lower_need(const WrittenValue& fields) {
        const std::string& resource = id_of(plan_.resources);
        const auto lower = [&](WrittenValue& needs) {
            bool any = false;
            for (WrittenValue& each : needs.entries)
                if (each.key == resource && each.text.size() <= 9 && std::stoll("0" + each.text) > repair_.to) {
                    each.text = number();
                    any = true;
                }
            return any;
        };
        if (const WrittenValue* written = fields.find("needs")) {
            WrittenValue needs = *written;
            if (lower(needs)) set("activities", activity().id, "needs", std::move(needs));
        }
        if (const WrittenValue* written = fields.find("modes")) {
            WrittenValue modes = *written;
            bool any = false;
            for (WrittenValue& mode : modes.entries)
                for (WrittenValue& field : mode.entries)
                    if (field.key == "needs") any = lower(field) || any;
            if (any) set("activities", activity().id, "modes", std::move(modes));
        }
    }

    /// A list without what `drop` names; a value alone goes with its field.
    template <class Drop>
    void without(const WrittenValue& fields, const std::string& field, Drop drop) {
        const WrittenValue* written = fields.find(field);
        if (written == nullptr) return;
        WrittenValue rest = *written;
        const bool alone = rest.kind == NodeKind::scalar;
        if (alone ? !drop(rest) : std::erase_if(rest.entries, drop) == 0) return;
        if (!alone && !rest.entries.empty()) return set("activities", activity().id, field, std::move(rest));
        PlanEdit edit;
        edit.kind = EditKind::unset;
        edit.section = "activities";
        edit.id = activity().id;
        edit.field = field;
        edits_.push_back(std::move(edit));
    }

    void drop_link(const WrittenValue& fields) {
        const std::string& before = plan_.activities[report::predecessor_of(plan_, target_).at()].id;
        without(fields, "after", [&](const WrittenValue& each) { return predecessor_in(each.text) == before; });
    }

    void allow_period(const WrittenValue& fields) {
        const std::string& period = id_of(plan_.periods);
        without(fields, "avoid", [&](const WrittenValue& each) { return each.text == period; });
        for (const plan::RuleIndex rule : repair_.waived) waive(rule);
    }

    void waive(plan::RuleIndex rule) {
        const auto entry = [](std::string_view key, std::string text) {
            WrittenValue value = planfile::written_text(std::move(text));
            value.key = key;
            return value;
        };
        WrittenValue reason{"reason", NodeKind::map, {}, {}};
        reason.entries = {entry("en", "Decided with this change"), entry("ar", "تقرر مع هذا التغيير")};
        PlanEdit edit;
        edit.kind = EditKind::add;
        edit.section = "waivers";
        edit.value = {{}, NodeKind::map, {}, {}};
        edit.value.entries = {entry("rule", plan_.rules[rule.at()].id), entry("activity", activity().id),
                              entry("role", "approver"), std::move(reason)};
        edits_.push_back(std::move(edit));
    }

    const Repair& repair_;
    const plan::ConflictMember& target_;
    const plan::Plan& plan_;
    const planfile::PlanText& text_;
    std::vector<PlanEdit> edits_;
};

}  // namespace

std::vector<planfile::PlanEdit> edits_of(const Repair& repair, const plan::Plan& plan, const planfile::PlanText& text) {
    return Editing(repair, plan, text).list();
}

}  // namespace masar::app
