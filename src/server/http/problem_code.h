#pragma once
// Every way in which a request can fail: a stable word, the status it goes with, and what it is called in both languages.
#include "base/text.h"

#include <span>
#include <string_view>

namespace masar::server {

enum class ProblemCode : unsigned char {
    bad_request,
    bad_address,
    bad_json,
    not_signed_in,
    wrong_sign_in,
    not_allowed,
    forged,
    wrong_host,
    not_found,
    wrong_method,
    conflict,
    changed_meanwhile,
    too_large,
    wrong_type,
    needs_if_match,
    wrong_field,
    wrong_plan,
    too_many,
    head_too_large,
    internal,
    busy,
    closing,
    storage,
    lacking,
};

struct ProblemKind {
    ProblemCode code;
    int status;
    std::string_view word;  ///< "not-signed-in": what programs compare with
    std::string_view title_en, title_ar;
};

[[nodiscard]] std::span<const ProblemKind> problem_kinds();
[[nodiscard]] const ProblemKind& kind_of(ProblemCode code);

}  // namespace masar::server
