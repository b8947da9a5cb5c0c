#pragma once
// Between what the store says and what a service answers.
#include "app/workspace/refusal.h"
#include "store/keepable.h"
#include "store/store.h"

#include <optional>
#include <type_traits>
#include <utility>

namespace masar::app {

/// What is wrong with the database is for whoever runs the server, and nobody's field is to blame for it.
[[nodiscard]] inline Refusal refusal_of_store(const base::Error& error) {
    Refusal refusal = refusal_of(error);
    if (!store::is_unkeepable(error)) refusal.why = Refusal::Why::storage;
    return refusal;
}

/// `work(Tables&)` → Outcome<…> in one writing transaction; a refusal undoes all it did.
template <class Work>
auto write_or_refuse(store::Store& store, Work work) -> std::invoke_result_t<Work&, store::Tables&> {
    using Answer = std::invoke_result_t<Work&, store::Tables&>;
    std::optional<Answer> answer;
    const auto done = store.write([&](store::Tables& kept) -> base::Result<void> {
        answer.emplace(work(kept));
        // Any error does: it is the answer that is told.
        if (!*answer) return base::failure(base::Error::Kind::usage, answer->error().message);
        return {};
    });
    if (!done && (!answer || *answer)) return tl::unexpected(refusal_of_store(done.error()));
    return *std::move(answer);
}

/// `work(const Tables&)` → Outcome<…> in one reading transaction.
template <class Work>
auto read_or_refuse(const store::Store& store, Work work) -> std::invoke_result_t<Work&, const store::Tables&> {
    using Answer = std::invoke_result_t<Work&, const store::Tables&>;
    std::optional<Answer> answer;
    const auto done = store.read([&](const store::Tables& kept) -> base::Result<void> {
        answer.emplace(work(kept));
        return {};
    });
    if (!done) return tl::unexpected(refusal_of_store(done.error()));
    return *std::move(answer);
}

/// What the store says, or why it does not.
template <class T>
[[nodiscard]] Outcome<T> told(base::Result<T> result) {
    if (!result) return tl::unexpected(refusal_of_store(result.error()));
    if constexpr (std::is_void_v<T>)
        return {};
    else
        return *std::move(result);
}

}  // namespace masar::app
