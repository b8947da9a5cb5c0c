#include "server/http/door_keeper.h"

#include <algorithm>
#include <vector>

namespace masar::server {
namespace {

/// Who goes first: those that have proven nothing, then those in the middle of a request, then the idle.
int rank(Guest::Doing doing) {
    switch (doing) {
        case Guest::Doing::proving: return 0;
        case Guest::Doing::reading: return 1;
        case Guest::Doing::idle: return 2;
        default: return 3;
    }
}

}  // namespace

void DoorKeeper::admit(const std::shared_ptr<Guest>& guest) {
    const std::lock_guard lock(mutex_);
    if (proving_.load() >= limits_.unproven_connections) make_room(true);
    if (guests_.size() >= limits_.connections) make_room(false);
    guest->since = ++tick_;
    guests_.emplace(guest.get(), guest);
    ++proving_;
}

void DoorKeeper::gone(const std::shared_ptr<Guest>& guest) {
    const std::lock_guard lock(mutex_);
    if (guests_.erase(guest.get()) == 0) return;
    counts_as_proven(*guest);
    if (guest->doing == Guest::Doing::streaming) --streaming_;
}

void DoorKeeper::counts_as_proven(Guest& guest) {
    if (guest.unproven.exchange(false)) --proving_;
}

void DoorKeeper::note(Guest& guest, Guest::Doing doing) {
    const Guest::Doing before = guest.doing.exchange(doing);
    guest.since = tick_.fetch_add(1, std::memory_order_relaxed) + 1;
    if (before == doing) return;
    counts_as_proven(guest);
    if (doing == Guest::Doing::streaming) ++streaming_;
    if (before == Guest::Doing::streaming) --streaming_;
}

bool DoorKeeper::may_stream(const Guest& guest) const {
    if (streaming_.load() >= limits_.streams) return false;
    const std::lock_guard lock(mutex_);
    const auto mine = std::ranges::count_if(guests_, [&](const auto& each) {
        return each.second->doing == Guest::Doing::streaming && each.second->address == guest.address;
    });
    return static_cast<std::size_t>(mine) < limits_.streams_per_address;
}

void DoorKeeper::dismiss(const std::shared_ptr<Guest>& guest) {
    if (guest->asked_to_leave.exchange(true)) return;
    counts_as_proven(*guest);
    ++let_go_;
    guest->leave();
}

void DoorKeeper::make_room(bool proving_only) {
    struct Candidate {
        std::size_t together;  ///< how many of its address are in the same state
        std::int64_t since;
        int rank;
        std::shared_ptr<Guest> guest;
    };
    std::unordered_map<std::string, std::size_t> of_address;
    std::vector<Candidate> candidates;
    for (const auto& [key, guest] : guests_) {
        const int its_rank = rank(guest->doing);
        if (guest->asked_to_leave || its_rank == 3 || (proving_only && its_rank != 0)) continue;
        ++of_address[guest->address];
        candidates.push_back({0, guest->since, its_rank, guest});
    }
    for (Candidate& each : candidates) each.together = of_address[each.guest->address];
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        return std::tuple(a.rank, b.together, a.since) < std::tuple(b.rank, a.together, b.since);
    });
    candidates.resize(std::min(candidates.size(), candidates.size() / 8 + 1));
    for (const Candidate& each : candidates) dismiss(each.guest);
}

void DoorKeeper::dismiss_idle() {
    const std::lock_guard lock(mutex_);
    for (const auto& [key, guest] : guests_)
        if (guest->doing != Guest::Doing::answering) dismiss(guest);
}

void DoorKeeper::dismiss_all() {
    const std::lock_guard lock(mutex_);
    for (const auto& [key, guest] : guests_) dismiss(guest);
}

std::size_t DoorKeeper::present() const {
    const std::lock_guard lock(mutex_);
    return guests_.size();
}

std::size_t DoorKeeper::streaming() const { return streaming_.load(); }

}  // namespace masar::server
