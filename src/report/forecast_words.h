#pragma once
// The words of a forecast that the terminal and the page share.
#include "plan/forecast.h"

#include "base/text.h"

namespace masar::report {

/// "62.1 %": one digit after the point.
[[nodiscard]] std::string percent_figure(double part);
/// "62.1 ± 0.5": a chance in percent and its standard error.
[[nodiscard]] std::string chance_figure(plan::Sampled chance);
/// The date of a percentile; "–" when it is not reached.
[[nodiscard]] std::string date_figure(const std::vector<plan::DatePercentile>& dates, double probability);
[[nodiscard]] std::int64_t amount_at(const std::vector<plan::AmountPercentile>& amounts, double probability);

/// "The plan ends by 2031-07-15 in 34.0 % of the samples; 80 % of them end by 2031-08-12 (± 0.5 days)".
[[nodiscard]] base::Text forecast_headline(const plan::Forecast& forecast);
/// "10,000 samples, seed 1, network" and what else it takes to obtain the numbers again.
[[nodiscard]] base::Text provenance(const plan::Forecast& forecast);
/// "Stopped: …", "Shown to …"; one sentence each, without a full stop.
[[nodiscard]] std::vector<base::Text> forecast_remarks(const plan::Plan& plan, const plan::Forecast& forecast);
/// "Shown to USA (usa): made of what is released to it, …".
[[nodiscard]] base::Text shown_to_sentence(const plan::Plan& plan, plan::SideIndex side);
/// Whose money, which fund.
[[nodiscard]] base::Text account_name(const plan::Plan& plan, const plan::MoneyForecast& row);
/// "United States (usa): all done by 2031-07-15 and within 10,500,000 USD: 61.3 %".
[[nodiscard]] base::Text joint_sentence(const plan::Plan& plan, const plan::JointConfidence& joint);
/// Whether the bar is longer than twice its error.
[[nodiscard]] bool is_more_than_chance(const plan::TornadoBar& bar);
[[nodiscard]] const plan::Record& input_of(const plan::Plan& plan, const plan::TornadoBar& bar);
/// "without the risk", "with its mitigation", …
[[nodiscard]] base::Text change_words(plan::WhatIf::Kind kind);

}  // namespace masar::report
