#include "planfile/source_index.h"

#include <algorithm>
#include <cstring>

namespace masar::planfile {
namespace {

constexpr std::size_t block_bytes = 1024;

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (c & 0xC0) != 0x80;
    return count;
}

}  // namespace

SourceIndex::SourceIndex(std::string_view text, std::uint16_t file) : text_(text), file_(file) {
    line_starts_.push_back(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
    std::size_t count = 0;
    for (std::size_t block = 0; block <= text.size(); block += block_bytes) {
        characters_before_block_.push_back(static_cast<std::uint32_t>(count));
        count += count_characters(text.substr(block, block_bytes));
        const auto first = std::ranges::upper_bound(line_starts_, block);
        lines_before_block_.push_back(static_cast<std::uint32_t>(first - line_starts_.begin()));
    }
    lines_before_block_.push_back(static_cast<std::uint32_t>(line_starts_.size()));
}

std::size_t SourceIndex::characters_before(std::size_t offset) const {
    const std::size_t block = offset / block_bytes;
    return characters_before_block_[block]
           + count_characters(text_.substr(block * block_bytes, offset - block * block_bytes));
}

std::size_t SourceIndex::line_of(std::size_t offset) const {
    const std::size_t block = offset / block_bytes;
    const auto first = line_starts_.begin() + lines_before_block_[block];
    const auto last = line_starts_.begin() + lines_before_block_[block + 1];
    const auto next = std::upper_bound(first, last, offset);
    return next == line_starts_.begin() ? 0 : static_cast<std::size_t>(next - line_starts_.begin()) - 1;
}

base::Place SourceIndex::place(std::size_t begin, std::size_t end) const {
    begin = std::min(begin, text_.size());
    end = std::clamp(end, begin, text_.size());
    const std::size_t line = line_of(begin);
    if (line + 1 < line_starts_.size()) end = std::min<std::size_t>(end, line_starts_[line + 1]);
    while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r' || text_[end - 1] == ' ')) --end;
    const std::size_t start = std::min<std::size_t>(line_starts_[line], begin);
    // Short lines are counted directly; only a long one needs the blocks.
    const std::size_t before = begin - start < block_bytes ? count_characters(text_.substr(start, begin - start))
                                                           : characters_before(begin) - characters_before(start);
    const std::size_t width = std::max<std::size_t>(1, count_characters(text_.substr(begin, end - begin)));
    return {static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(before + 1),
            static_cast<std::uint32_t>(before + width), file_};
}

std::size_t SourceIndex::offset(std::uint32_t line, std::uint32_t column) const {
    if (line == 0 || line > line_starts_.size()) return text_.size();
    std::size_t at = line_starts_[line - 1];
    for (std::uint32_t passed = 1; at < text_.size() && text_[at] != '\n'; ++at) {
        if ((text_[at] & 0xC0) == 0x80) continue;
        if (passed++ == column) break;
    }
    return at;
}

}  // namespace masar::planfile
