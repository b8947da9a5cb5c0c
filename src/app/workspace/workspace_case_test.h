#pragma once
// A store in memory and a clock that stands still until it is told to go on, for the tests of services.
#include "app/workspace/accounts.h"
#include "app/workspace/manage_accounts.h"
#include "store/open_database.h"

#include <gmock/gmock.h>

#include <memory>

namespace masar::app {

class StandingClock : public base::WallClock {
public:
    [[nodiscard]] base::Moment now() const override { return now_; }
    void pass(std::chrono::milliseconds time) { now_ += time; }

private:
    // 2027-03-01T00:00:00Z
    base::Moment now_ = base::Moment(std::chrono::seconds(1'803'859'200));
};

inline std::unique_ptr<store::Store> store_in_memory() {
    auto opened = store::Store::open(*store::open_database(":memory:"));
    return opened ? *std::move(opened) : nullptr;
}

/// The answer, which must be one.
template <class T>
T good(Outcome<T> outcome) {
    EXPECT_TRUE(outcome) << (outcome ? "" : outcome.error().message.en);
    if constexpr (!std::is_void_v<T>) return outcome ? *std::move(outcome) : T{};
}

/// The refusal, which must be one, in both languages.
template <class T>
Refusal refused(const Outcome<T>& outcome) {
    EXPECT_FALSE(outcome);
    if (outcome) return {};
    EXPECT_FALSE(outcome.error().message.en.empty());
    EXPECT_FALSE(outcome.error().message.ar.empty());
    EXPECT_EQ(outcome.error().hint.en.empty(), outcome.error().hint.ar.empty());
    return outcome.error();
}

/// Two sides, each with an administrator, who are "ruler@uae" and "ruler@us".
class TwoSides : public testing::Test {
protected:
    static constexpr std::string_view password = "correct horse battery";

    TwoSides() {
        for (const SetupToken& each : good(accounts.setup_tokens({"uae", "us"})))
            tickets[each.side] = good(accounts.set_up(
                {each.token, "ruler@" + each.side, std::string(password), "Ruler of " + each.side}, client));
    }

    [[nodiscard]] Actor ruler(const std::string& side) { return good(accounts.who(tickets[side].token)).actor; }

    /// An account with `roles` that has chosen the password; its number.
    std::int64_t person(const std::string& side, const std::string& login, Roles roles) {
        const Actor by = ruler(side);
        const MadeAccount made = good(add_account({*store, by, clock.now()}, {login, "Name of " + login, "", roles}));
        tickets[login] = good(accounts.set_up({made.token, "", std::string(password), ""}, client));
        return made.id;
    }
    [[nodiscard]] Actor actor(const std::string& login) { return good(accounts.who(tickets[login].token)).actor; }

    StandingClock clock;
    std::unique_ptr<store::Store> store = store_in_memory();
    Accounts accounts{*store, clock};
    Client client{"192.0.2.1", ""};
    std::map<std::string, Ticket> tickets;
};

}  // namespace masar::app
