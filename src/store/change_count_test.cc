#include "store/change_count.h"

#include "store/store_case_test.h"

namespace masar::store {
namespace {

class ChangeCountContract : public StoreContract {};
INSTANTIATE_TEST_SUITE_P(Every, ChangeCountContract, testing::ValuesIn(kinds()), kind_name);

std::unique_ptr<Store> counted_store(const DatabasePlace& place, const std::shared_ptr<ChangeCount>& count) {
    auto opened = Store::open(counted(place.database(), count));
    EXPECT_TRUE(opened);
    return *std::move(opened);
}

void write_something(Store& store) {
    EXPECT_TRUE(store.write([](Tables& kept) { return kept.contents.put("a text"); }));
}

TEST_P(ChangeCountContract, DiffersFromTheCommitOnAndNotForReading) {
    const auto count = std::make_shared<ChangeCount>(nullptr, "", std::chrono::milliseconds(0));
    const auto mine = counted_store(*place, count);
    const auto before = count->lately();
    ASSERT_TRUE(before);
    EXPECT_TRUE(mine->read([](const Tables& kept) { return kept.plans.by_key("none"); }));
    EXPECT_EQ(count->lately(), before);
    write_something(*mine);
    EXPECT_NE(count->lately(), before);
}

TEST_P(ChangeCountContract, SeesWhatAnotherProcessWrites) {
    if (!place->lasts()) return;  // in memory there is no other process
    const auto count = *change_count_of(place->address(), std::chrono::milliseconds(0));
    EXPECT_FALSE(count->lately()) << "it is always time to look";
    const std::uint64_t before = count->now();
    EXPECT_EQ(count->now(), before);
    write_something(*store);
    EXPECT_NE(count->now(), before);
    const auto seldom = *change_count_of(place->address(), std::chrono::hours(1));
    const std::uint64_t first = seldom->now();
    write_something(*store);
    EXPECT_EQ(seldom->lately(), first) << "it was looked an hour ago at most";
}

}  // namespace
}  // namespace masar::store
