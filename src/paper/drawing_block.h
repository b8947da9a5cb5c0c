#pragma once
// Drawings as blocks: one as wide as the page, cut between its rows where it is long; or small ones in a grid.
#include "paper/article_blocks.h"

namespace masar::paper {

[[nodiscard]] Block drawing_block(const pugi::xml_node& svg, const Room& room, const Letters& letters);
/// div.indicators: in each cell a name, a drawing, and words below.
[[nodiscard]] Block panel_block(const pugi::xml_node& grid, const Room& room, const Letters& letters);

}  // namespace masar::paper
