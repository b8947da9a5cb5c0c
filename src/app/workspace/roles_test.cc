#include "app/workspace/roles.h"

#include <gmock/gmock.h>

namespace masar::app {
namespace {

TEST(Roles, AreKeptAsWordsInOneOrder) {
    EXPECT_EQ(words_of({Role::approver, Role::planner}), "planner approver");
    EXPECT_EQ(roles_of("approver planner"), (Roles{Role::planner, Role::approver}));
    EXPECT_EQ(words_of({}), "");
    EXPECT_TRUE(roles_of("").none());
}

TEST(Roles, LeaveOutWordsThatAreNone) { EXPECT_EQ(roles_of("king planner  emperor"), Roles{Role::planner}); }

TEST(Roles, AreNineWithAWordAndANameInBothLanguages) {
    EXPECT_EQ(listed(all_roles()).size(), role_count);
    EXPECT_EQ(roles_of(words_of(all_roles())), all_roles());
    for (const Role role : listed(all_roles())) {
        EXPECT_EQ(role_of(word_of(role)), role);
        EXPECT_FALSE(name_of(role).en.empty());
        EXPECT_FALSE(name_of(role).ar.empty());
    }
}

TEST(Roles, AnyOneOfThoseWantedSuffices) {
    EXPECT_TRUE((Roles{Role::lead}.any_of({Role::planner, Role::lead})));
    EXPECT_FALSE((Roles{Role::auditor}.any_of({Role::planner, Role::lead})));
}

}  // namespace
}  // namespace masar::app
