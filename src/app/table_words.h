#pragma once
// Keywords of answers in words, for tables.
#include "base/text.h"

#include <string_view>

namespace masar::app {

/// "not-started" → "not started" / «لم يبدأ»; a word that is not known stays as it is.
[[nodiscard]] base::Text keyword_in_words(std::string_view keyword);

}  // namespace masar::app
