#pragma once
// Walks every text of a plan, in the order of the model.
#include "plan/plan.h"

#include <functional>

namespace masar::lint {

/// Called with the record that holds the text (null for the plan's title and for texts without a record) and the text.
using TextVisitor = std::function<void(const plan::Record* record, const plan::NamedText& text)>;

void for_every_text(const plan::Plan& plan, const TextVisitor& visit);

}  // namespace masar::lint
