#include "store/cells.h"

#include <algorithm>

namespace masar::store {

std::string to_words(const Sides& sides) {
    std::string words;
    for (const std::string& side : sides) {
        if (!words.empty()) words += ' ';
        words += side;
    }
    return words;
}

Sides to_sides(std::string_view words) {
    Sides sides;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        sides.emplace_back(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return sides;
}

}  // namespace masar::store
