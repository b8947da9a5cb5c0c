#pragma once
// Typed indices into the vectors of Plan. Index order = order in the file = order in which people read.
#include "base/index.h"

namespace masar::plan {

using SideIndex = base::Index<struct SideTag>;
using OrganisationIndex = base::Index<struct OrganisationTag>;
using CalendarIndex = base::Index<struct CalendarTag>;
using PeriodIndex = base::Index<struct PeriodTag>;
using CommitmentIndex = base::Index<struct CommitmentTag>;
using LineIndex = base::Index<struct LineTag>;
using ObjectiveIndex = base::Index<struct ObjectiveTag>;
using OutcomeIndex = base::Index<struct OutcomeTag>;
using OutputIndex = base::Index<struct OutputTag>;
using PhaseIndex = base::Index<struct PhaseTag>;
using GateIndex = base::Index<struct GateTag>;
using ResourceIndex = base::Index<struct ResourceTag>;
using StockIndex = base::Index<struct StockTag>;
using FundIndex = base::Index<struct FundTag>;
using ApprovalIndex = base::Index<struct ApprovalTag>;
using RuleIndex = base::Index<struct RuleTag>;
using IndicatorIndex = base::Index<struct IndicatorTag>;
using RiskIndex = base::Index<struct RiskTag>;
using ActivityIndex = base::Index<struct ActivityTag>;
using TypeIndex = base::Index<struct TypeTag>;
using VenueIndex = base::Index<struct VenueTag>;  // a `place` of the plan; base::Place is a place in the text

}  // namespace masar::plan
