#include "app/workspace/store_outcome.h"

#include "store/fault.h"

#include <gtest/gtest.h>

namespace masar::app {
namespace {

TEST(StoreOutcome, BlamesNoFieldForADamagedDatabase) {
    for (const store::Fault fault : {store::Fault::damaged, store::Fault::foreign, store::Fault::statement})
        EXPECT_EQ(refusal_of_store(store::fault_error(fault, "/data/masar.sqlite", "x")).why, Refusal::Why::storage);
}

TEST(StoreOutcome, BlamesWhoGivesWhatNoDatabaseKeeps) {
    const auto refused = store::keepable({std::string("a\0b", 3)});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refusal_of_store(refused.error()).why, Refusal::Why::wrong_field);
}

}  // namespace
}  // namespace masar::app
