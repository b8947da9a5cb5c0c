#include "planfile/language_figures.h"

#include "planfile/literal.h"
#include "planfile/number_words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace masar::planfile {
namespace {

/// Numbers that stand free, and all numbers, those glued to letters included; both sorted.
struct Figures {
    std::vector<std::string> free, all;
};

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_latin(char c) { return ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z'); }

/// Whether a digit in either script may occur: most texts have none.
bool may_have_digits(std::string_view text) {
    return std::ranges::any_of(text, is_digit) || text.find("\xD9\xA0") != std::string_view::npos
           || std::ranges::adjacent_find(text, [](char a, char b) {
                  const auto lead = static_cast<unsigned char>(a), next = static_cast<unsigned char>(b);
                  return (lead == 0xD9 && next >= 0xA0 && next <= 0xA9)
                         || (lead == 0xDB && next >= 0xB0 && next <= 0xB9);
              }) != text.end();
}

/// The number that begins at `at`: digits, with points between digits, and commas where three digits follow.
std::string number_at(std::string_view text, std::size_t& at) {
    std::string number;
    while (at < text.size()) {
        if (is_digit(text[at])) {
            number += text[at++];
            continue;
        }
        const bool digit_follows = at + 1 < text.size() && is_digit(text[at + 1]);
        const bool group = text[at] == ',' && at + 3 < text.size() && all_digits(text.substr(at + 1, 3))
                           && (at + 4 >= text.size() || !is_digit(text[at + 4]));
        if (text[at] == '.' && digit_follows)
            number += '.';
        else if (!group)
            break;
        ++at;
    }
    // 0.50 is 0.5, 007 stays what it is: part of an id
    if (number.find('.') != std::string::npos) {
        number.erase(number.find_last_not_of('0') + 1);
        if (number.ends_with('.')) number.pop_back();
    }
    return number;
}

Figures figures_of(std::string_view text) {
    const std::string plain = with_ascii_digits(text);
    Figures figures;
    for (std::size_t at = 0; at < plain.size();) {
        if (!is_digit(plain[at])) {
            ++at;
            continue;
        }
        const bool fiscal = at >= 2 && plain.compare(at - 2, 2, "FY") == 0;
        const bool glued_before = at > 0 && is_latin(plain[at - 1]) && !fiscal;
        std::string number = number_at(plain, at);
        const bool glued_behind = at < plain.size() && is_latin(plain[at]);
        if (!glued_before && !glued_behind) figures.free.push_back(number);
        figures.all.push_back(std::move(number));
    }
    std::ranges::sort(figures.free);
    std::ranges::sort(figures.all);
    return figures;
}

/// The first of `required` that `available` lacks and `text`, where those stand, does not spell out; both sorted, repetitions counted.
std::optional<std::string> missing(const std::vector<std::string>& required, const std::vector<std::string>& available,
                                   std::string_view text) {
    std::vector<std::string> lacking;
    std::ranges::set_difference(required, available, std::back_inserter(lacking));
    const auto found = std::ranges::find_if_not(lacking, [&](const auto& each) { return spells_out(text, each); });
    return found == lacking.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::optional<FigureDifference> differing_figure(std::string_view en, std::string_view ar) {
    if (!may_have_digits(en) && !may_have_digits(ar)) return std::nullopt;
    const Figures english = figures_of(en), arabic = figures_of(ar);
    if (const auto number = missing(english.free, arabic.all, ar)) return FigureDifference{*number, {}};
    if (const auto number = missing(arabic.free, english.all, en)) return FigureDifference{{}, *number};
    return std::nullopt;
}

}  // namespace masar::planfile
