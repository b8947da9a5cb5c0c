#include "store/store_case_test.h"

#include <thread>

namespace masar::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

INSTANTIATE_TEST_SUITE_P(Every, StoreContract, testing::ValuesIn(kinds()), kind_name);

AccountRow account(std::string login, std::string side = "uae") {
    AccountRow row;
    row.login = std::move(login);
    row.display = "مريم";
    row.side = std::move(side);
    row.roles = "planner";
    row.created = Moment(std::chrono::milliseconds(1'790'000'000'123));
    return row;
}

TEST_P(StoreContract, GivesBackExactlyWhatItWasGiven) {
    const AccountRow row = account("maryam");
    const auto id = *written([&](Tables& tables) { return tables.accounts.add(row); });
    auto found = kept([&](const Tables& tables) { return tables.accounts.find(id); });
    ASSERT_TRUE(found);
    AccountRow expected = row;
    expected.id = id;
    EXPECT_EQ(*found, expected);
}

TEST_P(StoreContract, KeepsNumbersOf64BitsAndTextsWithEveryByte) {
    RunRow run;
    run.key = "k";
    run.plan = plan("p");
    run.seed = INT64_MIN;
    run.created = Moment(std::chrono::milliseconds(INT64_MAX));
    run.parameters = "{\"a\":\"\\u0000 \x01\x7f مسار 𝔐 '; DROP TABLE runs; --\"}";
    const auto id = *written([&](Tables& tables) { return tables.runs.add(run); });
    run.id = id;
    EXPECT_EQ(*kept([&](const Tables& tables) { return tables.runs.find(id); }), run);
}

TEST_P(StoreContract, RefusesTextsThatAreNoCharacters) {
    for (const std::string& text : {std::string("a\0b", 3), std::string("\xff")})
        EXPECT_FALSE(store->write([&](Tables& tables) { return tables.accounts.add(account(text)); }));
}

TEST_P(StoreContract, TellsNothingFromEmpty) {
    EventRow event;
    event.plan = plan("p");
    event.old_value = "";
    const auto id = *written([&](Tables& tables) { return tables.events.add(event); });
    const auto found = *kept([&](const Tables& tables) { return tables.events.find(id); });
    EXPECT_EQ(found.old_value, "");
    EXPECT_EQ(found.new_value, std::nullopt);
}

TEST_P(StoreContract, FindsNothingWhereThereIsNothing) {
    EXPECT_FALSE(kept([](const Tables& tables) { return tables.accounts.find(7); }));
    EXPECT_THAT(kept([](const Tables& tables) { return tables.accounts.by_login("nobody"); }), testing::IsEmpty());
    EXPECT_THAT(kept([](const Tables& tables) { return tables.plans.kept(); }), testing::IsEmpty());
}

TEST_P(StoreContract, ReplacesARowByItsKeys) {
    const auto put = [&](const std::string& field) {
        ImportHeadingRow row{"uae", "اسم الفعالية", field, {}};
        std::ignore = written([&](Tables& tables) { return tables.import_headings.put(row); });
    };
    put("name"), put("id");
    const auto rows = kept([](const Tables& tables) { return tables.import_headings.of_side("uae"); });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().field, "id");
}

TEST_P(StoreContract, RefusesTheSameLoginTwiceInOneSideAndSaysNoValue) {
    for (const char* side : {"uae", "us"})
        std::ignore = written([&](Tables& tables) { return tables.accounts.add(account("maryam", side)); });
    const auto second = store->write([](Tables& tables) { return tables.accounts.add(account("maryam", "us")); });
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().message.en, Not(HasSubstr("maryam")));
    EXPECT_FALSE(second.error().message.ar.empty());
}

TEST_P(StoreContract, LetsManyAccountsBeErased) {
    for (int count = 0; count < 2; ++count)
        std::ignore = written([](Tables& tables) { return tables.accounts.add(account("")); });
    EXPECT_THAT(kept([](const Tables& tables) { return tables.accounts.by_login(""); }), testing::IsEmpty());
}

TEST_P(StoreContract, UndoesAllOfAWriteThatFails) {
    const auto failed = store->write([](Tables& tables) -> base::Result<int> {
        std::ignore = tables.accounts.add(account("a"));
        std::ignore = tables.accounts.add(account("b"));
        return base::failure(base::Error::Kind::usage, {"no", "لا"});
    });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().message.en, "no");
    EXPECT_THAT(kept([](const Tables& tables) { return tables.accounts.all(); }), testing::IsEmpty());
}

TEST_P(StoreContract, UndoesAWriteThatThrowsAndThrowsToItsCaller) {
    EXPECT_THROW(std::ignore = store->write([](Tables& tables) -> base::Result<int> {
        std::ignore = tables.accounts.add(account("a"));
        throw std::runtime_error("x");
    }),
                 std::runtime_error);
    EXPECT_THAT(kept([](const Tables& tables) { return tables.accounts.all(); }), testing::IsEmpty());
    EXPECT_TRUE(written([](Tables& tables) { return tables.accounts.add(account("b")); }));
}

TEST_P(StoreContract, NeverGivesANumberTwice) {
    const auto first = plan("one", true);
    PlanRow expired = *kept([&](const Tables& tables) { return tables.plans.find(first); });
    expired.expires = Moment(std::chrono::milliseconds(1));
    std::ignore = written([&](Tables& tables) { return tables.plans.put(expired); });
    const Moment now(std::chrono::milliseconds(2));
    EXPECT_EQ(*written([&](Tables& tables) { return tables.plans.remove_expired(now); }), 1);
    EXPECT_GT(plan("two"), first);
}

