#include "verify/proof_line.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <span>

namespace masar::verify {
namespace {

constexpr std::array<std::string_view, 15> meanings{"one",      "start",  "end",   "duration", "present",
                                                    "mode",     "chosen", "units", "charge",   "cost",
                                                    "lateness", "moved",  "shift", "wishes",   "objective"};
constexpr std::array<std::string_view, 8> constraints{"activity",  "link",  "pool", "budget",
                                                      "reservoir", "group", "gate", "objective"};

template <class Enum, std::size_t Count>
std::optional<Enum> named(const std::array<std::string_view, Count>& names, std::string_view word) {
    const auto found = std::ranges::find(names, word);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

std::optional<std::int32_t> small_number_of(std::string_view word) {
    const auto number = number_of(word);
    if (!number || *number < std::numeric_limits<std::int32_t>::min() / 2
        || *number > std::numeric_limits<std::int32_t>::max() / 2)
        return std::nullopt;
    return static_cast<std::int32_t>(*number);
}

/// How many numbers a meaning has before its amounts.
std::size_t indices_of(Meaning meaning) {
    switch (meaning) {
        case Meaning::one: return 0;
        case Meaning::mode:
        case Meaning::chosen:
        case Meaning::units: return 2;
        case Meaning::charge: return 3;
        default: return 1;
    }
}

bool has_amounts(Meaning meaning) {
    return meaning == Meaning::charge || meaning == Meaning::cost || meaning == Meaning::wishes
           || meaning == Meaning::objective;
}

bool read_literals(std::span<const std::string_view> words, std::vector<Literal>& out) {
    for (const std::string_view word : words) {
        const auto literal = literal_of(word);
        if (!literal) return false;
        out.push_back(*literal);
    }
    return true;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (true) {
        const std::size_t from = line.find_first_not_of(' ');
        if (from == std::string_view::npos) return words;
        line.remove_prefix(from);
        const std::size_t size = std::min(line.find(' '), line.size());
        words.push_back(line.substr(0, size));
        line.remove_prefix(size);
    }
}

std::optional<std::int64_t> number_of(std::string_view word) {
    std::int64_t number = 0;
    const char* const end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, number);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

std::optional<Literal> literal_of(std::string_view word) {
    const std::size_t sign = word.find_first_of("<>");
    if (sign == std::string_view::npos || sign + 1 >= word.size() || word[sign + 1] != '=') return std::nullopt;
    const auto variable = small_number_of(word.substr(0, sign)), value = small_number_of(word.substr(sign + 2));
    if (!variable || !value || *variable < 0) return std::nullopt;
    return Literal{*variable, *value, word[sign] == '>'};
}

std::optional<VariableLine> read_variable(const std::vector<std::string_view>& words) {
    if (words.size() < 5) return std::nullopt;
    const auto variable = small_number_of(words[1]), least = small_number_of(words[2]),
               greatest = small_number_of(words[3]);
    const auto meaning = named<Meaning>(meanings, words[4]);
    if (!variable || !least || !greatest || !meaning) return std::nullopt;
    VariableLine line{*variable, *least, *greatest, *meaning, {}};
    for (std::size_t i = 5; i < words.size(); ++i) {
        const auto number = number_of(words[i]);
        if (!number) return std::nullopt;
        line.numbers.push_back(*number);
    }
    const std::size_t indices = indices_of(*meaning);
    const bool enough = has_amounts(*meaning) ? line.numbers.size() >= indices : line.numbers.size() == indices;
    if (!enough || (*meaning == Meaning::objective && line.numbers.size() != 3)) return std::nullopt;
    return line;
}

std::optional<ClauseLine> read_clause(const std::vector<std::string_view>& words) {
    ClauseLine line;
    std::size_t at = 1;
    if (words[0] != "l") {
        line.kind = words[0] == "c" ? ClauseLine::Kind::posted : ClauseLine::Kind::explained;
        if (words.size() < 4) return std::nullopt;
        const auto constraint = named<Constraint>(constraints, words[1]);
        const auto index = small_number_of(words[2]);
        if (!constraint || !index) return std::nullopt;
        line.constraint = *constraint;
        line.index = *index;
        at = 3;
        if (line.constraint == Constraint::budget) {
            const auto period = small_number_of(words[at++]);
            if (!period) return std::nullopt;
            line.period = *period;
        }
        if (at >= words.size() || words[at++] != ":") return std::nullopt;
    }
    if (!read_literals(std::span(words).subspan(at), line.literals)) return std::nullopt;
    return line;
}

}  // namespace masar::verify
