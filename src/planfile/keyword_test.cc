#include "planfile/keyword.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace masar::planfile {
namespace {

TEST(Keyword, NamesAreUniqueWithinAKindAndExplainedInBothLanguages) {
    for (std::size_t i = 0; i < all_kinds; ++i) {
        std::set<std::string_view> seen;
        for (const Keyword& keyword : keywords(static_cast<Kind>(i))) {
            EXPECT_TRUE(seen.insert(keyword.name).second) << keyword.name;
            EXPECT_FALSE(keyword.en.empty() || keyword.ar.empty()) << keyword.name;
        }
        EXPECT_FALSE(seen.empty()) << i;
    }
}

TEST(Keyword, FormsHaveWhatTheyRefer) {
    for (std::size_t i = 0; i < all_kinds; ++i)
        for (const Keyword& keyword : keywords(static_cast<Kind>(i))) {
            const bool refers = keyword.form == Form::reference || keyword.form == Form::record
                                || keyword.form == Form::year_of || keyword.form == Form::dependency;
            EXPECT_EQ(refers, keyword.kind != Kind::none) << keyword.name;
            EXPECT_EQ(keyword.form == Form::word, !keyword.options.empty()) << keyword.name;
        }
}

TEST(Keyword, EveryKindWithIdsStandsUnderATopLevelKey) {
    for (std::size_t i = 0; i < id_kinds; ++i) {
        const auto kind = static_cast<Kind>(i);
        const Keyword* heading = find_keyword(Kind::plan, names(kind).heading);
        ASSERT_NE(heading, nullptr) << names(kind).en;
        EXPECT_EQ(heading->kind, kind);
        EXPECT_EQ(heading->arrangement, Arrangement::map);
    }
}

TEST(Keyword, FindsByName) {
    ASSERT_NE(find_keyword(Kind::activity, "duration"), nullptr);
    EXPECT_EQ(find_keyword(Kind::activity, "durations"), nullptr);
    EXPECT_EQ(find_keyword(Kind::rule, "force")->options, "law|policy|preference");
}

}  // namespace
}  // namespace masar::planfile
