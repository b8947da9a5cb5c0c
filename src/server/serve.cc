#include "server/serve.h"

#include "app/workspace/dates_watch.h"
#include "app/workspace/open_store.h"
#include "base/json_writer.h"
#include "report/figures.h"
#include "server/application.h"
#include "server/confined.h"
#include "server/digest_clock.h"
#include "server/first_plan.h"
#include "server/http/http_server.h"
#include "server/http/spoken_language.h"
#include "server/open_files.h"
#include "server/route_table.h"
#include "server/smtp_relay.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <thread>

namespace masar::server {
namespace {

base::Result<std::optional<TlsText>> read_tls(const ServeOptions& options, const base::FileDoor& files) {
    if (options.tls_certificate.empty()) return std::nullopt;
    auto certificates = files.read(options.tls_certificate, {.bytes = 1 << 20});
    if (!certificates) return tl::unexpected(certificates.error());
    auto key = files.read(options.tls_key, {.bytes = 1 << 20});
    if (!key) return tl::unexpected(key.error());
    return TlsText{std::move(*certificates), std::move(*key)};
}

bool reached_from_here_only(std::string_view address) {
    return address == "localhost" || address == "::1" || address.starts_with("127.");
}

std::string address_of(const ServeOptions& options, const HttpServer& server) {
    const bool v6 = options.address.find(':') != std::string::npos;
    const std::string host = reached_from_here_only(options.address) ? "localhost"
                             : v6                                    ? "[" + options.address + "]"
                                                                     : options.address;
    return (options.tls_certificate.empty() ? "http://" : "https://") + host + ":" + std::to_string(server.port())
           + "/";
}

/// The database of a server, or the file in the folder, which only its owner may enter.
base::Result<app::OpenStore> open_data(const std::string& folder) {
    if (app::is_server_address(folder)) return app::open_store(folder);
    std::error_code failed;
    if (std::filesystem::create_directories(folder, failed))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
    if (failed)
        return base::failure(
            base::Error::Kind::input_output,
            report::fill({"cannot make the folder '{}'", "تعذر إنشاء المجلد «{}»"}, report::ltr(folder)),
            {"choose another with --data", "اختر غيره بالخيار ‎--data‎"});
    return app::open_store(folder);
}

base::Text token_lines(const std::vector<app::SetupToken>& tokens) {
    base::Text lines;
    for (const app::SetupToken& each : tokens) {
        const base::Text line = report::fill(
            {"Set-up token of side {}, for its first administrator: {}\n", "رمز إعداد الجانب {} لأول مسؤول فيه: {}\n"},
            report::ltr(each.side), report::ltr(each.token));
        lines.en += line.en;
        lines.ar += line.ar;
    }
    return lines;
}

Announcement announcement_of(const std::string& address, const std::vector<app::SetupToken>& tokens) {
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_object().field("address", address).field("process", static_cast<std::int64_t>(::getpid()));
    json.key("setup_tokens").begin_object();
    for (const app::SetupToken& each : tokens) json.field(each.side, each.token);
    json.end_object().end_object();
    return {report::fill({"Masar is at {}\n{}Stop it with Ctrl-C.\n", "«مسار» على {}\n{}أوقفه بالضغط على Ctrl-C.\n"},
                         report::ltr(address), token_lines(tokens)),
            json.take() + "\n"};
}

/// Nothing where no relay is named: then no message is ever sent.
base::Result<std::unique_ptr<SmtpRelay>> relay_of(const SmtpOptions& options, const base::FileDoor& files,
                                                  const base::WallClock& clock) {
    if (options.relay.empty()) return std::unique_ptr<SmtpRelay>();
    auto settings = relay_settings(options, files);
    if (!settings) return tl::unexpected(settings.error());
    return std::make_unique<SmtpRelay>(*std::move(settings), clock);
}

/// Where people find the pages: under the name that a proxy gives it, which speaks TLS, when it has one.
std::string link_of(const ServeOptions& options, const std::string& address) {
    return options.names.empty() ? address : "https://" + options.names.front() + "/";
}

std::vector<ServerFigures::Gauge> gauges_of(HttpServer& server, const Services& services) {
    const auto number = [](auto count) { return static_cast<double>(count); };
    return {
        {"masar_connections", "Open connections.", number(server.door().present())},
        {"masar_streams", "Open event streams.", number(server.door().streaming())},
        {"masar_connections_let_go", "Connections closed to make room for others, since the start.",
         number(server.door().let_go())},
        {"masar_jobs", "Jobs that wait or run.", number(services.runs.open())},
        {"masar_edits_begun_again", "Edits worked out once more because their roadmap had moved on, since the start.",
         number(services.workspace.turns->begun_again())}};
}

}  // namespace

base::Result<void> serve(const ServeOptions& options, const ServeDoors& doors) {
    auto tls = read_tls(options, doors.files);
    if (!tls) return tl::unexpected(tls.error());

    const SystemWallClock clock;
    const auto relay = relay_of(options.smtp, doors.files, clock);
    if (!relay) return tl::unexpected(relay.error());

    auto store = open_data(options.data);
    if (!store) return tl::unexpected(store.error());
    Services services(*std::move(store), clock);
    services.example.files = shipped_example();
    if (auto first = keep_first_plan(services.workspace, doors.files, options.plan); !first) return first;
    if (const auto begun = app::follow_all_dates(services.runs, services.workspace); !begun)
        return base::failure(base::Error::Kind::input_output, begun.error().message, begun.error().hint);
    const auto sides = app::all_sides(services.workspace);
    if (!sides) return base::failure(base::Error::Kind::input_output, sides.error().message, sides.error().hint);
    const auto tokens = services.accounts.setup_tokens(*sides);
    if (!tokens) return base::failure(base::Error::Kind::input_output, tokens.error().message, tokens.error().hint);

    ServerLog log(to_standard_error());
    Listening listening;
    listening.address = options.address;
    listening.port = static_cast<std::uint16_t>(options.port);
    listening.tls = std::move(*tls);
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    listening.socket_threads = options.threads > 0 ? static_cast<unsigned>(options.threads) : std::min(cores, 8U);
    listening.workers = listening.socket_threads;
    listening.limits.reads_per_second = static_cast<double>(options.reads_per_second);
    allow_open_files(listening.limits);

    Site site(route_table(), listening.limits, log, services);
    site.sends_messages = *relay != nullptr;
    const bool local = reached_from_here_only(options.address);
    const auto logged =
        options.log_everything ? ApplicationSettings::Log::everything : ApplicationSettings::Log::changes;
    Application application(site, {options.names, local, logged});
    auto server = HttpServer::open(listening, application);
    if (!server) return tl::unexpected(server.error());
    site.gauges = [&] { return gauges_of(**server, services); };

    if (auto told = doors.announce(announcement_of(address_of(options, **server), *tokens)); !told) return told;
    log.write(LogLevel::info, "listening");
    std::optional<DigestClock> digests;
    if (*relay)
        digests.emplace(services.workspace, **relay,
                        app::DigestSettings{link_of(options, address_of(options, **server)), options.smtp.hour}, log);
    if (const Confinement has = confinement(); !has.calls || !has.files)
        log.write(LogLevel::warning, "uploads-less-confined",
                  [&](base::JsonWriter& json) { json.field("system-calls", has.calls).field("files", has.files); });
    (*server)->run(HttpServer::Signals::end_it, [&] {
        site.closing = true;
        if (*relay) (*relay)->end();
        log.write(LogLevel::info, "closing");
    });
    return {};
}

}  // namespace masar::server
