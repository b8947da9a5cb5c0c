#include "planfile/number_words.h"

#include <gtest/gtest.h>

namespace masar::planfile {
namespace {

TEST(NumberWords, OrdinalsAndCardinalsOfBothLanguages) {
    EXPECT_TRUE(spells_out("المرحلة الثانية", "2"));
    EXPECT_TRUE(spells_out("المرحلة الأولى", "1"));
    EXPECT_TRUE(spells_out("للمرة الثالثة", "3"));
    EXPECT_TRUE(spells_out("خمسة أفرقة", "5"));
    EXPECT_TRUE(spells_out("بستة أفرقة", "6"));
    EXPECT_TRUE(spells_out("the Second phase", "2"));
    EXPECT_TRUE(spells_out("twelve courses", "12"));
}

TEST(NumberWords, AnotherNumberOrAnotherWordDoesNotSayIt) {
    EXPECT_FALSE(spells_out("المرحلة الثانية", "3"));
    EXPECT_FALSE(spells_out("استعداد", "6"));  // begins with the letters of six behind a prefix that is none
    EXPECT_FALSE(spells_out("someone", "1"));
    EXPECT_FALSE(spells_out("المرحلة الثانية", "2027"));
    EXPECT_FALSE(spells_out("", "2"));
}

}  // namespace
}  // namespace masar::planfile
