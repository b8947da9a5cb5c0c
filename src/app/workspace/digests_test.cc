#include "app/workspace/digests.h"

#include "app/workspace/mail_address.h"
#include "app/workspace/notes.h"
#include "app/workspace/roadmaps.h"
#include "app/workspace/workspace_case_test.h"

namespace masar::app {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Box : public MessageDoor {
public:
    base::Result<void> send(const Message& message) override {
        ++asked;
        if (closed) return base::failure(base::Error::Kind::input_output, {"no relay", "لا خادم"});
        taken.push_back(message);
        return {};
    }
    std::vector<Message> taken;
    int asked = 0;
    bool closed = false;
};

class Digests : public TwoSides {
protected:
    Digests() {
        (void)person("uae", "maryam", {Role::planner});
        (void)person("us", "john", {Role::planner});
        maryam = actor("maryam"), john = actor("john");
        uae_ruler = ruler("uae"), us_ruler = ruler("us");
        clock.pass(std::chrono::hours(9));  // sessions end meanwhile; people stay who they are
        const std::string text =
            "masar: 1\ntitle: {en: Canary plan, ar: خطة}\nstart: 2027-01-04\nsides: {uae: {calendar: w, currency: AED}, us: "
            "{calendar: w, currency: USD}}\ncalendars: {w: {works: [mon]}}\nactivities: {canary: {duration: 1wd, calendar: "
            "w}}\n";
        plan = good(take_in_roadmap(workspace, maryam, {{{"plan.yaml", text}}, {}})).key;
    }
    [[nodiscard]] RecordName record() const { return {plan, "activities", "canary"}; }
    void talks() {
        clock.pass(std::chrono::seconds(1));
        (void)good(write_note(workspace, maryam, record(), {"canary question", true, 0}));
        clock.pass(std::chrono::seconds(1));
        (void)good(write_note(workspace, john, record(), {"canary answer", true, 1}));
    }
    void wishes(const std::string& login, const std::string& language, bool wanted = true) {
        (void)good(wish_digest(workspace, login == "john" ? john : maryam, {wanted, login + "@example.org", language}));
    }
    DigestRound round(std::int64_t hour = 4) {
        return good(send_digests(workspace, box, {"https://masar.example/", hour},
                                 [&](const base::Error& error) { told.push_back(error.message.en); }));
    }
    Snapshots snapshots;
    Workspace workspace{*store, clock, snapshots};
    Actor maryam, john, uae_ruler, us_ruler;
    std::string plan;
    Box box;
    std::vector<std::string> told;
};

TEST_F(Digests, SayCountsAndALinkAndNothingElseOnceADay) {
    talks();
    wishes("maryam", "en");
    EXPECT_EQ(round().sent, 1);
    ASSERT_EQ(box.taken.size(), 1U);
    EXPECT_EQ(box.taken[0].to, "maryam@example.org");
    EXPECT_EQ(box.taken[0].subject, "Masar: 1 thing for you");
    EXPECT_THAT(box.taken[0].body, AllOf(HasSubstr("1 reply to your notes\n"), HasSubstr("https://masar.example/"),
                                         Not(HasSubstr("anary")), Not(HasSubstr("maryam"))));
    clock.pass(std::chrono::hours(5));
    EXPECT_EQ(round().sent, 0) << "not twice on a day, whoever asks";
    clock.pass(std::chrono::hours(24));
    EXPECT_EQ(round().sent, 1);
}

TEST_F(Digests, AreInTheLanguageOfTheirReader) {
    talks();
    wishes("maryam", "ar");
    (void)round();
    ASSERT_EQ(box.taken.size(), 1U);
    EXPECT_EQ(box.taken[0].subject, "مسار: أمر واحد لك");
    EXPECT_THAT(box.taken[0].body, HasSubstr("رد واحد على ملاحظاتك\n"));
}

TEST_F(Digests, GoToNobodyWhoDidNotAskAndOnlyWithSomethingToSay) {
    talks();
    EXPECT_EQ(round().sent, 0);
    wishes("john", "en");
    EXPECT_EQ(round().nothing, 1);
    wishes("maryam", "en", false);
    EXPECT_EQ(round().sent, 0);
    EXPECT_THAT(box.taken, IsEmpty());
}

TEST_F(Digests, WaitForTheirHour) {
    talks();
    wishes("maryam", "en");
    EXPECT_EQ(round(10).sent, 0);
    EXPECT_EQ(round(9).sent, 1);
}

TEST_F(Digests, AreTriedAgainAFewTimesThenToldToTheAdministrator) {
    talks();
    wishes("maryam", "en");
    box.closed = true;
    EXPECT_EQ(round().failed, 1);
    EXPECT_EQ(round().failed, 0) << "not at once again";
    for (int i = 0; i < 5; ++i) {
        clock.pass(std::chrono::minutes(15));
        (void)round();
    }
    EXPECT_EQ(box.asked, 3);
    EXPECT_THAT(told, ElementsAre("no relay", "no relay", "no relay"));
    const auto failed = good(failed_digests(workspace, uae_ruler));
    ASSERT_EQ(failed.size(), 1U);
    EXPECT_EQ(failed[0].account, maryam.account);
    EXPECT_EQ(failed[0].tries, 3);
    EXPECT_THAT(good(failed_digests(workspace, us_ruler)), IsEmpty()) << "no side learns of the other's accounts";
    EXPECT_EQ(refused(failed_digests(workspace, maryam)).why, Refusal::Why::not_allowed);
    EXPECT_EQ(good(digest_of(workspace, maryam)).state, "failed");
    box.closed = false;
    clock.pass(std::chrono::hours(24));
    EXPECT_EQ(round().sent, 1);
    EXPECT_THAT(good(failed_digests(workspace, uae_ruler)), IsEmpty());
}

TEST_F(Digests, DoNotComeTwiceWhenTheServerFellWhileOneWasUnderWay) {
    talks();
    wishes("maryam", "en");
    store::DigestRow row = **store->read([&](const store::Tables& kept) { return kept.digests.find(maryam.account); });
    row.day = calendar::to_iso(std::chrono::floor<std::chrono::days>(clock.now()));
    row.state = "trying";
    row.at = clock.now();
    ASSERT_TRUE(store->write([&](store::Tables& kept) { return kept.digests.put(row); }));
    clock.pass(std::chrono::hours(1));
    EXPECT_EQ(round().sent, 0);
    clock.pass(std::chrono::hours(24));
    EXPECT_EQ(round().sent, 1);
}

TEST_F(Digests, GoNowhereAfterTheirAccountIsErasedOrDisabled) {
    talks();
    wishes("maryam", "en");
    const AccountDesk desk{*store, uae_ruler, clock.now()};
    AccountChange change;
    change.disabled = true;
    ASSERT_TRUE(change_account(desk, maryam.account, change));
    EXPECT_EQ(round().sent, 0);
    good(erase_account(desk, maryam.account));
    EXPECT_THAT(*store->read([](const store::Tables& kept) { return kept.digests.all(); }), IsEmpty());
}

TEST_F(Digests, RefuseAddressesThatAreNone) {
    for (const char* wrong : {"", "maryam", "@example.org", "a@", "a b@example.org", "a@example.org\r\nBcc: x@y.org",
                              "<a@example.org>", "a@b@c.org", "-a@example.org", "a@.org", "م@example.org"}) {
        EXPECT_FALSE(is_mail_address(wrong)) << wrong;
        EXPECT_EQ(refused(wish_digest(workspace, maryam, {true, wrong, "en"})).field, "address") << wrong;
    }
    EXPECT_EQ(refused(wish_digest(workspace, maryam, {true, "a@b.org", "fr"})).field, "language");
    EXPECT_TRUE(is_mail_address("first.last+masar@mail.example.org"));
    EXPECT_EQ(refused(digest_of(workspace, Actor{})).why, Refusal::Why::not_signed_in);
}

}  // namespace
}  // namespace masar::app
