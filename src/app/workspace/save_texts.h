#pragma once
// New texts of a plan as its next version: checked for rights and errors, dated, and written with its events in one transaction.
#include "app/workspace/follow_dates.h"
#include "app/workspace/workspace.h"

#include <optional>

namespace masar::app {

struct NewTexts {
    PlanFiles files;
    std::string cause = "edit";  ///< "edit", "undo", "redo", "import", "approved", …
    std::int64_t of_batch = 0;   ///< what an undo or redo is of
    base::Text what;             ///< empty: from what differs
    std::string dates;           ///< dates that belong to just these texts; empty = they follow
};

struct SavedTexts {
    store::VersionRow version;
    SnapshotPtr whole;
    std::vector<plan::Difference> differences;  ///< as the actor sees them
    DatesState dates = DatesState::none;
};

/// Nothing: the plan has moved on since it was opened; open it again and try again. Texts that are the same make no version.
[[nodiscard]] Outcome<std::optional<SavedTexts>> save_texts(Workspace& workspace, const Actor& actor,
                                                            const OpenPlan& open, const NewTexts& texts);

/// What a version row says of its dates.
[[nodiscard]] DatesState dates_state(const store::VersionRow& version);
/// The role in which the actor edits.
[[nodiscard]] std::string editing_role(const Actor& actor);
/// One sentence for several differences: the first, and how many more.
[[nodiscard]] base::Text summary_of(const std::vector<plan::Difference>& differences);

/// Opens the plan and does `work(const OpenPlan&)` → Outcome<std::optional<T>> on it, one at a time, and again from the start when the plan
/// moves on meanwhile: so often at most, and counted. `work` opens no turn of its own.
template <class Work>
auto on_latest(Workspace& workspace, const Actor& actor, std::string_view plan, Work work)
    -> Outcome<typename std::invoke_result_t<Work&, const OpenPlan&>::value_type::value_type> {
    constexpr int most_attempts = 8;
    if (!actor.preview.empty())
        return refuse(Refusal::Why::not_allowed,
                      {"you are looking as the other side would: nothing can be changed",
                       "أنت تطّلع كما يطّلع الجانب الآخر، ولا يمكن تغيير شيء"},
                      {"end the preview first", "أنهِ المعاينة أولاً"});
    const auto turn = workspace.turns->take(plan);
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        if (attempt > 0) workspace.turns->begin_again();
        auto open = open_plan(workspace, actor, plan);
        if (!open) return tl::unexpected(open.error());
        auto outcome = work(*open);
        if (!outcome) return tl::unexpected(outcome.error());
        if (*outcome) return **std::move(outcome);
    }
    return refuse(Refusal::Why::conflict, {"others keep changing the roadmap", "ما زال آخرون يغيّرون خارطة الطريق"},
                  {"try again", "أعد المحاولة"});
}

}  // namespace masar::app
