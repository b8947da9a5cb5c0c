#include "cli/all_verbs.h"

namespace masar::cli {

Verbs all_verbs() {
    Verbs verbs;
    for (auto make : {make_serve_verb,    make_new_verb,        make_check_verb,   make_fmt_verb,    make_diff_verb,
                      make_schedule_verb, make_explain_verb,    make_replan_verb,  make_status_verb, make_due_verb,
                      make_import_verb,   make_export_verb,     make_improve_verb, make_show_verb,   make_simulate_verb,
                      make_whatif_verb,   make_merge_runs_verb, make_report_verb,  make_solve_verb,  make_bench_verb,
                      make_generate_verb, make_verify_verb,     make_store_verb,   make_schema_verb, make_help_verb,
                      make_version_verb})
        verbs.push_back(make());
    return verbs;
}

}  // namespace masar::cli
