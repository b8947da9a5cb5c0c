#include "app/workspace/common_passwords.h"

#include <algorithm>
#include <vector>

namespace masar::app {
namespace {

std::vector<std::string_view> sorted_words() {
    std::vector<std::string_view> words;
    for (std::string_view rest = common_password_words; !rest.empty();) {
        const std::size_t end = rest.find(' ');
        words.push_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    return words;
}

bool is_word(std::string_view text) {
    static const std::vector<std::string_view> words = sorted_words();
    return std::ranges::binary_search(words, text);
}

bool is_one_or_two(std::string_view text) {
    if (is_word(text)) return true;
    for (std::size_t i = 1; i < text.size(); ++i)
        if (is_word(text.substr(0, i)) && is_word(text.substr(i))) return true;
    return false;
}

bool is_decoration(char c) { return (c >= '!' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~'); }

}  // namespace

bool is_common_password(std::string_view plain) {
    std::string_view core = plain;
    while (!core.empty() && is_decoration(core.back())) core.remove_suffix(1);
    return is_one_or_two(plain) || is_one_or_two(core);
}

}  // namespace masar::app
