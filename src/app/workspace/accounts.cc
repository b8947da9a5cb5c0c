#include "app/workspace/accounts.h"

#include "app/workspace/account_rules.h"
#include "app/workspace/manage_accounts.h"
#include "app/workspace/store_outcome.h"
#include "store/secrets.h"

#include <algorithm>

namespace masar::app {
namespace {

using store::AccountRow;
using store::SessionRow;
using store::Tables;

tl::unexpected<Refusal> wrong_password() {
    // The same for a login that nobody has: who guesses learns nothing.
    return refuse(Refusal::Why::not_signed_in,
                  {"the login or the password is wrong", "اسم الدخول أو كلمة السر غير صحيح"},
                  {"if you have forgotten it, your administrator can give you a link to choose a new one",
                   "إذا نسيتها فبإمكان مدير الحسابات أن يعطيك رابطاً لاختيار كلمة جديدة"});
}

tl::unexpected<Refusal> no_such_token() {
    return refuse(
        Refusal::Why::not_found, {"the token is not valid, or was used already", "الرمز غير صالح أو سبق استخدامه"},
        {"a set-up token is printed when the server starts; an administrator can make a new one for an account",
         "يُطبع رمز الإعداد عند بدء الخادم، ويمكن لمدير الحسابات إصدار رمز جديد لأي حساب"});
}

/// The session and what its cookie holds.
struct Fresh {
    SessionRow row;
    Ticket ticket;
};

Fresh fresh_session(std::int64_t account, base::Moment now) {
    Fresh fresh;
    fresh.ticket = {store::random_token(), store::random_token()};
    fresh.row.token_hash = store::token_hash(fresh.ticket.token);
    fresh.row.account = account;
    fresh.row.csrf = fresh.ticket.csrf;
    fresh.row.created = fresh.row.used = now;
    return fresh;
}

/// In place of the one that the client had, whose sandbox goes along: "keep this" works after sign-in too.
base::Result<void> replace_session(Tables& kept, SessionRow row, std::string_view old_token) {
    if (!old_token.empty()) {
        const std::string old_hash = store::token_hash(old_token);
        const auto old = kept.sessions.by_token(old_hash);
        if (!old) return tl::unexpected(old.error());
        if (*old) row.sandbox_plan = (*old)->sandbox_plan;
        if (auto removed = kept.sessions.remove(old_hash); !removed) return removed;
    }
    const Moments oldest = oldest_sessions(row.created);
    if (auto removed = kept.sessions.remove_over(oldest.created, oldest.used, oldest.visitor); !removed) return removed;
    return kept.sessions.put(row);
}

/// The account that a token lets choose a password; one that is made for a first administrator.
Outcome<AccountRow> account_of_token(Tables& kept, const store::SetupTokenRow& token, AccountRow first) {
    if (token.account == 0) {
        first.side = token.side;
        first.roles = word_of(Role::administrator);
        auto id = told(kept.accounts.add(first));
        if (!id) return tl::unexpected(id.error());
        first.id = *id;
        return first;
    }
    auto account = told(kept.accounts.find(token.account));
    if (!account) return tl::unexpected(account.error());
    if (!*account || (*account)->disabled) return no_such_token();
    (*account)->password = first.password;
    if (auto put = told(kept.accounts.put(**account)); !put) return tl::unexpected(put.error());
    if (auto ended = told(kept.sessions.remove_of(token.account)); !ended) return tl::unexpected(ended.error());
    return **std::move(account);
}

bool over(const store::SetupTokenRow& token, base::Moment now) {
    return token.account != 0 && now - token.created > Accounts::invitation;
}

}  // namespace

Outcome<std::vector<SetupToken>> Accounts::setup_tokens(const store::Sides& sides) {
    return write_or_refuse(store_, [&](Tables& kept) -> Outcome<std::vector<SetupToken>> {
        std::vector<SetupToken> tokens;
        for (const std::string& side : sides) {
            const auto there = told(kept.accounts.of_side(side));
            if (!there) return tl::unexpected(there.error());
            const bool set_up = std::ranges::any_of(*there, [](const AccountRow& row) {
                return !row.disabled && !row.password.empty() && roles_of(row.roles).has(Role::administrator);
            });
            if (set_up) continue;
            SetupToken token{side, store::random_token()};
            if (auto old = told(kept.setup_tokens.remove(side, 0)); !old) return tl::unexpected(old.error());
            if (auto added = told(kept.setup_tokens.put({store::token_hash(token.token), side, 0, now()})); !added)
                return tl::unexpected(added.error());
            tokens.push_back(std::move(token));
        }
        return tokens;
    });
}

Outcome<Ticket> Accounts::set_up(const TokenUse& wanted, const Client& client) {
    if (const auto wait = limits_.attempt("set-up from " + client.address, client.address, now()); wait > 0)
        return too_early(wait);
    const std::string hash = store::token_hash(wanted.token);
    const auto token = told(store_.read([&](const Tables& kept) { return kept.setup_tokens.by_token(hash); }));
    if (!token) return tl::unexpected(token.error());
    if (!*token || over(**token, now())) return no_such_token();

    AccountRow first;
    if ((*token)->account == 0) {
        auto login = checked_login(wanted.login);
        if (!login) return tl::unexpected(login.error());
        auto display = checked_line(wanted.display, "display");
        if (!display) return tl::unexpected(display.error());
        first.login = *std::move(login);
        first.display = *std::move(display);
    }
    auto password = hashed_password(wanted.password, wanted.login);
    if (!password) return tl::unexpected(password.error());
    first.password = *std::move(password);
    first.created = now();
    limits_.succeeded("set-up from " + client.address, client.address);

    const auto account = write_or_refuse(store_, [&](Tables& kept) -> Outcome<std::int64_t> {
        // Asked again: of two who use a token at once, one is first.
        const auto still = told(kept.setup_tokens.by_token(hash));
        if (!still) return tl::unexpected(still.error());
        if (!*still) return no_such_token();
        if (auto used = told(kept.setup_tokens.remove((*still)->side, (*still)->account)); !used)
            return tl::unexpected(used.error());
        const auto chosen = account_of_token(kept, **still, first);
        if (!chosen) return tl::unexpected(chosen.error());
        store::AccountEventRow event{0, chosen->side, chosen->id, chosen->id, now(), "set-up", {}};
        if (auto noted = told(note_account(kept, std::move(event))); !noted) return tl::unexpected(noted.error());
        return chosen->id;
    });
    if (!account) return tl::unexpected(account.error());
    return begin_session(*account, client);
}

Outcome<AccountRow> Accounts::with_password(std::string_view login, std::string_view password) {
    const auto rows = told(store_.read([&](const Tables& kept) { return kept.accounts.by_login(login); }));
    if (!rows) return tl::unexpected(rows.error());
    std::optional<AccountRow> found;
    // Both sides may have the login. Two comparisons at least, so that the time tells nobody how many have.
    for (const AccountRow& row : *rows)
        if (store::password_matches(row.password, password) && !row.disabled && !found) found = row;
    for (std::size_t missing = rows->size(); missing < 2; ++missing) store::compare_with_nobody(password);
    if (!found) return wrong_password();
    return *std::move(found);
}

Outcome<Ticket> Accounts::sign_in(std::string_view login, std::string_view password, const Client& client) {
    const auto known = checked_login(login);
    const std::string name = known ? *known : "no login";
    if (const auto wait = limits_.attempt(name, client.address, now()); wait > 0) return too_early(wait);
    if (!known || password.size() > 1000) return wrong_password();
    const auto account = with_password(name, password);
    if (!account) return tl::unexpected(account.error());
    limits_.succeeded(name, client.address);
    return begin_session(account->id, client);
}

Outcome<Ticket> Accounts::begin_session(std::int64_t account, const Client& client) {
    const Fresh fresh = fresh_session(account, now());
    auto begun = told(store_.write([&](Tables& kept) { return replace_session(kept, fresh.row, client.old_token); }));
    if (!begun) return tl::unexpected(begun.error());
    return fresh.ticket;
}

Outcome<void> Accounts::sign_out(std::string_view token) {
    return told(store_.write([&](Tables& kept) { return kept.sessions.remove(store::token_hash(token)); }));
}

Outcome<Ticket> Accounts::visit(std::int64_t sandbox_plan, const Client& client) {
    const std::string old_hash = store::token_hash(client.old_token);
    Fresh fresh = fresh_session(0, now());
    fresh.row.sandbox_plan = sandbox_plan;
    fresh.row.persona_side = both_sides;
    return write_or_refuse(store_, [&](Tables& kept) -> Outcome<Ticket> {
        const auto old = told(kept.sessions.by_token(old_hash));
        if (!old) return tl::unexpected(old.error());
        if (*old && (*old)->account != 0 && !is_over(**old, now()))
            return refuse(Refusal::Why::conflict, {"you are signed in", "أنت مسجل الدخول"},
                          {"a sandbox is for visitors: sign out first, or open it in a private window",
                           "مساحة التجربة للزوار: سجّل الخروج أولاً أو افتحها في نافذة خاصة"});
        if (auto removed = told(kept.sessions.remove(old_hash)); !removed) return tl::unexpected(removed.error());
        if (auto put = told(kept.sessions.put(fresh.row)); !put) return tl::unexpected(put.error());
        return fresh.ticket;
    });
}

}  // namespace masar::app
