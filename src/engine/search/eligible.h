#pragma once
// The eligible activities of a generation pass, the most urgent first.
#include <algorithm>
#include <cstdint>
#include <vector>

namespace masar::engine {

class Eligible {
public:
    struct Entry {
        std::int64_t urgency;  ///< the least goes first
        std::int32_t activity;
        bool operator<(const Entry& other) const {
            return urgency != other.urgency ? urgency > other.urgency : activity > other.activity;
        }
    };

    void clear() { heap_.clear(); }
    [[nodiscard]] bool empty() const { return heap_.empty(); }
    void push(Entry entry) {
        heap_.push_back(entry);
        std::push_heap(heap_.begin(), heap_.end());
    }
    Entry pop() {
        std::pop_heap(heap_.begin(), heap_.end());
        const Entry entry = heap_.back();
        heap_.pop_back();
        return entry;
    }

private:
    std::vector<Entry> heap_;
};

/// Day first, then key: the urgency of the parallel scheme.
[[nodiscard]] constexpr std::int64_t by_day(std::int32_t day, std::int32_t key) {
    return (std::int64_t{day} << 32) + key;
}

}  // namespace masar::engine
