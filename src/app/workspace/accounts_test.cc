#include "app/workspace/accounts.h"

#include "app/workspace/account_rules.h"
#include "app/workspace/workspace_case_test.h"
#include "store/secrets.h"

namespace masar::app {
namespace {

using testing::HasSubstr;
using Why = Refusal::Why;

class AccountsTest : public TwoSides {
protected:
    Outcome<Ticket> sign_in(std::string_view login, std::string_view with = password) {
        return accounts.sign_in(login, with, client);
    }
    [[nodiscard]] std::size_t sessions() const {
        return store->read([](const store::Tables& kept) { return kept.sessions.all(); })->size();
    }
};

TEST_F(AccountsTest, MakeTheFirstAdministratorOfEachSideWithATokenThatWorksOnce) {
    StandingClock other_clock;
    const auto empty = store_in_memory();
    Accounts fresh(*empty, other_clock);
    const auto tokens = good(fresh.setup_tokens({"uae", "us"}));
    ASSERT_EQ(tokens.size(), 2U);
    const TokenUse wanted{tokens[1].token, "Maryam", std::string(password), "مريم"};
    const Ticket ticket = good(fresh.set_up(wanted, client));
    const Presence presence = good(fresh.who(ticket.token));
    EXPECT_EQ(presence.actor.side, "us");
    EXPECT_EQ(presence.actor.roles, Roles{Role::administrator});
    EXPECT_EQ(presence.login, "maryam");
    EXPECT_EQ(presence.display, "مريم");
    EXPECT_FALSE(presence.actor.whole);
    EXPECT_EQ(refused(fresh.set_up(wanted, client)).why, Why::not_found);
    EXPECT_EQ(good(fresh.setup_tokens({"uae", "us"})).size(), 1U);  // for the side that nobody set up
}

TEST_F(AccountsTest, GiveANewSetupTokenAtEachStartAndEndTheOldOne) {
    const auto empty = store_in_memory();
    Accounts fresh(*empty, clock);
    const std::string first = good(fresh.setup_tokens({"uae"})).front().token;
    const std::string second = good(fresh.setup_tokens({"uae"})).front().token;
    EXPECT_FALSE(fresh.set_up({first, "maryam", std::string(password), ""}, client));
    EXPECT_TRUE(fresh.set_up({second, "maryam", std::string(password), ""}, client));
}

TEST_F(AccountsTest, KeepNeitherPasswordsNorTokens) {
    const std::string token = tickets["uae"].token;
    const auto accounts_kept = store->read([](const store::Tables& kept) { return kept.accounts.all(); });
    EXPECT_THAT(accounts_kept->front().password, testing::StartsWith("$argon2id$"));
    // The rows are kept by name: a range-for over what a temporary holds would read it after its end.
    const auto sessions_kept = store->read([](const store::Tables& kept) { return kept.sessions.all(); });
    for (const auto& session : *sessions_kept) EXPECT_NE(session.token_hash, token);
    EXPECT_EQ(good(accounts.who(token)).actor.side, "uae");
}

TEST_F(AccountsTest, SignInWhoKnowsThePasswordWhateverTheCaseOfTheLogin) {
    EXPECT_EQ(good(accounts.who(good(sign_in(" Ruler@UAE ")).token)).login, "ruler@uae");
}

TEST_F(AccountsTest, SayTheSameForAWrongPasswordAnUnknownLoginAndADisabledAccount) {
    const auto id = person("uae", "ahmed", {Role::planner});
    const Actor by = ruler("uae");
    AccountChange disable;
    disable.disabled = true;
    good(change_account({*store, by, clock.now()}, id, disable));
    const Refusal wrong = refused(sign_in("ruler@uae", "wrong horse battery"));
    EXPECT_EQ(wrong.why, Why::not_signed_in);
    for (const auto& other : {sign_in("nobody"), sign_in("ahmed"), sign_in("؟؟؟"), sign_in("")}) {
        EXPECT_EQ(refused(other).why, wrong.why);
        EXPECT_EQ(refused(other).message, wrong.message);
        EXPECT_EQ(refused(other).hint, wrong.hint);
    }
}

TEST_F(AccountsTest, KnowTheSideOfALoginThatBothSidesHave) {
    person("uae", "planner", {Role::planner});
    const Actor us = ruler("us");
    const MadeAccount made = good(add_account({*store, us, clock.now()}, {"planner", "", "", {Role::lead}}));
    good(accounts.set_up({made.token, "", "another horse battery", ""}, client));
    EXPECT_EQ(good(accounts.who(good(sign_in("planner")).token)).actor.side, "uae");
    EXPECT_EQ(good(accounts.who(good(sign_in("planner", "another horse battery")).token)).actor.side, "us");
}

TEST_F(AccountsTest, MakeWaitWhoFailsFiveTimesAndSayHowLong) {
    for (int attempt = 0; attempt < 5; ++attempt) EXPECT_EQ(refused(sign_in("ruler@uae", "x")).why, Why::not_signed_in);
    const Refusal refusal = refused(sign_in("ruler@uae"));
    EXPECT_EQ(refusal.why, Why::too_many);
    EXPECT_EQ(refusal.retry_seconds, 1);
    EXPECT_TRUE(sign_in("ruler@us"));
    clock.pass(std::chrono::seconds(1));
    EXPECT_TRUE(sign_in("ruler@uae"));
}

TEST_F(AccountsTest, LimitGuessingOfSetupTokens) {
    Refusal last;
    for (int attempt = 0; attempt < 6; ++attempt) {
        const auto outcome = accounts.set_up({"guess", "maryam", std::string(password), ""}, {"203.0.113.5", ""});
        last = refused(outcome);
    }
    EXPECT_EQ(last.why, Why::too_many);
}

TEST_F(AccountsTest, GiveANewSessionAtSignInAndEndTheOneBefore) {
    client.old_token = good(sign_in("ruler@uae")).token;
    const Ticket fresh = good(sign_in("ruler@uae"));
    EXPECT_NE(fresh.token, client.old_token);
    EXPECT_EQ(refused(accounts.who(client.old_token)).why, Why::not_signed_in);
    EXPECT_TRUE(accounts.who(fresh.token));
}

TEST_F(AccountsTest, NeverTakeATokenThatTheClientMadeUp) {
    client.old_token = "planted-by-somebody";
    EXPECT_NE(good(sign_in("ruler@uae")).token, client.old_token);
    EXPECT_FALSE(accounts.who("planted-by-somebody"));
    EXPECT_FALSE(accounts.who(""));
    // The hash that is kept is no token either.
    EXPECT_FALSE(accounts.who(store::token_hash(tickets["uae"].token)));
}

TEST_F(AccountsTest, EndASessionAfterTwoHoursWithoutUse) {
    const std::string token = tickets["uae"].token;
    for (int hour = 0; hour < 3; ++hour) {
        clock.pass(std::chrono::minutes(119));
        EXPECT_TRUE(accounts.who(token));
    }
    clock.pass(std::chrono::minutes(121));
    EXPECT_EQ(refused(accounts.who(token)).why, Why::not_signed_in);
}

TEST_F(AccountsTest, EndASessionAfterTwelveHoursEvenInUse) {
    const std::string token = tickets["uae"].token;
    for (int hour = 0; hour < 12; ++hour) {
        EXPECT_TRUE(accounts.who(token)) << hour;
        clock.pass(std::chrono::hours(1));
    }
    EXPECT_TRUE(accounts.who(token));
    clock.pass(std::chrono::minutes(1));
    EXPECT_FALSE(accounts.who(token));
}

TEST_F(AccountsTest, SweepSessionsThatAreOver) {
    const std::size_t before = sessions();
    ASSERT_GE(before, 2U);
    clock.pass(std::chrono::hours(13));
    good(sign_in("ruler@uae"));
    EXPECT_EQ(sessions(), 1U);
}

TEST_F(AccountsTest, SignOut) {
    good(accounts.sign_out(tickets["uae"].token));
    EXPECT_FALSE(accounts.who(tickets["uae"].token));
    EXPECT_TRUE(accounts.who(tickets["us"].token));
}

TEST_F(AccountsTest, GiveEachSessionACsrfTokenOfItsOwn) {
    const Ticket one = good(sign_in("ruler@uae")), other = good(sign_in("ruler@uae"));
    EXPECT_NE(one.csrf, other.csrf);
    const Presence presence = good(accounts.who(one.token));
    EXPECT_TRUE(csrf_matches(presence, one.csrf));
    EXPECT_FALSE(csrf_matches(presence, other.csrf));
    EXPECT_FALSE(csrf_matches(presence, ""));
}

TEST_F(AccountsTest, RefuseWeakPasswordsByField) {
    for (const char* weak : {"short", "aaaaaaaaaaaaaaaa", "my ruler@us password", "\xff\xff\xff\xff\xff\xff\xff\xff"}) {
        const auto empty = store_in_memory();
        Accounts fresh(*empty, clock);
        const std::string token = good(fresh.setup_tokens({"us"})).front().token;
        const Refusal refusal = refused(fresh.set_up({token, "ruler@us", weak, ""}, client));
        EXPECT_EQ(refusal.why, Why::wrong_field) << weak;
        EXPECT_EQ(refusal.field, "password") << weak;
        EXPECT_TRUE(fresh.set_up({token, "ruler@us", std::string(password), ""}, client)) << "the token is not used up";
    }
}

TEST_F(AccountsTest, RefusePasswordsThatEverybodyTriesFirst) {
    for (const char* common : {"1qaz2wsx3edc", "Qwerty123456", "password1234", "Password2027!!", "iloveyou iloveyou",
                               "DragonMaster99", "baseballfootball"})
        EXPECT_EQ(refused(accounts.change_password(tickets["uae"].token, password, common)).field, "password")
            << common;
    for (const char* own : {"a wholly new one", "baseball on the moon", "كلمة سر طويلة جدا"})
        EXPECT_TRUE(check_password(own, "ruler@uae")) << own;
}

TEST_F(AccountsTest, ChangeAPasswordAndEndTheOtherSessions) {
    const std::string other = good(sign_in("ruler@uae")).token, mine = tickets["uae"].token;
    EXPECT_EQ(refused(accounts.change_password(mine, "not it at all", "a wholly new one")).field, "old_password");
    good(accounts.change_password(mine, password, "a wholly new one"));
    EXPECT_TRUE(accounts.who(mine));
    EXPECT_FALSE(accounts.who(other));
    EXPECT_FALSE(sign_in("ruler@uae"));
    EXPECT_TRUE(sign_in("ruler@uae", "a wholly new one"));
}

class Sandbox : public AccountsTest {
protected:
    Sandbox() {
        store::PlanRow row;
        row.key = "sandbox";
        row.sides = {"uae", "us"};
        row.sandbox = true;
        plan = *store->write([&](store::Tables& kept) { return kept.plans.add(row); });
        token = good(accounts.visit(plan, client)).token;
    }
    std::int64_t plan = 0;
    std::string token;
};

TEST_F(Sandbox, IsOfAVisitorWhoReadsTheWholeAtFirst) {
    const Presence presence = good(accounts.who(token));
    EXPECT_FALSE(presence.signed_in());
    EXPECT_TRUE(presence.actor.sandbox);
    EXPECT_TRUE(presence.actor.whole);
    EXPECT_EQ(presence.actor.sandbox_plan, plan);
    EXPECT_EQ(presence.actor.roles, all_roles());
}

TEST_F(Sandbox, LetsTheVisitorPlayEitherSideInAnyRole) {
    good(accounts.play(token, "us", "approver"));
    const Actor actor = good(accounts.who(token)).actor;
    EXPECT_EQ(actor.side, "us");
    EXPECT_FALSE(actor.whole);
    EXPECT_EQ(actor.roles, Roles{Role::approver});
    good(accounts.play(token, "uae", ""));
    EXPECT_EQ(good(accounts.who(token)).actor.roles, all_roles());
    EXPECT_EQ(refused(accounts.play(token, "mars", "")).field, "side");
    EXPECT_EQ(refused(accounts.play(token, "us", "king")).field, "role");
}

TEST_F(Sandbox, IsNotForTheSignedIn) {
    EXPECT_EQ(refused(accounts.play(tickets["uae"].token, "us", "")).why, Why::not_allowed);
    EXPECT_EQ(refused(accounts.visit(plan, {"192.0.2.1", tickets["uae"].token})).why, Why::conflict);
}

TEST_F(Sandbox, GoesAlongWhenTheVisitorSignsIn) {
    client.old_token = token;
    const Presence presence = good(accounts.who(good(sign_in("ruler@uae")).token));
    EXPECT_EQ(presence.actor.sandbox_plan, plan);
    EXPECT_FALSE(presence.actor.sandbox);
    EXPECT_FALSE(presence.actor.whole);
    EXPECT_FALSE(accounts.who(token));
}

TEST_F(Sandbox, LastsAWeek) {
    clock.pass(std::chrono::hours(7 * 24));
    EXPECT_TRUE(accounts.who(token));
    clock.pass(std::chrono::minutes(1));
    EXPECT_FALSE(accounts.who(token));
}

TEST_F(AccountsTest, LookAsTheOtherSideWithoutDoingAnything) {
    const std::string token = tickets["uae"].token;
    good(accounts.preview(token, "us"));
    Actor actor = good(accounts.who(token)).actor;
    EXPECT_EQ(actor.side, "uae");
    EXPECT_EQ(actor.preview, "us");
    EXPECT_FALSE(actor.may({Role::administrator}));
    good(accounts.preview(token, ""));
    EXPECT_TRUE(good(accounts.who(token)).actor.may({Role::administrator}));
}

}  // namespace
}  // namespace masar::app
