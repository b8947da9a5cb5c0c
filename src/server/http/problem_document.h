#pragma once
// What a caller is told when a request fails: RFC 9457, in the caller's language, with a code for programs, a sentence for people,
// the field that is meant, and what to do.
#include "base/result.h"
#include "server/http/http_response.h"
#include "server/http/problem_code.h"

#include <tl/expected.hpp>

namespace masar::server {

/// One of several things wrong with a body, such as a diagnostic of the plan that it would make.
struct ProblemPart {
    std::string code, section, id, field;
    base::Text message, hint;
};

struct Problem {
    ProblemCode code = ProblemCode::internal;
    base::Text detail;  ///< one sentence about this very request; empty: the title says it all
    std::string field;  ///< the field, parameter or header that is meant
    base::Text hint;
    std::vector<ProblemPart> parts;
    /// Further members, each with its JSON text: {"current", "{…}"}.
    std::vector<std::pair<std::string, std::string>> members;
    int retry_seconds = 0;    ///< > 0: Retry-After
    std::string allow = {};   ///< for 405: the methods there are
    std::string inside = {};  ///< for the log of whoever runs the server, and nobody else
};

template <class T>
using Answer = tl::expected<T, Problem>;

[[nodiscard]] tl::unexpected<Problem> refuse(ProblemCode code, base::Text detail = {}, std::string field = {},
                                             base::Text hint = {});
/// An expected failure of the layers below, under the code given.
[[nodiscard]] tl::unexpected<Problem> refuse_because(const base::Error& error, ProblemCode code,
                                                     std::string field = {});

[[nodiscard]] HttpResponse response_of(const Problem& problem, base::Language language);

}  // namespace masar::server
