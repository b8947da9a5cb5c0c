#include "app/workspace/calendar_links.h"

#include "app/plan_calendar.h"
#include "app/workspace/store_outcome.h"
#include "store/secrets.h"

namespace masar::app {
namespace {

using store::Tables;

tl::unexpected<Refusal> no_link() {
    return refuse(Refusal::Why::not_found, {"there is no such calendar", "لا يوجد تقويم كهذا"});
}

struct Linked {
    Actor actor;
    std::string plan;  ///< key
};

/// For whom the link reads, as that account stands today.
Outcome<Linked> linked(const Tables& kept, std::string_view token) {
    const auto link = told(kept.calendar_links.by_token(store::token_hash(token)));
    if (!link) return tl::unexpected(link.error());
    if (!*link || (*link)->revoked != base::Moment{}) return no_link();
    const auto account = told(kept.accounts.find((*link)->account));
    if (!account) return tl::unexpected(account.error());
    const auto plan = told(kept.plans.find((*link)->plan));
    if (!plan) return tl::unexpected(plan.error());
    if (!*account || (*account)->disabled || (*account)->side != (*link)->side || !*plan) return no_link();
    return Linked{{(*account)->id, (*account)->side, roles_of((*account)->roles)}, (*plan)->key};
}

plan::SideIndex side_in(const plan::Plan& plan, const std::string& id) {
    const plan::Side* side = plan::find(plan.sides, id);
    return side ? base::index_of<plan::SideIndex>(static_cast<std::size_t>(side - plan.sides.data()))
                : plan::SideIndex{};
}

}  // namespace

Outcome<CalendarLink> add_calendar_link(Workspace& workspace, const Actor& actor, std::string_view plan) {
    if (actor.account == 0 || !actor.preview.empty())
        return refuse(Refusal::Why::not_allowed,
                      {"a calendar address belongs to an account", "عنوان التقويم يخص حساباً"},
                      {"sign in first", "سجّل الدخول أولاً"});
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    CalendarLink link{0, store::random_token()};
    store::CalendarLinkRow row;
    row.token_hash = store::token_hash(link.token);
    row.account = actor.account;
    row.plan = open->row.id;
    row.side = actor.side;
    row.created = workspace.clock.now();
    const auto id = from_store(workspace.store.write([&](Tables& kept) { return kept.calendar_links.add(row); }));
    if (!id) return tl::unexpected(id.error());
    link.id = *id;
    return link;
}

Outcome<void> revoke_calendar_link(Workspace& workspace, const Actor& actor, std::int64_t id) {
    return write_or_refuse(workspace.store, [&](Tables& kept) -> Outcome<void> {
        auto row = told(kept.calendar_links.find(id));
        if (!row) return tl::unexpected(row.error());
        if (!*row || (*row)->account != actor.account || actor.account == 0) return no_link();
        if ((*row)->revoked != base::Moment{}) return {};
        (*row)->revoked = workspace.clock.now();
        return told(kept.calendar_links.put(**row));
    });
}

Outcome<std::string> calendar_text(Workspace& workspace, const CalendarAsked& asked) {
    const auto link = read_or_refuse(workspace.store, [&](const Tables& kept) { return linked(kept, asked.token); });
    if (!link) return tl::unexpected(link.error());
    const auto open = open_plan(workspace, link->actor, link->plan);
    if (!open) return tl::unexpected(open.error().why == Refusal::Why::not_found ? no_link().value() : open.error());
    const SnapshotPtr seen = open->shown_to(link->actor);
    const auto& dates = seen->timetable();
    return plan_calendar({seen->loaded(), dates ? &*dates : nullptr, side_in(seen->plan(), link->actor.side),
                          link->plan, asked.language});
}

}  // namespace masar::app
