#include "app/workspace/manage_accounts.h"

#include "app/workspace/account_rules.h"
#include "app/workspace/store_outcome.h"
#include "store/secrets.h"

#include <algorithm>

namespace masar::app {
namespace {

using store::AccountRow;
using store::Tables;

Outcome<void> check_desk(const Actor& actor, Roles wanted) {
    if (actor.account != 0 && !actor.side.empty() && actor.may(wanted)) return {};
    return refuse(Refusal::Why::not_allowed,
                  {"only an administrator of a side manages its accounts", "إدارة حسابات الجانب لمدير حساباته وحده"});
}

tl::unexpected<Refusal> no_such_account() {
    return refuse(Refusal::Why::not_found, {"there is no such account", "لا يوجد حساب بهذا الرقم"});
}

tl::unexpected<Refusal> last_administrator() {
    return refuse(Refusal::Why::conflict,
                  {"this is the last administrator of the side", "هذا آخر مدير حسابات في الجانب"},
                  {"make another account an administrator first", "عيّن مديراً آخر أولاً"});
}

/// Of the actor's own side and not erased.
Outcome<AccountRow> own_account(const Tables& kept, const Actor& actor, std::int64_t id) {
    auto account = told(kept.accounts.find(id));
    if (!account) return tl::unexpected(account.error());
    const bool own = *account && (*account)->side == actor.side && (*account)->erased == base::Moment();
    if (!own) return no_such_account();
    return **std::move(account);
}

bool administers(const AccountRow& row) { return !row.disabled && roles_of(row.roles).has(Role::administrator); }

/// Refuses when after the change to `changed` nobody of the side would administer it.
Outcome<void> check_administrator_left(const Tables& kept, const AccountRow& changed) {
    if (administers(changed) && !changed.password.empty()) return {};
    const auto rows = told(kept.accounts.of_side(changed.side));
    if (!rows) return tl::unexpected(rows.error());
    const bool left = std::ranges::any_of(*rows, [&](const AccountRow& row) {
        return row.id != changed.id && administers(row) && !row.password.empty();
    });
    if (!left) return last_administrator();
    return {};
}

/// A token for the account to choose a password with, in place of an older one.
Outcome<std::string> invite(Tables& kept, const AccountDesk& desk, const AccountRow& account) {
    std::string token = store::random_token();
    if (auto old = told(kept.setup_tokens.remove(account.side, account.id)); !old) return tl::unexpected(old.error());
    auto put = told(kept.setup_tokens.put({store::token_hash(token), account.side, account.id, desk.now}));
    if (!put) return tl::unexpected(put.error());
    return token;
}

Outcome<void> note(Tables& kept, const AccountDesk& desk, std::int64_t account, std::string kind,
                   std::string detail = {}) {
    store::AccountEventRow event;
    event.side = desk.actor.side;
    event.account = account;
    event.by = desk.actor.account;
    event.at = desk.now;
    event.kind = std::move(kind);
    event.detail = std::move(detail);
    return told(note_account(kept, std::move(event)));
}

Outcome<void> take_text(const std::optional<std::string>& wanted, std::string_view field, std::string& text) {
    if (!wanted) return {};
    auto line = checked_line(*wanted, field);
    if (!line) return tl::unexpected(line.error());
    text = *std::move(line);
    return {};
}

/// The account as it is to be, and notes of what is done to it.
Outcome<AccountRow> changed(Tables& kept, const AccountDesk& desk, AccountRow row, const AccountChange& change) {
    const bool administered = administers(row);
    if (auto taken = take_text(change.display, "display", row.display); !taken) return tl::unexpected(taken.error());
    if (auto taken = take_text(change.address, "address", row.address); !taken) return tl::unexpected(taken.error());
    if (change.roles && words_of(*change.roles) != row.roles) {
        row.roles = words_of(*change.roles);
        if (auto noted = note(kept, desk, row.id, "roles", row.roles); !noted) return tl::unexpected(noted.error());
    }
    if (change.disabled && *change.disabled != row.disabled) {
        row.disabled = *change.disabled;
        if (auto noted = note(kept, desk, row.id, row.disabled ? "disabled" : "enabled"); !noted)
            return tl::unexpected(noted.error());
    }
    if (administered)
        if (auto left = check_administrator_left(kept, row); !left) return tl::unexpected(left.error());
    return row;
}

}  // namespace

base::Result<void> note_account(Tables& kept, store::AccountEventRow event) {
    const auto added = kept.account_events.add(std::move(event));
    if (!added) return tl::unexpected(added.error());
    return {};
}

Outcome<std::vector<AccountView>> list_accounts(const AccountDesk& desk) {
    if (auto may = check_desk(desk.actor, {Role::administrator}); !may) return tl::unexpected(may.error());
    const auto rows = told(desk.store.read([&](const Tables& kept) { return kept.accounts.of_side(desk.actor.side); }));
    if (!rows) return tl::unexpected(rows.error());
    std::vector<AccountView> views;
    for (const AccountRow& row : *rows)
        if (row.erased == base::Moment())
            views.push_back({row.id, row.login, row.display, row.address, roles_of(row.roles), row.disabled,
                             row.password.empty(), row.created});
    return views;
}

Outcome<MadeAccount> add_account(const AccountDesk& desk, const NewAccount& account) {
    if (auto may = check_desk(desk.actor, {Role::administrator}); !may) return tl::unexpected(may.error());
    AccountRow row;
    auto login = checked_login(account.login);
    if (!login) return tl::unexpected(login.error());
    row.login = *std::move(login);
    if (auto taken = take_text(account.display, "display", row.display); !taken) return tl::unexpected(taken.error());
    if (auto taken = take_text(account.address, "address", row.address); !taken) return tl::unexpected(taken.error());
    row.side = desk.actor.side;
    row.roles = words_of(account.roles);
    row.created = desk.now;
    return write_or_refuse(desk.store, [&](Tables& kept) -> Outcome<MadeAccount> {
        const auto there = told(kept.accounts.by_login(row.login));
        if (!there) return tl::unexpected(there.error());
        if (std::ranges::find(*there, row.side, &AccountRow::side) != there->end()) {
            auto refused = refuse(Refusal::Why::conflict, {"the login is taken", "اسم الدخول مستخدم"},
                                  {"choose another one", "اختر اسماً آخر"});
            refused.value().field = "login";
            return refused;
        }
        const auto id = told(kept.accounts.add(row));
        if (!id) return tl::unexpected(id.error());
        AccountRow made = row;
        made.id = *id;
        if (auto noted = note(kept, desk, *id, "made", row.roles); !noted) return tl::unexpected(noted.error());
        return invite(kept, desk, made).map([&](std::string token) { return MadeAccount{*id, std::move(token)}; });
    });
}

Outcome<std::string> change_account(const AccountDesk& desk, std::int64_t id, const AccountChange& change) {
    if (auto may = check_desk(desk.actor, {Role::administrator}); !may) return tl::unexpected(may.error());
    return write_or_refuse(desk.store, [&](Tables& kept) -> Outcome<std::string> {
        auto row = own_account(kept, desk.actor, id);
        if (row) row = changed(kept, desk, *std::move(row), change);
        if (!row) return tl::unexpected(row.error());
        std::string token;
        if (change.reset == AccountChange::Reset::password) {
            row->password.clear();
            if (auto left = check_administrator_left(kept, *row); !left) return tl::unexpected(left.error());
            auto made = invite(kept, desk, *row);
            if (!made) return made;
            token = *std::move(made);
            if (auto noted = note(kept, desk, id, "reset"); !noted) return tl::unexpected(noted.error());
        }
        if (row->disabled || !token.empty())
            if (auto ended = told(kept.sessions.remove_of(id)); !ended) return tl::unexpected(ended.error());
        if (auto put = told(kept.accounts.put(*row)); !put) return tl::unexpected(put.error());
        return token;
    });
}

Outcome<void> erase_account(const AccountDesk& desk, std::int64_t id) {
    if (auto may = check_desk(desk.actor, {Role::administrator}); !may) return may;
    return write_or_refuse(desk.store, [&](Tables& kept) -> Outcome<void> {
        auto row = own_account(kept, desk.actor, id);
        if (!row) return tl::unexpected(row.error());
        AccountRow empty;
        empty.id = row->id;
        empty.side = row->side;
        empty.roles = row->roles;
        empty.created = row->created;
        empty.disabled = true;
        empty.erased = desk.now;
        if (auto left = check_administrator_left(kept, empty); !left) return left;
        if (auto put = told(kept.accounts.put(empty)); !put) return put;
        if (auto ended = told(kept.sessions.remove_of(id)); !ended) return ended;
        if (auto ended = told(kept.setup_tokens.remove(empty.side, id)); !ended) return ended;
        if (auto ended = told(kept.calendar_links.revoke_of(id, desk.now)); !ended) return ended;
        if (auto ended = told(kept.deputies.end_of(id, desk.now)); !ended) return ended;
        if (auto ended = told(kept.digests.remove(id)); !ended) return ended;
        return note(kept, desk, id, "erased");
    });
}

Outcome<std::vector<store::AccountEventRow>> account_log(const AccountDesk& desk) {
    if (auto may = check_desk(desk.actor, {Role::administrator, Role::auditor}); !may)
        return tl::unexpected(may.error());
    constexpr std::int64_t everything = 1'000'000;
    return told(desk.store.read(
        [&](const Tables& kept) { return kept.account_events.of_side(desk.actor.side, 0, everything); }));
}

}  // namespace masar::app
