#pragma once
// Classification markings, in banner or portion form only: never as part of a word («سريع») or of a sentence. Handling marks (CUI,
// TLP, «للاستخدام الرسمي») are none.
#include <string_view>

namespace masar::plan {

/// SECRET//…, …//NOFORN, SECRET or TOP SECRET as a whole line or in brackets, (S) or (TS) opening a paragraph, and «سري»,
/// «سري جداً», «سري للغاية», «محظور» as a whole line or in brackets.
[[nodiscard]] bool has_classification_marking(std::string_view text);

}  // namespace masar::plan
