#include "server/answer_memory.h"

#include "server/sandbox_test_kit.h"

namespace masar::server {
namespace {

HttpResponse answer_of(std::size_t size) {
    HttpResponse answer;
    answer.body = body_of(std::string(size, 'x'));
    answer.etag = "\"x\"";
    return answer;
}

TEST(AnswerMemory, AnswersTheSameQuestionUntilSomethingIsWritten) {
    AnswerMemory memory;
    const base::Moment now{};
    memory.keep("a", answer_of(3), 7, now);
    const auto again = memory.recall("a", 7, now);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again->body, "xxx");
    EXPECT_FALSE(memory.recall("b", 7, now));
    EXPECT_FALSE(memory.recall("a", 8, now));
    EXPECT_FALSE(memory.recall("a", 7, now + AnswerMemory::longest + std::chrono::seconds(1)));
}

TEST(AnswerMemory, KeepsNothingThatWasMadeBeforeAWrite) {
    AnswerMemory memory;
    memory.keep("new", answer_of(3), 8, {});
    memory.keep("old", answer_of(3), 7, {});
    EXPECT_FALSE(memory.recall("old", 7, {}));
    EXPECT_TRUE(memory.recall("new", 8, {}));
}

TEST(AnswerMemory, HasABound) {
    AnswerMemory memory(100'000);
    memory.keep("large", answer_of(20'000), 1, {});
    EXPECT_FALSE(memory.recall("large", 1, {}));
    int kept = 0;
    for (int i = 0; i < 100; ++i) memory.keep(std::to_string(i), answer_of(9'000), 1, {});
    for (int i = 0; i < 100; ++i) kept += memory.recall(std::to_string(i), 1, {}).has_value();
    EXPECT_GT(kept, 0);
    EXPECT_LE(kept, 10);
}

class RememberedAnswers : public SandboxTest {
protected:
    bool is_remembered(const std::string& path, const std::string& with_cookie) {
        const HttpRequest request =
            request_of({.target = "/api/v1/plans/" + plan + path, .fields = {{"Cookie", with_cookie}}});
        return application.at_once(request).has_value();
    }
};

TEST_F(RememberedAnswers, AreGivenToTheSameSessionOnly) {
    const HttpResponse first = page("/roadmap");
    EXPECT_TRUE(is_remembered("/roadmap", cookie));
    EXPECT_FALSE(is_remembered("/roadmap?dates=earliest", cookie));
    EXPECT_FALSE(is_remembered("/roadmap", cookie + "x"));
    EXPECT_FALSE(is_remembered("/roadmap", ""));
    EXPECT_EQ(*page("/roadmap").body, *first.body);
    const HttpResponse validated = ask({.target = "/api/v1/plans/" + plan + "/roadmap",
                                        .fields = {{"Cookie", cookie}, {"If-None-Match", first.etag}}});
    EXPECT_EQ(validated.status, 304);
}

TEST_F(RememberedAnswers, AreOverWithTheNextChangeAndWithTheSession) {
    const std::string record = "/records/activities/gov-001";
    const std::string before = *page(record).body;
    EXPECT_TRUE(is_remembered(record, cookie));
    EXPECT_EQ(send(Method::patch, at(record), R"({"notes":"changed"})").status, 200);
    EXPECT_FALSE(is_remembered(record, cookie));
    EXPECT_NE(*page(record).body, before);
    EXPECT_EQ(send(Method::put, "/session/persona", R"({"side":"usa"})").status, 200);
    EXPECT_FALSE(is_remembered(record, cookie));
    EXPECT_EQ(page(record).status, 200);
    EXPECT_EQ(send(Method::del, "/session", "").status, 204);
    EXPECT_EQ(page(record).status, 401);
}

TEST_F(RememberedAnswers, AreNoneForWhatChangesWithoutBeingWritten) {
    for (const Route& route : route_table()) {
        const bool moves =
            route.pattern.find("/jobs") != std::string_view::npos || route.more.type == "text/event-stream";
        EXPECT_FALSE(route.more.keeps == Keeps::until_written && (moves || route.method != Method::get))
            << route.pattern;
    }
}

}  // namespace
}  // namespace masar::server
