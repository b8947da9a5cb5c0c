// The release filter over HTTP: two roadmaps that differ only in what one side keeps to itself give the other side the same bytes, whatever
// it reads and whatever it does; and no private word is in any answer.
#include "app/page_table.h"
#include "server/event_stream_test_kit.h"
#include "server/private_plan_test_kit.h"
#include "server/two_sides_test_kit.h"

#include <gmock/gmock.h>

namespace masar::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Everything about an answer that its reader gets.
std::string told(const HttpResponse& response) {
    std::string text = std::to_string(response.status) + " " + response.type + " " + response.etag + "\n";
    for (const auto& [name, value] : response.fields) text += name + ": " + value + "\n";
    return text + (response.body ? *response.body : "");
}

/// Every table of a page, and one as a workbook.
std::vector<std::string> tables() {
    std::vector<std::string> files{"risks.xlsx"};
    for (const app::PageTable& each : app::page_tables()) files.push_back(std::string(each.name) + ".csv");
    return files;
}

/// Every address of the table that reads, with each of the values that its parameters have.
std::vector<std::string> readings(const std::string& plan) {
    std::vector<std::string> targets;
    for (const Route& route : route_table()) {
        std::string pattern(route.pattern);
        const bool reads = route.method == Method::get && route.more.keeps != Keeps::with_program;
        if (!reads || pattern.ends_with("/stream") || pattern.find("/jobs/") != std::string::npos) continue;
        std::vector<std::string> of_this{pattern};
        const auto fill = [&](std::string_view place, const std::vector<std::string>& values) {
            std::vector<std::string> filled;
            for (const std::string& each : of_this) {
                const auto at = each.find(place);
                if (at == std::string::npos)
                    filled.push_back(each);
                else
                    for (const std::string& value : values)
                        filled.push_back(std::string(each).replace(at, place.size(), value));
            }
            of_this = std::move(filled);
        };
        fill("{plan}", {plan});
        fill("{section}",
             {"activities", "funds", "resources", "risks", "gates", "approvals", "organisations", "ceilings", "plan"});
        fill("{id}", {"course", "exercise", "ae-gen", "us-gen", "cell", "reserve", "planners", "none"});
        fill("{pool}", {"planners", "cell"});
        fill("{day}", {"2027-01-06"});
        fill("{path...}", {"plan.yaml", "sides/usa/own.yaml", "sides/uae/own.yaml"});
        fill("{number}", {"1", "2", "-100"});
        fill("{file}", {"none.ics"});
        fill("{run}", {"none"});
        fill("{table}", tables());
        for (const std::string& each : of_this) {
            targets.push_back(each);
            targets.push_back(each + "?lang=ar");
            if (route.more.query.find("dates") != std::string_view::npos)
                for (const char* dates : {"earliest", "baseline", "never"}) targets.push_back(each + "?dates=" + dates);
            if (route.more.query.find("full") != std::string_view::npos) targets.push_back(each + "?full=true");
            if (route.more.query.find("side") != std::string_view::npos)
                for (const char* side : {"uae", "usa"}) targets.push_back(each + "?side=" + side);
            if (route.more.query.find("fund") != std::string_view::npos)
                for (const char* fund : {"ae-gen", "reserve"}) targets.push_back(each + "?side=uae&fund=" + fund);
            if (route.more.query.find("brief") != std::string_view::npos)
                for (const char* paper : {"?brief=true", "?both=true&paper=a3"}) targets.push_back(each + paper);
            if (route.more.query.find("q") == 0) targets.push_back(each + "?q=course");
            if (route.more.query.find("from") != std::string_view::npos) targets.push_back(each + "?from=signed");
        }
    }
    return targets;
}

struct Told {
    std::string question, answer;
};

