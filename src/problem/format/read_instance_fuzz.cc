// The first byte chooses the format, the rest is the file. Whatever is read must survive the passes.
#include "problem/format/read_instance.h"
#include "problem/passes.h"

#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    const auto format = static_cast<masar::problem::Format>(bytes[0] % 5);
    const auto problem = masar::problem::read_instance(format, text);
    if (problem && problem->size() < 1000) masar::problem::run_passes(*problem, {});
    return 0;
}
