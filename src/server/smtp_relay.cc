#include "server/smtp_relay.h"

#include "app/workspace/mail_address.h"
#include "report/figures.h"
#include "server/http/byte_hash.h"
#include "server/mail_text.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <string_view>

namespace masar::server {
namespace {

constexpr long seconds_to_connect = 20, seconds_altogether = 60;

tl::unexpected<base::Error> usage(base::Text message, base::Text hint = {}) {
    return base::failure(base::Error::Kind::usage, std::move(message), std::move(hint));
}

bool is_this_machine(std::string_view host) { return host == "localhost" || host == "::1" || host.starts_with("127."); }

/// "host:port", "[::1]:port"
bool read_place(std::string_view relay, RelaySettings& settings) {
    const std::size_t colon = relay.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    std::string_view host = relay.substr(0, colon);
    const std::string_view port = relay.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), settings.port);
    settings.host = host;
    const bool plain = std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'
               || c == ':';
    });
    return plain && !host.empty() && error == std::errc() && end == port.data() + port.size() && settings.port > 0
           && settings.port < 65536;
}

base::Result<void> read_credentials(const std::string& path, const base::FileDoor& files, RelaySettings& settings) {
    if (path.empty()) return {};
    const auto text = files.read(path, {.bytes = 4096});
    if (!text) return tl::unexpected(text.error());
    const std::size_t first = text->find('\n');
    if (first == std::string::npos || first == 0)
        return usage(
            report::fill({"'{}' does not hold a name and a password", "لا يحوي «{}» اسماً وكلمة سر"}, report::ltr(path)),
            {"write the name into its first line and the password into the second",
             "اكتب الاسم في سطره الأول وكلمة السر في الثاني"});
    settings.user = text->substr(0, first);
    settings.password = text->substr(first + 1, text->find('\n', first + 1) - first - 1);
    std::erase(settings.user, '\r'), std::erase(settings.password, '\r');
    return {};
}

struct Reading {
    std::string text;
    std::size_t given = 0;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* reading) {
    Reading& from = *static_cast<Reading*>(reading);
    const std::size_t bytes = std::min(size * count, from.text.size() - from.given);
    from.text.copy(into, bytes, from.given);
    from.given += bytes;
    return bytes;
}

/// Asked about once a second; what is not 0 gives up.
int ended(void* ending, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const std::atomic<bool>*>(ending)->load() ? 1 : 0;
}

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Addresses = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void reach(CURL* curl, const RelaySettings& settings) {
    const bool v6 = settings.host.find(':') != std::string::npos;
    const std::string url = (settings.tls == RelayTls::implicit ? "smtps://" : "smtp://")
                            + (v6 ? "[" + settings.host + "]" : settings.host) + ":" + std::to_string(settings.port)
                            + "/masar";  // the name that we greet with
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, seconds_to_connect);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, seconds_altogether);
    const long tls =
        settings.tls == RelayTls::none ? CURLUSESSL_NONE : CURLUSESSL_ALL;  // never in the clear unless told so
    curl_easy_setopt(curl, CURLOPT_USE_SSL, tls);
    if (settings.user.empty()) return;
    curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.password.c_str());
}

}  // namespace

base::Result<RelaySettings> relay_settings(const SmtpOptions& options, const base::FileDoor& files) {
    RelaySettings settings;
    if (!read_place(options.relay, settings))
        return usage(report::fill({"'{}' is no relay", "«{}» ليس خادم بريد"}, report::ltr(options.relay)),
                     {"write --smtp HOST:PORT", "اكتب ‎--smtp HOST:PORT‎"});
    if (!app::is_mail_address(options.from))
        return usage({"--smtp needs the address that messages come from",
                      "يحتاج ‎--smtp‎ إلى العنوان الذي تُرسل منه الرسائل"},
                     {"add --smtp-from masar@example.org", "أضف ‎--smtp-from masar@example.org‎"});
    settings.from = options.from;
    settings.tls = options.tls == "implicit" ? RelayTls::implicit
                   : options.tls == "none"   ? RelayTls::none
                                             : RelayTls::starttls;
    if (settings.tls == RelayTls::none && !is_this_machine(settings.host))
        return usage({"--smtp-tls none is for a relay on this machine alone",
                      "الخيار ‎--smtp-tls none‎ لخادم بريد على هذا الجهاز وحده"},
                     {"use starttls or implicit", "استخدم starttls أو implicit"});
    if (auto read = read_credentials(options.credentials, files, settings); !read) return tl::unexpected(read.error());
    return settings;
}

SmtpRelay::SmtpRelay(RelaySettings settings, const base::WallClock& clock)
    : settings_(std::move(settings)), clock_(clock) {
    static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)begun;
}

base::Result<void> SmtpRelay::send(const app::Message& message) {
    const Curl curl(curl_easy_init(), &curl_easy_cleanup);
    const Addresses to(curl_slist_append(nullptr, ("<" + message.to + ">").c_str()), &curl_slist_free_all);
    if (!curl || !to || !app::is_mail_address(message.to))
        return base::failure(base::Error::Kind::input_output, {"the message could not be made", "تعذر إعداد الرسالة"});
    const std::string id = base64url(secret_bytes(16)) + "@masar";
    Reading reading{mail_text({settings_.from, clock_.now(), id}, message), 0};
    reach(curl.get(), settings_);
    const std::string from = "<" + settings_.from + ">";
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, &give);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &reading);
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, &ended);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &ending_);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code == CURLE_OK) return {};
    long answer = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer);
    return base::failure(
        base::Error::Kind::input_output,
        report::fill({"the relay did not take a message: {} ({})", "لم يقبل خادم البريد رسالة: {} ({})"},
                     report::ltr(curl_easy_strerror(code)), report::ltr(std::to_string(answer))),
        {"look whether it runs, takes this sender, and these credentials",
         "تحقق من أنه يعمل ويقبل هذا المرسل وبيانات الدخول"});
}

}  // namespace masar::server
