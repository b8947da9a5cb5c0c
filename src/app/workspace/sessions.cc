// Of Accounts: what happens in a session that has begun.
#include "app/workspace/account_rules.h"
#include "app/workspace/accounts.h"
#include "app/workspace/store_outcome.h"
#include "store/secrets.h"

#include <algorithm>

namespace masar::app {
namespace {

using store::SessionRow;
using store::Tables;

/// More often its use is not written down: a session that is read all the time would cost a commit each time.
constexpr std::chrono::minutes noted_every{5};

/// The session of a token that still goes on.
Outcome<SessionRow> session_of(const Tables& kept, std::string_view token, base::Moment now) {
    if (token.empty()) return not_signed_in();
    auto session = told(kept.sessions.by_token(store::token_hash(token)));
    if (!session) return tl::unexpected(session.error());
    if (!*session || is_over(**session, now)) return not_signed_in();
    return **std::move(session);
}

Outcome<void> check_persona(std::string_view role) {
    if (role.empty() || role_of(role)) return {};
    auto refused = refuse(Refusal::Why::wrong_field, {"there is no such role", "لا يوجد دور بهذا الاسم"});
    refused.value().field = "role";
    return refused;
}

}  // namespace

Outcome<Presence> Accounts::who(std::string_view token) {
    struct Found {
        SessionRow session;
        Presence presence;
    };
    auto found = read_or_refuse(store_, [&](const Tables& kept) -> Outcome<Found> {
        auto session = session_of(kept, token, now());
        if (!session) return tl::unexpected(session.error());
        auto presence = presence_of(kept, *session, now());
        if (!presence) return tl::unexpected(presence.error());
        return Found{*std::move(session), *std::move(presence)};
    });
    if (!found) return tl::unexpected(found.error());
    if (now() - found->session.used >= noted_every) {
        // Whether it can be written or not, the person is who they are: with a full disk reading goes on.
        std::ignore = store_.write([&](Tables& kept) -> base::Result<void> {
            auto session = kept.sessions.by_token(found->session.token_hash);
            if (!session || !*session) return {};
            (*session)->used = now();
            return kept.sessions.put(**session);
        });
    }
    return std::move(found->presence);
}

Outcome<void> Accounts::play(std::string_view token, std::string_view side, std::string_view role) {
    if (auto fine = check_persona(role); !fine) return fine;
    return write_or_refuse(store_, [&](Tables& kept) -> Outcome<void> {
        auto session = session_of(kept, token, now());
        if (!session) return tl::unexpected(session.error());
        if (session->account != 0)
            return refuse(Refusal::Why::not_allowed,
                          {"only visitors of a sandbox play roles", "تبديل الأدوار لزوار مساحة التجربة فقط"});
        const auto plan = told(kept.plans.find(session->sandbox_plan));
        if (!plan) return tl::unexpected(plan.error());
        const bool known = *plan && std::ranges::find((*plan)->sides, side) != (*plan)->sides.end();
        if (!known && side != both_sides) {
            auto refused = refuse(Refusal::Why::wrong_field, {"there is no such side", "لا يوجد جانب بهذا الاسم"});
            refused.value().field = "side";
            return refused;
        }
        session->persona_side = side;
        session->persona_role = role;
        session->preview_side.clear();
        return told(kept.sessions.put(*session));
    });
}

Outcome<void> Accounts::preview(std::string_view token, std::string_view side) {
    return write_or_refuse(store_, [&](Tables& kept) -> Outcome<void> {
        auto session = session_of(kept, token, now());
        if (!session) return tl::unexpected(session.error());
        // A side that no plan has reads nothing: there is nothing to check here.
        session->preview_side = side;
        return told(kept.sessions.put(*session));
    });
}

Outcome<void> Accounts::change_password(std::string_view token, std::string_view old_password,
                                        std::string_view new_password) {
    const auto presence = who(token);
    if (!presence) return tl::unexpected(presence.error());
    const auto account =
        told(store_.read([&](const Tables& kept) { return kept.accounts.find(presence->actor.account); }));
    if (!account) return tl::unexpected(account.error());
    if (!*account) return not_signed_in();
    // Counted apart from signing in: who sits at an open session must not lock its owner out.
    const std::string guesses = "password of " + std::to_string(presence->actor.account);
    if (const auto wait = limits_.attempt(guesses, guesses, now()); wait > 0) return too_early(wait);
    if (!store::password_matches((*account)->password, old_password)) {
        auto refused = refuse(Refusal::Why::wrong_field, {"this is not your password", "ليست هذه كلمة سرك"});
        refused.value().field = "old_password";
        return refused;
    }
    limits_.succeeded(guesses, guesses);
    const auto hash = hashed_password(new_password, (*account)->login);
    if (!hash) return tl::unexpected(hash.error());
    return write_or_refuse(store_, [&](Tables& kept) -> Outcome<void> {
        auto session = session_of(kept, token, now());
        auto row = told(kept.accounts.find(presence->actor.account));
        if (!session || !row || !*row) return not_signed_in();
        (*row)->password = *hash;
        if (auto put = told(kept.accounts.put(**row)); !put) return put;
        if (auto ended = told(kept.sessions.remove_of((*row)->id)); !ended) return ended;
        return told(kept.sessions.put(*session));
    });
}

}  // namespace masar::app
