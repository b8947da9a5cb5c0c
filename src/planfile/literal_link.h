#pragma once
// Literals that name a record: dependencies, moments, years of a side; and criteria and baselines of indicators.
#include "base/decimal.h"
#include "calendar/date.h"
#include "plan/activity.h"
#include "plan/measures.h"
#include "planfile/literal.h"

#include <optional>

namespace masar::planfile {

/// gov-001 SS + 3wd max 10wd on uae
struct DependencyLiteral {
    std::string_view predecessor;
    plan::LinkType type = plan::LinkType::finish_start;
    plan::Lag minimum;
    std::optional<plan::Lag> maximum;
    std::string_view calendar;  ///< empty: the successor's
};
[[nodiscard]] Parsed<DependencyLiteral> parse_dependency(std::string_view text);

/// ">= 0.55", "<= 62"
struct CriterionLiteral {
    plan::Comparison comparison = plan::Comparison::at_least;
    base::Decimal value;
};
[[nodiscard]] Parsed<CriterionLiteral> parse_criterion(std::string_view text);

/// 0.45 on 2027-07-01
struct BaselineLiteral {
    base::Decimal value;
    calendar::Date on;
};
[[nodiscard]] Parsed<BaselineLiteral> parse_baseline(std::string_view text);

/// start, finish, start of gov-004, finish of gov-004
struct MomentLiteral {
    bool at_finish = true;
    std::string_view activity;  ///< empty: the record's own
};
[[nodiscard]] Parsed<MomentLiteral> parse_moment(std::string_view text);

/// "year of usa": the id of the side.
[[nodiscard]] Parsed<std::string_view> parse_year_of(std::string_view text);

}  // namespace masar::planfile
