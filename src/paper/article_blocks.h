#pragma once
// Blocks from the report's markup, for a column of one language. The markup is report/html_writer's: every tag that the page's sections
// write has its shape here.
#include "paper/block.h"

#include <pugixml.hpp>

#include <cstddef>
#include <set>
#include <vector>

namespace masar::paper {

/// The room that blocks are made for.
struct Room {
    Column column;                     ///< of running text and tables
    Column whole;                      ///< of wide drawings and tables
    double height = 0;                 ///< of a page between head and foot
    double letters = 1;                ///< scale of all letter sizes
    bool dense = false;                ///< a brief: narrow spaces, and drawings with letters of the size of the text's
    std::set<std::size_t> broad = {};  ///< numbers of blocks that take the whole width although they fit the column
};

/// Of an <article>. What would be too small in the column is a `wide` block.
[[nodiscard]] std::vector<Block> blocks_of(const pugi::xml_node& article, const Room& room, const Letters& letters);

}  // namespace masar::paper
