#include "app/workspace/save_texts.h"

#include "app/workspace/change_events.h"
#include "app/workspace/edit_rights.h"
#include "app/workspace/plan_faults.h"
#include "app/workspace/version_writing.h"
#include "base/plural.h"
#include "report/difference_sentence.h"
#include "report/figures.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace masar::app {
namespace {

/// Records that changed hands: a move out of a side's folder releases everything in them.
std::optional<Refusal> moved_records(const Actor& actor, const RecordIndex& before, const RecordIndex& after,
                                     const Snapshot& now) {
    if (actor.roles.has(Role::disclosure)) return std::nullopt;
    for (std::size_t file = 0; file < now.text().size(); ++file) {
        const planfile::NodeTree& tree = now.text().tree(file);
        if (tree.empty()) continue;
        for (const planfile::NodeId section : tree.children(planfile::NodeTree::root()))
            for (const planfile::NodeId entry : tree.children(section)) {
                const FieldName name{tree.key(section), tree.key(entry), {}};
                const plan::SideIndex was = before.owner_of(name);
                if (name.id.empty() || !was.known() || after.owner_of(name).known()) continue;
                return Refusal{
                    Refusal::Why::not_allowed,
                    report::fill({"'{}' would be released by moving it", "نقل «{}» يعني الإفراج عنه"},
                                 report::ltr(name.id)),
                    {"the disclosure role of your side confirms releases", "يؤكد دور الإفصاح في جانبك كل إفراج"},
                    {},
                    {},
                    {}};
            }
    }
    return std::nullopt;
}

/// A file that cannot be read to its end stands in no copy: what is wrong with it is told from the text itself, which its editor sees.
std::vector<PlanFault> malformed(const Snapshot& before, const Snapshot& now) {
    const auto broken = now.text().broken();
    if (!broken || before.text().broken()) return {};
    std::vector<PlanFault> faults = new_faults(before, now);
    std::erase_if(faults, [&](const PlanFault& each) { return each.file != now.text().file(*broken).name; });
    return faults;
}

/// What the actor is answerable for. References of the other side to a record that gets another id follow it, also where the actor does not
/// read them: that is no edit of what belongs to the other side, nor may it be told.
std::vector<plan::Difference> by_the_actor(const Actor& actor, const OpenPlan& open, const SnapshotPtr& now,
                                           std::vector<plan::Difference> differences) {
    if (actor.whole) return differences;
    std::set<std::tuple<std::string, std::string, std::string>> seen;
    for (const plan::Difference& each : differences_between(*open.shown_to(actor), *shown_to(actor, now)))
        seen.emplace(each.section, each.id, each.field);
    const RecordIndex records(open.whole->plan());
    std::erase_if(differences, [&](const plan::Difference& each) {
        const plan::SideIndex owner = records.owner_of({each.section, each.id, each.field});
        return owner.known() && records.plan().sides[owner.at()].id != actor.side
               && !seen.contains({each.section, each.id, each.field});
    });
    return differences;
}

std::optional<Refusal> refused(const Actor& actor, const OpenPlan& open, const SnapshotPtr& now,
                               const std::vector<plan::Difference>& differences) {
    const RecordIndex before(open.whole->plan()), after(now->plan());
    if (auto forbidden = first_forbidden(actor, before, after, by_the_actor(actor, open, now, differences)))
        return forbidden;
    if (auto moved = moved_records(actor, before, after, *now)) return moved;
    // What is wrong where the actor does not read is not told, and does not stand in the way.
    std::vector<PlanFault> faults = malformed(*open.whole, *now);
    if (faults.empty()) faults = new_faults(*open.shown_to(actor), *shown_to(actor, now));
    if (faults.empty()) return std::nullopt;
    const base::Text message = faults.front().message, hint = faults.front().hint;
    return Refusal{Refusal::Why::wrong_plan, message, hint, faults.front().field, std::move(faults), {}};
}

FollowedDates dates_for(const Workspace& workspace, const OpenPlan& open, const Snapshot& now, const NewTexts& texts,
                        const std::vector<plan::Difference>& differences) {
    if (!texts.dates.empty()) return {texts.dates, DatesState::current};
    FollowedDates dates = kept_dates(*open.whole, now, differences, dates_state(open.head));
    const bool wanting = dates.state != DatesState::current && now.loaded().compiled.has_value();
    if (!wanting || !is_quick(now)) return dates;
    DateEffort effort = quick_effort(now);
    effort.threads = workspace.threads;
    return found_dates(now, effort);
}

/// Nothing when the plan has another head by now.
base::Result<std::optional<store::VersionRow>> write(store::Tables& kept, const OpenPlan& open,
                                                     const NewVersion& version) {
    const auto plan = unmoved(kept, open.row.id, open.head.id);
    if (!plan) return tl::unexpected(plan.error());
    if (!*plan) return std::optional<store::VersionRow>();
    auto row = add_version(kept, version);
    if (!row) return tl::unexpected(row.error());
    if (auto put = set_head(kept, **plan, *row, version.whole.plan()); !put) return tl::unexpected(put.error());
    return std::optional(*std::move(row));
}

}  // namespace

