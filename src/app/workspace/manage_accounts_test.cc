#include "app/workspace/manage_accounts.h"

#include "app/workspace/deputies.h"
#include "app/workspace/workspace_case_test.h"

namespace masar::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Why = Refusal::Why;

class ManageAccounts : public TwoSides {
protected:
    [[nodiscard]] std::vector<std::string> logins(const std::string& side) {
        const Actor by = ruler(side);
        std::vector<std::string> list;
        for (const AccountView& each : good(list_accounts({*store, by, clock.now()}))) list.push_back(each.login);
        return list;
    }
    Outcome<std::string> change(const std::string& by_side, std::int64_t id, const AccountChange& wanted) {
        const Actor by = ruler(by_side);
        return change_account({*store, by, clock.now()}, id, wanted);
    }
};

TEST_F(ManageAccounts, LetsTheOwnerChooseThePasswordAndNobodyElse) {
    const Actor by = ruler("uae");
    const MadeAccount made =
        good(add_account({*store, by, clock.now()}, {"Ahmed", "أحمد", "a@example.org", {Role::planner}}));
    EXPECT_TRUE(good(list_accounts({*store, by, clock.now()})).back().waiting);
    EXPECT_FALSE(accounts.sign_in("ahmed", "", client));
    const Ticket ticket = good(accounts.set_up({made.token, "", std::string(password), ""}, client));
    const Presence presence = good(accounts.who(ticket.token));
    EXPECT_EQ(presence.actor.account, made.id);
    EXPECT_EQ(presence.actor.roles, Roles{Role::planner});
    EXPECT_EQ(presence.display, "أحمد");
    EXPECT_FALSE(good(list_accounts({*store, by, clock.now()})).back().waiting);
}

TEST_F(ManageAccounts, EndsAnInvitationAfterAWeek) {
    const Actor by = ruler("uae");
    const MadeAccount made = good(add_account({*store, by, clock.now()}, {"ahmed", "", "", {}}));
    clock.pass(std::chrono::hours(7 * 24 + 1));
    EXPECT_EQ(refused(accounts.set_up({made.token, "", std::string(password), ""}, client)).why, Why::not_found);
}

TEST_F(ManageAccounts, IsForAdministratorsOfTheirOwnSideOnly) {
    const auto planner = person("uae", "ahmed", {Role::planner});
    const Actor ahmed = actor("ahmed"), us = ruler("us");
    EXPECT_EQ(refused(list_accounts({*store, ahmed, clock.now()})).why, Why::not_allowed);
    EXPECT_EQ(refused(add_account({*store, ahmed, clock.now()}, {"new", "", "", {}})).why, Why::not_allowed);
    AccountChange reset;
    reset.reset = AccountChange::Reset::password;
    const Refusal of_other = refused(change_account({*store, us, clock.now()}, planner, reset));
    const Refusal of_nobody = refused(change_account({*store, us, clock.now()}, 9999, reset));
    EXPECT_EQ(of_other.why, Why::not_found);
    EXPECT_EQ(of_other.message, of_nobody.message);
    EXPECT_EQ(refused(erase_account({*store, us, clock.now()}, planner)).why, Why::not_found);
    EXPECT_TRUE(accounts.sign_in("ahmed", password, client));
    EXPECT_THAT(logins("us"), ElementsAre("ruler@us"));
    EXPECT_THAT(logins("uae"), ElementsAre("ruler@uae", "ahmed"));
}

TEST_F(ManageAccounts, DoesNotTellWhetherTheOtherSideHasALogin) {
    person("uae", "ahmed", {Role::planner});
    const Actor us = ruler("us");
    EXPECT_TRUE(add_account({*store, us, clock.now()}, {"ahmed", "", "", {}}));
    EXPECT_EQ(refused(add_account({*store, us, clock.now()}, {"ahmed", "", "", {}})).field, "login");
}

