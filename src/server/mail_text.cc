#include "server/mail_text.h"

#include "base/utf8.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace masar::server {
namespace {

std::string base64(std::string_view bytes) {
    std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::string with_line_ends(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

}  // namespace

std::string encoded_words(std::string_view text) {
    constexpr std::size_t most_bytes = 39;  // 52 letters of base64, 73 with what stands around them and "Subject: "
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size()) {
            const std::size_t next = std::max<std::size_t>(1, base::code_point_at(text, end).bytes);
            if (end + next - at > most_bytes) break;
            end += next;
        }
        out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(at, end - at)) + "?=";
        at = end;
    }
    return out;
}

std::string mail_date(base::Moment moment) {
    constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(moment - day));
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", weekdays[std::chrono::weekday(day).c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

std::string mail_text(const MailHead& head, const app::Message& message) {
    std::string text = "Date: " + mail_date(head.date) + "\r\nFrom: Masar <" + head.from + ">\r\nTo: <" + message.to
                       + ">\r\nMessage-ID: <" + head.id + ">\r\nSubject: " + encoded_words(message.subject)
                       + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                         "Content-Transfer-Encoding: base64\r\nAuto-Submitted: auto-generated\r\n\r\n";
    constexpr std::size_t line = 76;
    const std::string body = base64(with_line_ends(message.body));
    for (std::size_t at = 0; at < body.size(); at += line) text += body.substr(at, line) + "\r\n";
    return text;
}

}  // namespace masar::server
