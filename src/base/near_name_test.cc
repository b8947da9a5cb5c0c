#include "base/near_name.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace masar::base {
namespace {

TEST(NearName, CountsTheFourEdits) {
    EXPECT_EQ(edit_distance("planners", "planners"), 0U);
    EXPECT_EQ(edit_distance("planers", "planners"), 1U);
    EXPECT_EQ(edit_distance("plannners", "planners"), 1U);
    EXPECT_EQ(edit_distance("plamners", "planners"), 1U);
    EXPECT_EQ(edit_distance("plannesr", "planners"), 1U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("ca", "abc"), 3U);  // restricted: the swapped pair is not edited again
}

TEST(NearName, CountsAfterNormalisation) {
    EXPECT_EQ(edit_distance("Planners", "PLANNERS"), 0U);
    EXPECT_EQ(edit_distance("خارطة", "خارطه"), 0U);
    EXPECT_EQ(edit_distance("المخطّطون", "المخططين"), 1U);
}

TEST(NearName, SuggestsTheNearest) {
    const std::vector<std::string> pools{"plan", "planners", "interpreters", "instructors", "المخططون"};
    EXPECT_EQ(nearest("planers", pools), "planners");
    EXPECT_EQ(nearest("instructer", pools), "instructors");
    EXPECT_EQ(nearest("interpeters", pools), "interpreters");
    EXPECT_EQ(nearest("المخطون", pools), "المخططون");
    EXPECT_EQ(nearest("PLAN", pools), "plan");
}

TEST(NearName, SaysNothingRatherThanNonsense) {
    const std::vector<std::string> verbs{"check", "show", "a", "x1"};
    EXPECT_EQ(nearest("interpreters", verbs), std::nullopt);
    EXPECT_EQ(nearest("b", verbs), std::nullopt);  // every letter wrong
    EXPECT_EQ(nearest("", verbs), std::nullopt);
    EXPECT_EQ(nearest("shw", verbs), "show");
    EXPECT_EQ(nearest(std::string(10'000'000, 'c'), verbs), std::nullopt);
    EXPECT_EQ(nearest("check", std::vector<std::string>{}), std::nullopt);
}

TEST(NearName, TakesTheFirstOfEquals) {
    EXPECT_EQ(nearest("pool-3", std::vector<std::string>{"pool-1", "pool-2"}), "pool-1");
    EXPECT_EQ(nearest("pool-3", std::vector<std::string>{"pool-12", "pool-2"}), "pool-2");
}

/// The definition, word for word and exponential.
std::size_t by_definition(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    const std::string short_a = a.substr(1), short_b = b.substr(1);
    std::size_t best = by_definition(short_a, short_b) + (a[0] == b[0] ? 0 : 1);
    best = std::min({best, by_definition(short_a, b) + 1, by_definition(a, short_b) + 1});
    if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
        best = std::min(best, by_definition(a.substr(2), b.substr(2)) + 1);
    return best;
}

std::string any_word(std::size_t longest) {
    return *rc::gen::resize(static_cast<int>(longest), rc::gen::container<std::string>(rc::gen::inRange('a', 'd')));
}

RC_GTEST_PROP(NearNameProperty, DistanceIsTheDefinition, ()) {
    const std::string a = any_word(6), b = any_word(6);
    RC_ASSERT(edit_distance(a, b) == by_definition(a, b));
    RC_ASSERT(edit_distance(a, b) == edit_distance(b, a));
}

// Pruning must lose nothing: the answer is that of comparing with all.
RC_GTEST_PROP(NearNameProperty, NearestIsTheBestOfAll, ()) {
    const std::string name = any_word(12) + "ab";
    std::vector<std::string> candidates;
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i) candidates.push_back(any_word(12));
    std::optional<std::string_view> expected;
    std::size_t best = std::min(std::max<std::size_t>(1, name.size() / 3), name.size() - 1) + 1;
    for (const std::string& each : candidates)
        if (edit_distance(name, each) < best) best = edit_distance(name, each), expected = each;
    RC_ASSERT(nearest(name, candidates) == expected);
}

}  // namespace
}  // namespace masar::base
