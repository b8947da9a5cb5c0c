#include "app/workspace/roadmaps.h"

#include "app/workspace/note_moves.h"
#include "app/workspace/save_texts.h"
#include "app/workspace/version_writing.h"
#include "report/figures.h"
#include "store/secrets.h"

#include <algorithm>
#include <set>

namespace masar::app {
namespace {

constexpr std::size_t longest_address = 48;

struct Beginning {
    const Snapshot& whole;
    bool stale = false;
    store::PlanRow row;  ///< key, sandbox and expiry
    const Actor& actor;
};

store::Sides sides_of(const plan::Plan& plan) {
    store::Sides sides;
    for (const plan::Side& side : plan.sides) sides.push_back(side.id);
    return sides;
}

/// "name", "name-2", "name-3", …
base::Result<std::string> free_key(const store::Tables& kept, const std::string& wanted) {
    for (int number = 1;; ++number) {
        const std::string key = number == 1 ? wanted : wanted + "-" + std::to_string(number);
        const auto taken = kept.plans.by_key(key);
        if (!taken) return tl::unexpected(taken.error());
        if (!*taken) return key;
    }
}

base::Result<store::PlanRow> write(store::Tables& kept, const Beginning& beginning, base::Moment at) {
    store::PlanRow row = beginning.row;
    auto key = free_key(kept, row.key);
    if (!key) return tl::unexpected(key.error());
    row.key = *std::move(key);
    row.created = at;
    row.made_by = beginning.actor.account;
    auto id = kept.plans.add(row);
    if (!id) return tl::unexpected(id.error());
    row.id = *id;
    store::EventRow begun;
    begun.kind = "new";
    begun.readers = row.sides;
    const store::VersionRow nothing;
    NewVersion version{version_after(nothing, beginning.actor, at), beginning.whole, {begun}, nothing};
    version.row.plan = row.id;
    version.row.cause = "new";
    version.row.what = {"the roadmap is begun", "بدأت خارطة الطريق"};
    version.row.dates_stale = beginning.stale;
    const auto head = add_version(kept, version);
    if (!head) return tl::unexpected(head.error());
    row.head = head->id;
    if (auto put = kept.plans.put(row); !put) return tl::unexpected(put.error());
    return row;
}

/// With the notes on `notes_of`, when it is a plan's number.
Outcome<store::PlanRow> begin(Workspace& workspace, const Actor& actor, const Origin& origin, store::PlanRow row,
                              std::int64_t notes_of = 0) {
    SnapshotPtr snapshot = Snapshot::make(origin.files, origin.dates);
    if (snapshot->plan().sources.size() == 0)
        return refuse(Refusal::Why::wrong_field,
                      {"there is no plan.yaml among the files", "لا يوجد plan.yaml بين الملفات"});
    bool stale = false;
    if (origin.dates.empty() && snapshot->loaded().compiled && is_quick(*snapshot)) {
        DateEffort effort = quick_effort(*snapshot);
        effort.threads = workspace.threads;
        const FollowedDates first = found_dates(*snapshot, effort);
        stale = first.state == DatesState::stale;
        snapshot = snapshot->with_dates(first.dates);
    }
    Beginning beginning{*snapshot, stale, std::move(row), actor};
    beginning.row.title = snapshot->plan().title;
    beginning.row.sides = sides_of(snapshot->plan());
    if (beginning.row.key.empty()) beginning.row.key = address_of(snapshot->plan().title.in(base::Language::en));
    return from_store(workspace.store.write([&](store::Tables& kept) -> base::Result<store::PlanRow> {
        auto begun = write(kept, beginning, workspace.clock.now());
        if (!begun || notes_of == 0) return begun;
        if (auto taken = take_notes_along(kept, notes_of, *begun, actor); !taken) return tl::unexpected(taken.error());
        return begun;
    }));
}

std::optional<Refusal> may_begin(const Actor& actor) {
    const Roles beginners{Role::planner, Role::lead};
    if (actor.whole || actor.roles.any_of(beginners)) return std::nullopt;
    return Refusal{Refusal::Why::not_allowed,
                   {"your role does not begin roadmaps", "دورك لا يتيح بدء خارطة طريق"},
                   {"a planner or lead of your side can", "يمكن لمخطط جانبك أو قائد المحور ذلك"},
                   {},
                   {},
                   {}};
}

}  // namespace

std::string address_of(std::string_view title) {
    std::string address;
    for (const char c : title) {
        const char small = 'A' <= c && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        const bool kept = ('a' <= small && small <= 'z') || ('0' <= small && small <= '9');
        if (kept)
            address += small;
        else if (!address.empty() && !address.ends_with('-'))
            address += '-';
        if (address.size() >= longest_address) break;
    }
    while (address.ends_with('-')) address.pop_back();
    return address.empty() ? "roadmap" : address;
}

Outcome<std::vector<store::PlanRow>> roadmaps(Workspace& workspace, const Actor& actor) {
    auto kept = from_store(workspace.store.read([&](const store::Tables& tables) -> store::List<store::PlanRow> {
        if (!actor.sandbox) return tables.plans.kept();
        auto own = tables.plans.find(actor.sandbox_plan);
        if (!own) return tl::unexpected(own.error());
        return *own ? std::vector{**own} : std::vector<store::PlanRow>();
    }));
    if (!kept) return kept;
    std::erase_if(*kept, [&](const store::PlanRow& each) { return !may_see(actor, each); });
    std::ranges::sort(*kept, {},
                      [](const store::PlanRow& each) { return std::tie(each.title.en, each.title.ar, each.id); });
    return kept;
}

Outcome<store::PlanRow> begin_roadmap(Workspace& workspace, const Actor& actor, const PlanAnswers& answers) {
    if (auto refusal = may_begin(actor)) return tl::unexpected(*std::move(refusal));
    const bool takes_part = std::ranges::find(answers.sides, actor.side, &SideAnswer::id) != answers.sides.end();
    if (!actor.whole && !takes_part)
        return refuse(
            Refusal::Why::wrong_field,
            report::fill({"your side '{}' is none of the two", "جانبك «{}» ليس من الجانبين"}, report::ltr(actor.side)),
            {"name it, so that you can read the roadmap", "اذكره حتى تتمكن من قراءة خارطة الطريق"});
    auto text = begin_plan(answers);
    if (!text) return tl::unexpected(refusal_of(text.error()));
    return begin(workspace, actor, {{{"plan.yaml", *std::move(text)}}, {}}, {});
}

Outcome<store::PlanRow> take_in_roadmap(Workspace& workspace, const Actor& actor, const Origin& origin) {
    if (auto refusal = may_begin(actor)) return tl::unexpected(*std::move(refusal));
    return begin(workspace, actor, origin, {});
}

Outcome<void> take_in_once(Workspace& workspace, const Origin& origin) {
    const Actor operator_of_the_server{0, {}, all_roles(), {}, false, 0, true, {}};
    const std::string key = address_of(Snapshot::make(origin.files, {})->plan().title.in(base::Language::en));
    const auto there =
        from_store(workspace.store.read([&](const store::Tables& kept) { return kept.plans.by_key(key); }));
    if (!there) return tl::unexpected(there.error());
    if (*there) return {};
    const auto taken = take_in_roadmap(workspace, operator_of_the_server, origin);
    if (!taken) return tl::unexpected(taken.error());
    return {};
}

Outcome<store::Sides> all_sides(Workspace& workspace) {
    const auto rows = from_store(workspace.store.read([](const store::Tables& kept) { return kept.plans.kept(); }));
    if (!rows) return tl::unexpected(rows.error());
    std::set<std::string> sides;
    for (const store::PlanRow& row : *rows) sides.insert(row.sides.begin(), row.sides.end());
    return store::Sides(sides.begin(), sides.end());
}

Outcome<store::PlanRow> begin_sandbox(Workspace& workspace, const Origin& origin, base::Moment expires) {
    store::PlanRow row;
    row.key = store::random_token();
    row.sandbox = true;
    row.expires = expires;
    const Actor nobody{0, {}, all_roles(), {}, true, 0, true, {}};
    return begin(workspace, nobody, origin, std::move(row));
}

Outcome<Origin> copy_of(Workspace& workspace, const Actor& actor, std::string_view plan) {
    auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    const SnapshotPtr seen = open->shown_to(actor);
    return Origin{seen->files(), dates_state(open->head) == DatesState::current ? seen->dates() : std::string()};
}

Outcome<store::PlanRow> keep_sandbox(Workspace& workspace, const Actor& visitor, const Actor& owner,
                                     std::string_view plan) {
    if (auto refusal = may_begin(owner)) return tl::unexpected(*std::move(refusal));
    const auto open = open_plan(workspace, visitor, plan);
    if (!open) return tl::unexpected(open.error());
    if (!open->row.sandbox) return refuse(Refusal::Why::conflict, {"this is no sandbox", "هذه ليست نسخة تجريبية"});
    if (std::ranges::find(open->row.sides, owner.side) == open->row.sides.end())
        return refuse(Refusal::Why::not_allowed, report::fill({"side '{}' takes no part in this roadmap",
                                                               "الجانب «{}» ليس طرفاً في خارطة الطريق هذه"},
                                                              report::ltr(owner.side)));
    return begin(workspace, owner, {open->whole->files(), open->whole->dates()}, {}, open->row.id);
}

}  // namespace masar::app
