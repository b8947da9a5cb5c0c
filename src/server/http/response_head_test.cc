#include "server/http/response_head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::server {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::chrono::sys_seconds moment = std::chrono::sys_days(std::chrono::year(2029) / 2 / 27) + 9h + 5min + 7s;

TEST(HttpDate, IsTheOneOfTheStandard) {
    // The example of RFC 9110, 5.6.7.
    EXPECT_EQ(http_date(std::chrono::sys_days(std::chrono::year(1994) / 11 / 6) + 8h + 49min + 37s),
              "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(moment), "Tue, 27 Feb 2029 09:05:07 GMT");
}

TEST(ResponseHead, ProtectsWhoeverReadsIt) {
    HttpResponse response;
    response.body = body_of("{}");
    const std::string head = head_text(response, {.now = moment});
    EXPECT_THAT(
        head, ::testing::StartsWith("HTTP/1.1 200 OK\r\nDate: Tue, 27 Feb 2029 09:05:07 GMT\r\nContent-Length: 2\r\n"));
    EXPECT_THAT(head, HasSubstr("X-Content-Type-Options: nosniff\r\n"));
    EXPECT_THAT(
        head,
        HasSubstr("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox\r\n"));
    EXPECT_THAT(head, HasSubstr("Cache-Control: no-store\r\n"));
    EXPECT_THAT(head, HasSubstr("Connection: keep-alive\r\n\r\n"));
}

TEST(ResponseHead, LetsPagesRunTheirOwnFilesOnly) {
    HttpResponse response;
    response.type = "text/html; charset=utf-8";
    response.body = body_of("<p>");
    const std::string head = head_text(response, {.now = moment});
    EXPECT_THAT(head, HasSubstr("script-src 'self'"));
    EXPECT_THAT(head, Not(HasSubstr("unsafe")));
}

TEST(ResponseHead, LeavesAPageItsOwnPolicy) {
    HttpResponse response;
    response.type = "text/html; charset=utf-8";
    response.body = body_of("<p>");
    response.with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    const std::string head = head_text(response, {.now = moment});
    EXPECT_THAT(head, HasSubstr("Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox\r\n"));
    EXPECT_EQ(head.find("Content-Security-Policy"), head.rfind("Content-Security-Policy")) << "one alone";
}

TEST(ResponseHead, BindsBrowsersToTlsUnderARealNameOnly) {
    HttpResponse response;
    EXPECT_THAT(head_text(response, {.encrypted = true, .local_name = false}), HasSubstr("Strict-Transport-Security"));
    EXPECT_THAT(head_text(response, {.encrypted = true, .local_name = true}), Not(HasSubstr("Strict-Transport")));
    EXPECT_THAT(head_text(response, {.encrypted = false, .local_name = false}), Not(HasSubstr("Strict-Transport")));
}

TEST(ResponseHead, SaysHowLongTheBodyIsWhereThereIsOne) {
    HttpResponse response;
    EXPECT_THAT(head_text(response, {}), HasSubstr("Content-Length: 0\r\n"));
    response.status = 304;
    EXPECT_THAT(head_text(response, {}), Not(HasSubstr("Content-Length")));
    response.status = 204;
    EXPECT_THAT(head_text(response, {}), Not(HasSubstr("Content-Length")));
    response.close = true;
    EXPECT_THAT(head_text(response, {}), HasSubstr("Connection: close\r\n"));
}

}  // namespace
}  // namespace masar::server
