#pragma once
// Runs in the store: what was asked, and what came of it.
#include "app/workspace/runs.h"

namespace masar::app {

/// Whose answers are shared: those who read the same of a plan. "" = whoever holds the whole.
[[nodiscard]] std::string reader_tag(const Actor& actor);

inline constexpr std::string_view for_everybody = "*";  ///< who may see the plan
[[nodiscard]] bool is_for(const store::RunRow& run, const Actor& actor);
/// The server, when it asks by itself: nobody's account, and no role.
[[nodiscard]] inline bool is_the_server(const Actor& actor) { return actor.whole && actor.roles.none(); }

/// Names what an answer depends on; the same question of the same state (Snapshot::state_hash) gives the same answer.
[[nodiscard]] std::string input_of(std::string_view state, const Actor& actor, std::string_view kind,
                                   const boost::json::object& parameters);

[[nodiscard]] std::string refusal_json(const Refusal& refusal);
[[nodiscard]] Refusal refusal_from_json(const std::string& text);
[[nodiscard]] Refusal interrupted();

/// Adds the run, or gives the kept one that answers it. `reuse`: whether one may.
[[nodiscard]] Outcome<store::RunRow> keep_question(Workspace& workspace, store::RunRow row, bool reuse);

struct RunEnd {
    std::string state;
    std::string result;  ///< JSON; empty = none
    std::optional<Refusal> problem;
};
/// False: it could not be kept.
bool keep_answer(Workspace& workspace, store::RunRow& row, const RunEnd& end, std::int64_t kept_of_plan);

[[nodiscard]] Outcome<RunView> kept_view(Workspace& workspace, const Actor& actor, std::string_view key);
/// Marks as interrupted what no worker will answer.
void close_broken_off(Workspace& workspace);

}  // namespace masar::app
