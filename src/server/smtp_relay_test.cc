#include "server/smtp_relay.h"

#include "app/memory_files.h"
#include "server/services.h"

#include <gmock/gmock.h>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>

#include <istream>
#include <thread>

namespace masar::server {
namespace {

namespace asio = boost::asio;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A relay on this machine that takes one conversation, offers nothing but the plain protocol, and answers RCPT as it is told to.
class FakeRelay {
public:
    explicit FakeRelay(std::string to_recipient = "250 fine") : to_recipient_(std::move(to_recipient)) {
        talking_ = std::jthread([this] { talk(); });
    }
    [[nodiscard]] std::int64_t port() const { return acceptor_.local_endpoint().port(); }
    /// What the client said, once it has gone.
    std::string heard() {
        talking_.join();
        return heard_;
    }

private:
    void talk() {
        asio::ip::tcp::socket socket(context_);
        acceptor_.accept(socket);
        const auto say = [&](const std::string& line) { asio::write(socket, asio::buffer(line + "\r\n")); };
        say("220 relay.test");
        asio::streambuf buffer;
        boost::system::error_code gone;
        const auto hear = [&](const char* end) {
            const std::size_t bytes = asio::read_until(socket, buffer, end, gone);
            std::string text(bytes, '\0');
            std::istream(&buffer).read(text.data(), static_cast<std::streamsize>(bytes));
            heard_ += text;
            return text;
        };
        while (!gone) {
            const std::string line = hear("\r\n");
            if (line.starts_with("DATA")) {
                say("354 go on");
                (void)hear("\r\n.\r\n");
            } else if (line.starts_with("QUIT") || gone) {
                return;
            }
            say(line.starts_with("RCPT") ? to_recipient_ : "250 fine");
        }
    }

    std::string to_recipient_, heard_;
    asio::io_context context_;
    asio::ip::tcp::acceptor acceptor_{context_, {asio::ip::make_address("127.0.0.1"), 0}};
    std::jthread talking_;
};

class SmtpRelayTest : public testing::Test {
protected:
    [[nodiscard]] base::Result<void> sends(std::int64_t port, const char* tls = "none") {
        SmtpOptions options;
        options.relay = "127.0.0.1:" + std::to_string(port);
        options.from = "masar@example.org";
        options.tls = tls;
        const auto settings = relay_settings(options, files);
        EXPECT_TRUE(settings);
        return SmtpRelay(*settings, clock).send({"maryam@example.org", "Masar: 1 thing for you", "one\n"});
    }
    app::MemoryFiles files;
    SystemWallClock clock;
};

TEST_F(SmtpRelayTest, HandsAMessageToARelay) {
    FakeRelay relay;
    const auto sent = sends(relay.port());
    ASSERT_TRUE(sent) << sent.error().message.en;
    EXPECT_THAT(relay.heard(),
                AllOf(HasSubstr("MAIL FROM:<masar@example.org>"), HasSubstr("RCPT TO:<maryam@example.org>"),
                      HasSubstr("Subject: =?UTF-8?B?"), HasSubstr("b25lDQo=\r\n.\r\n")));
}

TEST_F(SmtpRelayTest, TellsWhatTheRelayRefusesWithoutTheAddress) {
    FakeRelay relay("550 5.1.1 maryam@example.org: nobody");
    const auto sent = sends(relay.port());
    ASSERT_FALSE(sent);
    EXPECT_THAT(sent.error().message.en, AllOf(HasSubstr("550"), Not(HasSubstr("maryam"))));
    EXPECT_FALSE(sent.error().message.ar.empty());
}

TEST_F(SmtpRelayTest, SendsNothingInTheClearThatWasToBeHidden) {
    FakeRelay relay;
    EXPECT_FALSE(sends(relay.port(), "starttls"));
    EXPECT_THAT(relay.heard(), Not(HasSubstr("MAIL FROM")));
}

TEST_F(SmtpRelayTest, FailsWhereNobodyListens) {
    boost::asio::io_context context;
    asio::ip::tcp::acceptor closed(context, {asio::ip::make_address("127.0.0.1"), 0});
    const std::int64_t port = closed.local_endpoint().port();
    closed.close();
    EXPECT_FALSE(sends(port));
}

TEST_F(SmtpRelayTest, RefusesOptionsThatMakeNoRelay) {
    ASSERT_TRUE(files.write_whole("secret", "masar\nopen sesame\n"));
    ASSERT_TRUE(files.write_whole("half", "masar"));
    const auto with = [&](const char* relay, const char* from, const char* tls, const char* credentials) {
        return relay_settings({relay, from, tls, credentials, 4}, files);
    };
    for (const char* wrong :
         {"mail.example.org", ":25", "mail.example.org:0", "mail.example.org:x", "a b:25", "x/y:25"})
        EXPECT_FALSE(with(wrong, "a@b.org", "starttls", "")) << wrong;
    EXPECT_FALSE(with("mail.example.org:587", "nobody", "starttls", ""));
    EXPECT_FALSE(with("mail.example.org:25", "a@b.org", "none", ""));
    EXPECT_FALSE(with("mail.example.org:587", "a@b.org", "starttls", "half"));
    EXPECT_FALSE(with("mail.example.org:587", "a@b.org", "starttls", "not-there"));
    const auto good = with("[::1]:587", "a@b.org", "implicit", "secret");
    ASSERT_TRUE(good);
    EXPECT_EQ(good->host, "::1");
    EXPECT_EQ(good->user, "masar");
    EXPECT_EQ(good->password, "open sesame");
}

}  // namespace
}  // namespace masar::server
