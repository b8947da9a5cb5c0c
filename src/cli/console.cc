#include "cli/console.h"

#include "cli/system_reason.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace masar::cli {
namespace {

/// 0, or errno.
int write_to(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// Opens /dev/null under a closed standard number, so that no file of ours gets it. Tells whether it was closed.
bool fill_when_closed(int descriptor) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) return false;
    return ::open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY) >= 0;
}

}  // namespace

Console::Console() {
    fill_when_closed(STDIN_FILENO);
    output_closed_ = fill_when_closed(STDOUT_FILENO);
    fill_when_closed(STDERR_FILENO);
    std::signal(SIGPIPE, SIG_IGN);  // write() then says EPIPE
    input_is_terminal_ = ::isatty(STDIN_FILENO) != 0;
    output_is_terminal_ = ::isatty(STDOUT_FILENO) != 0;
    error_is_terminal_ = ::isatty(STDERR_FILENO) != 0;
}

base::Result<void> Console::print(std::string_view text) {
    if (reader_gone_ || mute_) return {};
    const int failed = output_closed_ ? EBADF : write_to(STDOUT_FILENO, text);
    if (failed == EPIPE)
        reader_gone_ = true;
    else if (failed != 0)
        return tl::unexpected(file_error({"cannot write to", "تعذرت الكتابة إلى"}, "stdout", failed));
    return {};
}

void Console::mute() {
    mute_ = true;
    error_is_terminal_ = false;
}

void Console::complain(std::string_view text) const {
    if (!mute_) (void)write_to(STDERR_FILENO, text);
}

std::optional<std::string> Console::read_line() const {
    std::string line;
    char c = 0;
    while (true) {
        const ssize_t got = ::read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return line.empty() ? std::nullopt : std::optional(line);
        if (c == '\n') return line;
        line += c;
    }
}

report::Colours Console::colours() const {
    const bool wanted = output_is_terminal_ && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
    return wanted ? report::Colours::on : report::Colours::off;
}

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

base::Language language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const std::string_view locale = environment(name); !locale.empty())
            return locale == "ar" || locale.starts_with("ar_") || locale.starts_with("ar.") ? base::Language::ar
                                                                                            : base::Language::en;
    return base::Language::en;
}

}  // namespace masar::cli
