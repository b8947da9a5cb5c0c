#include "server/confined.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <vector>

namespace masar::server {
namespace {

/// What a call gives on a confined thread: 0, or the error.
template <class Call>
int confined(Call call) {
    int error = 0;
    run_confined([&] { error = call() < 0 ? errno : 0; });
    return error;
}

TEST(Confined, WorkIsDoneAndWhatItThrowsIsThrown) {
    std::vector<int> made;
    run_confined([&] {
        for (int i = 0; i < 1'000'000; ++i) made.push_back(i);  // memory is there
    });
    EXPECT_EQ(made.size(), 1'000'000U);
    EXPECT_THROW(run_confined([] { throw std::runtime_error("in there"); }), std::runtime_error);
}

TEST(Confined, WorkOpensNoFile) {
    if (!confinement().calls && !confinement().files) GTEST_SKIP() << "this kernel confines nothing";
    EXPECT_NE(confined([] { return ::open("/etc/passwd", O_RDONLY); }), 0);
    EXPECT_NE(confined([] { return ::open("/tmp/masar-confined", O_WRONLY | O_CREAT, 0600); }), 0);
    EXPECT_NE(confined([] { return ::unlink("/tmp/masar-confined-none"); }), ENOENT);
    EXPECT_NE(confined([] { return ::syscall(SYS_openat, AT_FDCWD, "/proc/self/environ", O_RDONLY); }), 0);
    EXPECT_GE(::close(::open("/etc/passwd", O_RDONLY)), 0) << "other threads are as they were";
}

TEST(Confined, WorkReachesNoSocketAndNoProgram) {
    if (!confinement().calls) GTEST_SKIP() << "this kernel filters no system calls";
    EXPECT_EQ(confined([] { return ::socket(AF_INET, SOCK_STREAM, 0); }), EPERM);
    EXPECT_EQ(confined([] { return ::socket(AF_UNIX, SOCK_DGRAM, 0); }), EPERM);
    int pair[2];
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
    EXPECT_EQ(confined([&] { return ::write(pair[0], "x", 1); }), EPERM) << "a socket of somebody else's";
    EXPECT_EQ(confined([&] { return ::send(pair[0], "x", 1, 0); }), EPERM);
    EXPECT_EQ(::write(pair[0], "x", 1), 1);
    ::close(pair[0]);
    ::close(pair[1]);
    EXPECT_EQ(confined([] { return ::syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr); }), EPERM);
    EXPECT_EQ(confined([] { return ::execl("/bin/true", "true", nullptr); }), EPERM);
    EXPECT_EQ(confined([] { return ::kill(::getppid(), 0); }), EPERM);
}

}  // namespace
}  // namespace masar::server
