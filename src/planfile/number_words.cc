#include "planfile/number_words.h"

#include "base/arabic.h"

#include <algorithm>
#include <array>
#include <string>

namespace masar::planfile {
namespace {

struct NumberWords {
    std::string_view digits;
    std::array<std::string_view, 4> stems;  ///< as normalised_for_search writes them
};

constexpr NumberWords table[] = {
    {"1", {"one", "first", "اول", "واحد"}},        {"2", {"two", "second", "ثاني", "اثن"}},
    {"3", {"three", "third", "ثالث", "ثلاث"}},     {"4", {"four", "fourth", "رابع", "اربع"}},
    {"5", {"five", "fifth", "خامس", "خمس"}},       {"6", {"six", "sixth", "سادس", "ست"}},
    {"7", {"seven", "seventh", "سابع", "سبع"}},    {"8", {"eight", "eighth", "ثامن", "ثمان"}},
    {"9", {"nine", "ninth", "تاسع", "تسع"}},       {"10", {"ten", "tenth", "عاشر", "عشر"}},
    {"11", {"eleven", "eleventh", "حادي", "احد"}}, {"12", {"twelve", "twelfth", "ثاني", "اثن"}},
};

/// Letters that Arabic joins to the front of a word.
std::string_view without_prefixes(std::string_view word) {
    for (const std::string_view prefix : {"و", "ف", "ب", "ل", "ال", "ل"})
        if (word.size() > prefix.size() + 4 && word.starts_with(prefix)) word.remove_prefix(prefix.size());
    return word;
}

/// The stem and at most two further letters, as endings of gender, number and case are.
bool is_form_of(std::string_view word, std::string_view stem) {
    const bool latin = stem.front() >= 'a' && stem.front() <= 'z';
    if (latin) return word == stem;
    constexpr std::size_t two_letters = 4;  // bytes
    for (const std::string_view each : {word, without_prefixes(word)})
        if (each.starts_with(stem) && each.size() <= stem.size() + two_letters) return true;
    return false;
}

}  // namespace

bool spells_out(std::string_view text, std::string_view digits) {
    const auto* words = std::ranges::find(table, digits, &NumberWords::digits);
    if (words == std::end(table)) return false;
    const std::string plain = base::normalised_for_search(text);
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t end = std::min(plain.find_first_of(" -,.;:()/", at), plain.size());
        const std::string_view word = std::string_view(plain).substr(at, end - at);
        const auto says = [&](std::string_view stem) { return is_form_of(word, stem); };
        if (std::ranges::any_of(words->stems, says)) return true;
        at = end + 1;
    }
    return false;
}

}  // namespace masar::planfile
