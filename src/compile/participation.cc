#include "compile/participation.h"

#include <algorithm>

namespace masar::compile {
namespace {

using Kind = plan::ChoiceGroup::Kind;

bool cancelled(const plan::Activity& activity) { return activity.progress.status == plan::Status::cancelled; }

/// What has begun was chosen, whatever the plan says.
bool begun(const plan::Activity& activity) {
    return activity.progress.status == plan::Status::started || activity.progress.status == plan::Status::finished;
}

class Parts {
public:
    Parts(const plan::Plan& plan, const CompileOptions& options)
        : plan_(plan), parts_(plan.activities.size(), Part::none) {
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const plan::Activity& activity = plan.activities[i];
            if (!activity.optional || activity.chosen || begun(activity)) parts_[i] = Part::mandatory;
        }
        for (const plan::ActivityIndex chosen : options.also_chosen) parts_[chosen.at()] = Part::mandatory;
        for (std::size_t i = 0; i < parts_.size(); ++i)
            if (cancelled(plan.activities[i])) parts_[i] = Part::none;
    }

    void open_demanded_options() {
        for (bool grown = true; grown;) {
            grown = false;
            for (const plan::ChoiceGroup& group : plan_.choices) grown = open(group) || grown;
        }
    }

    void open_all_options() {
        for (std::size_t i = 0; i < parts_.size(); ++i)
            if (parts_[i] == Part::none && !cancelled(plan_.activities[i])) parts_[i] = Part::optional;
    }

    std::vector<Part> take() { return std::move(parts_); }

private:
    [[nodiscard]] bool takes_part(const plan::At<plan::ActivityIndex>& member) const {
        return member.value.known() && parts_[member.value.at()] != Part::none;
    }
    bool open(const plan::ChoiceGroup& group) {
        const bool demands =
            group.kind == Kind::exactly
            || (group.kind == Kind::implies && !group.members.empty() && takes_part(group.members.front()));
        if (!demands) return false;
        bool grown = false;
        for (const auto& member : group.members) {
            if (!member.value.known() || takes_part(member) || cancelled(plan_.activities[member.value.at()])) continue;
            parts_[member.value.at()] = Part::optional;
            grown = true;
        }
        return grown;
    }

    const plan::Plan& plan_;
    std::vector<Part> parts_;
};

}  // namespace

std::vector<Part> parts_of(const plan::Plan& plan, const CompileOptions& options) {
    Parts parts(plan, options);
    parts.open_demanded_options();
    // Where the value of options is an aim, the engine may choose any of them.
    const bool valued = std::ranges::find(plan.aims, plan::ObjectiveOrder::option_value) != plan.aims.end();
    if (valued || options.options_open) parts.open_all_options();
    return parts.take();
}

}  // namespace masar::compile
