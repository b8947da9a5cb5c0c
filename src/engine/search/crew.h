#pragma once
// Threads that execute numbered jobs. Which thread takes which job is left to chance; what a job does must not depend on it.
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace masar::engine {

class Crew {
public:
    /// job in [0, jobs), thread in [0, threads).
    using Job = std::function<void(std::int32_t job, std::int32_t thread)>;

    explicit Crew(std::int32_t threads);
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    [[nodiscard]] std::int32_t threads() const { return static_cast<std::int32_t>(helpers_.size()) + 1; }
    /// Returns when every job is done; the caller is thread 0. What a job throws (std::bad_alloc) is thrown here once all threads rest,
    /// of several the one of the first job; with one thread the jobs after it are not begun.
    void run(std::int32_t jobs, const Job& job);

private:
    void help(std::int32_t thread);
    void work(std::int32_t thread);

    std::mutex mutex_;
    std::condition_variable start_, done_;
    const Job* job_ = nullptr;
    std::int32_t next_ = 0, jobs_ = 0, busy_ = 0;
    std::uint64_t round_ = 0;
    bool leaving_ = false;
    std::exception_ptr failure_;
    std::int32_t failed_job_ = 0;
    std::vector<std::thread> helpers_;
};

}  // namespace masar::engine
