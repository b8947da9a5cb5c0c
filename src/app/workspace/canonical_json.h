#pragma once
// JSON in its one canonical form (RFC 8785): what is hashed and signed must be the same bytes whoever writes it.
#include <boost/json/value.hpp>

#include <string>

namespace masar::app {

/// Keys in the order of their UTF-16 code units, numbers as ECMAScript writes them, no spaces. Numbers are doubles there: a whole number
/// above 2^53 loses digits, so that such must be written as texts.
[[nodiscard]] std::string canonical_json(const boost::json::value& value);

}  // namespace masar::app
