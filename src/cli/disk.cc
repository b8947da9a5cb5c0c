#include "cli/disk.h"

#include "cli/system_reason.h"
#include "report/figures.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>

namespace masar::cli {
namespace {

using base::Text;

const Text cannot_read{"cannot read", "تعذرت قراءة"};
const Text cannot_write{"cannot write", "تعذرت كتابة"};

/// An open file that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool open() const { return number_ >= 0; }
    /// 0, or the errno of a close that failed (delayed write errors show here).
    int close() {
        const int number = number_;
        number_ = -1;
        return number >= 0 && ::close(number) != 0 ? errno : 0;
    }

private:
    int number_;
};

/// 0, or errno.
int write_all(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

base::Error too_large(std::string_view path, std::size_t limit) {
    return {base::Error::Kind::input_output,
            report::fill({"'{}' is larger than {} bytes and was not read", "«{}» أكبر من {} بايت فلم يُقرأ"},
                         report::ltr(path), report::ltr(report::grouped(static_cast<std::int64_t>(limit)))),
            {}};
}

/// Where the content has to end up: through symbolic links, because renaming over a link would replace the link.
std::string final_path(std::string_view path) {
    std::error_code ignored;
    const auto real = std::filesystem::canonical(std::filesystem::path(path), ignored);
    return ignored ? std::string(path) : real.string();
}

/// Pipes and devices (/dev/stdout, /dev/null) cannot be replaced; they are written in place.
bool written_in_place(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

/// The permissions that the new file takes over from the old one, or what the umask gives.
mode_t mode_for(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) return status.st_mode & 0777;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

/// 0, or errno; on failure nothing is left behind.
int write_aside_and_rename(const std::string& path, std::string_view content) {
    std::string aside = path + ".XXXXXX";
    Descriptor file(::mkstemp(aside.data()));
    if (!file.open()) return errno;
    int failed = ::fchmod(file.number(), mode_for(path)) != 0 ? errno : write_all(file.number(), content);
    if (failed == 0 && ::fsync(file.number()) != 0) failed = errno;
    if (const int closing = file.close(); failed == 0) failed = closing;
    if (failed == 0 && ::rename(aside.c_str(), path.c_str()) != 0) failed = errno;
    if (failed != 0) ::unlink(aside.c_str());
    return failed;
}

}  // namespace

base::FileDoor::Entry Disk::look(std::string_view path) const {
    struct stat status {};
    if (::stat(std::string(path).c_str(), &status) != 0) return Entry::missing;
    return S_ISDIR(status.st_mode) ? Entry::folder : Entry::file;
}

base::Result<std::string> Disk::read(std::string_view path, ReadLimit limit) const {
    const Descriptor file(::open(std::string(path).c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open()) return tl::unexpected(file_error(cannot_read, path, errno));
    struct stat status {};
    std::string content;
    if (::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode)) {
        if (static_cast<std::size_t>(status.st_size) > limit.bytes) return tl::unexpected(too_large(path, limit.bytes));
        content.reserve(static_cast<std::size_t>(status.st_size));
    }
    std::vector<char> buffer(1 << 16);
    while (true) {
        const ssize_t got = ::read(file.number(), buffer.data(), buffer.size());
        if (got == 0) return content;
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return tl::unexpected(file_error(cannot_read, path, errno));
        content.append(buffer.data(), static_cast<std::size_t>(got));
        if (content.size() > limit.bytes) return tl::unexpected(too_large(path, limit.bytes));
    }
}

base::Result<void> Disk::write_whole(std::string_view path, std::string_view content) {
    const std::string target = final_path(path);
    int failed = 0;
    if (look(target) == Entry::folder)
        failed = EISDIR;
    else if (written_in_place(target))
        return append(target, content);
    else
        failed = write_aside_and_rename(target, content);
    if (failed != 0) return tl::unexpected(file_error(cannot_write, path, failed));
    return {};
}

base::Result<void> Disk::append(std::string_view path, std::string_view content) {
    Descriptor file(::open(std::string(path).c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666));
    if (!file.open()) return tl::unexpected(file_error(cannot_write, path, errno));
    int failed = write_all(file.number(), content);
    if (const int closing = file.close(); failed == 0) failed = closing;
    if (failed != 0) return tl::unexpected(file_error(cannot_write, path, failed));
    return {};
}

base::Result<std::vector<std::string>> Disk::list(std::string_view folder) const {
    std::error_code failed;
    std::vector<std::string> names;
    std::filesystem::directory_iterator entry(std::filesystem::path(folder), failed);
    for (; !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed))
        names.push_back(entry->path().filename().string());
    if (failed) return tl::unexpected(file_error(cannot_read, folder, failed.value()));
    std::ranges::sort(names);
    return names;
}

}  // namespace masar::cli
