#pragma once
// For tests: the whole server but its sockets, and a client that holds each answer against the description of the interface.
#include "app/workspace/open_store.h"
#include "server/application.h"
#include "server/embedded_files.h"
#include "server/http/request_target.h"
#include "server/json_schema_check.h"
#include "server/route_table.h"

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>

namespace masar::server {

struct Asked {
    Method method = Method::get;
    std::string target;
    std::string body = "";
    std::vector<std::pair<std::string, std::string>> fields = {};
};

class SiteTest : public ::testing::Test {
    std::mutex log_mutex_;  // before the log, whose thread writes until it is gone
    std::string log_text_;

protected:
    SiteTest() = default;
    /// Whose time stands still, or goes on when the test says so.
    explicit SiteTest(const base::WallClock& given, const ServerLimits& limits = as_fast_as_it_goes)
        : time(&given), limits_(limits) {}

    /// Tests ask faster than people.
    static constexpr ServerLimits as_fast_as_it_goes{.reads_per_second = 0};

    [[nodiscard]] static HttpRequest request_of(const Asked& asked) {
        HttpRequest request;
        request.method = asked.method;
        request.target = asked.target;
        const auto target = read_target(asked.target);
        if (!target) ADD_FAILURE() << asked.target;
        request.path = target->path;
        request.query = target->query;
        request.body = asked.body;
        request.peer = "127.0.0.1";
        request.fields.add("Host", "localhost:8080");
        if (!asked.body.empty() && !has(asked, "Content-Type")) request.fields.add("Content-Type", "application/json");
        for (const auto& [name, value] : asked.fields) request.fields.add(name, value);
        request.language = request.parameter("lang") == "ar" ? base::Language::ar : base::Language::en;
        return request;
    }

    HttpResponse ask(const Asked& asked) { return ask_from("127.0.0.1", asked); }
    HttpResponse ask_from(const std::string& address, const Asked& asked) {
        HttpRequest request = request_of(asked);
        request.peer = address;
        auto quick = application.at_once(request);
        HttpResponse response = quick ? std::move(*quick) : application.with_work(request);
        check(request, response);
        return response;
    }

    [[nodiscard]] static boost::json::value json_of(const HttpResponse& response) {
        return response.body ? boost::json::parse(*response.body) : boost::json::value();
    }

    /// Every answer is as described, whatever the test is about.
    void check(const HttpRequest& request, const HttpResponse& response) const {
        std::string_view schema = "Problem";
        if (response.status < 400) {
            const auto match = site.router.find(request.method, request.path);
            ASSERT_TRUE(match.has_value());
            schema = match->route->answer;
            EXPECT_TRUE(response.status == match->route->more.status || response.status == 304) << request.path;
        }
        if (!response.body || schema.empty() || response.type.find("json") == std::string::npos) return;
        const auto faults = schemas.faults(schema, boost::json::parse(*response.body));
        EXPECT_TRUE(faults.empty()) << request.target << " is not as described: " << ::testing::PrintToString(faults);
    }

    /// Lines of the log so far.
    [[nodiscard]] std::string logged() {
        const std::lock_guard lock(log_mutex_);
        return log_text_;
    }

    ServerLog log{[this](std::string_view line) {
        const std::lock_guard lock(log_mutex_);
        log_text_ += line;
    }};
    SystemWallClock clock;
    const base::WallClock* time = &clock;
    Services services{*app::open_store(":memory:"), *time};
    ServerLimits limits_ = as_fast_as_it_goes;
    Site site{route_table(), limits_, log, services};
    Application application{site, ApplicationSettings{{"masar.example"}, true, ApplicationSettings::Log::changes}};
    JsonSchemaCheck schemas{boost::json::parse(embedded_file("api_schemas.json")->content).as_object()};

private:
    [[nodiscard]] static bool has(const Asked& asked, std::string_view name) {
        return std::ranges::any_of(asked.fields, [&](const auto& each) { return each.first == name; });
    }
};

}  // namespace masar::server
