#pragma once
// What the services use: reading one state of everything, and writing in transactions. Writes of many threads are put together into one
// commit (group commit), so that a disk that takes 5 ms to be sure is no limit of 200 writes a second.
//
//   store.read([&](const Tables& kept) { return kept.plans.by_key("uae-us"); });
//   store.write([&](Tables& kept) -> base::Result<std::int64_t> { return kept.plans.add(row); });
//
// When `write` returns without an error, what was written is on the disk; when it returns one, nothing of it is.
#include "store/tables.h"

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace masar::store {

class GroupWriter;
class ReadersPool;

class Store {
public:
    /// Brings an older database forward (after a copy of it) and checks it; refuses a newer one, a damaged one, one that cannot be
    /// written: each with a sentence.
    [[nodiscard]] static base::Result<std::unique_ptr<Store>> open(std::unique_ptr<Database> database);
    /// Waits for what is being written.
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// `work(const Tables&)` → base::Result<…>; sees one state. No write may be made inside, nor any waiting done.
    template <class Work>
    auto read(Work work) const {
        std::optional<std::invoke_result_t<Work&, const Tables&>> outcome;
        const base::Result<void> done = run_read([&](const Tables& kept) { outcome.emplace(work(kept)); });
        if (!done) outcome.emplace(tl::unexpected(done.error()));
        return *std::move(outcome);
    }

    /// `work(Tables&)` → base::Result<…>; called once, by the thread that writes. An error it returns undoes all it did.
    template <class Work>
    auto write(Work work) {
        std::optional<std::invoke_result_t<Work&, Tables&>> outcome;
        const base::Result<void> done = run_write([&](Tables& kept) -> base::Result<void> {
            outcome.emplace(work(kept));
            if (!*outcome) return tl::unexpected(outcome->error());
            return {};
        });
        if (!done) outcome.emplace(tl::unexpected(done.error()));
        return *std::move(outcome);
    }

    [[nodiscard]] std::string name() const;

private:
    explicit Store(std::unique_ptr<Database> database);

    [[nodiscard]] base::Result<void> run_read(const std::function<void(const Tables&)>& work) const;
    [[nodiscard]] base::Result<void> run_write(const std::function<base::Result<void>(Tables&)>& work);

    std::unique_ptr<Database> database_;
    std::unique_ptr<ReadersPool> readers_;
    std::unique_ptr<GroupWriter> writer_;
};

}  // namespace masar::store
