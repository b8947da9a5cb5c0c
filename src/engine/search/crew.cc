#include "engine/search/crew.h"

#include <system_error>
#include <utility>

namespace masar::engine {

Crew::Crew(std::int32_t threads) {
    helpers_.reserve(static_cast<std::size_t>(threads > 1 ? threads - 1 : 0));
    try {
        for (std::int32_t thread = 1; thread < threads; ++thread)
            helpers_.emplace_back([this, thread] { help(thread); });
    } catch (const std::system_error&) {  // no room for one more: those that there are do the same work
    }
}

Crew::~Crew() {
    {
        const std::lock_guard lock(mutex_);
        leaving_ = true;
    }
    start_.notify_all();
    for (auto& helper : helpers_) helper.join();
}

void Crew::run(std::int32_t jobs, const Job& job) {
    if (helpers_.empty()) {
        for (std::int32_t i = 0; i < jobs; ++i) job(i, 0);
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        job_ = &job;
        next_ = 0;
        jobs_ = jobs;
        ++round_;
    }
    start_.notify_all();
    work(0);
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return busy_ == 0 && next_ >= jobs_; });
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void Crew::help(std::int32_t thread) {
    std::uint64_t seen = 0;
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            start_.wait(lock, [&] { return leaving_ || round_ != seen; });
            if (leaving_) return;
            seen = round_;
        }
        work(thread);
    }
}

void Crew::work(std::int32_t thread) {
    for (;;) {
        std::int32_t mine = 0;
        {
            const std::lock_guard lock(mutex_);
            if (next_ >= jobs_) return;
            mine = next_++;
            ++busy_;
        }
        std::exception_ptr failure;
        try {
            (*job_)(mine, thread);
        } catch (...) {
            failure = std::current_exception();
        }
        const std::lock_guard lock(mutex_);
        if (failure && (!failure_ || mine < failed_job_)) {
            failure_ = failure;
            failed_job_ = mine;
        }
        if (--busy_ == 0 && next_ >= jobs_) done_.notify_all();
    }
}

}  // namespace masar::engine
