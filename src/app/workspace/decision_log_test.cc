#include "app/workspace/decision_log.h"

#include "app/workspace/workspace_case_test.h"
#include "store/schema.h"

#include <boost/json/parse.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace masar::app {
namespace {

using What = BrokenDecision::What;
using testing::HasSubstr;

/// A database in a file with two plans, "uae-us" and "other", of five and two decisions.
class DecisionLog : public testing::Test {
protected:
    DecisionLog() {
        std::filesystem::create_directories(folder);
        const auto store = open();
        for (const auto& [key, count] : {std::pair("uae-us", 5), std::pair("other", 2)}) {
            store::PlanRow plan;
            plan.key = key;
            const auto id = *store->write([&](store::Tables& kept) { return kept.plans.add(plan); });
            for (int number = 1; number <= count; ++number) {
                const NewDecision decision{
                    id,
                    {"uae", "us"},
                    {{"kind", "sign"}, {"side", "uae"}, {"comment", "canary " + std::to_string(number)}}};
                EXPECT_EQ(store->write([&](store::Tables& kept) { return append_decision(kept, decision); }), number);
            }
        }
    }
    ~DecisionLog() override { std::filesystem::remove_all(folder); }

    [[nodiscard]] std::unique_ptr<store::Store> open() const {
        return *store::Store::open(*store::open_database(path));
    }
    [[nodiscard]] DecisionCheck check() const {
        return *open()->read([](const store::Tables& kept) { return verify_decisions(kept); });
    }
    /// What is broken after a statement that only an intruder would write.
    [[nodiscard]] std::string broken_by(std::string_view sql) const {
        EXPECT_TRUE((*(*store::open_database(path))->connect())->script(sql));
        const auto broken = check().broken;
        return broken ? sentence_of(*broken).en : "nothing";
    }

    std::string folder = testing::TempDir() + "masar-decisions-" + std::to_string(::getpid());
    std::string path = folder + "/masar.db";
};

TEST_F(DecisionLog, IsWholeAsItWasWritten) {
    const DecisionCheck whole = check();
    EXPECT_FALSE(whole.broken);
    ASSERT_EQ(whole.chains.size(), 2U);
    EXPECT_EQ(whole.chains[0].plan, "uae-us");
    EXPECT_EQ(whole.chains[0].decisions, 5);
    EXPECT_EQ(whole.chains[1].decisions, 2);
    EXPECT_EQ(whole.chains[0].hash.size(), 64U);
    EXPECT_NE(whole.chains[0].hash, whole.chains[1].hash);
}

TEST_F(DecisionLog, KeepsEntriesAsCanonicalJson) {
    const auto row = open()->read([](const store::Tables& kept) { return kept.decisions.of_plan(1); })->front();
    EXPECT_EQ(row.entry,
              R"({"comment":"canary 1","kind":"sign","number":1,"plan":"uae-us","readers":["uae","us"],"side":"uae"})");
    EXPECT_EQ(row.previous, "");
}

TEST_F(DecisionLog, NamesTheDecisionOfWhichOneByteInTheFileIsFlipped) {
    std::ostringstream read;
    read << std::ifstream(path, std::ios::binary).rdbuf();
    std::string bytes = read.str();
    const std::size_t at = bytes.find("canary 3");
    ASSERT_NE(at, std::string::npos);
    bytes[at + 7] = static_cast<char>(bytes[at + 7] ^ 1);
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    const auto broken = check().broken;
    ASSERT_TRUE(broken);
    EXPECT_EQ(sentence_of(*broken).en, "decision 3 of 'uae-us' was altered");
    EXPECT_THAT(sentence_of(*broken).ar, HasSubstr("3"));
}

TEST_F(DecisionLog, NamesTheFirstThatIsAlteredWhateverWasAltered) {
    const std::string third = "decision 3 of 'uae-us' was altered";
    EXPECT_EQ(broken_by("UPDATE decisions SET readers = 'uae' WHERE plan = 1 AND number = 3"), third);
    EXPECT_EQ(broken_by("UPDATE decisions SET hash = '00' WHERE plan = 1 AND number >= 3"), third);
    EXPECT_EQ(broken_by("UPDATE decisions SET previous = '00' WHERE plan = 1 AND number = 2"),
              "decision 2 of 'uae-us' was altered");
}

TEST_F(DecisionLog, NamesTheFirstThatIsMissing) {
    EXPECT_EQ(broken_by("DELETE FROM decisions WHERE plan = 2 AND number = 2"), "decision 2 of 'other' is missing");
    EXPECT_EQ(broken_by("DELETE FROM decisions WHERE plan = 1 AND number = 4"), "decision 4 of 'uae-us' is missing");
    EXPECT_EQ(broken_by("DELETE FROM decisions WHERE plan = 1"), "decision 1 of 'uae-us' is missing");
}

TEST_F(DecisionLog, FindsAnEntryThatWasMovedToAnotherPlan) {
    EXPECT_EQ(broken_by("DELETE FROM decisions WHERE plan = 2;"
                        "INSERT INTO decisions SELECT 2, number, readers, entry, previous, hash FROM decisions "
                        "WHERE plan = 1 AND number <= 2"),
              "decision 1 of 'other' was altered");
}

TEST_F(DecisionLog, FindsAnEntryThatWasPutIn) {
    EXPECT_EQ(broken_by("UPDATE decisions SET number = number + 10 WHERE plan = 1 AND number >= 3;"
                        "UPDATE decisions SET number = number - 9 WHERE plan = 1 AND number > 10;"
                        "INSERT INTO decisions SELECT 1, 3, readers, entry, previous, hash FROM decisions "
                        "WHERE plan = 1 AND number = 2"),
              "decision 3 of 'uae-us' was altered");
}

TEST_F(DecisionLog, NamesOneThatCannotBeRead) {
    EXPECT_EQ(broken_by("UPDATE decisions SET entry = NULL WHERE 1 = 0; PRAGMA writable_schema = ON;"
                        "UPDATE decisions SET entry = x'00' WHERE plan = 1 AND number = 4"),
              "decision 4 of 'uae-us' cannot be read");
}

TEST_F(DecisionLog, IsUndoneWithWhatItDecides) {
    const auto store = open();
    EXPECT_FALSE(store->write([](store::Tables& kept) -> base::Result<int> {
        EXPECT_TRUE(append_decision(kept, {1, {"uae"}, {{"kind", "sign"}}}));
        return base::failure(base::Error::Kind::usage, {"no", "لا"});
    }));
    const auto whole = *store->read([](const store::Tables& kept) { return verify_decisions(kept); });
    EXPECT_FALSE(whole.broken);
    EXPECT_EQ(whole.chains[0].decisions, 5);
}

TEST(UtcText, IsIso8601WithMilliseconds) {
    EXPECT_EQ(utc_text(base::Moment(std::chrono::milliseconds(1'803'859'200'007))), "2027-03-01T00:00:00.007Z");
}

}  // namespace
}  // namespace masar::app
