#include "store/copy_database.h"

#include "store/all_rows.h"
#include "store/store_case_test.h"

namespace masar::store {
namespace {

using testing::HasSubstr;

/// A row in every table that rows can be added to by themselves, with Arabic, NULL, bytes and long texts among them.
void fill(Store& store) {
    const auto filled = store.write([](Tables& tables) -> base::Result<int> {
        AccountRow account;
        account.login = "maryam";
        account.display = "مريم";
        PlanRow plan;
        plan.key = "uae-us";
        plan.title = {"Roadmap", "خارطة الطريق"};
        std::ignore = tables.accounts.add(account);
        const auto id = tables.plans.add(plan);
        if (!id) return tl::unexpected(id.error());
        const std::string text(2000, 'x');
        const auto first = tables.contents.put(text);
        if (!first) return tl::unexpected(first.error());
        std::ignore = tables.contents.put(text + "more", *first);  // a difference only
        std::ignore = tables.contents.put_files({{"plan.yaml", text}, {"sides/uae/plan.yaml", "سري"}});
        EventRow event;
        event.plan = *id;
        event.readers = {"uae", "usa"};
        event.new_value = "قيمة";                                                          // and no old one
        for (int count = 0; count < 450; ++count) std::ignore = tables.events.add(event);  // more than a piece
        return 0;
    });
    ASSERT_TRUE(filled);
}

class CopyDatabase : public OnEveryKind {};

TEST_P(CopyDatabase, ThereAndBackGivesTheSameContents) {
    const FilePlace origin, back;
    fill(*origin.store());
    const auto from = origin.database(), there = place->database(), home = back.database();
    const auto out = copy_database(*from, *there);
    ASSERT_TRUE(out) << out.error().message.en;
    const auto returned = copy_database(*there, *home);
    ASSERT_TRUE(returned) << returned.error().message.en;
    EXPECT_EQ(out->rows, returned->rows);
    EXPECT_GT(out->rows, 1350);  // 450 events, each in two readers' lists, and the rest
    EXPECT_EQ(*digest_of(*from), *digest_of(*home));
    EXPECT_EQ(out->digest, *digest_of(*home));
}

TEST_P(CopyDatabase, GoesOnCountingWhereTheOriginalWas) {
    const FilePlace origin;
    fill(*origin.store());
    const auto from = origin.database();
    const auto there = place->database();
    ASSERT_TRUE(copy_database(*from, *there));
    const auto next = place->store()->write([](Tables& tables) { return tables.accounts.add({}); });
    EXPECT_EQ(*next, 2);
}

TEST_P(CopyDatabase, LeavesWhatIsThereAlone) {
    const FilePlace origin;
    fill(*origin.store());
    const auto store = place->store();
    ASSERT_TRUE(store->write([](Tables& tables) { return tables.accounts.add({}); }));
    const auto from = origin.database(), there = place->database();
    const auto copied = copy_database(*from, *there);
    ASSERT_FALSE(copied);
    EXPECT_THAT(copied.error().message.en, HasSubstr("is not empty"));
    EXPECT_EQ(store->read([](const Tables& tables) { return tables.accounts.all(); })->size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Every, CopyDatabase, testing::ValuesIn([] {
                             std::vector<Kind> lasting;  // a database in memory is another one each time it is opened
                             for (const Kind& kind : kinds())
                                 if (kind.name != "Memory") lasting.push_back(kind);
                             return lasting;
                         }()),
                         [](const auto& tested) { return tested.param.name; });

TEST(TablesInOrder, AreAllThatTheDatabaseHas) {
    const FilePlace place;
    std::ignore = place.store();
    auto named = tables_in_order();
    named.emplace_back("masar_schema");
    EXPECT_THAT(*(*place.database()->connect())->tables(), testing::UnorderedElementsAreArray(named));
}

TEST(DigestOf, ChangesWithAnyCell) {
    const FilePlace place;
    const auto store = place.store();
    fill(*store);
    const auto database = place.database();
    const std::string before = *digest_of(*database);
    EXPECT_EQ(*digest_of(*database), before);
    ASSERT_TRUE((*database->connect())->script("UPDATE events SET new_value = NULL WHERE id = 450"));
    EXPECT_NE(*digest_of(*database), before);
}

}  // namespace
}  // namespace masar::store
