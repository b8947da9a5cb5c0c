#pragma once
// The accounts of a side, by its own administrator. An account of the other side is answered for as if there were none.
#include "app/workspace/actor.h"
#include "app/workspace/refusal.h"
#include "base/wall_clock.h"
#include "store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace masar::app {

/// The place where accounts are managed: who does it, and when.
struct AccountDesk {
    store::Store& store;
    const Actor& actor;
    base::Moment now;
};

struct AccountView {
    std::int64_t id = 0;
    std::string login, display, address;
    Roles roles;
    bool disabled = false;
    bool waiting = false;  ///< for its owner to choose a password
    base::Moment created{};
};
/// Of the actor's side, without those that were erased.
[[nodiscard]] Outcome<std::vector<AccountView>> list_accounts(const AccountDesk& desk);

struct NewAccount {
    std::string login, display, address;
    Roles roles;
};
struct MadeAccount {
    std::int64_t id = 0;
    std::string token;  ///< with it its owner chooses a password (Accounts::set_up); nobody else ever knows one
};
[[nodiscard]] Outcome<MadeAccount> add_account(const AccountDesk& desk, const NewAccount& account);

struct AccountChange {
    std::optional<std::string> display, address;
    std::optional<Roles> roles;
    std::optional<bool> disabled;
    enum class Reset : unsigned char { no, password } reset = Reset::no;  ///< the old password ends; gives a token
};
/// Gives the token when there is one. A side's last administrator cannot be disabled, nor lose the role.
[[nodiscard]] Outcome<std::string> change_account(const AccountDesk& desk, std::int64_t id,
                                                  const AccountChange& change);

/// Takes all that is personal (login, name, address, password, links) and ends what the account does. What it did stays in the logs
/// under its number, side and role.
[[nodiscard]] Outcome<void> erase_account(const AccountDesk& desk, std::int64_t id);

/// What was done to the accounts of the actor's side; for its administrator and auditor.
[[nodiscard]] Outcome<std::vector<store::AccountEventRow>> account_log(const AccountDesk& desk);

/// Notes what was done to an account, in the transaction that does it.
[[nodiscard]] base::Result<void> note_account(store::Tables& kept, store::AccountEventRow event);

}  // namespace masar::app
