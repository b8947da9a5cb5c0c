#pragma once
// Who is there: set-up, sign-in, sessions, sandboxes. Passwords are compared outside of the writing transaction: they take long.
#include "app/workspace/presence.h"
#include "app/workspace/sign_in_limits.h"
#include "base/wall_clock.h"
#include "store/store.h"

#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

/// For the operator's eyes, once: with it the first administrator of a side makes an account.
struct SetupToken {
    std::string side, token;
};

/// What a client gets: `token` goes into its cookie and is kept nowhere else.
struct Ticket {
    std::string token, csrf;
};

/// Where a request comes from.
struct Client {
    std::string address;  ///< as attempts are counted: IPv6 by its /64
    std::string
        old_token;  ///< of the session that it has, if any: it ends, so that nobody can plant one (session fixation)
};

struct TokenUse {
    std::string token, login, password, display;  ///< `login`, `display`: of a first administrator
};

class Accounts {
public:
    /// How long a token works for an account that an administrator made or reset.
    static constexpr std::chrono::hours invitation{7 * 24};

    Accounts(store::Store& store, const base::WallClock& clock) : store_(store), clock_(clock) {}

    /// New tokens for those of `sides` that nobody administers; older ones for them end.
    [[nodiscard]] Outcome<std::vector<SetupToken>> setup_tokens(const store::Sides& sides);
    /// Makes the first administrator of a side, or lets an account choose its password; and signs in.
    [[nodiscard]] Outcome<Ticket> set_up(const TokenUse& wanted, const Client& client);

    [[nodiscard]] Outcome<Ticket> sign_in(std::string_view login, std::string_view password, const Client& client);
    [[nodiscard]] Outcome<void> sign_out(std::string_view token);
    /// Refuses (not_signed_in) a session that is unknown, over, or of an account that was disabled.
    [[nodiscard]] Outcome<Presence> who(std::string_view token);
    /// Ends all sessions of the account but this one.
    [[nodiscard]] Outcome<void> change_password(std::string_view token, std::string_view old_password,
                                                std::string_view new_password);

    /// A session of a visitor for a sandbox that was made for them. Whoever is signed in is refused.
    [[nodiscard]] Outcome<Ticket> visit(std::int64_t sandbox_plan, const Client& client);
    /// Whom the visitor of a sandbox plays: a side or "both"; one role, or "" for all.
    [[nodiscard]] Outcome<void> play(std::string_view token, std::string_view side, std::string_view role);
    /// Looking as the other side would; "" = as oneself again.
    [[nodiscard]] Outcome<void> preview(std::string_view token, std::string_view side);

private:
    [[nodiscard]] base::Moment now() const { return clock_.now(); }
    [[nodiscard]] Outcome<store::AccountRow> with_password(std::string_view login, std::string_view password);
    [[nodiscard]] Outcome<Ticket> begin_session(std::int64_t account, const Client& client);

    store::Store& store_;
    const base::WallClock& clock_;
    SignInLimits limits_;
};

}  // namespace masar::app
