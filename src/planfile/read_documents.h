#pragma once
// Documents behind a record. They say to people where a paper is found and how one knows that it is the same; nothing is computed from
// them, so that they stay text: checked here, and shown as they are written.
#include "planfile/fields.h"
#include "planfile/literal.h"

namespace masar::planfile {

void check_documents(const Fields& fields);

/// "https://…" or "http://…", without spaces, control characters or hidden marks, of at most 2,000 characters.
[[nodiscard]] Parsed<std::string_view> parse_link(std::string_view text);
/// 64 hexadecimal digits.
[[nodiscard]] Parsed<std::string_view> parse_sha256(std::string_view text);

}  // namespace masar::planfile
