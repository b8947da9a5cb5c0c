#include "app/verify_store.h"

#include "app/workspace/decision_log.h"
#include "store/open_database.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace masar::app {
namespace {

using testing::HasSubstr;

/// A database in a file: a plan of two files and two decisions.
class VerifyStore : public testing::Test {
protected:
    VerifyStore() {
        std::filesystem::create_directories(folder);
        const auto store = *store::Store::open(*store::open_database(path));
        EXPECT_TRUE(store->write([](store::Tables& kept) -> base::Result<int> {
            store::PlanRow plan;
            plan.key = "uae-us";
            const auto id = *kept.plans.add(plan);
            store::VersionRow version;
            version.plan = id;
            version.files = *kept.contents.put_files({{"plan.yaml", "masar: 1"}, {"money.yaml", "funds: {}"}});
            std::ignore = kept.versions.add(version);
            for (int count = 0; count < 2; ++count)
                std::ignore = append_decision(kept, {id, {"uae", "us"}, {{"kind", "sign"}}});
            return 0;
        }));
    }
    ~VerifyStore() override { std::filesystem::remove_all(folder); }

    [[nodiscard]] report::StoreCheck after(std::string_view sql) const {
        EXPECT_TRUE((*(*store::open_database(path))->connect())->script(sql));
        return *verify_store(path);
    }

    std::string folder = testing::TempDir() + "masar-verify-" + std::to_string(::getpid());
    std::string path = folder + "/masar.db";
};

TEST_F(VerifyStore, SaysWhatIsThereWhenAllIsWhole) {
    const report::StoreCheck check = *verify_store(path);
    EXPECT_TRUE(check.faults.empty());
    EXPECT_EQ(check.texts, 2);
    ASSERT_EQ(check.chains.size(), 1U);
    EXPECT_EQ(check.chains.front().decisions, 2);
    EXPECT_THAT(report::store_check_text(check, base::Language::en), HasSubstr("is whole: 2 texts compared"));
    EXPECT_THAT(report::store_check_text(check, base::Language::ar), HasSubstr("قراران"));
    EXPECT_THAT(report::store_check_json(check), HasSubstr("\"whole\": true"));
}

TEST_F(VerifyStore, NamesAnAlteredDecisionAndAnAlteredText) {
    const report::StoreCheck check = after(
        "UPDATE decisions SET entry = replace(entry, 'sign', 'sigh') WHERE number = 2;"
        "UPDATE contents SET body = CAST('masar: 2' AS BLOB) WHERE body = CAST('masar: 1' AS BLOB)");
    ASSERT_EQ(check.faults.size(), 2U);
    EXPECT_EQ(check.faults[0].what, "altered");
    EXPECT_EQ(check.faults[0].number, 2);
    EXPECT_EQ(check.faults[0].sentence.en, "decision 2 of 'uae-us' was altered");
    EXPECT_EQ(check.faults[1].what, "text");
    EXPECT_THAT(report::store_check_text(check, base::Language::en), HasSubstr("is not as it was written"));
    EXPECT_THAT(report::store_check_json(check), HasSubstr("\"decision\": 2"));
}

TEST_F(VerifyStore, NamesAnAlteredListOfFiles) {
    const report::StoreCheck check = after("UPDATE file_lists SET path = 'other.yaml' WHERE path = 'money.yaml'");
    ASSERT_EQ(check.faults.size(), 1U);
    EXPECT_THAT(check.faults.front().sentence.en, HasSubstr("list of files"));
}

TEST_F(VerifyStore, RefusesWhatIsNoDatabaseOfOursAndMakesNone) {
    EXPECT_THAT(verify_store(folder + "/none.db").error().message.en, HasSubstr("there is no database"));
    EXPECT_FALSE(std::filesystem::exists(folder + "/none.db"));
    std::ofstream(folder + "/text.db") << "not a database, only text that is longer than the heading of one";
    EXPECT_THAT(verify_store(folder + "/text.db").error().message.en, HasSubstr("is no database of masar"));
    std::ofstream(folder + "/empty.db") << "";
    EXPECT_FALSE(verify_store(folder + "/empty.db"));
    EXPECT_EQ(std::filesystem::file_size(folder + "/empty.db"), 0U);
}

}  // namespace
}  // namespace masar::app