TEST_F(ManageAccounts, IsNotForSandboxesOrPreviews) {
    Actor visitor;
    visitor.sandbox = true;
    visitor.side = "uae";
    visitor.roles = all_roles();
    EXPECT_EQ(refused(list_accounts({*store, visitor, clock.now()})).why, Why::not_allowed);
    good(accounts.preview(tickets["uae"].token, "us"));
    const Actor looking = ruler("uae");
    EXPECT_EQ(refused(add_account({*store, looking, clock.now()}, {"new", "", "", {}})).why, Why::not_allowed);
}

TEST_F(ManageAccounts, TakesEffectInSessionsThatAreOpen) {
    const auto id = person("uae", "ahmed", {Role::planner});
    AccountChange promote;
    promote.roles = Roles{Role::planner, Role::approver};
    good(change("uae", id, promote));
    EXPECT_TRUE(actor("ahmed").may({Role::approver}));
    AccountChange disable;
    disable.disabled = true;
    good(change("uae", id, disable));
    EXPECT_EQ(refused(accounts.who(tickets["ahmed"].token)).why, Why::not_signed_in);
    AccountChange enable;
    enable.disabled = false;
    good(change("uae", id, enable));
    EXPECT_FALSE(accounts.who(tickets["ahmed"].token)) << "the old session does not come back";
    EXPECT_TRUE(accounts.sign_in("ahmed", password, client));
}

TEST_F(ManageAccounts, ResetsAPasswordByATokenThatEndsTheOldOne) {
    const auto id = person("uae", "ahmed", {Role::planner});
    AccountChange reset;
    reset.reset = AccountChange::Reset::password;
    const std::string token = good(change("uae", id, reset));
    EXPECT_FALSE(accounts.who(tickets["ahmed"].token));
    EXPECT_FALSE(accounts.sign_in("ahmed", password, client));
    good(accounts.set_up({token, "", "another horse battery", ""}, client));
    EXPECT_TRUE(accounts.sign_in("ahmed", "another horse battery", client));
}

TEST_F(ManageAccounts, KeepsTheLastAdministratorOfASide) {
    const std::int64_t id = ruler("uae").account;
    AccountChange demote, disable, reset;
    demote.roles = Roles{Role::planner};
    disable.disabled = true;
    reset.reset = AccountChange::Reset::password;
    for (const AccountChange& each : {demote, disable, reset})
        EXPECT_EQ(refused(change("uae", id, each)).why, Why::conflict);
    const Actor by = ruler("uae");
    EXPECT_EQ(refused(erase_account({*store, by, clock.now()}, id)).why, Why::conflict);
    person("uae", "second", {Role::administrator});
    EXPECT_TRUE(change("uae", id, demote));
}

TEST_F(ManageAccounts, ErasesWhatIsPersonalAndKeepsWhatWasDone) {
    const auto id = person("uae", "ahmed", {Role::planner});
    const Actor by = ruler("uae");
    good(erase_account({*store, by, clock.now()}, id));
    const auto row = **store->read([&](const store::Tables& kept) { return kept.accounts.find(id); });
    EXPECT_EQ(row.login + row.display + row.address + row.password, "");
    EXPECT_EQ(row.side, "uae");
    EXPECT_FALSE(accounts.who(tickets["ahmed"].token));
    EXPECT_FALSE(accounts.sign_in("ahmed", password, client));
    EXPECT_THAT(logins("uae"), ElementsAre("ruler@uae"));
    std::vector<std::string> kinds;
    for (const auto& each : good(account_log({*store, by, clock.now()})))
        if (each.account == id) kinds.push_back(each.kind);
    EXPECT_THAT(kinds, ElementsAre("made", "set-up", "erased"));
    EXPECT_TRUE(add_account({*store, by, clock.now()}, {"ahmed", "", "", {}})) << "the login is free again";
}

