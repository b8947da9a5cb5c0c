#include "report/difference_sentence.h"

#include "report/difference_text.h"

#include <gtest/gtest.h>

#include <string>

namespace masar::report {
namespace {

using plan::Difference;
using plan::DifferenceKind;

/// Without the marks that keep figures whole inside Arabic.
base::Text said(const Difference& difference) {
    base::Text text = sentence(difference);
    for (std::size_t at; (at = text.ar.find("\u200E")) != std::string::npos;) text.ar.erase(at, 3);
    return text;
}

TEST(DifferenceSentence, TellsAChangedFieldOfARecord) {
    const base::Text text =
        said({DifferenceKind::changed, "activities", "gov-001", "duration", "15/25/45wd", "20/30/45wd", {}, {}});
    EXPECT_EQ(text.en, "activity gov-001: duration changes from 15/25/45wd to 20/30/45wd");
    EXPECT_EQ(text.ar, "النشاط gov-001: تغيّر duration من 15/25/45wd إلى 20/30/45wd");
}

TEST(DifferenceSentence, TellsWhatCameAndWent) {
    const base::Text added = said({DifferenceKind::added, "waivers", "texas-season drp-007", "", "", "", {}, {}});
    EXPECT_EQ(added.en, "waiver texas-season drp-007 is added");
    EXPECT_EQ(added.ar, "أُضيف: الاستثناء texas-season drp-007");
    const base::Text gone = said({DifferenceKind::removed, "gates", "ready", "", "", "", {}, {}});
    EXPECT_EQ(gone.en, "gate ready is removed");
    EXPECT_EQ(gone.ar, "حُذف: بوابة القرار ready");
    const base::Text field = said({DifferenceKind::added, "activities", "a", "needs.interp", "", "2", {}, {}});
    EXPECT_EQ(field.en, "activity a: needs.interp is added: 2");
    EXPECT_EQ(field.ar, "النشاط a: أُضيف needs.interp: 2");
    const base::Text lost = said({DifferenceKind::removed, "activities", "a", "avoid", "ramadan", "", {}, {}});
    EXPECT_EQ(lost.en, "activity a: avoid is removed (was ramadan)");
    EXPECT_EQ(lost.ar, "النشاط a: حُذف avoid (وكان ramadan)");
}

TEST(DifferenceSentence, TellsFieldsAtTheTopOfTheFile) {
    EXPECT_EQ(said({DifferenceKind::changed, "start", "", "", "2027-01-04", "2027-01-11", {}, {}}).en,
              "start changes from 2027-01-04 to 2027-01-11");
    EXPECT_EQ(said({DifferenceKind::changed, "title", "", "ar", "عام", "عامان", {}, {}}).ar,
              "تغيّر title.ar من «عام» إلى «عامان»");
    EXPECT_EQ(said({DifferenceKind::added, "as-of", "", "", "", "2027-02-01", {}, {}}).en,
              "as-of is added: 2027-02-01");
    EXPECT_EQ(said({DifferenceKind::removed, "ceilings", "", "uae.2027", "1M AED", "", {}, {}}).ar,
              "حُذف ceilings.uae.2027 (وكان 1M AED)");
}

TEST(DifferenceText, IsOneSentenceALineAndACount) {
    const std::vector<Difference> two{{DifferenceKind::changed, "activities", "a", "duration", "1wd", "2wd", {}, {}},
                                      {DifferenceKind::removed, "gates", "ready", "", "", "", {}, {}}};
    EXPECT_EQ(differences_text(two, base::Language::en),
              "~ activity a: duration changes from 1wd to 2wd\n"
              "- gate ready is removed\n"
              "2 differences\n");
    EXPECT_EQ(differences_text({}, base::Language::ar), "لا فرق\n");
}

}  // namespace
}  // namespace masar::report
