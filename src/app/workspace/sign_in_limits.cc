#include "app/workspace/sign_in_limits.h"

#include <algorithm>

namespace masar::app {

/// After the free failures 1, 2, 4, … seconds from the last one on.
std::int64_t SignInLimits::wait(const Book& book, const std::string& key, int free, base::Moment now) {
    const auto found = book.find(key);
    if (found == book.end() || found->second.failed < free || now - found->second.last > forgotten_after) return 0;
    const int doublings = std::min(found->second.failed - free, 10);
    const auto pause = std::min(std::chrono::seconds(1LL << doublings), longest_wait);
    return std::max<std::int64_t>(std::chrono::ceil<std::chrono::seconds>(found->second.last + pause - now).count(), 0);
}

void SignInLimits::count(Book& book, const std::string& key, base::Moment now) {
    if (book.size() >= most_remembered && !book.contains(key)) {
        std::erase_if(book, [&](const auto& each) { return now - each.second.last > forgotten_after; });
        const auto oldest = std::ranges::min_element(book, {}, [](const auto& each) { return each.second.last; });
        if (book.size() >= most_remembered) book.erase(oldest);
    }
    Tries& tries = book[key];
    if (now - tries.last > forgotten_after) tries.failed = 0;
    ++tries.failed;
    tries.last = now;
}

std::int64_t SignInLimits::attempt(const std::string& login, const std::string& address, base::Moment now) {
    const std::lock_guard lock(mutex_);
    const std::int64_t longer =
        std::max(wait(by_login_, login, free_by_login, now), wait(by_address_, address, free_by_address, now));
    if (longer > 0) return longer;
    count(by_login_, login, now);
    count(by_address_, address, now);
    return 0;
}

void SignInLimits::succeeded(const std::string& login, const std::string& address) {
    const std::lock_guard lock(mutex_);
    by_login_.erase(login);
    // Only this attempt is taken back: a guesser may have an account of their own.
    if (const auto found = by_address_.find(address); found != by_address_.end())
        found->second.failed = std::max(found->second.failed - 1, 0);
}

tl::unexpected<Refusal> too_early(std::int64_t seconds) {
    auto refused = refuse(Refusal::Why::too_many, {"too many attempts", "محاولات كثيرة جداً"},
                          {"wait " + std::to_string(seconds) + " s, then try again",
                           "انتظر " + std::to_string(seconds) + " ث ثم أعد المحاولة"});
    refused.value().retry_seconds = seconds;
    return refused;
}

}  // namespace masar::app
