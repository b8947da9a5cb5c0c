#pragma once
// Walks over the whole numbers of a text, line by line, and remembers the first thing wrong with line and reason. After a
// failure it answers the lowest number allowed, so that readers need no check after each number.
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace masar::problem::format {

/// What a number means, for the sentence about it.
struct Label {
    std::string_view en, ar;
};

struct NumberRange {
    std::int64_t low = 0;
    std::int64_t high = 1'000'000'000;
};

class NumberReader {
public:
    /// one_per_line: next() refuses to cross a line end; only skip functions and start_row() do.
    enum class Rows : std::uint8_t { one_per_line, free };
    NumberReader(std::string_view text, Rows rows);

    std::int32_t next(const Label& what, NumberRange range = {});
    /// As next(), of a number in brackets: "[-5]".
    std::int32_t next_in_brackets(const Label& what, NumberRange range);
    /// Moves past the line that contains `words`, to the start of the following one.
    void skip_past(const Label& words);
    /// The number after the colon of the first line from here on that contains `key`; then moves to the following line.
    std::int32_t number_after(const Label& key, NumberRange range);
    /// Moves to the next line that begins with a number, when there is one.
    void skip_to_numbers();
    /// Moves to the first line with anything on it that is not begun yet; fails when the current row has numbers left.
    void start_row();
    /// Fails when anything but spaces (or, by line, a ruler of asterisks) follows.
    void expect_end();

    void fail(const base::Text& reason);
    [[nodiscard]] bool failed() const { return failure_.has_value(); }
    [[nodiscard]] const base::Error& failure() const { return *failure_; }
    [[nodiscard]] std::int64_t line_count() const { return static_cast<std::int64_t>(lines_.size()); }
    [[nodiscard]] std::int64_t characters() const { return characters_; }

private:
    [[nodiscard]] std::string_view peek_token();
    [[nodiscard]] std::string_view rest_of_line() const;
    [[nodiscard]] bool find_line_with(const Label& words);
    std::int32_t parse(std::string_view token, const Label& what, NumberRange range);
    std::int32_t missing(const Label& what, NumberRange range);

    std::vector<std::string_view> lines_;
    Rows rows_;
    std::size_t line_ = 0;    ///< position in lines_
    std::size_t column_ = 0;  ///< position in the line
    std::int64_t characters_;
    std::optional<base::Error> failure_;
};

}  // namespace masar::problem::format
