#pragma once
// The decision log as a file: a table for people, and the chain itself, which whoever holds the file can check without the database
// (`masar verify FILE.jsonl`).
#include "app/workspace/decision_list.h"
#include "report/store_check.h"

#include <string>
#include <string_view>

namespace masar::app {

[[nodiscard]] std::string decisions_csv(const std::vector<SeenDecision>& decisions);

/// A heading {"decisions", "format", "hash", "plan"}, then a line {"entry", "hash", "previous"} for each; canonical JSON.
[[nodiscard]] std::string decisions_file(std::string_view plan, const std::vector<SeenDecision>& decisions);

/// Goes through the chain and names the first entry that is not as it was written. Fails (malformed) for what is no such file.
[[nodiscard]] base::Result<report::StoreCheck> check_decisions_file(std::string_view text);

}  // namespace masar::app
