#include "cli/option_set.h"

#include "base/near_name.h"
#include "report/figures.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace masar::cli {
namespace {

using base::Text;
using report::fill;
using report::ltr;

/// "-o,--output" → "--output": the name by which people are spoken to.
std::string shown_name(const std::string& names) {
    const std::size_t comma = names.rfind(',');
    return comma == std::string::npos ? names : names.substr(comma + 1);
}

template <class Number>
std::optional<Number> parse_number(const std::string& text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Text not_in_range(const std::string& given, OptionSet::NumberRange range) {
    if (range.highest == INT64_MAX)
        return fill({"expected a whole number of at least {}, not '{}'", "المطلوب عدد صحيح لا يقل عن {}، وليس «{}»"},
                    ltr(std::to_string(range.lowest)), ltr(given));
    return fill({"expected a whole number from {} to {}, not '{}'", "المطلوب عدد صحيح من {} إلى {}، وليس «{}»"},
                ltr(std::to_string(range.lowest)), ltr(std::to_string(range.highest)), ltr(given));
}

template <class Target>
auto number_into(OptionSet::NumberRange range, Target& target) {
    return [range, &target](const std::string& given) -> std::optional<Text> {
        const auto number = parse_number<std::int64_t>(given);
        if (!number || *number < range.lowest || *number > range.highest) return not_in_range(given, range);
        target = *number;
        return std::nullopt;
    };
}

template <class Target>
auto text_into(Target& target) {
    return [&target](const std::string& given) -> std::optional<Text> {
        target = given;
        return std::nullopt;
    };
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& each : words) all += (all.empty() ? "" : ", ") + each;
    return all;
}

}  // namespace

std::optional<std::int64_t> whole_number(const std::string& text) { return parse_number<std::int64_t>(text); }

base::Error usage_error(Text message, Text hint) {
    return {base::Error::Kind::usage, std::move(message), std::move(hint)};
}

void OptionSet::operand(const OptionWords& words, Presence presence, std::string& target) {
    add({words, Kind::operand, presence, text_into(target), {}});
}

void OptionSet::operands(const OptionWords& words, std::vector<std::string>& target) {
    add({words,
         Kind::operands,
         Presence::required,
         [&target](const std::string& given) { return target.push_back(given), std::nullopt; },
         {}});
}

void OptionSet::flag(const OptionWords& words, bool& target) {
    add({words,
         Kind::flag,
         Presence::optional,
         [&target](const std::string&) { return target = true, std::nullopt; },
         {}});
}

void OptionSet::text(const OptionWords& words, std::string& target) {
    add({words, Kind::value, Presence::optional, text_into(target), {}});
}

void OptionSet::text(const OptionWords& words, std::optional<std::string>& target) {
    add({words, Kind::value, Presence::optional, text_into(target), {}});
}

void OptionSet::number(const OptionWords& words, NumberRange range, std::int64_t& target) {
    add({words, Kind::value, Presence::optional, number_into(range, target), {}});
}

void OptionSet::number(const OptionWords& words, NumberRange range, std::optional<std::int64_t>& target) {
    add({words, Kind::value, Presence::optional, number_into(range, target), {}});
}

void OptionSet::seconds(const OptionWords& words, std::optional<double>& target) {
    const auto accept = [&target](const std::string& given) -> std::optional<Text> {
        const auto number = parse_number<double>(given);
        if (!number || !std::isfinite(*number) || *number <= 0)
            return fill({"expected seconds above zero, not '{}'", "المطلوب عدد من الثواني أكبر من الصفر، وليس «{}»"},
                        ltr(given));
        target = *number;
        return std::nullopt;
    };
    add({words, Kind::value, Presence::optional, accept, {}});
}

void OptionSet::choice(const OptionWords& words, const std::vector<std::string>& choices, std::string& target) {
    const auto accept = [choices, &target](const std::string& given) -> std::optional<Text> {
        if (std::ranges::find(choices, given) == choices.end())
            return fill({"expected one of {}, not '{}'", "المطلوب واحد من {}، وليس «{}»"}, ltr(joined(choices)),
                        ltr(given));
        target = given;
        return std::nullopt;
    };
    const bool is_operand = !words.names.starts_with('-');
    add({words, is_operand ? Kind::operand : Kind::value, Presence::optional, accept, {}});
}

