#pragma once
// What is refused before the YAML library sees a byte: it loops for ever on some invalid UTF-8, needs memory without measure for
// a long line of braces, and would let tabs, directives and control characters through.
#include "base/diagnostic.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace masar::planfile {

struct SourceLimits {
    std::size_t file_bytes = std::size_t{256} << 20;
    std::size_t line_bytes = std::size_t{1} << 20;
};

struct SourceFault {
    base::Diagnostic diagnostic;
    /// The text before this offset (the start of the faulty line) may still be read.
    std::size_t safe_bytes = 0;
};

/// The first thing in `text` that no plan may hold: invalid UTF-8, a control character, a tab, a directive, too long a line, or
/// more bytes than the limit. One pass, no copy.
[[nodiscard]] std::optional<SourceFault> find_source_fault(std::string_view text, std::uint16_t file,
                                                           const SourceLimits& limits = {});

}  // namespace masar::planfile
