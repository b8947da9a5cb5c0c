#pragma once
// Blocks over pages: what goes on which page. Decides only; nothing is drawn here.
#include "paper/block.h"

#include <cstddef>
#include <vector>

namespace masar::paper {

/// A piece at its place.
struct Placed {
    std::size_t page = 0;
    double top = 0;
    const Piece* piece = nullptr;
    const std::string* outline = nullptr;  ///< of a block that begins here; null = none
};

struct PageBody {
    double top = 0, bottom = 0;
};
/// In drawing order. A piece stays with the next one where it asks to; a block's heading stands again on each page it goes on to. A piece
/// that is taller than a page stands alone on one.
[[nodiscard]] std::vector<Placed> placed(const std::vector<Block>& blocks, PageBody body);

}  // namespace masar::paper
