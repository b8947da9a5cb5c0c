#pragma once
// The options of one verb: their names, what they mean in both languages, and where their values go. The one place that knows
// the command-line library; every complaint is ours, so that it exists in both languages.
#include "base/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::cli {

struct OptionWords {
    std::string names;  ///< "-o,--output" or "PLAN" for an operand
    std::string value;  ///< what stands for the value in help: "FILE"; empty for flags and operands
    base::Text meaning;
};

class OptionSet {
public:
    enum class Presence : unsigned char { required, optional };
    struct NumberRange {
        std::int64_t lowest = 0;
        std::int64_t highest = INT64_MAX;
    };

    void operand(const OptionWords& words, Presence presence, std::string& target);
    /// One or more.
    void operands(const OptionWords& words, std::vector<std::string>& target);
    void flag(const OptionWords& words, bool& target);
    void text(const OptionWords& words, std::string& target);
    void text(const OptionWords& words, std::optional<std::string>& target);
    void number(const OptionWords& words, NumberRange range, std::int64_t& target);
    void number(const OptionWords& words, NumberRange range, std::optional<std::int64_t>& target);
    void seconds(const OptionWords& words, std::optional<double>& target);
    /// One of the words of `choices`.
    void choice(const OptionWords& words, const std::vector<std::string>& choices, std::string& target);
    /// Items separated by commas; may be given several times.
    void list(const OptionWords& words, std::vector<std::string>& target);

    /// Giving both is a contradiction that parse() refuses. Names as declared.
    void exclude(std::string one, std::string other) { excluded_.push_back({std::move(one), std::move(other)}); }

    /// Reads the words of a command line into the targets; an Error of kind usage names the first thing wrong.
    [[nodiscard]] base::Result<void> parse(std::vector<std::string> words);

    /// For help texts, in the order declared.
    struct Description {
        OptionWords words;
        bool is_operand = false;
        bool required = false;
    };
    [[nodiscard]] std::vector<Description> describe() const;

private:
    enum class Kind : unsigned char { operand, operands, flag, value };
    /// Takes one value; the sentence when it is no good.
    using Accept = std::function<std::optional<base::Text>(const std::string&)>;
    struct Spec {
        OptionWords words;
        Kind kind = Kind::value;
        Presence presence = Presence::optional;
        Accept accept;
        std::vector<std::string> given;
    };

    [[nodiscard]] base::Result<void> read(std::vector<std::string> words);
    [[nodiscard]] base::Error unknown(const std::string& word) const;
    void add(Spec spec) { specs_.push_back(std::move(spec)); }
    [[nodiscard]] bool given(const std::string& names) const;
    [[nodiscard]] base::Result<void> refuse_contradictions() const;

    struct Excluded {
        std::string one, other;
    };

    std::vector<Spec> specs_;
    std::vector<Excluded> excluded_;
};

/// Nothing when the text is no whole number, or more.
[[nodiscard]] std::optional<std::int64_t> whole_number(const std::string& text);

[[nodiscard]] base::Error usage_error(base::Text message, base::Text hint = {});

}  // namespace masar::cli
