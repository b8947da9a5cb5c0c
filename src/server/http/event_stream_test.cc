#include "server/http/event_stream.h"

#include <gtest/gtest.h>

namespace masar::server {
namespace {

TEST(EventStream, GathersUntilItIsTaken) {
    EventStream stream;
    int woken = 0;
    stream.on_news([&] { ++woken; });
    stream.send({"changed", R"({"hash":"x"})", "7"});
    stream.send({"dates", "{}", ""});
    EXPECT_EQ(woken, 2);
    EXPECT_EQ(stream.take().text, "event: changed\nid: 7\ndata: {\"hash\":\"x\"}\n\nevent: dates\ndata: {}\n\n");
    EXPECT_EQ(stream.take().text, "");
    stream.close();
    EXPECT_TRUE(stream.take().closed);
    EXPECT_EQ(woken, 3);
}

TEST(EventStream, GivesUpAReaderThatDoesNotKeepUp) {
    EventStream stream;
    for (int i = 0; i < 1000; ++i) stream.send({"changed", std::string(1000, 'x'), ""});
    const auto news = stream.take();
    EXPECT_TRUE(news.closed);
    EXPECT_LT(news.text.size(), EventStream::most_waiting_bytes + 2000);
}

}  // namespace
}  // namespace masar::server
