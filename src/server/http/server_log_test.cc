#include "server/http/server_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace masar::server {
namespace {

TEST(ServerLog, WritesOneObjectALine) {
    std::string written;
    {
        ServerLog log([&](std::string_view line) { written += line; });
        log.write(LogLevel::warning, "request", [](base::JsonWriter& json) { json.field("status", 404); });
    }
    EXPECT_THAT(written,
                ::testing::MatchesRegex("\\{\"at\":\"[0-9T:.-]*Z\",\"level\":\"warning\",\"event\":\"request\","
                                        "\"status\":404\\}\n"));
}

TEST(ServerLog, LeavesLinesOutRatherThanWait) {
    std::atomic<bool> told{false};
    std::promise<void> go;
    ServerLog log([&, wait = go.get_future().share()](std::string_view line) {
        wait.wait();
        if (line.find("lines-left-out") != std::string_view::npos) told = true;
    });
    for (std::size_t i = 0; i < 2 * ServerLog::most_waiting + 10; ++i) log.write(LogLevel::info, "x");
    go.set_value();
    while (!told) log.write(LogLevel::info, "y");
}

}  // namespace
}  // namespace masar::server
