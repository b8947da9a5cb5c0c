#include "planfile/keyword.h"

namespace masar::planfile {

const Keyword* find_keyword(Kind kind, std::string_view name) {
    for (const Keyword& keyword : keywords(kind))
        if (keyword.name == name) return &keyword;
    return nullptr;
}

}  // namespace masar::planfile
