#pragma once
// Buffers that `improve --confidence` recommends: how sure the gates are with and without them, and what they cost.
#include "base/json_writer.h"
#include "plan/improvement.h"

#include <string>

namespace masar::report {

/// "With buffers all gates hold together in 81.2 % of the samples instead of 34.0 %: …" Without a full stop.
[[nodiscard]] base::Text robust_sentence(const plan::RobustDates& robust);
/// The sentence, the gates with their buffers, what criteria have in hand, what it costs; empty when no confidence was asked for.
[[nodiscard]] std::string robust_text(const plan::Plan& plan, const plan::Improvement& improvement,
                                      base::Language language);
/// "robust": {confidence, reached, with, without, gates[], criteria[], …}; null when no confidence was asked for.
void write_robust(base::JsonWriter& json, const plan::Plan& plan, const plan::Improvement& improvement);

}  // namespace masar::report
