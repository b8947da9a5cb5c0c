// Any bytes are read to an end, without a crash, and every diagnostic has a place, two languages and a code.
#include "planfile/read_plan.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

/// libfyaml 0.7.12 loses a buffer of its own on some malformed texts; what we lose is still found.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfyaml.so\n"; }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const masar::planfile::ReadResult result = masar::planfile::read_plan({{"plan.yaml", text, {}}});
    for (const auto& each : result.diagnostics) {
        const bool placed =
            each.place.line >= 1 && each.place.column >= 1 && each.place.end_column >= each.place.column;
        if (!placed || each.message.en.empty() || each.message.ar.empty() || each.code.size() != 7) std::abort();
    }
    return 0;
}
