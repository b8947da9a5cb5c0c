#pragma once
// For tests: what a stream says, waited for by its own news and not by the clock.
#include "server/http/event_stream.h"

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace masar::server {

/// All that it says until it closes, or until it has said `mark`. Only a stream that says nothing for minutes is given up.
inline std::string heard(EventStream& stream, std::string_view mark = {}) {
    struct Bell {
        std::mutex mutex;
        std::condition_variable rung;
        bool news = true;
    };
    const auto bell = std::make_shared<Bell>();
    stream.on_news([bell] {
        {
            const std::scoped_lock lock(bell->mutex);
            bell->news = true;
        }
        bell->rung.notify_all();
    });
    std::string text;
    while (true) {
        {
            std::unique_lock lock(bell->mutex);
            if (!bell->rung.wait_for(lock, std::chrono::minutes(4), [&] { return bell->news; })) {
                ADD_FAILURE() << "nothing more is said after: " << text;
                return text;
            }
            bell->news = false;
        }
        const EventStream::News news = stream.take();
        text += news.text;
        if (news.closed || (!mark.empty() && text.find(mark) != std::string::npos)) return text;
    }
}

}  // namespace masar::server
