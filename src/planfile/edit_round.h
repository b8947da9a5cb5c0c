#pragma once
// Edits that can be made on one reading of the text, because none stands in the way of another.
#include "planfile/edit_plan.h"
#include "planfile/field_edits.h"
#include "planfile/plan_text.h"
#include "planfile/tree_editor.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace masar::planfile {

enum class Attempt : std::uint8_t {
    made,
    wait,  ///< it needs the text as the edits before it leave it
};

class EditRound {
public:
    explicit EditRound(PlanText& plan) : plan_(plan), editors_(plan.size()) {}

    /// Edits must be offered in order. The Error says why one cannot be made at all.
    [[nodiscard]] base::Result<Attempt> offer(const PlanEdit& edit);
    /// Puts the new texts into the plan.
    void finish();

private:
    using Outcome = base::Result<Attempt>;

    [[nodiscard]] Outcome set(const PlanEdit& edit);
    [[nodiscard]] Outcome unset(const PlanEdit& edit);
    [[nodiscard]] Outcome add(const PlanEdit& edit);
    [[nodiscard]] Outcome add_below(std::size_t file, const TreeValue& heading, const PlanEdit& edit);
    [[nodiscard]] Outcome remove(const PlanEdit& edit);
    [[nodiscard]] Outcome rename(const PlanEdit& edit);
    [[nodiscard]] Outcome set_new_field(const PlanEdit& edit);
    [[nodiscard]] Outcome set_below(const RecordSpot& spot, const PlanEdit& edit);
    [[nodiscard]] Outcome remove_heading(std::size_t file, const TreeValue& heading);
    void rename_in(std::size_t file, const PlanEdit& edit, Kind kind);

    /// The record; of a field of the whole plan, which may stand in several files, the part where most of its path stands.
    [[nodiscard]] std::optional<RecordSpot> spot_of(const PlanEdit& edit) const;
    [[nodiscard]] static std::string token(const PlanEdit& edit);
    /// What the edit is about is free, and stays taken for the rest of the round.
    [[nodiscard]] bool take(const std::string& token);
    /// Nothing else may happen in this round.
    [[nodiscard]] bool take_all();
    [[nodiscard]] Attempt wait(const PlanEdit& edit);
    [[nodiscard]] TreeEditor& editor(std::size_t file);

    PlanText& plan_;
    std::vector<std::unique_ptr<TreeEditor>> editors_;
    std::set<std::string> taken_;                 ///< by edits made or waiting
    std::set<std::string> followed_;              ///< records behind which new ones were put
    std::map<std::string, std::size_t> removed_;  ///< how many of a heading
    bool closed_ = false;
};

/// Names "plan" with a field by that field itself.
[[nodiscard]] PlanEdit with_own_section(PlanEdit edit);
[[nodiscard]] Kind kind_of_section(std::string_view section);

}  // namespace masar::planfile
