#include "server/http/door_keeper.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace masar::server {
namespace {

using Doing = Guest::Doing;

class DoorKeeperTest : public ::testing::Test {
protected:
    std::shared_ptr<Guest> come(const std::string& address) {
        auto guest = std::make_shared<Guest>();
        guest->address = address;
        guest->leave = [this, raw = guest.get()] { left.push_back(raw); };
        keeper.admit(guest);
        return guest;
    }
    [[nodiscard]] bool was_asked(const std::shared_ptr<Guest>& guest) const {
        return std::ranges::find(left, guest.get()) != left.end();
    }

    ServerLimits limits = [] {
        ServerLimits few;
        few.connections = 16;
        few.unproven_connections = 8;
        few.streams = 2;
        few.streams_per_address = 1;
        return few;
    }();
    std::vector<Guest*> left;
    DoorKeeper keeper{limits};
};

TEST_F(DoorKeeperTest, LetsTheOldestGoThatHaveProvenNothing) {
    const auto proven = come("10.0.0.1");
    keeper.note(*proven, Doing::answering);
    keeper.note(*proven, Doing::idle);
    std::vector<std::shared_ptr<Guest>> silent;
    for (int i = 0; i < 9; ++i) silent.push_back(come("10.0.0.9"));
    EXPECT_FALSE(was_asked(proven));
    EXPECT_TRUE(was_asked(silent[0]));
    EXPECT_TRUE(was_asked(silent[1]));  // an eighth of eight, and one
    EXPECT_EQ(left.size(), 2U);
    EXPECT_EQ(keeper.let_go(), 2U);
}

TEST_F(DoorKeeperTest, AsksFirstWhoeverTakesMostRoom) {
    const auto honest = come("10.0.0.1");
    for (int i = 0; i < 8; ++i) (void)come("10.0.0.9");
    EXPECT_FALSE(was_asked(honest));  // although it came first
    EXPECT_EQ(left.size(), 2U);
}

TEST_F(DoorKeeperTest, MakesRoomAmongTheIdleWhenEverythingIsFull) {
    std::vector<std::shared_ptr<Guest>> guests;
    for (int i = 0; i < 16; ++i) {
        guests.push_back(come("10.0.0." + std::to_string(i)));
        keeper.note(*guests.back(), i < 4 ? Doing::answering : Doing::idle);
    }
    keeper.note(*guests[4], Doing::reading);
    keeper.note(*guests[4], Doing::idle);  // no longer the one that was idle for longest
    (void)come("10.0.1.1");
    for (int i = 0; i < 4; ++i) EXPECT_FALSE(was_asked(guests[static_cast<std::size_t>(i)])) << i;
    EXPECT_FALSE(was_asked(guests[4]));
    EXPECT_TRUE(was_asked(guests[5]));
}

TEST_F(DoorKeeperTest, CountsEachConnectionOnce) {
    std::vector<std::shared_ptr<Guest>> guests;
    for (int i = 0; i < 40; ++i) {
        guests.push_back(come("a"));
        if (i % 2 == 0) keeper.note(*guests.back(), Doing::answering);
        if (i % 3 == 0) keeper.gone(guests.back());
        if (i % 6 == 0) keeper.gone(guests.back());
    }
    for (const auto& guest : guests) keeper.gone(guest);
    EXPECT_EQ(keeper.present(), 0U);
    left.clear();
    for (int i = 0; i < 8; ++i) (void)come("b");
    EXPECT_TRUE(left.empty());
}

TEST_F(DoorKeeperTest, BoundsEventStreams) {
    const auto one = come("a");
    const auto two = come("a");
    const auto three = come("b");
    const auto four = come("c");
    keeper.note(*one, Doing::streaming);
    EXPECT_FALSE(keeper.may_stream(*two));
    EXPECT_TRUE(keeper.may_stream(*three));
    keeper.note(*three, Doing::streaming);
    EXPECT_FALSE(keeper.may_stream(*four));
    keeper.gone(one);
    EXPECT_TRUE(keeper.may_stream(*four));
    EXPECT_EQ(keeper.streaming(), 1U);
}

TEST_F(DoorKeeperTest, LetsThoseBeAnsweredWhoAreBeingAnswered) {
    const auto answering = come("a");
    const auto streaming = come("a");
    keeper.note(*answering, Doing::answering);
    keeper.note(*streaming, Doing::streaming);
    keeper.dismiss_idle();
    EXPECT_FALSE(was_asked(answering));
    EXPECT_TRUE(was_asked(streaming));
    keeper.dismiss_all();
    EXPECT_TRUE(was_asked(answering));
    EXPECT_EQ(left.size(), 2U);
}

}  // namespace
}  // namespace masar::server