DatesState dates_state(const store::VersionRow& version) {
    if (version.dates.empty()) return DatesState::none;
    return version.dates_stale ? DatesState::stale : DatesState::current;
}

std::string editing_role(const Actor& actor) {
    constexpr std::array order{Role::planner, Role::lead, Role::finance, Role::assessor, Role::disclosure};
    for (const Role each : order)
        if (actor.roles.has(each)) return std::string(word_of(each));
    return {};
}

base::Text summary_of(const std::vector<plan::Difference>& differences) {
    if (differences.empty()) return {"only comments and layout change", "تغيّرت التعليقات والتنسيق فقط"};
    constexpr base::Noun more{"more change",   "more changes", "تغيير واحد آخر", "تغييران آخران",
                              "تغييرين آخرين", "تغييرات أخرى", "تغييراً آخر",     "تغيير آخر"};
    // A new record is one change, however many fields it has.
    std::int64_t others = 0;
    for (const plan::Difference& each : differences) {
        const bool of_first = each.section == differences.front().section && each.id == differences.front().id
                              && !each.id.empty() && differences.front().field.empty();
        if (&each != &differences.front() && !of_first) ++others;
    }
    const base::Text first = report::sentence(differences.front());
    return others == 0 ? first : report::fill({"{}; {}", "{}؛ {}"}, first, base::counted(more, others));
}

Outcome<std::optional<SavedTexts>> save_texts(Workspace& workspace, const Actor& actor, const OpenPlan& open,
                                              const NewTexts& texts) {
    if (texts.files == open.whole->files())
        return std::optional(SavedTexts{open.head, open.whole, {}, dates_state(open.head)});
    const SnapshotPtr now = Snapshot::make(texts.files, open.whole->dates());
    const std::vector<plan::Difference> differences = differences_between(*open.whole, *now);
    if (auto refusal = refused(actor, open, now, differences)) return tl::unexpected(*std::move(refusal));

    const FollowedDates dates = dates_for(workspace, open, *now, texts, differences);
    const SnapshotPtr whole = dates.dates == now->dates() ? now : now->with_dates(dates.dates);
    std::vector<plan::Difference> seen = differences_between(*open.shown_to(actor), *shown_to(actor, whole));
    NewVersion version{version_after(open.head, actor, workspace.clock.now()), *whole,
                       change_events(*open.whole, *whole), open.head};
    version.row.batch = 1;  // an edit of comments alone can be undone, too
    version.row.dates_stale = dates.state == DatesState::stale;
    version.row.cause = texts.cause;
    version.row.of_batch = texts.of_batch;
    version.row.what = texts.what.empty() ? summary_of(seen) : texts.what;
    auto written = from_store(workspace.store.write([&](store::Tables& kept) { return write(kept, open, version); }));
    if (!written) return tl::unexpected(written.error());
    if (!*written) return std::optional<SavedTexts>();
    return std::optional(SavedTexts{**written, whole, std::move(seen), dates.state});
}

}  // namespace masar::app
