#include "planfile/literal_risk.h"

#include "planfile/literal_duration.h"
#include "planfile/literal_number.h"
#include "planfile/phrase.h"

#include <algorithm>
#include <array>

namespace masar::planfile {
namespace {

using base::Decimal;

constexpr std::string_view likelihoods = "frequent|likely|occasional|seldom|unlikely";
constexpr Decimal largest_factor = Decimal::of(1000);

bool begins_like_a_number(std::string_view text) {
    return !text.empty() && (text[0] == '-' || text[0] == '+' || text[0] == '.' || ('0' <= text[0] && text[0] <= '9'));
}

/// What an editor's percentage without its sign was probably meant to be: 30 → 30%.
base::Text percent_hint(Decimal number) {
    if (number >= Decimal::of(2) && number <= Decimal::of(100))
        return phrase("did you mean '{}%'?", "هل تقصد «{}%»؟", base::to_string(number));
    return {"write it from 0 to 1, or from 0% to 100%", "اكتبها من 0 إلى 1، أو من 0% إلى 100%"};
}

/// The one or three numbers around the slashes; nothing for two, or more than three.
std::optional<std::array<std::string_view, 3>> three_parts(std::string_view text) {
    const auto first = split_at(text, "/");
    if (!first) return std::array{text, text, text};
    const auto second = split_at(first->second, "/");
    if (!second || second->second.find('/') != std::string_view::npos) return std::nullopt;
    return std::array{first->first, second->first, second->second};
}

tl::unexpected<Fault> two_values(std::string_view text, base::Text hint) {
    return fault(code::bad_number, text, {"one value or three are expected", "المطلوب قيمة واحدة أو ثلاث قيم"},
                 std::move(hint));
}

const base::Text out_of_order{"optimistic, most likely and pessimistic are out of order",
                              "المتفائل والأرجح والمتشائم غير مرتبة"};

}  // namespace

Parsed<Chance> parse_chance(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    if (!begins_like_a_number(text)) {
        const auto word = parse_word(text, likelihoods);
        if (!word) return tl::unexpected(word.error());
        return Chance(static_cast<plan::Likelihood>(*word));
    }
    if (text.ends_with('%')) {
        const auto percent = parse_percent(text);
        if (!percent) return tl::unexpected(percent.error());
        return Chance(*percent);
    }
    const auto number = parse_number(text);
    if (!number) return tl::unexpected(number.error());
    if (*number < Decimal{} || *number > Decimal::of(1))
        return fault(code::out_of_range, text,
                     phrase("a probability of {} is not between 0 and 1", "الاحتمالية {} ليست بين 0 و1", text),
                     percent_hint(*number));
    return Chance(*number);
}

Parsed<plan::Factor> parse_factor(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const auto parts = three_parts(text);
    if (!parts) return two_values(text, {"write 0.95/1.05/1.15", "اكتب 0.95/1.05/1.15"});
    plan::Factor factor;
    for (std::size_t i = 0; i < parts->size(); ++i) {
        const auto number = parse_number((*parts)[i]);
        if (!number) return tl::unexpected(number.error());
        if (*number <= Decimal{} || *number > largest_factor)
            return fault(
                code::out_of_range, (*parts)[i],
                phrase("a factor of {} is not above 0 and at most 1000", "المعامل {} ليس فوق 0 وحتى 1000", (*parts)[i]),
                {"1 changes nothing, 1.15 makes durations 15% longer",
                 "‏1 لا يغيّر شيئاً، و1.15 يطيل المدد بنسبة 15%"});
        factor.value[i] = *number;
    }
    if (std::ranges::is_sorted(factor.value)) return factor;
    auto sorted = factor.value;
    std::ranges::sort(sorted);
    return fault(code::points_out_of_order, text, out_of_order,
                 phrase("did you mean '{}/{}/{}'?", "هل تقصد «{}/{}/{}»؟", base::to_string(sorted[0]),
                        base::to_string(sorted[1]), base::to_string(sorted[2])));
}

Parsed<plan::Delay> parse_delay(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    if (!text.ends_with("ed")) {
        const auto duration = parse_duration(text);
        if (!duration) return tl::unexpected(duration.error());
        return plan::Delay{duration->working_days, false};
    }
    const auto parts = three_parts(trimmed(text.substr(0, text.size() - 2)));
    if (!parts) return two_values(text, {"write 7/14/30ed", "اكتب 7/14/30ed"});
    plan::Delay delay{{}, true};
    for (std::size_t i = 0; i < parts->size(); ++i) {
        const auto days = parse_whole((*parts)[i], longest_days);
        if (!days)
            return fault(code::bad_duration, text,
                         phrase("'{}' is not a number of days", "«{}» ليس عدداً من الأيام", shortened(text)),
                         {"write elapsed days like 14ed or 7/14/30ed", "اكتب أياماً متصلة مثل 14ed أو 7/14/30ed"});
        delay.days[i] = static_cast<int>(*days);
    }
    if (std::ranges::is_sorted(delay.days)) return delay;
    auto sorted = delay.days;
    std::ranges::sort(sorted);
    return fault(code::points_out_of_order, text, out_of_order,
                 phrase("did you mean '{}/{}/{}ed'?", "هل تقصد «{}/{}/{}ed»؟", sorted[0], sorted[1], sorted[2]));
}

plan::Likelihood likelihood_of(Decimal probability) {
    using enum plan::Likelihood;
    const std::int64_t percent = probability.billionths / (Decimal::one / 100);
    if (percent >= 80) return frequent;
    if (percent >= 50) return likely;
    if (percent >= 20) return occasional;
    return percent >= 5 ? seldom : unlikely;
}

}  // namespace masar::planfile
