#include "store/fault.h"

#include <gmock/gmock.h>

namespace masar::store {
namespace {

TEST(Fault, IsSaidInBothLanguagesWithItsSubject) {
    for (int each = 0; each <= static_cast<int>(Fault::statement); ++each) {
        const base::Error error = fault_error(static_cast<Fault>(each), "masar.db", "detail {0}");
        for (const std::string& sentence : {error.message.en, error.message.ar}) {
            EXPECT_THAT(sentence, testing::HasSubstr("masar.db")) << each;
            EXPECT_FALSE(sentence.ends_with('.')) << each;
        }
        EXPECT_EQ(error.hint.en.empty(), error.hint.ar.empty()) << each;
    }
}

TEST(Fault, HasARepairUnlessNobodyKnows) {
    for (int each = 0; each < static_cast<int>(Fault::statement); ++each)
        EXPECT_FALSE(fault_error(static_cast<Fault>(each), "x").hint.empty()) << each;
}

}  // namespace
}  // namespace masar::store
