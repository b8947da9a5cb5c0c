#pragma once
// The codes this room reports, by what they mean. Stable: a number is never given a second meaning (base/diagnostic_catalogue.h).
#include <string_view>

namespace masar::planfile::code {

using Code = std::string_view;

// 01: what stands in the file before it means anything
inline constexpr Code not_utf8 = "MSR0101";
inline constexpr Code control_character = "MSR0102";
inline constexpr Code tab = "MSR0103";
inline constexpr Code directive = "MSR0104";
inline constexpr Code file_too_large = "MSR0105";
inline constexpr Code line_too_long = "MSR0106";
inline constexpr Code syntax = "MSR0107";
inline constexpr Code too_deep = "MSR0108";
inline constexpr Code outside_subset = "MSR0109";
inline constexpr Code empty_file = "MSR0110";
inline constexpr Code not_a_map = "MSR0111";
inline constexpr Code duplicate_key = "MSR0112";
inline constexpr Code bidi_control = "MSR0113";
inline constexpr Code wrong_version = "MSR0114";

// 02: keys, ids and references
inline constexpr Code unknown_key = "MSR0201";
inline constexpr Code duplicate_id = "MSR0202";
inline constexpr Code bad_id = "MSR0203";
inline constexpr Code repeated_reference = "MSR0204";
inline constexpr Code foreign_record = "MSR0205";
inline constexpr Code repeated_heading = "MSR0206";
inline constexpr Code unknown_reference = "MSR0207";
inline constexpr Code cycle = "MSR0208";

// 03: literals
inline constexpr Code wrong_shape = "MSR0301";
inline constexpr Code bad_date = "MSR0302";
inline constexpr Code no_such_day = "MSR0303";
inline constexpr Code dates_disagree = "MSR0304";
inline constexpr Code bad_period = "MSR0305";
inline constexpr Code period_reversed = "MSR0306";
inline constexpr Code bad_duration = "MSR0307";
inline constexpr Code hours_refused = "MSR0308";
inline constexpr Code unknown_unit = "MSR0309";
inline constexpr Code negative_duration = "MSR0310";
inline constexpr Code points_out_of_order = "MSR0311";
inline constexpr Code bad_lag = "MSR0312";
inline constexpr Code bad_money = "MSR0313";
inline constexpr Code bad_percent = "MSR0314";
inline constexpr Code bad_number = "MSR0315";
inline constexpr Code bad_year = "MSR0316";
inline constexpr Code bad_dependency = "MSR0317";
inline constexpr Code bad_criterion = "MSR0318";
inline constexpr Code bad_baseline = "MSR0319";
inline constexpr Code unknown_word = "MSR0320";
inline constexpr Code bad_flag = "MSR0321";
inline constexpr Code bad_recurrence = "MSR0322";
inline constexpr Code bad_currency = "MSR0323";
inline constexpr Code empty_value = "MSR0324";
inline constexpr Code bad_link = "MSR0325";
inline constexpr Code bad_hash = "MSR0326";

// 04: records and their values
inline constexpr Code missing_field = "MSR0401";
inline constexpr Code out_of_range = "MSR0402";
inline constexpr Code shares_do_not_sum = "MSR0403";
inline constexpr Code dates_reversed = "MSR0404";
inline constexpr Code need_above_capacity = "MSR0405";
inline constexpr Code no_rate = "MSR0406";
inline constexpr Code fields_exclude_each_other = "MSR0407";
inline constexpr Code law_waived = "MSR0408";
inline constexpr Code progress_contradicts = "MSR0409";
inline constexpr Code year_style = "MSR0410";
inline constexpr Code risk_incomplete = "MSR0411";
inline constexpr Code stated_twice = "MSR0412";

// 05: what a plan must not hold
inline constexpr Code coordinates_refused = "MSR0501";
inline constexpr Code personal_data_refused = "MSR0502";
inline constexpr Code marking_refused = "MSR0503";

// 06: the two languages
inline constexpr Code language_missing = "MSR0601";
inline constexpr Code figures_differ = "MSR0602";

}  // namespace masar::planfile::code
