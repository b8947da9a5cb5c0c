#pragma once
// Rows of 32 numbers, one per lane, on cache-line boundaries.
#include "forecast/lane_tables.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>

namespace masar::forecast {

template <class T>
class AlignedRows {
public:
    AlignedRows() = default;
    /// `count` rows of zeros.
    explicit AlignedRows(std::size_t count) : count_(count) {
        const std::size_t size = std::max<std::size_t>(count, 1) * static_cast<std::size_t>(lanes);
        rows_.reset(static_cast<T*>(::operator new(size * sizeof(T), alignment)));
        std::fill_n(rows_.get(), size, T{});
    }

    [[nodiscard]] T* data() { return rows_.get(); }
    [[nodiscard]] const T* data() const { return rows_.get(); }
    [[nodiscard]] T* row(std::size_t index) { return rows_.get() + index * static_cast<std::size_t>(lanes); }
    [[nodiscard]] const T* row(std::size_t index) const {
        return rows_.get() + index * static_cast<std::size_t>(lanes);
    }
    [[nodiscard]] std::size_t count() const { return count_; }
    void fill(std::size_t index, T value) { std::fill_n(row(index), lanes, value); }

private:
    static constexpr std::align_val_t alignment{64};
    struct Release {
        void operator()(T* rows) const { ::operator delete(rows, alignment); }
    };
    std::unique_ptr<T, Release> rows_;
    std::size_t count_ = 0;
};

}  // namespace masar::forecast
