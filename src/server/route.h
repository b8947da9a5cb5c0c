#pragma once
// What a line of the route table says.
#include "server/http/http_request.h"
#include "server/http/problem_document.h"

#include <cstddef>
#include <string_view>

namespace masar::server {

class Site;
struct Visit;

using Handler = Answer<HttpResponse> (*)(Site&, const Visit&);

/// Who may ask at all. What a role may do to a record beyond that is decided where it is done (app/workspace).
enum class Who : unsigned char {
    anyone,     ///< also without signing in
    visitor,    ///< signed in, or in a sandbox
    signed_in,  ///< with an account
};

enum class Takes : unsigned char { nothing, json, text, file };

/// What an answer depends on, and so how long it may be kept for the same session.
enum class Keeps : unsigned char {
    nothing,        ///< made anew each time
    until_written,  ///< the same until anything is written into the store
    with_program,
};

struct Route {
    Method method;
    std::string_view pattern;  ///< "/api/v1/plans/{plan}"; "{path...}" takes the rest
    Who who;
    Handler handler;
    std::string_view summary;  ///< what it does, for the description of the interface
    std::string_view answer;   ///< the schema of its answer; "" = none
    struct Details {
        Takes takes = Takes::nothing;
        std::string_view body = "";   ///< the schema of the body it takes
        std::string_view query = "";  ///< names of its parameters, with a space between
        Keeps keeps = Keeps::nothing;
        int status = 200;
        std::size_t body_bytes = 0;  ///< 0: the usual limit
        std::string_view type = "application/json";
        bool hashes = false;          ///< passwords: it takes long, on purpose, and waits for its own kind alone
        std::string_view roles = "";  ///< one of which is needed, with a space between; "" = any. Services ask for more
    } more = {};
};

}  // namespace masar::server
