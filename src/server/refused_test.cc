#include "server/refused.h"

#include <gtest/gtest.h>

namespace masar::server {
namespace {

app::Refusal storage(base::Text message) { return {app::Refusal::Why::storage, std::move(message), {}, {}, {}, {}, 0}; }

TEST(Refused, TellsNobodyWhereTheDatabaseIs) {
    const Problem lost =
        problem_of(storage({"'postgresql:///run/x' cannot be reached: no file \"/run/x/.s\"",
                            "تعذر الوصول إلى «⁦postgresql:///run/x⁩»: ⁦no file⁩"}));
    EXPECT_EQ(lost.detail.en, "the database cannot be reached");
    EXPECT_EQ(lost.detail.ar, "تعذر الوصول إلى قاعدة البيانات");
    EXPECT_NE(lost.inside.find("/run/x/.s"), std::string::npos);
    const Problem full =
        problem_of(storage({"nothing was saved: there is no space left for '/data/masar.sqlite'",
                            "لم يُحفظ شيء: لا توجد مساحة كافية في «⁦/data⁩»"}));
    EXPECT_EQ(full.detail.en, "nothing was saved: there is no space left for the database");
    EXPECT_EQ(full.detail.ar, "لم يُحفظ شيء: لا توجد مساحة كافية في قاعدة البيانات");
    const Problem damaged = problem_of(
        storage({"'/home/o'brien/masar.sqlite' is damaged: database disk image is malformed",
                 "«⁦/home/o'brien/masar.sqlite⁩» تالفة: ⁦database disk image is malformed⁩"}));
    EXPECT_EQ(damaged.detail.en, "the database is damaged");
    EXPECT_EQ(damaged.detail.ar, "قاعدة البيانات تالفة");
    EXPECT_TRUE(problem_of({app::Refusal::Why::conflict, {"'a' stays: b", ""}, {}, {}, {}, {}, 0}).inside.empty());
}

}  // namespace
}  // namespace masar::server
