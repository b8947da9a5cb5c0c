#include "base/plural.h"

#include "base/number_format.h"

namespace masar::base {
namespace {

std::string with_figure(std::int64_t number, std::string_view word) {
    return grouped(number) + " " + std::string(word);
}

std::string arabic(const Noun& noun, std::int64_t number, Case place) {
    // "-2" cannot be said by the noun alone.
    if (number < 0) return left_to_right(grouped(number)) + " " + std::string(noun.ar_other);
    switch (arabic_plural(static_cast<std::uint64_t>(number))) {
        case PluralForm::one: return std::string(noun.ar_one);
        case PluralForm::two: return std::string(place == Case::nominative ? noun.ar_two : noun.ar_two_after);
        case PluralForm::few: return with_figure(number, noun.ar_few);
        case PluralForm::many: return with_figure(number, noun.ar_many);
        case PluralForm::zero:
        case PluralForm::other: break;
    }
    return with_figure(number, noun.ar_other);
}

}  // namespace

PluralForm arabic_plural(std::uint64_t number) {
    if (number == 0) return PluralForm::zero;
    if (number == 1) return PluralForm::one;
    if (number == 2) return PluralForm::two;
    const std::uint64_t rest = number % 100;
    if (3 <= rest && rest <= 10) return PluralForm::few;
    return rest >= 11 ? PluralForm::many : PluralForm::other;
}

Text counted(const Noun& noun, std::int64_t number, Case place) {
    return {with_figure(number, number == 1 || number == -1 ? noun.en_one : noun.en_other),
            arabic(noun, number, place)};
}

}  // namespace masar::base
