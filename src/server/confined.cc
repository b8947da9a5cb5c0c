#include "server/confined.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <memory>
#include <thread>
#include <tuple>

namespace masar::server {
namespace {

// Debian 12's headers know the first versions of Landlock only; numbers and bits are the kernel's, on every architecture.
constexpr long create_ruleset = 444, restrict_self = 446;
struct LandlockRuleset {
    std::uint64_t files, net, scopes;
};

/// All that a version of Landlock can forbid; a version that does not know a bit refuses it.
LandlockRuleset everything(long version) {
    constexpr std::array<int, 6> files{0, 13, 14, 15, 15, 16};  // how many kinds of access to files each version knows
    LandlockRuleset all{};
    all.files = (std::uint64_t{1} << files[static_cast<std::size_t>(std::min(version, 5L))]) - 1;
    if (version >= 4) all.net = 3;     // to bind and to connect TCP
    if (version >= 6) all.scopes = 3;  // abstract sockets and signals of others
    return all;
}

/// No path may be opened, made, removed or run any more, since no rule allows one.
bool forbid_files() {
    const long version = ::syscall(create_ruleset, nullptr, 0, 1);
    if (version < 1) return false;
    const LandlockRuleset all = everything(version);
    const std::size_t known = version >= 6 ? sizeof all : version >= 4 ? sizeof all - 8 : 8;
    const long rules = ::syscall(create_ruleset, &all, known, 0);
    if (rules < 0) return false;
    const bool done = ::syscall(restrict_self, rules, 0) == 0;
    ::close(static_cast<int>(rules));
    return done;
}

/// Memory, locks, time, the end of the thread; and words on standard error, for whatever dies there.
constexpr std::array allowed_calls{SCMP_SYS(mmap),
                                   SCMP_SYS(munmap),
                                   SCMP_SYS(mremap),
                                   SCMP_SYS(mprotect),
                                   SCMP_SYS(madvise),
                                   SCMP_SYS(brk),
                                   SCMP_SYS(futex),
                                   SCMP_SYS(sched_yield),
                                   SCMP_SYS(clock_gettime),
                                   SCMP_SYS(clock_nanosleep),
                                   SCMP_SYS(gettimeofday),
                                   SCMP_SYS(getrandom),
                                   SCMP_SYS(gettid),
                                   SCMP_SYS(getpid),
                                   SCMP_SYS(rt_sigprocmask),
                                   SCMP_SYS(rt_sigaction),
                                   SCMP_SYS(rt_sigreturn),
                                   SCMP_SYS(sigaltstack),
                                   SCMP_SYS(set_robust_list),
                                   SCMP_SYS(rseq),
                                   SCMP_SYS(membarrier),
                                   SCMP_SYS(restart_syscall),
                                   SCMP_SYS(exit),
                                   SCMP_SYS(exit_group)};

bool forbid_calls() {
    const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(::seccomp_init(SCMP_ACT_ERRNO(EPERM)),
                                                                  ::seccomp_release);
    if (!filter) return false;
    for (const int call : allowed_calls)
        if (::seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0) return false;
    const scmp_arg_cmp to_standard_error = SCMP_A0(SCMP_CMP_EQ, STDERR_FILENO);
    if (::seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(write), 1, &to_standard_error) != 0)
        return false;
    return ::seccomp_load(filter.get()) == 0;
}

/// The calling thread, for good.
Confinement confine_this_thread() {
    // Both ask for it, and libseccomp would set it anyway.
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return {};
    Confinement done;
    done.files = forbid_files();  // before its calls are forbidden too
    done.calls = forbid_calls();
    return done;
}

}  // namespace

Confinement confinement() {
    static const Confinement tried = [] {
        Confinement done;
        std::thread([&] { done = confine_this_thread(); }).join();
        return done;
    }();
    return tried;
}

void run_confined(const std::function<void()>& work) {
    std::exception_ptr thrown;
    std::thread([&] {
        std::ignore = confine_this_thread();  // what it lacks was said when the server started
        try {
            work();
        } catch (...) {
            thrown = std::current_exception();
        }
    }).join();
    if (thrown) std::rethrow_exception(thrown);
}

}  // namespace masar::server