TEST_P(StoreContract, RefusesWhatBelongsToNoPlan) {
    EventRow event;
    event.plan = 99;
    EXPECT_FALSE(store->write([&](Tables& tables) { return tables.events.add(event); }));
}

TEST_P(StoreContract, ReadsOneStateWhileOthersWrite) {
    if (!place->lasts()) GTEST_SKIP() << "a database in memory lets nobody write while somebody reads";
    std::ignore = written([](Tables& tables) { return tables.accounts.add(account("a")); });
    const auto counts = kept([&](const Tables& tables) -> base::Result<std::pair<std::size_t, std::size_t>> {
        const auto before = tables.accounts.all();
        std::thread([&] {
            std::ignore = written([](Tables& other) { return other.accounts.add(account("b")); });
        }).join();
        return std::pair(before->size(), tables.accounts.all()->size());
    });
    EXPECT_EQ(counts, std::pair(std::size_t{1}, std::size_t{1}));
    EXPECT_EQ(kept([](const Tables& tables) { return tables.accounts.all(); }).size(), 2U);
}

TEST_P(StoreContract, CountsExactlyWhenThreadsWriteAtOnce) {
    const auto id = plan("p");
    constexpr int threads = 8, each = 25;
    std::vector<std::thread> running;
    for (int thread = 0; thread < threads; ++thread)
        running.emplace_back([&] {
            for (int count = 0; count < each; ++count) {
                EventRow event;
                event.plan = id;
                event.readers = {"uae"};
                EXPECT_TRUE(store->write([&](Tables& tables) { return tables.events.add(event); }));
                EXPECT_TRUE(store->read([&](const Tables& tables) { return tables.events.last_position(id, "uae"); }));
            }
        });
    for (std::thread& thread : running) thread.join();
    const auto seen = kept([&](const Tables& tables) { return tables.events.seen_by({id, "uae", 0, "", "", 1000}); });
    ASSERT_EQ(seen.size(), std::size_t{threads * each});
    for (std::size_t at = 0; at < seen.size(); ++at) EXPECT_EQ(seen[at].position, static_cast<std::int64_t>(at) + 1);
}

TEST_P(StoreContract, OneRefusedWriteDoesNotTouchOthersOfTheSameCommit) {
    constexpr int threads = 8;
    std::vector<std::thread> running;
    for (int thread = 0; thread < threads; ++thread)
        running.emplace_back([&, thread] {
            for (int count = 0; count < 10; ++count) {
                const auto outcome = store->write([&](Tables& tables) -> base::Result<int> {
                    std::ignore = tables.accounts.add(account(std::to_string(100 * thread + count)));
                    if (count % 2 == 1) return base::failure(base::Error::Kind::usage, {"no", "لا"});
                    return 0;
                });
                EXPECT_EQ(outcome.has_value(), count % 2 == 0);
            }
        });
    for (std::thread& thread : running) thread.join();
    EXPECT_EQ(kept([](const Tables& tables) { return tables.accounts.all(); }).size(), std::size_t{threads * 5});
}

TEST_P(StoreContract, HasWhatWasWrittenWhenItIsOpenedAgain) {
    if (!place->lasts()) GTEST_SKIP() << "a database in memory ends with its last user";
    std::ignore = written([](Tables& tables) { return tables.accounts.add(account("maryam")); });
    store.reset();
    store = place->store();
    EXPECT_EQ(kept([](const Tables& tables) { return tables.accounts.by_login("maryam"); }).size(), 1U);
}

TEST_P(StoreContract, HasTheColumnsThatRowsName) {
    // One row of each kind goes in and comes out: a column too few or too many would be refused.
    const auto id = plan("p");
    const auto all = written([&](Tables& tables) -> base::Result<int> {
        const auto someone = tables.accounts.add(account("a"));
        DeputyRow deputy;
        deputy.account = deputy.stands_for = *someone;
        VersionRow version;
        ProposalRow proposal;
        CalendarLinkRow link;
        NoteRow note;
        DecisionRow decision;
        version.plan = proposal.plan = link.plan = note.plan = decision.plan = id;
        const auto proposed = tables.proposals.add(proposal);
        SignatureRow signature;
        signature.proposal = *proposed;
        const bool every = tables.deputies.add(deputy) && tables.versions.add(version)
                           && tables.calendar_links.add(link) && tables.notes.add(note)
                           && tables.decisions.add(decision) && tables.signatures.add(signature)
                           && tables.sessions.put({"t"}) && tables.account_events.add({})
                           && tables.setup_tokens.put({"t"}) && tables.last_seen.put({*someone, id, 3, {}})
                           && tables.notice_marks.put({*someone, id, "uae", {}, ""}) && tables.digests.put({*someone});
        return every ? base::Result<int>(0) : base::failure(base::Error::Kind::usage, {"a row was refused", "رُفض صف"});
    });
    ASSERT_TRUE(all);
    EXPECT_TRUE(kept([](const Tables& tables) { return tables.sessions.by_token("t"); }));
    EXPECT_EQ(kept([&](const Tables& tables) { return tables.last_seen.of(1, id); })->position, 3);
}

}  // namespace
}  // namespace masar::store
