#include "lint/lint_table.h"

#include "lint/bilateral_lints.h"
#include "lint/dcma_lints.h"
#include "lint/gao_lints.h"
#include "lint/impossible_lints.h"
#include "lint/logic_lints.h"
#include "lint/text_lints.h"

#include <array>

namespace masar::lint {
namespace {

constexpr std::array table{
    Lint{"C01", "MSR1501", 0, 4, window_without_working_day},
    Lint{"C02", "MSR1502", 0, 4, window_too_short},
    Lint{"C03", "MSR1503", 0, 4, window_avoided_away},
    Lint{"C04", "MSR1504", 0, 3, capacity_reduced_away},
    Lint{"C05", "MSR1505", 0, 6, firm_gate_missed},
    Lint{"C06", "MSR1506", 0, 0, choice_cannot_be_met},
    Lint{"C07", "MSR1507", 0, 2, lags_contradict},
    Lint{"C08", "MSR1508", 0, 6, soft_gate_late},

    Lint{"D01", "MSR1001", 5, 2, missing_logic},
    Lint{"D02", "MSR1002", 0, 2, leads},
    Lint{"D03", "MSR1003", 5, 2, lags},
    Lint{"D04", "MSR1004", 10, 2, relationship_types},
    Lint{"D05", "MSR1005", 5, 2, hard_constraints},
    Lint{"D06", "MSR1006", 5, 7, high_float},
    Lint{"D07", "MSR1007", 0, 7, negative_float},
    Lint{"D08", "MSR1008", 5, 4, high_duration},
    Lint{"D09", "MSR1009", 0, 9, invalid_dates},
    Lint{"D10", "MSR1010", 5, 3, no_resources},
    Lint{"D11", "MSR1011", 5, 9, missed_activities},
    Lint{"D12", "MSR1012", 0, 6, critical_path_test},
    Lint{"D13", "MSR1013", 0.95, 6, path_length_index},
    Lint{"D14", "MSR1014", 0.95, 9, execution_index},

    Lint{"G01", "MSR1101", 0, 1, empty_headings},
    Lint{"G02", "MSR1102", 0, 2, dangling_ends},
    Lint{"G03", "MSR1103", 0, 3, unused_means},
    Lint{"G04", "MSR1104", 5, 4, single_estimates},
    Lint{"G05", "MSR1105", 0, 5, broken_trace},
    Lint{"G06", "MSR1106", 0, 6, end_set_by_date},
    Lint{"G08", "MSR1108", 0, 8, pessimistic_misses},
    Lint{"G09", "MSR1109", 0, 9, undated_progress},

    Lint{"B01", "MSR1201", 0, 0, gate_without_approver},
    Lint{"B02", "MSR1202", 0, 0, one_sided_calendar},
    Lint{"B03", "MSR1203", 0, 0, period_not_acknowledged},
    Lint{"B04", "MSR1204", 0, 0, unreleased_reference},
    Lint{"B05", "MSR1205", 0, 0, request_before_start},
    Lint{"B06", "MSR1206", 0, 0, step_without_time},
    Lint{"B07", "MSR1207", 0, 8, risk_without_owner},
    Lint{"B08", "MSR1208", 0, 0, waiver_too_short},
    Lint{"B09", "MSR1209", 0, 0, waivers_in_force},
    Lint{"B10", "MSR1210", 0, 0, rate_without_date},
    Lint{"B11", "MSR1211", 0, 3, ownerless_resource},
    Lint{"B12", "MSR1212", 0, 0, foreign_fund},
    Lint{"B13", "MSR1213", 0, 0, fund_closes_first},
    Lint{"B14", "MSR1214", 0, 0, outside_fund_years},
    Lint{"B15", "MSR1215", 0, 0, cost_without_shares},
    Lint{"B16", "MSR1216", 0, 0, undated_ceiling},

    Lint{"L01", "MSR1301", 0, 5, orphan_activity},
    Lint{"L02", "MSR1302", 0, 5, output_without_outcome},
    Lint{"L03", "MSR1303", 0, 5, outcome_without_objective},
    Lint{"L04", "MSR1304", 0, 5, output_nobody_makes},
    Lint{"L05", "MSR1305", 0, 5, outcome_without_output},
    Lint{"L06", "MSR1306", 0, 0, outcome_without_indicator},
    Lint{"L07", "MSR1307", 0, 1, objective_without_work},
    Lint{"L08", "MSR1308", 0, 0, objective_without_phrase},
    Lint{"L09", "MSR1309", 0, 1, phrase_uncovered},
    Lint{"L10", "MSR1310", 0, 1, phrase_only_optional},
    Lint{"L11", "MSR1311", 0, 0, not_smart},
    Lint{"L12", "MSR1312", 0, 0, implications_in_circle},
    Lint{"L13", "MSR1313", 0, 0, weak_indicator},
    Lint{"L14", "MSR1314", 0, 0, unmoved_indicator},
    Lint{"L15", "MSR1315", 0, 0, effect_in_baseline},
    Lint{"L16", "MSR1316", 0, 0, out_of_reach},
    Lint{"L17", "MSR1317", 0, 0, incomplete_records},

    Lint{"T01", "MSR1401", 0, 0, stale_texts},
    Lint{"T02", "MSR1402", 0, 0, unreviewed_texts},
    Lint{"T03", "MSR1403", 0, 0, equal_names},
    Lint{"T04", "MSR1404", 0, 0, divergences},
};

}  // namespace

std::span<const Lint> lints() { return table; }

}  // namespace masar::lint