void OptionSet::list(const OptionWords& words, std::vector<std::string>& target) {
    const auto accept = [&target](const std::string& given) -> std::optional<Text> {
        for (std::size_t at = 0; at <= given.size();) {
            const std::size_t comma = std::min(given.find(',', at), given.size());
            if (comma > at) target.push_back(given.substr(at, comma - at));
            at = comma + 1;
        }
        return std::nullopt;
    };
    add({words, Kind::value, Presence::optional, accept, {}});
}

base::Error OptionSet::unknown(const std::string& word) const {
    if (!word.starts_with('-'))
        return usage_error(fill({"'{}' is one operand too many", "«{}» زائد على المطلوب"}, ltr(word)));
    const std::string name = word.substr(0, word.find('='));
    std::vector<std::string> known;
    for (const Spec& spec : specs_)
        if (spec.kind != Kind::operand && spec.kind != Kind::operands) known.push_back(shown_name(spec.words.names));
    const auto near = base::nearest(name, known);
    return usage_error(fill({"unknown option '{}'", "خيار غير معروف «{}»"}, ltr(name)),
                       near ? fill({"did you mean '{}'?", "هل تقصد «{}»؟"}, ltr(*near)) : Text{});
}

base::Result<void> OptionSet::read(std::vector<std::string> words) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    for (Spec& spec : specs_) {
        if (spec.kind == Kind::flag)
            app.add_flag_function(spec.words.names, [&spec](std::int64_t) { spec.given = {""}; });
        else if (spec.kind == Kind::operands)
            app.add_option(spec.words.names, spec.given)->expected(-1);
        else if (spec.kind == Kind::operand)
            app.add_option(spec.words.names, spec.given)->expected(1)->allow_extra_args(false);
        else
            app.add_option(spec.words.names, spec.given)->expected(1)->take_all()->allow_extra_args(false);
    }
    try {
        std::ranges::reverse(words);  // the library takes them from the back
        app.parse(std::move(words));
    } catch (const CLI::ParseError& error) {
        const std::string what = error.what();
        return tl::unexpected(
            usage_error(fill({"{} needs a value", "الخيار {} يحتاج إلى قيمة"}, ltr(what.substr(0, what.find(':'))))));
    }
    std::vector<std::string> left = app.remaining();
    if (const auto mark = std::ranges::find(left, "--"); mark != left.end()) left.erase(mark);
    std::ranges::stable_partition(left, [](const std::string& word) { return word.starts_with('-'); });
    if (!left.empty()) return tl::unexpected(unknown(left.front()));
    return {};
}

bool OptionSet::given(const std::string& names) const {
    const auto spec = std::ranges::find(specs_, names, [](const Spec& each) { return each.words.names; });
    return spec != specs_.end() && !spec->given.empty();
}

base::Result<void> OptionSet::refuse_contradictions() const {
    for (const Excluded& pair : excluded_)
        if (given(pair.one) && given(pair.other))
            return tl::unexpected(usage_error(
                fill({"{} and {} contradict each other; give one of them", "الخياران {} و{} متعارضان؛ اكتفِ بأحدهما"},
                     ltr(shown_name(pair.one)), ltr(shown_name(pair.other)))));
    return {};
}

base::Result<void> OptionSet::parse(std::vector<std::string> words) {
    if (auto read_well = read(std::move(words)); !read_well) return read_well;
    for (const Spec& spec : specs_) {
        for (const std::string& given : spec.given)
            if (const auto sentence = spec.accept(given))
                return tl::unexpected(
                    usage_error(fill({"{}: {}", "{}: {}"}, ltr(shown_name(spec.words.names)), *sentence)));
        if (spec.given.empty() && spec.presence == Presence::required)
            return tl::unexpected(usage_error(fill({"{} is missing", "ينقص {}"}, ltr(spec.words.names))));
    }
    return refuse_contradictions();
}

std::vector<OptionSet::Description> OptionSet::describe() const {
    std::vector<Description> all;
    for (const Spec& spec : specs_)
        all.push_back({spec.words, spec.kind == Kind::operand || spec.kind == Kind::operands,
                       spec.presence == Presence::required});
    return all;
}

}  // namespace masar::cli
