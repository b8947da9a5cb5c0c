#include "plan/readers.h"

#include <gtest/gtest.h>

namespace masar::plan {
namespace {

Plan two_sides() {
    Plan plan;
    plan.sides.resize(2);
    return plan;
}

Record record_of(int owner, Release release) {
    Record record;
    record.owner.value = owner;
    record.release = std::move(release);
    return record;
}

constexpr int nobody = -1;

TEST(Readers, AreTheOwnerAloneWhereNothingIsStated) {
    EXPECT_EQ(readers_of(two_sides(), record_of(0, {})), (Readers{true, false}));
}

TEST(Readers, AreEverybodyForASharedRecordThatStatesNothing) {
    EXPECT_EQ(readers_of(two_sides(), record_of(nobody, {})), (Readers{true, true}));
}

TEST(Readers, AreTheOwnerAndThoseItIsReleasedTo) {
    EXPECT_EQ(readers_of(two_sides(), record_of(1, {true, {SideIndex{0}}})), (Readers{true, true}));
}

TEST(Readers, OfAFieldReplaceThoseOfItsRecordButNotTheOwner) {
    Record record = record_of(0, {true, {SideIndex{1}}});
    record.release_fields.push_back({"cost", {true, {}}, {}});
    EXPECT_EQ(readers_of(two_sides(), record, "cost"), (Readers{true, false}));
    EXPECT_EQ(readers_of(two_sides(), record, "duration"), (Readers{true, true}));
}

}  // namespace
}  // namespace masar::plan
