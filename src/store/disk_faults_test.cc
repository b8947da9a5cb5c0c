// What the store does when the disk does not do as it is told. The calls that SQLite makes are answered here: fdatasync by a function of
// the same name, which the dynamic linker prefers; pwrite by the table of system calls that SQLite keeps.
#include "store/store_case_test.h"

#include <sqlite3.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace {

std::atomic<bool> sync_fails{false};
std::atomic<int> writes_left{1 << 30};

ssize_t write_while_there_is_space(int file, const void* bytes, std::size_t count, off_t at) {
    if (writes_left-- > 0) return ::syscall(SYS_pwrite64, file, bytes, count, at);
    errno = ENOSPC;
    return -1;
}

int sync(long call, int file) {
    if (!sync_fails) return static_cast<int>(::syscall(call, file));
    errno = EIO;
    return -1;
}

}  // namespace

extern "C" int fdatasync(int file) { return sync(SYS_fdatasync, file); }
extern "C" int fsync(int file) { return sync(SYS_fsync, file); }

namespace masar::store {
namespace {

using testing::HasSubstr;

base::Result<std::int64_t> add_account(Store& store) {
    return store.write([](Tables& tables) { return tables.accounts.add({}); });
}

std::size_t accounts_of(const Store& store) {
    return store.read([](const Tables& tables) { return tables.accounts.all(); })->size();
}

class DiskFaults : public testing::Test {
protected:
    ~DiskFaults() override {
        sync_fails = false;
        writes_left = 1 << 30;
        sqlite3_vfs_find(nullptr)->xSetSystemCall(sqlite3_vfs_find(nullptr), nullptr, nullptr);
    }
    FilePlace place;
};

TEST_F(DiskFaults, NothingMoreIsWrittenOnceTheDiskDidNotConfirm) {
    const auto store = place.store();
    ASSERT_TRUE(add_account(*store));
    sync_fails = true;
    const auto unconfirmed = add_account(*store);
    ASSERT_FALSE(unconfirmed);
    EXPECT_THAT(unconfirmed.error().message.en, HasSubstr("did not confirm"));
    sync_fails = false;  // it may say so, but what was lost is lost
    const auto refused = add_account(*store);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, unconfirmed.error().message);
    EXPECT_EQ(accounts_of(*store), 1U);  // reading goes on
}

TEST_F(DiskFaults, WhatWasConfirmedIsThereAfterARestart) {
    {
        const auto store = place.store();
        ASSERT_TRUE(add_account(*store));
        sync_fails = true;
        EXPECT_FALSE(add_account(*store));
        sync_fails = false;
    }
    const auto again = place.store();
    EXPECT_EQ(accounts_of(*again), 1U);
    EXPECT_TRUE(add_account(*again));
}

/// The disk is full from the n-th write on, for every n up to more than the work needs.
TEST_F(DiskFaults, AFullDiskAtAnyWriteLosesNothingThatWasConfirmed) {
    auto* vfs = sqlite3_vfs_find(nullptr);
    ASSERT_EQ(vfs->xSetSystemCall(vfs, "pwrite64", reinterpret_cast<sqlite3_syscall_ptr>(write_while_there_is_space)),
              SQLITE_OK);
    ASSERT_EQ(vfs->xSetSystemCall(vfs, "pwrite", reinterpret_cast<sqlite3_syscall_ptr>(write_while_there_is_space)),
              SQLITE_OK);
    int refusals = 0;
    for (int writes = 0; writes < 40; ++writes) {
        const FilePlace full;
        std::size_t confirmed = 0;
        {
            const auto store = full.store();
            writes_left = writes;
            for (int count = 0; count < 5; ++count) {
                const auto added = add_account(*store);
                confirmed += added ? 1 : 0;
                refusals += added ? 0 : 1;
                EXPECT_THAT(added ? "no space left" : added.error().message.en, HasSubstr("no space left"));
            }
            writes_left = 1 << 30;
            EXPECT_EQ(accounts_of(*store), confirmed);
            EXPECT_TRUE(add_account(*store)) << "after somebody made space";
        }
        EXPECT_EQ(accounts_of(*full.store()), confirmed + 1);
        EXPECT_TRUE(full.database()->check());
    }
    EXPECT_GT(refusals, 20);
}

}  // namespace
}  // namespace masar::store
