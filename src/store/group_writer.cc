#include "store/group_writer.h"

#include <algorithm>

namespace masar::store {
namespace {

constexpr std::size_t most_at_once = 256;

}  // namespace

GroupWriter::GroupWriter(Database& database) : database_(database), thread_([this] { serve(); }) {}

GroupWriter::~GroupWriter() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    queued_.notify_one();
    thread_.join();
}

base::Result<void> GroupWriter::run(const Work& work) {
    Job job{&work, {}, {}, false};
    std::unique_lock lock(mutex_);
    queue_.push_back(&job);
    queued_.notify_one();
    finished_.wait(lock, [&] { return job.done; });
    if (job.thrown) std::rethrow_exception(job.thrown);
    return std::move(job.outcome);
}

void GroupWriter::serve() {
    std::unique_lock lock(mutex_);
    while (true) {
        queued_.wait(lock, [&] { return ending_ || !queue_.empty(); });
        if (queue_.empty()) return;
        const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(std::min(queue_.size(), most_at_once));
        const Jobs jobs(queue_.begin(), end);
        queue_.erase(queue_.begin(), end);
        lock.unlock();
        write_together(jobs);
        lock.lock();
        for (Job* job : jobs) job->done = true;
        finished_.notify_all();
    }
}

base::Result<void> GroupWriter::begin() {
    if (halted_) return tl::unexpected(*halted_);
    if (!connection_) {
        auto connection = database_.connect();
        if (!connection) return tl::unexpected(connection.error());
        connection_ = *std::move(connection);
    }
    return connection_->begin(Intent::write);
}

void GroupWriter::write_together(const Jobs& jobs) {
    base::Result<void> done = begin();
    if (done) {
        done = do_all(jobs);
        if (done) done = connection_->commit();
    }
    if (done) return;
    if (connection_) connection_->rollback();
    // Kept open when nobody knows what is on the disk: the last one to close would leave that commit in SQLite's log, and who opens
    // the database next would find what we said was not saved.
    if (connection_ && !connection_->sure()) halted_ = done.error();
    // Else the connection may be in any state, also gone: the next work gets a new one.
    if (!halted_) connection_.reset();
    for (Job* job : jobs)
        if (job->outcome && !job->thrown) job->outcome = tl::unexpected(done.error());
}

base::Result<void> GroupWriter::do_all(const Jobs& jobs) {
    for (Job* job : jobs)
        if (auto done = do_one(*job); !done) return done;
    return {};
}

/// Fails when nothing of this transaction can be kept; work that is merely refused is undone alone.
base::Result<void> GroupWriter::do_one(Job& job) {
    if (auto begun = connection_->script("SAVEPOINT work"); !begun) return begun;
    Tables tables(*connection_);
    try {
        job.outcome = (*job.work)(tables);
    } catch (...) {
        job.thrown = std::current_exception();
    }
    if (job.outcome && !job.thrown) return connection_->script("RELEASE SAVEPOINT work");
    const auto undone = connection_->script("ROLLBACK TO SAVEPOINT work; RELEASE SAVEPOINT work");
    // Some errors, a full disk among them, end the whole transaction: then that is the reason to give.
    return !undone && !job.outcome ? job.outcome : undone;
}

}  // namespace masar::store
