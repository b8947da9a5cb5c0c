#pragma once
// Byte offset → Place (line, column in code points) in O(log lines), however long the line.
#include "base/place.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace masar::planfile {

class SourceIndex {
public:
    /// `text` must outlive the index. A byte order mark at its start is no column.
    SourceIndex(std::string_view text, std::uint16_t file);

    /// Of the bytes [begin, end); clipped to the first line, and at least one column wide.
    [[nodiscard]] base::Place place(std::size_t begin, std::size_t end) const;
    /// Byte offset of a 1-based line and code-point column; clipped to the text.
    [[nodiscard]] std::size_t offset(std::uint32_t line, std::uint32_t column) const;
    [[nodiscard]] std::size_t lines() const { return line_starts_.size(); }

private:
    [[nodiscard]] std::size_t characters_before(std::size_t offset) const;
    [[nodiscard]] std::size_t line_of(std::size_t offset) const;

    std::string_view text_;
    std::uint16_t file_;
    std::vector<std::uint32_t> line_starts_;
    std::vector<std::uint32_t> characters_before_block_;  ///< code points before each block of bytes
    std::vector<std::uint32_t> lines_before_block_;       ///< lines that begin at or before each block's first byte
};

}  // namespace masar::planfile