TEST_F(ManageAccounts, LetsADeputyActFromTheFirstToTheLastDayOnly) {
    const auto approver = person("uae", "sultan", {Role::approver}), planner = person("uae", "ahmed", {Role::planner});
    const Actor sultan = actor("sultan");
    good(add_deputy({*store, sultan, clock.now()}, {planner, approver, Role::approver, "2027-03-02", "2027-03-03"}));
    const auto approves_on = [&](int day) {
        clock.pass(std::chrono::hours(24) * day);
        const Ticket ticket = good(accounts.sign_in("ahmed", password, client));
        const Actor ahmed = good(accounts.who(ticket.token)).actor;
        clock.pass(-std::chrono::hours(24) * day);
        return ahmed.may({Role::approver}) && ahmed.acting.front().stands_for == approver;
    };
    EXPECT_FALSE(approves_on(0));
    EXPECT_TRUE(approves_on(1));
    EXPECT_TRUE(approves_on(2));
    EXPECT_FALSE(approves_on(3));
}

TEST_F(ManageAccounts, EndsADeputyEarly) {
    const auto approver = person("uae", "sultan", {Role::approver}), planner = person("uae", "ahmed", {Role::planner});
    const Actor sultan = actor("sultan");
    const auto id = good(
        add_deputy({*store, sultan, clock.now()}, {planner, approver, Role::approver, "2027-03-01", "2027-03-31"}));
    EXPECT_TRUE(actor("ahmed").may({Role::approver}));
    good(end_deputy({*store, sultan, clock.now()}, id));
    EXPECT_FALSE(actor("ahmed").may({Role::approver}));
    EXPECT_EQ(good(list_deputies({*store, sultan, clock.now()})).size(), 1U);
}

TEST_F(ManageAccounts, RefusesDeputiesThatMakeNoSense) {
    const auto approver = person("uae", "sultan", {Role::approver}), planner = person("uae", "ahmed", {Role::planner});
    const auto other = person("us", "john", {Role::planner});
    const Actor sultan = actor("sultan"), ahmed = actor("ahmed"), john = actor("john");
    const NewDeputy fine{planner, approver, Role::approver, "2027-03-01", "2027-03-31"};
    const auto field = [&](NewDeputy deputy) {
        return refused(add_deputy({*store, sultan, clock.now()}, deputy)).field;
    };
    EXPECT_EQ(field({other, approver, Role::approver, fine.first_day, fine.last_day}), "account");
    EXPECT_EQ(field({approver, approver, Role::approver, fine.first_day, fine.last_day}), "account");
    EXPECT_EQ(field({planner, approver, Role::finance, fine.first_day, fine.last_day}), "role");
    EXPECT_EQ(field({planner, approver, Role::approver, "2027-03-31", "2027-03-01"}), "last_day");
    EXPECT_EQ(field({planner, approver, Role::approver, "2027-02-01", "2027-02-28"}), "last_day");
    EXPECT_EQ(field({planner, approver, Role::approver, "soon", "2027-03-01"}), "first_day");
    EXPECT_EQ(refused(add_deputy({*store, ahmed, clock.now()}, fine)).why, Why::not_allowed);
    EXPECT_EQ(refused(add_deputy({*store, john, clock.now()}, fine)).why, Why::not_allowed);
    EXPECT_THAT(good(list_deputies({*store, john, clock.now()})), IsEmpty());
}

TEST_F(ManageAccounts, DoesNotLetADeputyPassTheRoleOn) {
    const auto approver = person("uae", "sultan", {Role::approver}), planner = person("uae", "ahmed", {Role::planner}),
               third = person("uae", "third", {Role::planner});
    const Actor sultan = actor("sultan");
    good(add_deputy({*store, sultan, clock.now()}, {planner, approver, Role::approver, "2027-03-01", "2027-03-31"}));
    const Actor ahmed = actor("ahmed");
    ASSERT_TRUE(ahmed.may({Role::approver}));
    EXPECT_EQ(
        refused(add_deputy({*store, ahmed, clock.now()}, {third, planner, Role::approver, "2027-03-01", "2027-03-31"}))
            .field,
        "role");
}

}  // namespace
}  // namespace masar::app
