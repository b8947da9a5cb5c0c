#include "planfile/text_splices.h"

#include <algorithm>

namespace masar::planfile {

std::string TextSplices::applied_to(std::string_view text) const {
    std::vector<const Splice*> in_order;
    for (const Splice& each : splices_) in_order.push_back(&each);
    std::ranges::stable_sort(in_order, [](const Splice* a, const Splice* b) {
        return a->begin != b->begin ? a->begin < b->begin : (a->end > a->begin) < (b->end > b->begin);
    });
    std::string out;
    std::size_t at = 0;
    for (const Splice* each : in_order) {
        if (each->begin > at) out += text.substr(at, each->begin - at);
        out += each->text;
        at = std::max({at, each->begin, each->end});
    }
    return out += text.substr(at);
}

}  // namespace masar::planfile
