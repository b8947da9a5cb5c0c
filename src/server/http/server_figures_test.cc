#include "server/http/server_figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::server {
namespace {

TEST(ServerFigures, AreWhatPrometheusReads) {
    ServerFigures figures;
    figures.count("/a", 200, 0.0007, 10);
    figures.count("/a", 200, 3, 10);
    figures.count("/a", 404, 20, 5);
    const std::string text = figures.text({{"masar_connections", "Open connections.", 4}});
    for (const char* line :
         {"masar_requests_total{route=\"/a\",status=\"200\"} 2\n",
          "masar_requests_total{route=\"/a\",status=\"404\"} 1\n", "masar_sent_bytes_total{route=\"/a\"} 25\n",
          "masar_request_seconds_bucket{route=\"/a\",le=\"0.0005\"} 0\n",
          "masar_request_seconds_bucket{route=\"/a\",le=\"0.001\"} 1\n",
          "masar_request_seconds_bucket{route=\"/a\",le=\"10\"} 2\n",
          "masar_request_seconds_bucket{route=\"/a\",le=\"+Inf\"} 3\n", "masar_request_seconds_count{route=\"/a\"} 3\n",
          "# TYPE masar_connections gauge\nmasar_connections 4\n"})
        EXPECT_THAT(text, ::testing::HasSubstr(line));
}

}  // namespace
}  // namespace masar::server
