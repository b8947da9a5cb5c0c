#pragma once
// A message as it goes over the wire (RFC 5322, MIME): headers that hold nothing but what they should, the text in base64, so that no
// line of it is too long and none begins with a dot.
#include "app/workspace/message_door.h"
#include "base/wall_clock.h"

#include <string>
#include <string_view>

namespace masar::server {

struct MailHead {
    std::string from;
    base::Moment date{};
    std::string id;  ///< without its brackets
};

[[nodiscard]] std::string mail_text(const MailHead& head, const app::Message& message);

/// "=?UTF-8?B?…?=" (RFC 2047), in pieces that end with a character.
[[nodiscard]] std::string encoded_words(std::string_view text);
/// "Sat, 28 Nov 2026 04:00:00 +0000"
[[nodiscard]] std::string mail_date(base::Moment moment);

}  // namespace masar::server
