#pragma once
// Standard input, output and error. Output is written whole and checked: a full disk or a closed output is a failure that the
// caller sees; a reader that has gone (`masar … | head`) is not one, there is just nobody to write to.
#include "base/result.h"
#include "report/diagnostic_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace masar::cli {

class Console {
public:
    /// Takes over the process's three streams; keeps files from being opened under their numbers when they are closed.
    Console();

    [[nodiscard]] base::Result<void> print(std::string_view text);
    /// Says nothing any more, as a process does that helps another one.
    void mute();
    /// To standard error; failures there have nowhere to go.
    void complain(std::string_view text) const;

    /// One line of standard input without its end; nothing at its end.
    [[nodiscard]] std::optional<std::string> read_line() const;
    /// Whether a person sits at both ends.
    [[nodiscard]] bool can_ask() const { return input_is_terminal_ && output_is_terminal_; }
    [[nodiscard]] bool error_is_terminal() const { return error_is_terminal_; }
    /// On a terminal, unless NO_COLOR is set (no-color.org) or TERM is dumb.
    [[nodiscard]] report::Colours colours() const;

private:
    bool output_closed_ = false;
    bool reader_gone_ = false;
    bool mute_ = false;
    bool input_is_terminal_ = false, output_is_terminal_ = false, error_is_terminal_ = false;
};

/// Value of an environment variable; empty when not set.
[[nodiscard]] std::string_view environment(const char* name);
/// The language of LC_ALL, LC_MESSAGES or LANG, the first that is set: Arabic for "ar…", else English.
[[nodiscard]] base::Language language_of_environment();

}  // namespace masar::cli
