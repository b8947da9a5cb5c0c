#pragma once
// What all conversations of one server share. Included by the files of the wire only: it needs Asio.
#include "server/http/answerer.h"
#include "server/http/door_keeper.h"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>

namespace masar::server {

struct WireContext {
    Answerer& answerer;
    DoorKeeper& door;
    ServerLimits limits;
    bool encrypted = false;
    boost::asio::thread_pool& workers;
    boost::asio::thread_pool&
        hasher;  ///< of passwords: one thread, so that a flood of sign-ins takes no worker from anybody
    std::atomic<bool> closing{false};

    /// Those who do one kind of work, and how many requests wait for them or are with them.
    struct Queue {
        boost::asio::thread_pool& pool;
        std::size_t most;
        std::atomic<std::size_t> waiting{0};
    };
    Queue work{workers, limits.waiting_requests}, hashing{hasher, limits.waiting_hashes};

    /// The answer of a worker; the coroutine goes on on its own strand.
    boost::asio::awaitable<HttpResponse> with_work(Queue& queue, const HttpRequest& request) {
        return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(HttpResponse)>(
            [this, &queue, &request](auto handler) {
                auto guard = boost::asio::make_work_guard(boost::asio::get_associated_executor(handler));
                boost::asio::post(queue.pool, [this, &request, guard, handler = std::move(handler)]() mutable {
                    HttpResponse response = answerer.with_work(request);
                    boost::asio::post(guard.get_executor(),
                                      [handler = std::move(handler), response = std::move(response)]() mutable {
                                          handler(std::move(response));
                                      });
                });
            },
            boost::asio::use_awaitable);
    }
};

}  // namespace masar::server
