#pragma once
// One maker per verb; verb_<name>.cc holds each.
#include "cli/verb.h"

namespace masar::cli {

[[nodiscard]] std::unique_ptr<Verb> make_bench_verb();
[[nodiscard]] std::unique_ptr<Verb> make_check_verb();
[[nodiscard]] std::unique_ptr<Verb> make_diff_verb();
[[nodiscard]] std::unique_ptr<Verb> make_explain_verb();
[[nodiscard]] std::unique_ptr<Verb> make_fmt_verb();
[[nodiscard]] std::unique_ptr<Verb> make_due_verb();
[[nodiscard]] std::unique_ptr<Verb> make_export_verb();
[[nodiscard]] std::unique_ptr<Verb> make_generate_verb();
[[nodiscard]] std::unique_ptr<Verb> make_import_verb();
[[nodiscard]] std::unique_ptr<Verb> make_help_verb();
[[nodiscard]] std::unique_ptr<Verb> make_improve_verb();
[[nodiscard]] std::unique_ptr<Verb> make_merge_runs_verb();
[[nodiscard]] std::unique_ptr<Verb> make_new_verb();
[[nodiscard]] std::unique_ptr<Verb> make_replan_verb();
[[nodiscard]] std::unique_ptr<Verb> make_status_verb();
[[nodiscard]] std::unique_ptr<Verb> make_report_verb();
[[nodiscard]] std::unique_ptr<Verb> make_schedule_verb();
[[nodiscard]] std::unique_ptr<Verb> make_schema_verb();
[[nodiscard]] std::unique_ptr<Verb> make_serve_verb();
[[nodiscard]] std::unique_ptr<Verb> make_show_verb();
[[nodiscard]] std::unique_ptr<Verb> make_simulate_verb();
[[nodiscard]] std::unique_ptr<Verb> make_solve_verb();
[[nodiscard]] std::unique_ptr<Verb> make_verify_verb();
[[nodiscard]] std::unique_ptr<Verb> make_store_verb();
[[nodiscard]] std::unique_ptr<Verb> make_version_verb();
[[nodiscard]] std::unique_ptr<Verb> make_whatif_verb();

}  // namespace masar::cli
