#pragma once
// For tests: a server with one roadmap of two sides, and people of both who have signed in, each with the roles that the test gives.
#include "app/workspace/roadmaps.h"
#include "base/sha256.h"
#include "server/site_test_kit.h"

#include <map>

namespace masar::server {

class SettableClock : public base::WallClock {
public:
    [[nodiscard]] base::Moment now() const override { return now_; }
    void pass(std::chrono::milliseconds time) { now_ += time; }

private:
    base::Moment now_ = base::Moment(std::chrono::seconds(1'798'761'600));  // 2027-01-01T00:00:00Z
};

/// What a browser of somebody brings.
struct SignedIn {
    std::int64_t account = 0;
    std::string session;

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> fields() const {
        return {{"Cookie", "masar=" + session}, {"X-CSRF-Token", "csrf of " + session}};
    }
};

/// Time and the store come first, so that they are there when the server is made.
class TwoSidedSite : private SettableClock, public SiteTest {
public:
    explicit TwoSidedSite(app::PlanFiles files, const ServerLimits& limits = as_fast_as_it_goes)
        : TwoSidedSite(app::Origin{std::move(files), {}}, limits) {}
    explicit TwoSidedSite(app::Origin origin, const ServerLimits& limits = as_fast_as_it_goes)
        : SiteTest(static_cast<const base::WallClock&>(*this), limits) {
        const app::Actor founder{0, {}, app::all_roles(), {}, false, 0, true, {}};
        const auto made = app::take_in_roadmap(services.workspace, founder, origin);
        EXPECT_TRUE(made) << (made ? "" : made.error().message.en);
        if (made) plan = made->key;
    }
    void TestBody() override {}

    /// Time goes on; everybody signs in again.
    void pass(std::chrono::seconds passing) {
        SettableClock::pass(passing);
        for (const auto& [words, person] : people_) sign_in(person);
    }
    /// Somebody of a side with these roles, signed in; the same person for the same words.
    SignedIn person(const std::string& side, app::Roles roles) {
        const std::string words = side + ":" + app::words_of(roles);
        if (const auto known = people_.find(words); known != people_.end()) return known->second;
        store::AccountRow row;
        row.login = words;
        row.side = side;
        row.roles = app::words_of(roles);
        row.created = now();
        const auto account = services.store->write([&](store::Tables& kept) { return kept.accounts.add(row); });
        EXPECT_TRUE(account);
        const SignedIn person{account.value_or(0), "session-" + std::to_string(account.value_or(0))};
        sign_in(person);
        return people_.emplace(words, person).first->second;
    }
    HttpResponse send(const SignedIn& person, Asked asked) {
        for (auto& field : person.fields()) asked.fields.push_back(std::move(field));
        return ask(asked);
    }
    HttpResponse get(const SignedIn& person, const std::string& path) {
        return send(person, {.target = "/api/v1/plans/" + plan + path});
    }
    HttpResponse post(const SignedIn& person, const std::string& path, const std::string& body) {
        return send(person, {Method::post, "/api/v1/plans/" + plan + path, body});
    }
    using SiteTest::ask;
    using SiteTest::ask_from;
    using SiteTest::json_of;
    using SiteTest::services;
    std::string plan;

private:
    void sign_in(const SignedIn& person) {
        store::SessionRow row;
        row.token_hash = base::sha256_hex(person.session);
        row.account = person.account;
        row.csrf = "csrf of " + person.session;
        row.created = row.used = now();
        const auto done = services.store->write([&](store::Tables& kept) { return kept.sessions.put(row); });
        EXPECT_TRUE(done);
    }

    std::map<std::string, SignedIn> people_;
};

}  // namespace masar::server
