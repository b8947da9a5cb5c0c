#pragma once
// A word of an address that means nothing.
#include "app/workspace/refusal.h"

#include <string>
#include <utility>

namespace masar::app {

[[nodiscard]] inline tl::unexpected<Refusal> wrong_word(std::string field) {
    Refusal refusal{Refusal::Why::wrong_field,
                    {"this value means nothing here", "هذه القيمة لا معنى لها هنا"},
                    {},
                    std::move(field),
                    {},
                    {},
                    0};
    return tl::unexpected<Refusal>(std::move(refusal));
}

}  // namespace masar::app
