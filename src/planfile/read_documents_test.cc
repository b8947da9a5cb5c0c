#include "planfile/read_documents.h"

#include "planfile/read_plan.h"
#include "planfile/released_text.h"

#include <gmock/gmock.h>

namespace masar::planfile {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Documents, HaveLinksThatLeadWhereTheySay) {
    for (const char* good : {"https://example.org", "http://example.org:8080/a?b=c#d", "https://a-b.example.org/وثيقة"})
        EXPECT_TRUE(parse_link(good)) << good;
    for (const char* bad : {"", "example.org", "ftp://example.org", "HTTPS://example.org", "javascript:alert(1)",
                            "data:text/html,x", "https://", "https:///a", "https://user@example.org", "https://a b",
                            "https://example.org/\u202Egpj", "https://example.org/\n"})
        EXPECT_FALSE(parse_link(bad)) << bad;
    EXPECT_FALSE(parse_link("https://example.org/" + std::string(2000, 'x')));
}

TEST(Documents, HaveFingerprintsOfTheRightLength) {
    EXPECT_TRUE(parse_sha256(std::string(64, 'a')));
    EXPECT_FALSE(parse_sha256(std::string(63, 'a')));
    EXPECT_FALSE(parse_sha256(std::string(63, 'a') + "g"));
}

constexpr std::string_view text =
    "masar: 1\ntitle: {en: Plan, ar: خطة}\nstart: 2027-01-04\n"
    "sides: {uae: {calendar: week, currency: AED}, usa: {calendar: week, currency: USD}}\n"
    "calendars: {week: {works: [mon]}}\n"
    "places:\n"
    "  hall:\n"
    "    name: {en: Hall, ar: قاعة}\n"
    "    documents:\n"
    "      - {title: {en: Lease, ar: عقد إيجار}, side: uae, office: Registry, number: 7/2027, date: 2027-01-04}\n"
    "  tower:\n"
    "    release-fields: {documents: usa}\n"
    "    documents: {title: {en: Hidden lease, ar: عقد}, link: \"https://example.org/lease\"}\n";

TEST(Documents, StandOnAnyRecordAsAListOrAlone) {
    const ReadResult read = read_plan({{"plan.yaml", std::string(text), ""}});
    for (const auto& each : read.diagnostics) ADD_FAILURE() << each.code << " " << each.message.en;
}

TEST(Documents, AreReleasedAsAnyOtherField) {
    const ReadResult read = read_plan({{"plan.yaml", std::string(text), ""}});
    const auto shown_to = [&](int side) { return released_text(read.plan, plan::SideIndex{side}).at(0).text; };
    EXPECT_THAT(shown_to(0), HasSubstr("7/2027"));
    EXPECT_THAT(shown_to(0), Not(HasSubstr("example.org")));
    EXPECT_THAT(shown_to(1), HasSubstr("example.org"));
}

}  // namespace
}  // namespace masar::planfile
