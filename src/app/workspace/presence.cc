#include "app/workspace/presence.h"

#include "app/workspace/store_outcome.h"
#include "calendar/date.h"
#include "store/secrets.h"

namespace masar::app {
namespace {

/// Of the deputies that the account is today.
Outcome<std::vector<Acting>> acting(const store::Tables& kept, std::int64_t account, base::Moment now) {
    const std::string today = calendar::to_iso(std::chrono::floor<std::chrono::days>(now));
    const auto rows = told(kept.deputies.acting(account, today));
    if (!rows) return tl::unexpected(rows.error());
    std::vector<Acting> list;
    for (const store::DeputyRow& row : *rows)
        if (const auto role = role_of(row.role)) list.push_back({*role, row.stands_for});
    return list;
}

Presence of_visitor(const store::SessionRow& session) {
    Presence presence;
    Actor& actor = presence.actor;
    actor.sandbox = true;
    actor.sandbox_plan = session.sandbox_plan;
    actor.whole = session.persona_side == both_sides;
    if (!actor.whole) actor.side = session.persona_side;
    actor.roles = session.persona_role.empty() ? all_roles() : roles_of(session.persona_role);
    presence.persona_side = session.persona_side;
    presence.persona_role = session.persona_role;
    return presence;
}

Outcome<Presence> of_account(const store::Tables& kept, const store::SessionRow& session, base::Moment now) {
    const auto account = told(kept.accounts.find(session.account));
    if (!account) return tl::unexpected(account.error());
    if (!*account || (*account)->disabled) return not_signed_in();
    auto actor = actor_of(kept, **account, now);
    if (!actor) return tl::unexpected(actor.error());
    Presence presence;
    presence.actor = *std::move(actor);
    presence.actor.sandbox_plan = session.sandbox_plan;
    presence.login = (*account)->login;
    presence.display = (*account)->display;
    return presence;
}

}  // namespace

Outcome<Actor> actor_of(const store::Tables& kept, const store::AccountRow& account, base::Moment now) {
    auto stands_in = acting(kept, account.id, now);
    if (!stands_in) return tl::unexpected(stands_in.error());
    Actor actor;
    actor.account = account.id;
    actor.side = account.side;
    actor.roles = roles_of(account.roles);
    for (const Acting& each : *stands_in) actor.roles.add(each.role);
    actor.acting = *std::move(stands_in);
    return actor;
}

Moments oldest_sessions(base::Moment now) { return {now - session_longest, now - session_idle, now - visit_longest}; }

bool is_over(const store::SessionRow& session, base::Moment now) {
    const Moments oldest = oldest_sessions(now);
    if (session.account == 0) return session.created < oldest.visitor;
    return session.created < oldest.created || session.used < oldest.used;
}

tl::unexpected<Refusal> not_signed_in() {
    return refuse(Refusal::Why::not_signed_in,
                  {"you are not signed in, or no longer", "لم تسجل الدخول، أو انتهت جلستك"},
                  {"sign in; nothing that you typed is lost", "سجّل الدخول؛ لن تفقد شيئاً مما كتبته"});
}

Outcome<Presence> presence_of(const store::Tables& kept, const store::SessionRow& session, base::Moment now) {
    if (is_over(session, now)) return not_signed_in();
    auto presence = session.account == 0 ? Outcome<Presence>(of_visitor(session)) : of_account(kept, session, now);
    if (!presence) return presence;
    presence->csrf = session.csrf;
    presence->actor.preview = session.preview_side;
    return presence;
}

bool csrf_matches(const Presence& presence, std::string_view sent) { return store::same_secret(presence.csrf, sent); }

}  // namespace masar::app
