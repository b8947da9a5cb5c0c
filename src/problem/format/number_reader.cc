#include "problem/format/number_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace masar::problem::format {
namespace {

constexpr std::string_view spaces = " \t\r\f\v";

std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::string_view first_token(std::string_view line) {
    const auto begin = line.find_first_not_of(spaces);
    if (begin == std::string_view::npos) return {};
    line.remove_prefix(begin);
    return line.substr(0, line.find_first_of(spaces));
}

std::optional<std::int64_t> whole_number(std::string_view token) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    if (error != std::errc{} || end != token.data() + token.size()) return {};
    return value;
}

/// At most 20 printable characters of what stands in the file: foreign bytes must not reach a terminal.
std::string shown(std::string_view token) {
    std::string text;
    for (const char c : token.substr(0, 20)) text += c > ' ' && c < 0x7F ? c : '?';
    return text;
}

}  // namespace

NumberReader::NumberReader(std::string_view text, Rows rows)
    : lines_(split_lines(text)), rows_(rows), characters_(static_cast<std::int64_t>(text.size())) {}

void NumberReader::fail(const base::Text& reason) {
    if (failed()) return;
    // At the end of the text the last line is the one to look at.
    const std::size_t line = lines_.empty() ? 1 : std::min(line_ + 1, lines_.size());
    failure_ = base::Error{base::Error::Kind::malformed,
                           {fmt::format("line {}: {}", line, reason.en), fmt::format("السطر {}: {}", line, reason.ar)},
                           {}};
}

std::string_view NumberReader::rest_of_line() const {
    return line_ < lines_.size() ? lines_[line_].substr(std::min(column_, lines_[line_].size())) : std::string_view{};
}

std::string_view NumberReader::peek_token() {
    std::string_view token = first_token(rest_of_line());
    while (token.empty() && rows_ == Rows::free && line_ + 1 < lines_.size()) {
        ++line_;
        column_ = 0;
        token = first_token(rest_of_line());
    }
    return token;
}

std::int32_t NumberReader::missing(const Label& what, NumberRange range) {
    fail({fmt::format("the numbers end where {} should stand", what.en),
          fmt::format("انتهت الأرقام حيث ينبغي أن يرد {}", what.ar)});
    return static_cast<std::int32_t>(range.low);
}

std::int32_t NumberReader::parse(std::string_view token, const Label& what, NumberRange range) {
    const auto value = whole_number(token);
    if (!value) {
        fail({fmt::format("'{}' is not a whole number ({})", shown(token), what.en),
              fmt::format("'{}' ليس عدداً صحيحاً ({})", shown(token), what.ar)});
    } else if (*value < range.low || *value > range.high) {
        fail({fmt::format("{} is {}, but must lie between {} and {}", what.en, *value, range.low, range.high),
              fmt::format("{} يساوي {}، ويجب أن يقع بين {} و{}", what.ar, *value, range.low, range.high)});
    } else {
        return static_cast<std::int32_t>(*value);
    }
    return static_cast<std::int32_t>(range.low);
}

std::int32_t NumberReader::next(const Label& what, NumberRange range) {
    if (failed()) return static_cast<std::int32_t>(range.low);
    const std::string_view token = peek_token();
    if (token.empty()) return missing(what, range);
    column_ = static_cast<std::size_t>(token.data() - lines_[line_].data()) + token.size();
    return parse(token, what, range);
}

std::int32_t NumberReader::next_in_brackets(const Label& what, NumberRange range) {
    if (failed()) return static_cast<std::int32_t>(range.low);
    std::string_view token = peek_token();
    if (token.empty()) return missing(what, range);
    column_ = static_cast<std::size_t>(token.data() - lines_[line_].data()) + token.size();
    if (token.size() > 2 && token.front() == '[' && token.back() == ']') {
        return parse(token.substr(1, token.size() - 2), what, range);
    }
    fail({fmt::format("'{}' is not a number in brackets ({})", shown(token), what.en),
          fmt::format("'{}' ليس عدداً بين معقوفين ({})", shown(token), what.ar)});
    return static_cast<std::int32_t>(range.low);
}

bool NumberReader::find_line_with(const Label& words) {
    if (failed()) return false;
    for (std::size_t i = line_; i < lines_.size(); ++i) {
        if (lines_[i].find(words.en) == std::string_view::npos) continue;
        line_ = i;
        column_ = 0;
        return true;
    }
    fail({fmt::format("no line with '{}' follows", words.en), fmt::format("لا يليه سطر فيه '{}'", words.en)});
    return false;
}

void NumberReader::skip_past(const Label& words) {
    if (find_line_with(words)) ++line_;
}

std::int32_t NumberReader::number_after(const Label& key, NumberRange range) {
    if (!find_line_with(key)) return static_cast<std::int32_t>(range.low);
    const auto colon = lines_[line_].find(':');
    column_ = colon == std::string_view::npos ? lines_[line_].size() : colon + 1;
    const std::int32_t value = next(key, range);
    if (!failed()) {
        ++line_;
        column_ = 0;
    }
    return value;
}

void NumberReader::skip_to_numbers() {
    if (failed()) return;
    for (std::size_t i = line_; i < lines_.size(); ++i) {
        if (!whole_number(first_token(lines_[i]))) continue;
        line_ = i;
        column_ = 0;
        return;
    }
}

void NumberReader::start_row() {
    if (failed()) return;
    if (column_ > 0) {
        if (const auto token = first_token(rest_of_line()); !token.empty()) {
            fail({fmt::format("'{}' is more than this row should hold", shown(token)),
                  fmt::format("'{}' زائد على ما ينبغي أن يحويه هذا السطر", shown(token))});
            return;
        }
        ++line_;
        column_ = 0;
    }
    while (line_ < lines_.size() && first_token(lines_[line_]).empty()) ++line_;
}

void NumberReader::expect_end() {
    while (!failed() && line_ < lines_.size()) {
        const std::string_view token = first_token(rest_of_line());
        if (!token.empty() && token.front() != '*') {
            fail({fmt::format("'{}' follows after the end of the instance", shown(token)),
                  fmt::format("'{}' يرد بعد نهاية المسألة", shown(token))});
            return;
        }
        ++line_;
        column_ = 0;
    }
}

}  // namespace masar::problem::format
