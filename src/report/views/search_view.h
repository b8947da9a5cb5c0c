#pragma once
// Search over ids and texts of all records, forgiving as people type: hamza, ta marbuta, diacritics, letter case and digits of either
// script make no difference.
#include "report/views/view_source.h"

#include <string>
#include <string_view>

namespace masar::report {

/// {reader, query, total, results[{section, id, name, field, text{en, ar}}]}, at most 50: records whose id, name or other text holds every
/// word of the query. An id that equals the query comes first, then ids and names that begin with it, then names, then other texts.
/// `field` is where it was found.
[[nodiscard]] std::string search_view(const ViewSource& source, std::string_view query);

}  // namespace masar::report
