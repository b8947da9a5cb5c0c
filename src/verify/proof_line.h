#pragma once
// One line of a certificate (docs/certificate.md), as integers.
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace masar::verify {

/// variable >= value or variable <= value.
struct Literal {
    std::int32_t variable = -1;
    std::int32_t value = 0;
    bool at_least = true;

    [[nodiscard]] Literal negated() const { return {variable, at_least ? value - 1 : value + 1, !at_least}; }
};

enum class Meaning : std::uint8_t {
    one,
    start,
    end,
    duration,
    present,
    mode,
    chosen,
    units,
    charge,
    cost,
    lateness,
    moved,
    shift,
    wishes,
    objective,
};

/// `numbers` as the meaning needs them: index, then mode, pool or budget, then period, then amounts.
struct VariableLine {
    std::int32_t variable = -1, least = 0, greatest = 0;
    Meaning meaning = Meaning::one;
    std::vector<std::int64_t> numbers;
};

enum class Constraint : std::uint8_t { activity, link, pool, budget, reservoir, group, gate, objective };

struct ClauseLine {
    enum class Kind : std::uint8_t { posted, explained, learnt };
    Kind kind = Kind::learnt;
    Constraint constraint = Constraint::activity;
    std::int32_t index = -1, period = -1;
    std::vector<Literal> literals;
};

/// Splits lines into words and words into integers; what is not a word of the format fails.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view line);
[[nodiscard]] std::optional<std::int64_t> number_of(std::string_view word);
[[nodiscard]] std::optional<Literal> literal_of(std::string_view word);
[[nodiscard]] std::optional<VariableLine> read_variable(const std::vector<std::string_view>& words);
[[nodiscard]] std::optional<ClauseLine> read_clause(const std::vector<std::string_view>& words);

}  // namespace masar::verify
