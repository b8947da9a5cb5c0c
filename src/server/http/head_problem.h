#pragma once
// What is said about a head that is not taken.
#include "server/http/problem_document.h"
#include "server/http/request_head.h"

namespace masar::server {

[[nodiscard]] Problem problem_of(HeadFault fault);

}  // namespace masar::server