/// What the USA is told of a roadmap: everything it reads, before and after a number of things it does.
class Conversation {
public:
    explicit Conversation(const PrivateValues& values) : at_(private_origin(values)) {
        read_all();
        talk(values);
        act();
        read_all();
    }
    [[nodiscard]] const std::vector<Told>& told_all() const { return told_; }

private:
    void note(const std::string& question, const HttpResponse& response) {
        const std::string job = response.body ? looking(*response.body) : "";
        if (job.empty()) return told_.push_back({question, told(response)});
        // Known from now on: what comes next does not hang on how long it took.
        (void)heard(*at_.send(usa_, {.target = "/api/v1/jobs/" + job + "/stream"}).stream);
        HttpResponse plain = response;
        plain.etag.clear();
        plain.body = body_of(without(*response.body, job));
        told_.push_back({question, told(plain)});
    }
    /// The job that looks for what would help; empty = none does.
    static std::string looking(const std::string& body) {
        constexpr std::string_view key = "\"help_job\":\"";
        const std::size_t at = body.find(key);
        if (at == std::string::npos) return {};
        const std::size_t begin = at + key.size();
        return body.substr(begin, body.find('"', begin) - begin);
    }
    static std::string without(std::string text, const std::string& id) {
        for (auto place = text.find(id); place != std::string::npos; place = text.find(id))
            text.replace(place, id.size(), "ID");
        return text;
    }
    void read_all() {
        for (const std::string& target : readings(at_.plan)) note(target, at_.send(usa_, {.target = target}));
    }
    void does(const std::string& path, const std::string& body, Method method = Method::post) {
        note(path + " " + body, at_.send(usa_, {method, "/api/v1/plans/" + at_.plan + path, body}));
    }
    static std::string change(const std::string& op, const std::string& section, const std::string& id,
                              const std::string& rest) {
        return R"({"changes":[{"op":")" + op + R"(","section":")" + section + R"(","id":")" + id + R"(")" + rest
               + "}]}";
    }
    void saves(const std::string& path, const std::string& text) {
        note("PUT " + path + " " + text, at_.send(usa_, {Method::put,
                                                         "/api/v1/plans/" + at_.plan + "/files/" + path,
                                                         text,
                                                         {{"Content-Type", "application/yaml"}}}));
    }
    /// Several changes may be one piece of news, or not.
    static std::string first_of(const std::string& news, std::string_view name) {
        const std::size_t begin = std::min(news.find(name), news.size());
        return news.substr(begin, news.find("\n\n", begin) - begin);
    }
    /// Ids are drawn by lot, and hashes of what holds them; all else is noted.
    void asks(const std::string& question) {
        const HttpResponse asked = at_.post(usa_, "/jobs", question);
        const auto started = TwoSidedSite::json_of(asked);
        if (asked.status != 202) return note(question, asked);
        const std::string id(started.at("id").as_string()), address = "/api/v1/jobs/" + id;
        const HttpResponse stream = at_.send(usa_, {.target = address + "/stream"});
        std::string last = heard(*stream.stream);
        last.erase(0, last.rfind("event: "));
        const HttpResponse done = at_.send(usa_, {.target = address});
        for (const std::string& each : {*asked.body, last, std::to_string(done.status) + *done.body})
            told_.push_back({question, without(each, id)});
    }
    void asks_jobs() {
        asks(R"({"kind":"dance"})");
        asks(R"({"kind":"explain"})");
        asks(R"({"kind":"explain","gate":"ready","criteria":true})");
        asks(R"({"kind":"simulate","samples":500})");
        asks(R"({"kind":"whatif","samples":500,"without":["none"]})");
        asks(R"({"kind":"try","pins":{"course":"2027-02-01"},"forecast":true})");
        asks(R"({"kind":"try","pins":{"cell":"2027-02-01"}})");
        asks(R"({"kind":"replan","keep":false,"schedules":200})");
        asks(R"({"kind":"help"})");
        asks(R"({"kind":"help","dates":"earliest"})");
        asks(R"({"kind":"help","dates":"never"})");
    }
    void uae_says(const std::string& record, const std::string& body, int status = 201) {
        const HttpResponse said = at_.post(uae_, "/records/activities/" + record + "/notes", body);
        EXPECT_EQ(said.status, status) << *said.body;
    }
    /// Both speak of a record that both read; what the UAE says to itself differs, in its words and in how much it is.
    void talk(const PrivateValues& values) {
        const std::string notes = "/records/activities/course/notes", own = R"({"text":")" + values.word + R"("})";
        for (int i = 0; i < values.own_records; ++i) {
            uae_says("course", own);
            uae_says("h0-" + values.word, own);
        }
        does(notes, R"({"text":"which hall?","shared":true})");
        const std::string first = std::to_string(values.own_records + 1);
        for (int i = 0; i < values.own_records; ++i)
            uae_says("course", R"({"text":")" + values.word + R"(","reply_to":)" + first + "}");
        uae_says("course", R"({"text":"the small one","shared":true,"reply_to":)" + first + "}");
        does(notes, R"({"text":"between us","reply_to":2})");
        does(notes, R"({"text":"more than there is","reply_to":4})");
        for (const char* number : {"1", "2", "3", "4"}) {
            does(notes + "/" + number, R"({"resolved":true})", Method::patch);
            does(notes + "/" + number, "", Method::del);
        }
        for (const char* none : {"none", "h0-canary-a", "h0-canary-quite-another"})
            does(std::string("/records/activities/") + none + "/notes", R"({"text":"is it there?"})");
    }
    void act() {
        const HttpResponse news = at_.get(usa_, "/stream");
        asks_jobs();
        // An id that the UAE has for something of its own, or not.
        does("/changes", change("add", "resources", "cell", R"(,"value":{"owner":["uae","usa"],"capacity":"3"})"));
        does("/changes", change("add", "funds", "reserve", R"(,"value":{"ceiling":{"FY2027":"10k USD"}})"));
        does("/changes", change("add", "resources", "uae-cell", R"(,"value":{"capacity":"3"})"));
        for (const char* field : {"cost", "notes", "shares", "done-when", "source", "release-fields"})
            does("/changes", change("set", "activities", "exercise",
                                    std::string(R"(,"field":")") + field + R"(","value":"1k USD")"));
        does("/changes", change("set", "activities", "none", R"(,"field":"notes","value":"x")"));
        does("/changes", change("set", "activities", "course", R"(,"field":"notes","value":"ours and yours")"));
        does("/changes", change("set", "activities", "course", R"(,"field":"after","value":"nowhere")"));
        does("/changes", change("remove", "activities", "exercise", ""));
        does("/changes", change("rename", "activities", "exercise", R"(,"to":"practice")"));
        does("/records/activities/course", R"({"notes":"once more"})", Method::patch);
        does("/undo", "{}");
        does("/redo", "{}");
        does("/proposals", R"({"title":{"en":"All","ar":"الكل"}})");
        does("/proposals",
             R"({"title":{"en":"Name","ar":"اسم"},"changes":[{"op":"set","section":"activities","id":"exercise",)"
             R"("field":"name.en","value":"Practice"}]})");
        const auto hash = TwoSidedSite::json_of(at_.get(usa_, "/proposals/1"));
        does("/proposals/1/sign", R"({"hash":")" + std::string(hash.at("hash").as_string()) + R"("})");
        does("/proposals/2/return", R"({"comment":"not yet"})");
        does("/proposals/2/withdraw", "{}");
        does("/check", R"({"files":{"plan.yaml":"masar: 1\n"}})");
        told_.push_back({"news of a proposal", first_of(heard(*news.stream, "event: proposal"), "event: proposal")});
        saves("sides/uae/own.yaml", "risks: {}\n");
        saves("sides/uae/none.yaml", "risks: {}\n");
        saves("more.yaml", "phases:\n  p2: {period: 2028-01-01..2028-06-30}\n");
        saves("others.yaml", "phases:\n  p3: {period: 2028-01-01..2028-06-30}\n");
        saves("..yaml", "");
        const auto link = at_.send(usa_, {Method::post, "/api/v1/calendar-links", R"({"plan":")" + at_.plan + R"("})"});
        const auto url = TwoSidedSite::json_of(link).at("url").as_string();
        note("calendar", at_.ask({.target = std::string(url)}));
        note("calendar, Arabic", at_.ask({.target = std::string(url) + "?lang=ar"}));
    }

    TwoSidedSite at_;
    SignedIn usa_ = at_.person("usa", app::all_roles()), uae_ = at_.person("uae", app::all_roles());
    std::vector<Told> told_;
};

TEST(ReleasedAnswers, AreTheSameBytesWhereOnlyPrivateValuesDifferAndHoldNoCanary) {
    const Conversation one({120, 4, 1, "canary-a"}), two({95, 9, 3, "canary-quite-another"});
    ASSERT_EQ(one.told_all().size(), two.told_all().size());
    int fine = 0;
    for (std::size_t i = 0; i < one.told_all().size(); ++i) {
        const Told &a = one.told_all()[i], &b = two.told_all()[i];
        EXPECT_EQ(a.question, b.question);
        EXPECT_EQ(a.answer, b.answer) << a.question;
        EXPECT_THAT(a.answer, Not(HasSubstr("canary"))) << a.question;
        if (a.answer.starts_with("200")) ++fine;
    }
    EXPECT_GT(fine, 150) << "most of it is answered";
}

TEST(ReleasedAnswers, HoldTheCanariesForTheSideWhoseTheyAre) {
    TwoSidedSite at(private_origin({}));
    const SignedIn uae = at.person("uae", app::all_roles());
    EXPECT_THAT(*at.get(uae, "/records/activities/exercise").body, HasSubstr("canary"));
    EXPECT_THAT(*at.get(uae, "/search?q=canary").body, HasSubstr("h0-canary"));
}

}  // namespace
}  // namespace masar::server
