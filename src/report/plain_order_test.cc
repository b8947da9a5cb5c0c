#include "report/plain_order.h"

#include "report/json_explanation.h"
#include "report/text_explanation.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace masar::report {
namespace {

plan::Plan two_sides() {
    plan::Plan plan;
    for (const char* id : {"uae", "usa"}) {
        plan::Side side;
        side.id = id;
        plan.sides.push_back(side);
    }
    for (const char* id : {"charter", "course", "drill"}) {
        plan::Activity activity;
        activity.id = id;
        plan.activities.push_back(activity);
    }
    return plan;
}

plan::ConflictMember about(std::size_t activity, int reference = 0) {
    plan::ConflictMember member;
    member.activity = base::index_of<plan::ActivityIndex>(activity);
    member.record = static_cast<std::int32_t>(activity);
    member.id = two_sides().activities[activity].id;
    member.reference = reference;
    member.readers = {base::index_of<plan::SideIndex>(0)};
    if (reference == 0) member.readers.push_back(base::index_of<plan::SideIndex>(1));
    return member;
}

/// Told of the clash of these statements, in the order in which a search met them.
std::string told(std::vector<plan::ConflictMember> members, const Reader& reader, const plan::Plan& plan) {
    plan::Explanation explanation;
    explanation.status = plan::ExplanationStatus::infeasible;
    explanation.conflicts.emplace_back();
    explanation.conflicts.back().members = std::move(members);
    return explanation_json(plan, explanation, reader) + explanation_text(plan, explanation, reader, base::Language::en)
           + explanation_text(plan, explanation, reader, base::Language::ar);
}

TEST(PlainOrder, ASideIsToldTheSameWhateverTheSearchMetFirst) {
    const plan::Plan plan = two_sides();
    const Reader usa(plan, base::index_of<plan::SideIndex>(1)), whole(plan);
    std::vector<plan::ConflictMember> members{about(0), about(1), about(2), about(0, 1), about(1, 2)};
    const std::string first = told(members, usa, plan), all = told(members, whole, plan);
    std::ranges::rotate(members, members.begin() + 3);
    std::ranges::swap(members[0], members[1]);
    EXPECT_EQ(told(members, usa, plan), first);
    EXPECT_NE(told(members, whole, plan), all) << "whoever reads everything reads it as it was found";
}

}  // namespace
}  // namespace masar::report
