#include "server/http/problem_document.h"

#include <gtest/gtest.h>

#include <set>

namespace masar::server {
namespace {

TEST(ProblemDocument, IsWrittenInTheLanguageOfTheCaller) {
    Problem problem{ProblemCode::wrong_field, {"this field is missing", "هذا الحقل ناقص"}, "login"};
    EXPECT_EQ(*response_of(problem, base::Language::en).body,
              R"({"type":"urn:masar:problem:wrong-field","title":"A field cannot be taken","status":422,)"
              R"("detail":"this field is missing","code":"wrong-field","field":"login"})");
    const HttpResponse arabic = response_of(problem, base::Language::ar);
    EXPECT_EQ(*arabic.body, R"({"type":"urn:masar:problem:wrong-field","title":"أحد الحقول غير مقبول","status":422,)"
                            R"("detail":"هذا الحقل ناقص","code":"wrong-field","field":"login"})");
    EXPECT_EQ(arabic.status, 422);
    EXPECT_EQ(arabic.type, "application/problem+json; charset=utf-8");
}

TEST(ProblemDocument, HoldsPartsAndFurtherMembers) {
    Problem problem{ProblemCode::changed_meanwhile};
    problem.parts.push_back({"MSR0207", "activities", "A-1", "needs", {"unknown", "غير معروف"}, {}});
    problem.members.emplace_back("current", R"({"name":"x"})");
    EXPECT_EQ(*response_of(problem, base::Language::en).body,
              R"({"type":"urn:masar:problem:changed-meanwhile","title":"Somebody changed it meanwhile","status":412,)"
              R"("detail":"Somebody changed it meanwhile","code":"changed-meanwhile","errors":[{"code":"MSR0207",)"
              R"("section":"activities","id":"A-1","field":"needs","message":"unknown"}],"current":{"name":"x"}})");
}

TEST(ProblemKinds, AreListedInTheirOrderAndHaveBothLanguages) {
    std::set<std::string_view> words;
    std::size_t number = 0;
    for (const ProblemKind& kind : problem_kinds()) {
        EXPECT_EQ(static_cast<std::size_t>(kind.code), number++);
        EXPECT_TRUE(words.insert(kind.word).second) << kind.word;
        EXPECT_TRUE(kind.status >= 400 && kind.status < 600);
        EXPECT_FALSE(kind.title_en.empty() || kind.title_ar.empty());
    }
    EXPECT_EQ(number, static_cast<std::size_t>(ProblemCode::lacking) + 1);
}

}  // namespace
}  // namespace masar::server
