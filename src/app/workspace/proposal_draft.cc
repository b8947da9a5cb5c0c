#include "app/workspace/proposal_draft.h"

#include "app/workspace/change_events.h"
#include "app/workspace/change_plan.h"
#include "app/workspace/common_view.h"
#include "app/workspace/plan_faults.h"
#include "app/workspace/record_index.h"
#include "app/workspace/save_texts.h"
#include "app/workspace/try_plan.h"
#include "report/figures.h"
#include "report/sentence.h"

#include <set>
#include <tuple>

namespace masar::app {
namespace {

/// What is proposed, with its dates.
struct Made {
    SnapshotPtr whole;
    DatesState dates = DatesState::none;
    base::Text title;
};

DateEffort effort_of(const Workspace& workspace, const Snapshot& plan) {
    DateEffort effort = quick_effort(plan);
    effort.threads = workspace.threads;
    return effort;
}

Outcome<Made> with_dates(const Workspace& workspace, const SnapshotPtr& now, FollowedDates followed) {
    if (followed.state == DatesState::stale && is_quick(*now)) followed = found_dates(*now, effort_of(workspace, *now));
    return Made{followed.dates == now->dates() ? now : now->with_dates(followed.dates), followed.state, {}};
}

Outcome<Made> changed(const Workspace& workspace, const Actor& actor, const OpenPlan& open,
                      const std::vector<Change>& changes) {
    const auto files = changed_files(open, actor, changes);
    if (!files) return tl::unexpected(files.error());
    const SnapshotPtr now = Snapshot::make(*files, open.whole->dates());
    const auto differences = differences_between(*open.whole, *now);
    return with_dates(workspace, now, kept_dates(*open.whole, *now, differences, dates_state(open.head)));
}

Outcome<Made> gone_back(Workspace& workspace, const Actor& actor, const OpenPlan& open, const GoingBack& back) {
    auto way = way_back(workspace, actor, open, back);
    if (!way) return tl::unexpected(way.error());
    const std::string& dates = way->dates.empty() ? open.whole->dates() : way->dates;
    const SnapshotPtr now = Snapshot::make(way->files, dates);
    const bool holds = now->timetable() && !breaks_more(*now->timetable(), open.whole->timetable());
    auto made = with_dates(workspace, now,
                           {dates, holds           ? DatesState::current
                                   : dates.empty() ? DatesState::none
                                                   : DatesState::stale});
    if (made) made->title = std::move(way->title);
    return made;
}

/// Why what is wished cannot be, as far as the actor reads it.
Refusal does_not_fit(const TriedPlan& tried, const Actor& actor, const Wish& wish) {
    const SnapshotPtr before = shown_to(actor, tried.before), after = shown_to(actor, tried.after);
    std::vector<plan::Violation> broken;
    if (after->timetable()) broken = more_broken(*after->timetable(), before->timetable());
    Refusal refusal{Refusal::Why::conflict,
                    {"this does not fit into the plan", "لا تتسع الخطة لهذا"},
                    {"try it: the answer says what stands in the way", "جرّبه: يبيّن الجواب ما يمنعه"},
                    wish.pins.empty() ? "options" : "pins",
                    {},
                    {},
                    0};
    for (const plan::Violation& each : broken)
        refusal.faults.push_back({"broken", {}, {}, {}, {}, 0, 0, report::sentence(each, after->plan()), {}});
    return refusal;
}

Outcome<Made> wished(const Workspace& workspace, const Actor& actor, const OpenPlan& open, const Wish& wish) {
    const bool quick = is_quick(*open.whole);
    const auto tried =
        quick ? try_plan(open, actor, wish, effort_of(workspace, *open.whole)) : place_wish(open, actor, wish);
    if (!tried) return tl::unexpected(tried.error());
    if (tried->fits) return Made{tried->after, DatesState::current, {}};
    if (quick || !tried->after->timetable()) return tl::unexpected(does_not_fit(*tried, actor, wish));
    return Made{tried->after, DatesState::stale, {}};
}

Outcome<Made> made(Workspace& workspace, const Actor& actor, const OpenPlan& open, const ProposalContent& content) {
    if (content.back) return gone_back(workspace, actor, open, *content.back);
    if (content.wish.pins.empty() && content.wish.options.empty())
        return changed(workspace, actor, open, content.wish.changes);
    return wished(workspace, actor, open, content.wish);
}

Refusal read_by_one_side(const FieldName& name) {
    return {Refusal::Why::conflict,
            report::fill({"not every side reads '{}': nobody can sign it together",
                          "لا تقرأ كل الجوانب «{}»: لا يمكن التوقيع عليه معاً"},
                         report::ltr(name.id.empty() ? name.section : name.id)),
            {"change it without a proposal, or propose its release first", "غيّره دون مقترح، أو اقترح الإفراج عنه أولاً"},
            std::string(name.field),
            {},
            {},
            0};
}

/// A release is proposed by the side whose it is, and alone: everything else would show before it is confirmed. And of what one side alone
/// reads nothing can be signed by all, nor may a clash with it tell of it.
std::optional<Refusal> not_for_both(const Actor& actor, const SnapshotPtr& before, const SnapshotPtr& after,
                                    const Wish& wish) {
    const std::vector<std::string> releasing = releasing_sides(*before, *after);
    if (!releasing.empty()) {
        if (releasing == std::vector{actor.side} && only_releases(*before, *after)) return std::nullopt;
        return Refusal{Refusal::Why::conflict,
                       {"a release is proposed by itself, by the side whose it is",
                        "يُقترح الإفراج منفرداً ومن الجانب صاحب المعلومات"},
                       {"propose the release first, then the rest", "اقترح الإفراج أولاً ثم اقترح الباقي"},
                       {},
                       {},
                       {},
                       0};
    }
    std::set<std::tuple<std::string, std::string, std::string>> common;
    for (const plan::Difference& each : differences_between(*common_view(before), *common_view(after)))
        common.emplace(each.section, each.id, each.field);
    for (const plan::Difference& each : differences_between(*before, *after))
        if (!common.contains({each.section, each.id, each.field}))
            return read_by_one_side({each.section, each.id, each.field});
    for (const auto& [id, day] : wish.pins)
        if (plan::find(common_view(after)->plan().activities, id) == nullptr)
            return read_by_one_side({"activities", id, "pins." + id});
    return std::nullopt;
}

}  // namespace

Outcome<ProposalDraft> draft_of(Workspace& workspace, const Actor& actor, const OpenPlan& open,
                                const ProposalContent& content) {
    ProposalDraft draft;
    draft.draft_itself = content.wish.empty() && !content.back;
    draft.whole = open.whole;
    draft.dates = dates_state(open.head);
    draft.readers = open.row.sides;
    if (draft.draft_itself) return draft;
    auto proposed = made(workspace, actor, open, content);
    if (!proposed) return tl::unexpected(proposed.error());
    draft.whole = std::move(proposed->whole);
    draft.dates = proposed->dates;
    draft.title = std::move(proposed->title);
    std::vector<PlanFault> faults = new_faults(*open.shown_to(actor), *shown_to(actor, draft.whole));
    if (!faults.empty()) {
        Refusal refusal{
            Refusal::Why::wrong_plan, faults.front().message, faults.front().hint, faults.front().field, {}, {}};
        refusal.faults = std::move(faults);
        return tl::unexpected(std::move(refusal));
    }
    if (auto refusal = not_for_both(actor, open.whole, draft.whole, content.wish))
        return tl::unexpected(*std::move(refusal));
    // What releases is the matter of one side until it is released.
    if (!releasing_sides(*open.whole, *draft.whole).empty()) draft.readers = {actor.side};
    return draft;
}

}  // namespace masar::app
