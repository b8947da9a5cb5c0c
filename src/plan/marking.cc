#include "plan/marking.h"

#include "base/arabic.h"

#include <algorithm>
#include <array>
#include <string>

namespace masar::plan {
namespace {

constexpr std::array<std::string_view, 3> levels{"TOP SECRET", "SECRET", "CONFIDENTIAL"};
// As base::normalised_for_search leaves them.
constexpr std::array<std::string_view, 5> arabic_levels{"سري", "سري جدا", "سري للغايه", "محظور", "سري للغايه جدا"};
constexpr std::array<std::string_view, 8> portions{"(S)", "(TS)", "(S/", "(TS/", "(C//", "[S]", "[TS]", "(S-"};
constexpr std::string_view punctuation = " \t\r-_=*#/\\.:;,!|~<>\"'";

bool is_letter(char c) { return ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z') || (c & 0x80) != 0; }

bool equals_level(std::string_view piece) {
    const auto first = piece.find_first_not_of(punctuation);
    if (first == std::string_view::npos) return false;
    piece = piece.substr(first, piece.find_last_not_of(punctuation) - first + 1);
    if (std::ranges::find(levels, piece) != levels.end()) return true;
    constexpr std::size_t longest = 80;  // Arabic levels with vowel marks and tatweel
    if (piece.size() > longest || (piece.front() & 0x80) == 0) return false;
    std::string plain = base::normalised_for_search(piece);
    // Dashes and quotation marks that are more than one byte.
    for (const std::string_view mark : {"«", "»", "–", "—", "“", "”", "…", "•"})
        for (auto at = plain.find(mark); at != std::string::npos; at = plain.find(mark)) plain.erase(at, mark.size());
    while (plain.starts_with(' ')) plain.erase(0, 1);
    while (plain.ends_with(' ')) plain.pop_back();
    return std::ranges::find(arabic_levels, plain) != arabic_levels.end();
}

/// The inside of some pair of brackets is a level.
bool has_bracketed_level(std::string_view line) {
    constexpr std::array<std::array<std::string_view, 2>, 4> pairs{{{"(", ")"}, {"[", "]"}, {"{", "}"}, {"«", "»"}}};
    for (const auto& [open, close] : pairs)
        for (auto at = line.find(open); at != std::string_view::npos; at = line.find(open, at + 1)) {
            const auto inside = line.substr(at + open.size());
            const auto end = inside.find(close);
            if (end != std::string_view::npos && equals_level(inside.substr(0, end))) return true;
        }
    return false;
}

/// "SECRET//" with no letter before it, "//NOFORN" with none behind.
bool has_banner(std::string_view line) {
    for (const std::string_view level : {std::string_view("SECRET//"), std::string_view("CONFIDENTIAL//")})
        for (auto at = line.find(level); at != std::string_view::npos; at = line.find(level, at + 1))
            if (at == 0 || !is_letter(line[at - 1])) return true;
    constexpr std::string_view noforn = "//NOFORN";
    const auto at = line.find(noforn);
    return at != std::string_view::npos && (at + noforn.size() == line.size() || !is_letter(line[at + noforn.size()]));
}

bool is_marked(std::string_view line) {
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return false;
    line.remove_prefix(first);
    const bool portion = std::ranges::any_of(portions, [&](std::string_view each) { return line.starts_with(each); });
    return portion || equals_level(line) || has_banner(line) || has_bracketed_level(line);
}

}  // namespace

bool has_classification_marking(std::string_view text) {
    while (true) {
        const auto end = text.find('\n');
        if (is_marked(text.substr(0, end))) return true;
        if (end == std::string_view::npos) return false;
        text.remove_prefix(end + 1);
    }
}

}  // namespace masar::plan
