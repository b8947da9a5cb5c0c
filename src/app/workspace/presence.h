#pragma once
// Who is behind a session, and how long it lasts.
#include "app/workspace/actor.h"
#include "app/workspace/refusal.h"
#include "store/store.h"

#include <string>
#include <string_view>

namespace masar::app {

/// Without activity, and altogether; a visitor's lasts as long as the sandbox.
inline constexpr std::chrono::hours session_idle{2}, session_longest{12}, visit_longest{7 * 24};
/// The persona of a sandbox that reads the whole.
inline constexpr std::string_view both_sides = "both";

struct Presence {
    Actor actor;
    std::string login, display;  ///< empty for a visitor
    std::string csrf;
    std::string persona_side, persona_role;  ///< of a visitor; role "" = all

    [[nodiscard]] bool signed_in() const { return actor.account != 0; }
};

/// Moments before which sessions are over.
struct Moments {
    base::Moment created, used, visitor;
};
[[nodiscard]] Moments oldest_sessions(base::Moment now);
[[nodiscard]] bool is_over(const store::SessionRow& session, base::Moment now);

/// Refuses (not_signed_in) when the session is over, or its account is gone or disabled.
[[nodiscard]] Outcome<Presence> presence_of(const store::Tables& kept, const store::SessionRow& session,
                                            base::Moment now);
[[nodiscard]] tl::unexpected<Refusal> not_signed_in();

/// For whom an account acts today: its own roles, and those of whom it stands in for.
[[nodiscard]] Outcome<Actor> actor_of(const store::Tables& kept, const store::AccountRow& account, base::Moment now);

/// In time that tells nothing of where they differ.
[[nodiscard]] bool csrf_matches(const Presence& presence, std::string_view sent);

}  // namespace masar::app
