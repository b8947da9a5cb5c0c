#pragma once
// Expected failure is a value. A wrong plan gives Diagnostics instead; an Error is for the outside world and for usage.
#include "base/text.h"

#include <tl/expected.hpp>

namespace masar::base {

struct Error {
    enum class Kind : unsigned char { usage, input_output, malformed, limit };
    Kind kind = Kind::malformed;
    Text message;  ///< a sentence: what happened and where
    Text hint;     ///< what to do; may be empty
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(Error::Kind kind, Text message, Text hint = {}) {
    return tl::unexpected<Error>(Error{kind, std::move(message), std::move(hint)});
}

}  // namespace masar::base
