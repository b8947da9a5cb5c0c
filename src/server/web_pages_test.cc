#include "server/web_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace masar::server {
namespace {

HttpRequest get(std::string path) {
    HttpRequest request;
    request.path = std::move(path);
    return request;
}

TEST(WebPages, AnswerEveryPageWithTheApplication) {
    const WebPages pages;
    for (const char* path : {"/", "/plans/uae-us/roadmap", "/قرارات"}) {
        const HttpResponse response = pages.answer(get(path));
        EXPECT_EQ(response.status, 200) << path;
        EXPECT_THAT(*response.body, ::testing::HasSubstr("Masar")) << path;
        EXPECT_EQ(response.type, "text/html; charset=utf-8");
        EXPECT_EQ(response.cache, "no-cache");
    }
}

TEST(WebPages, AnswerNoFileWithAPage) {
    const WebPages pages;
    for (const char* path :
         {"/assets/gone.js", "/favicon.ico", "/x/y.css", "/web/index.html", "/examples/first/plan.html"})
        EXPECT_EQ(pages.answer(get(path)).status, 404) << path;
}

TEST(WebPages, SendNothingTwice) {
    const WebPages pages;
    HttpRequest request = get("/");
    request.fields.add("If-None-Match", pages.answer(request).etag);
    const HttpResponse again = pages.answer(request);
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, nullptr);
}

TEST(WebPages, SendThePackedFormToWhoeverTakesIt) {
    const WebPages pages;
    if (!pages.built()) GTEST_SKIP() << "built without web/dist";
    HttpRequest request = get("/");
    request.fields.add("Accept-Encoding", "br, gzip");
    const HttpResponse packed = pages.answer(request);
    EXPECT_EQ(packed.body->substr(0, 2), "\x1f\x8b");
    EXPECT_THAT(packed.fields, ::testing::Contains(std::pair<std::string, std::string>("Content-Encoding", "gzip")));
    EXPECT_LT(packed.body->size(), pages.answer(get("/")).body->size());
}

TEST(EmbeddedFiles, AreTheFilesOfTheRepository) {
    const EmbeddedFile* plan = embedded_file("examples/uae-us/plan.yaml");
    ASSERT_NE(plan, nullptr);
    std::ifstream file("examples/uae-us/plan.yaml", std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    EXPECT_EQ(plan->content, text.str());
    EXPECT_EQ(embedded_file("examples/none.yaml"), nullptr);
}

}  // namespace
}  // namespace masar::server
