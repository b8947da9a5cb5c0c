#pragma once
// A number in an address: "/deputies/{id}", "/proposals/{number}".
#include "server/visit.h"

#include <charconv>

namespace masar::server {

/// What is no whole number names nothing: it is not found.
[[nodiscard]] inline Answer<std::int64_t> place_number(const Visit& visit, std::string_view name) {
    const std::string& text = visit.place(name);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return refuse(ProblemCode::not_found);
    return number;
}

}  // namespace masar::server
