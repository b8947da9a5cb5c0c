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
    std::atomic<bool> closing{false};
    std::atomic<std::size_t> waiting{0};  ///< requests that wait for a worker or are with one

    /// The answer of a worker; the coroutine goes on on its own strand.
    boost::asio::awaitable<HttpResponse> with_work(const HttpRequest& request) {
        return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(HttpResponse)>(
            [this, &request](auto handler) {
                auto guard = boost::asio::make_work_guard(boost::asio::get_associated_executor(handler));
                boost::asio::post(workers, [this, &request, guard, handler = std::move(handler)]() mutable {
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
