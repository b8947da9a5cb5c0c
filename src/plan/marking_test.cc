#include "plan/marking.h"

#include <gtest/gtest.h>

namespace masar::plan {
namespace {

TEST(Marking, IsRefusedInBannerAndPortionForm) {
    for (const char* text : {"SECRET//REL TO USA",
                             "TOP SECRET//SI",
                             "TOP SECRET",
                             "*** SECRET ***",
                             "x//NOFORN",
                             "(S) The plan",
                             "(TS) The plan",
                             "(S//NF) The plan",
                             "first line\n(TS) second",
                             "Annex (TOP SECRET)",
                             "[SECRET] annex",
                             "سري",
                             "سري للغاية",
                             "سري جداً",
                             "سـري",
                             "محظور",
                             "- سري -",
                             "«سري»",
                             "ملحق (سري)",
                             "مقدمة\nسري للغاية\nخاتمة",
                             "[محظور]",
                             "— سري —"})
        EXPECT_TRUE(has_classification_marking(text)) << text;
}

TEST(Marking, IsNotSeenInWordsAndSentences) {
    for (const char* text : {"",
                             "سريع",
                             "تقدم سريع",
                             "سرية",
                             "اجتماع سري بين الطرفين",
                             "مكان محظور على المركبات",
                             "(سريع)",
                             "The secret of success",
                             "Secret",
                             "a top secret recipe",
                             "SECRETARY//GENERAL",
                             "SECRETARIAT",
                             "(A) first, (S) second",
                             "(s) plural",
                             "CUI",
                             "TLP:AMBER",
                             "للاستخدام الرسمي",
                             "غير سري",
                             "UNCLASSIFIED",
                             "(U) text",
                             "https://example.org/SECRET",
                             "(see) text"})
        EXPECT_FALSE(has_classification_marking(text)) << text;
}

}  // namespace
}  // namespace masar::plan
