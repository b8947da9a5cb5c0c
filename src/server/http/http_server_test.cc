#include "server/http/wire_test_kit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

namespace masar::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::string last = "Host: localhost\r\nConnection: close\r\n\r\n";

TEST_F(WireTest, AnswersRequestsOfOneConnectionInTheirOrder) {
    start();
    const std::string answers = client().ask(
        "GET /quick HTTP/1.1\r\nHost: a\r\n\r\nGET /one HTTP/1.1\r\nHost: a\r\n\r\n"
        "POST /two HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabcGET /three HTTP/1.1\r\n"
        + last);
    const auto place = [&](const char* text) { return answers.find(text); };
    EXPECT_NE(place("three"), std::string::npos) << answers;
    EXPECT_LT(place("quick"), place("GET /one"));
    EXPECT_LT(place("GET /one"), place("POST /two abc"));
    EXPECT_LT(place("POST /two abc"), place("GET /three"));
    EXPECT_EQ(answerer.works, 3);
}

TEST_F(WireTest, ReadsChunkedBodies) {
    start();
    EXPECT_THAT(client().ask("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + last
                             + "3\r\nabc\r\n4;extension=x\r\ndefg\r\n0\r\nTrailer: x\r\n\r\n"),
                HasSubstr("POST /a abcdefg"));
    EXPECT_THAT(client().ask("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + last + "zz\r\nabc\r\n0\r\n\r\n"),
                StartsWith("HTTP/1.1 400 "));
}

TEST_F(WireTest, AnswersHeadWithoutABody) {
    start();
    const std::string answer = client().ask("HEAD /quick HTTP/1.1\r\n" + last);
    EXPECT_THAT(answer, HasSubstr("Content-Length: 5\r\n"));
    EXPECT_THAT(answer, ::testing::EndsWith("\r\n\r\n"));
}

TEST_F(WireTest, SendsLargeBodiesWhole) {
    start();
    EXPECT_GT(client().ask("GET /large HTTP/1.1\r\n" + last).size(), 3'000'000U);
}

TEST_F(WireTest, RefusesWhatHasTwoReadings) {
    start();
    for (
        const char* head :
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
         "POST / HTTP/1.1\r\nHost: a\r\nX: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         "GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
         "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "\x16\x03\x01\x02\r\n\r\n"}) {
        const std::string answer = client().ask(head);
        EXPECT_THAT(answer, StartsWith("HTTP/1.1 400 ")) << head;
        EXPECT_THAT(answer, HasSubstr("application/problem+json")) << head;
        EXPECT_THAT(answer, HasSubstr("Connection: close")) << head;
        EXPECT_THAT(answer, Not(HasSubstr("smuggled"))) << head;
    }
    EXPECT_EQ(answerer.works, 0);
}

TEST_F(WireTest, BoundsHeads) {
    start();
    EXPECT_THAT(client().ask("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n"),
                StartsWith("HTTP/1.1 431 "));
    EXPECT_THAT(client().ask(std::string(20'000, 'x')), StartsWith("HTTP/1.1 431 "));
}

TEST_F(WireTest, BoundsBodies) {
    start();
    const std::string body(1001, 'x');
    EXPECT_THAT(client().ask("POST /a HTTP/1.1\r\nContent-Length: 1001\r\n" + last + body),
                StartsWith("HTTP/1.1 413 "));
    EXPECT_THAT(
        client().ask("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + last + "3e9\r\n" + body + "\r\n0\r\n\r\n"),
        StartsWith("HTTP/1.1 413 "));
    EXPECT_THAT(client().ask("POST /a HTTP/1.1\r\nContent-Length: 18446744073709551615\r\n" + last),
                StartsWith("HTTP/1.1 413 "));
    EXPECT_THAT(client().ask("POST /unwanted HTTP/1.1\r\nContent-Length: 5\r\n" + last), StartsWith("HTTP/1.1 404 "));
    EXPECT_EQ(answerer.works, 0);
}

TEST_F(WireTest, AsksForABodyThatWaitsToBeAsked) {
    start();
    RawClient waiting(server->port());
    waiting.send("POST /a HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n" + last);
    EXPECT_EQ(waiting.until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    EXPECT_THAT(waiting.ask("abc"), HasSubstr("POST /a abc"));
    // What is too large is refused before it is sent.
    EXPECT_THAT(client().ask("POST /a HTTP/1.1\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n" + last),
                StartsWith("HTTP/1.1 413 "));
}

TEST_F(WireTest, ComplainsInTheLanguageOfTheCaller) {
    start();
    EXPECT_THAT(client().ask("GET /a/../b HTTP/1.1\r\nAccept-Language: ar\r\n" + last), HasSubstr("العنوان غير سليم"));
    EXPECT_THAT(client().ask("POST /unwanted?lang=ar HTTP/1.1\r\nContent-Length: 5\r\n" + last),
                HasSubstr("لا يوجد شيء هنا"));
}

TEST_F(WireTest, CutsClientsThatAreTooSlow) {
    Listening impatient;
    impatient.limits.patience = std::chrono::seconds(1);
    start(impatient);
    RawClient silent(server->port()), halfway(server->port()), body(server->port());
    halfway.send("GET / HT");
    body.send("POST /a HTTP/1.1\r\nContent-Length: 900\r\n" + last + "a");
    EXPECT_EQ(silent.rest(), "");
    EXPECT_EQ(halfway.rest(), "");
    EXPECT_EQ(body.rest(), "");
    EXPECT_EQ(answerer.works, 0);
}

TEST_F(WireTest, ServesWhileManyConnectionsSayNothing) {
    Listening few;
    few.limits.unproven_connections = 32;
    start(few);
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 200; ++i) {
        silent.push_back(std::make_unique<RawClient>(server->port()));
        silent.back()->send("GET / HTTP/1.1\r\nX");
    }
    for (int i = 0; i < 20; ++i) EXPECT_THAT(client().ask("GET /a HTTP/1.1\r\n" + last), HasSubstr("GET /a"));
    EXPECT_LE(server->door().present(), 64U);
    EXPECT_GE(server->door().let_go(), 100U);
}

TEST_F(WireTest, TellsThoseThatComeWhileAllWorkersAreTaken) {
    Listening few;
    few.workers = 1;
    few.limits.waiting_requests = 2;
    start(few);
    RawClient one(server->port()), two(server->port());
    one.send("GET /slow HTTP/1.1\r\n" + last);
    two.send("GET /slow HTTP/1.1\r\n" + last);
    std::string answer;
    while (!answer.starts_with("HTTP/1.1 503 ")) answer = client().ask("GET /quick-or-busy HTTP/1.1\r\n" + last);
    EXPECT_THAT(answer, HasSubstr("Retry-After: 1\r\n"));
    EXPECT_THAT(client().ask("GET /quick HTTP/1.1\r\n" + last), HasSubstr("quick"));  // what takes no work goes on
    answerer.release = true;
    EXPECT_THAT(one.rest(), HasSubstr("GET /slow"));
    EXPECT_THAT(two.rest(), HasSubstr("GET /slow"));
}

TEST_F(WireTest, HashesPasswordsWhereNobodyElseWaits) {
    Listening few;
    few.workers = 1;
    few.limits.waiting_hashes = 1;
    start(few);
    RawClient one(server->port());
    one.send("GET /slow?hash=1 HTTP/1.1\r\n" + last);
    while (answerer.works < 1) std::this_thread::yield();
    const std::string refused = client().ask("GET /a?hash=1 HTTP/1.1\r\n" + last);
    EXPECT_THAT(refused, StartsWith("HTTP/1.1 503 "));
    EXPECT_THAT(refused, HasSubstr("Retry-After: 1\r\n"));
    EXPECT_THAT(client().ask("GET /a HTTP/1.1\r\n" + last), HasSubstr("GET /a"));
    answerer.release = true;
    EXPECT_THAT(one.rest(), HasSubstr("GET /slow"));
}

TEST_F(WireTest, StreamsEventsAsTheyCome) {
    start();
    RawClient reader(server->port());
    reader.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_THAT(reader.until("\r\n\r\n"), HasSubstr("Content-Type: text/event-stream\r\n"));
    answerer.stream->send({"changed", "{}", "1"});
    EXPECT_EQ(reader.until("\n\n"), "event: changed\nid: 1\ndata: {}\n\n");
    answerer.stream->send({"dates", "{}", "2"});
    EXPECT_EQ(reader.until("\n\n"), "event: dates\nid: 2\ndata: {}\n\n");
    EXPECT_EQ(server->door().streaming(), 1U);
    answerer.stream->close();
    EXPECT_EQ(reader.rest(), "");
}

TEST_F(WireTest, LetsWhatIsUnderWayEndWhenItStops) {
    start();
    RawClient idle(server->port()), slow(server->port()), reader(server->port());
    idle.send("GET /quick HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_THAT(idle.until("quick"), HasSubstr("200 OK"));
    reader.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n");
    (void)reader.until("\r\n\r\n");
    slow.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    while (answerer.works < 2) std::this_thread::yield();
    server->stop();
    EXPECT_EQ(idle.rest(), "");
    EXPECT_EQ(reader.rest(), "");
    answerer.release = true;
    const std::string answer = slow.rest();
    EXPECT_THAT(answer, HasSubstr("GET /slow"));
    EXPECT_THAT(answer, HasSubstr("Connection: close"));
    runner.join();
}

TEST_F(WireTest, EndsWhenTheSystemSaysSo) {
    for (const int signal : {SIGTERM, SIGINT}) {
        Listening listening;
        listening.port = 0;
        server = std::move(*HttpServer::open(listening, answerer));
        std::atomic<bool> closing{false};
        runner = std::thread([&] { server->run(HttpServer::Signals::end_it, [&] { closing = true; }); });
        EXPECT_THAT(client().ask("GET /quick HTTP/1.1\r\n" + last), HasSubstr("quick"));
        ::kill(::getpid(), signal);
        runner.join();
        EXPECT_TRUE(closing);
    }
}

TEST_F(WireTest, SaysWhyItCannotListen) {
    start();
    Listening same;
    same.port = server->port();
    const auto second = HttpServer::open(same, answerer);
    ASSERT_FALSE(second.has_value());
    EXPECT_THAT(second.error().message.en, HasSubstr("another program listens there"));
    EXPECT_THAT(second.error().message.ar, HasSubstr("برنامج آخر يستمع هناك"));
    Listening nowhere;
    nowhere.address = "nowhere";
    EXPECT_FALSE(HttpServer::open(nowhere, answerer).has_value());
}

}  // namespace
}  // namespace masar::server
