// Whatever bytes come in: a head that is taken has one length, one host, and a target that does not lead upwards.
#include "server/http/request_head.h"
#include "server/http/request_target.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t end = masar::server::end_of_head(bytes);
    if (end == std::string_view::npos) return 0;
    const auto shape = masar::server::inspect_head(bytes.substr(0, end), 64);
    if (shape.fault != masar::server::HeadFault::none) return 0;
    if (shape.chunked && shape.length) std::abort();
    const std::size_t first = bytes.find(' ');
    const std::string_view line = bytes.substr(0, bytes.find("\r\n"));
    const auto target = masar::server::read_target(line.substr(first + 1, line.rfind(' ') - first - 1));
    if (!target) return 0;
    if (target->path.find("/../") != std::string::npos || target->path.find("//") != std::string::npos) std::abort();
    return 0;
}
