#include "app/workspace/duplicate_chain.h"

#include "app/workspace/change_plan.h"
#include "app/workspace/edit_rights.h"
#include "app/workspace/shifted_record.h"
#include "planfile/record_text.h"
#include "report/figures.h"

#include <algorithm>
#include <set>

namespace masar::app {
namespace {

using planfile::NodeKind;
using planfile::WrittenValue;

bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// The copy's year, to be added where the name has none: of its window, else of the plan's start.
int year_of_copy(const plan::Plan& plan, const plan::Activity& activity, int years) {
    const auto& first = activity.window.first ? activity.window.first : activity.window.last;
    return calendar::year_of(first.value_or(plan.start.value)) + years;
}

std::string new_id(const plan::Plan& plan, const plan::Activity& activity, int years, std::set<std::string>& taken) {
    std::string id = with_later_years(activity.id, years);
    if (id == activity.id) id += "-" + std::to_string(year_of_copy(plan, activity, years));
    if (activity.owner.known()) {  // the copy is that side's alone until it is released
        const std::string prefix = plan.sides[activity.owner.at()].id + "-";
        if (!planfile::folded_id(id).starts_with(planfile::folded_id(prefix))) id.insert(0, prefix);
    }
    const std::string wanted = id;
    for (int number = 2; plan::find(plan.activities, id) || taken.contains(planfile::folded_id(id)); ++number)
        id = wanted + "-" + std::to_string(number);
    taken.insert(planfile::folded_id(id));
    return id;
}

/// Two activities of one name are hard to tell apart.
void name_copy(WrittenValue& name, int years, const std::string& year) {
    if (name.kind == NodeKind::scalar) {
        const std::string later = with_later_years(name.text, years);
        name.text = later == name.text ? name.text + " (" + year + ")" : later;
    }
    for (WrittenValue& each : name.entries)
        if (each.key == "en" || each.key == "ar") name_copy(each, years, year);
    // What was reviewed was another text.
    std::erase_if(name.entries,
                  [](const WrittenValue& each) { return each.key == "en-review" || each.key == "ar-review"; });
}

class Duplicating {
public:
    Duplicating(const Snapshot& seen, const Duplication& asked) : seen_(seen), asked_(asked) {}

    Outcome<std::vector<Change>> changes() {
        if (asked_.years < 1 || asked_.years > 20)
            return refuse(Refusal::Why::wrong_field,
                          {"a copy lies 1 to 20 years later", "تقع النسخة بعد سنة إلى 20 سنة"});
        if (asked_.activities.empty())
            return refuse(Refusal::Why::wrong_field, {"no activity is chosen", "لم يُختر أي نشاط"});
        std::set<std::string> taken;
        for (const std::string& id : asked_.activities) {
            const plan::Activity* activity = plan::find(seen_.plan().activities, id);
            if (activity == nullptr)
                return refuse(Refusal::Why::not_found,
                              report::fill({"there is no activity '{}'", "لا يوجد نشاط «{}»"}, report::ltr(id)));
            ids_.push_back(new_id(seen_.plan(), *activity, asked_.years, taken));
            copies_[planfile::folded_id(id)] = ids_.back();
        }
        std::vector<Change> changes;
        for (std::size_t i = 0; i < ids_.size(); ++i) changes.push_back(copy(asked_.activities[i], ids_[i]));
        return changes;
    }
    [[nodiscard]] const std::vector<std::string>& ids() const { return ids_; }

private:
    [[nodiscard]] Change copy(const std::string& id, const std::string& new_id) const {
        const plan::Activity& activity = *plan::find(seen_.plan().activities, id);
        const auto record = planfile::record_text(seen_.text(), "activities", id);
        const auto& compiled = seen_.loaded().compiled;
        const Shift shift{asked_.years, copies_, compiled ? &compiled->calendar_of(activity) : nullptr};
        Change change;
        change.edit.kind = planfile::EditKind::add;
        change.edit.section = "activities";
        change.edit.id = new_id;
        change.edit.file = record->file;
        change.edit.side = record->side;
        change.edit.value = shifted_record(record->fields, shift);
        const std::string year = std::to_string(year_of_copy(seen_.plan(), activity, asked_.years));
        // The copy of what belongs to one side is that side's alone until it is released.
        if (activity.owner.known())
            std::erase_if(change.edit.value.entries, [](const WrittenValue& each) {
                return is_release({{}, {}, each.key});
            });
        for (WrittenValue& each : change.edit.value.entries)
            if (each.key == "name") name_copy(each, asked_.years, year);
        return change;
    }

    const Snapshot& seen_;
    const Duplication& asked_;
    std::vector<std::string> ids_;
    std::map<std::string, std::string> copies_;
};

}  // namespace

std::string with_later_years(std::string text, int years) {
    constexpr int first_year = 1950, last_year = 2150;
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        const bool four = std::ranges::all_of(text.substr(i, 4), is_digit);
        const bool alone = (i == 0 || !is_digit(text[i - 1])) && (i + 4 == text.size() || !is_digit(text[i + 4]));
        if (!four || !alone) continue;
        const int year = std::stoi(text.substr(i, 4));
        if (year < first_year || year > last_year) continue;
        text.replace(i, 4, std::to_string(year + years));
        i += 3;
    }
    return text;
}

Outcome<DuplicatedChain> duplicate_chain(Workspace& workspace, const Actor& actor, std::string_view plan,
                                         const Duplication& asked) {
    std::vector<std::string> ids;
    auto saved = on_latest(workspace, actor, plan, [&](const OpenPlan& open) -> Outcome<std::optional<SavedTexts>> {
        const SnapshotPtr seen = open.shown_to(actor);
        Duplicating duplicating(*seen, asked);
        auto changes = duplicating.changes();
        if (!changes) return tl::unexpected(changes.error());
        ids = duplicating.ids();
        const auto room = room_for(workspace, actor, open, *changes);
        if (!room) return tl::unexpected(room.error());
        if (*room) return std::optional<SavedTexts>();
        auto files = changed_files(open, actor, *changes);
        if (!files) return tl::unexpected(files.error());
        return save_texts(workspace, actor, open, {*std::move(files), "edit", 0, {}, {}});
    });
    if (!saved) return tl::unexpected(saved.error());
    return DuplicatedChain{*std::move(saved), std::move(ids)};
}

}  // namespace masar::app
