#include "server/mail_text.h"

#include <gmock/gmock.h>

namespace masar::server {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(MailText, HasTheHeadersOfAMessageAndItsTextInBase64) {
    const std::string mail =
        mail_text({"masar@example.org", base::Moment(std::chrono::seconds(1'795'838'645)), "1@masar"},
                  {"maryam@example.org", "Masar: 1 thing", "one\ntwo\n"});
    EXPECT_THAT(mail,
                AllOf(HasSubstr("From: Masar <masar@example.org>\r\n"), HasSubstr("To: <maryam@example.org>\r\n"),
                      HasSubstr("Message-ID: <1@masar>\r\n"), HasSubstr("Auto-Submitted: auto-generated\r\n\r\n")));
    EXPECT_THAT(mail, HasSubstr("\r\n\r\nb25lDQp0d28NCg==\r\n"));
    for (std::size_t at = mail.find('\n'); at != std::string::npos; at = mail.find('\n', at + 1))
        EXPECT_EQ(mail[at - 1], '\r');
}

TEST(MailText, BreaksLongLines) {
    const std::string mail = mail_text({"a@b.org", {}, "x"}, {"c@d.org", std::string(300, 's'), std::string(500, 'x')});
    std::size_t begin = 0;
    for (std::size_t end = mail.find("\r\n"); end != std::string::npos; end = mail.find("\r\n", begin)) {
        EXPECT_LE(end - begin, 78U);
        begin = end + 2;
    }
}

TEST(MailText, EncodesSubjectsWithoutCuttingLetters) {
    EXPECT_EQ(encoded_words("مسار"), "=?UTF-8?B?2YXYs9in2LE=?=");
    std::string long_one;
    for (int i = 0; i < 30; ++i) long_one += "م";
    const std::string words = encoded_words(long_one);
    EXPECT_THAT(words, HasSubstr("?=\r\n =?UTF-8?B?"));
    EXPECT_EQ(words.substr(10, words.find("?=") - 10).size() % 4, 0U);
    EXPECT_EQ(words.find("2Q="), std::string::npos) << "half a letter";
}

TEST(MailText, TellsTheTimeAsMailDoes) {
    EXPECT_EQ(mail_date(base::Moment(std::chrono::seconds(0))), "Thu, 1 Jan 1970 00:00:00 +0000");
    EXPECT_EQ(mail_date(base::Moment(std::chrono::milliseconds(1'803'859'203'999))), "Mon, 1 Mar 2027 00:00:03 +0000");
}

}  // namespace
}  // namespace masar::server
