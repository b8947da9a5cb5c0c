// Whatever can be read can be written: the result is the same plan with as many comments, and already canonical.
#include "planfile/comments.h"
#include "planfile/event_reader.h"
#include "planfile/format_plan.h"
#include "planfile/tree_meaning.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace masar::planfile;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const ReadTree before = read_tree(text, 0);
    if (!before.complete) return 0;
    const std::string once = formatted(before.tree);
    const ReadTree after = read_tree(once, 0);
    if (!after.complete) std::abort();
    if (meaning_of(after.tree) != meaning_of(before.tree)) std::abort();
    if (find_comments(after.tree).count != find_comments(before.tree).count) std::abort();
    if (formatted(after.tree) != once) std::abort();
    return 0;
}
