#include "report/views/criterion_story.h"

#include "report/figures.h"
#include "report/sentence.h"

#include <algorithm>

namespace masar::report {
namespace {

constexpr int places = 4;

/// The due date of the gate before, else the plan's first day.
calendar::Date day_before(const ViewSource& source, const plan::GateOutcome& gate) {
    calendar::Date before = source.plan.start.value;
    for (const plan::GateOutcome& other : source.dates->gates)
        if (other.due < gate.due) before = std::max(before, other.due);
    return before;
}

std::optional<std::size_t> last_event(const ViewSource& source, plan::IndicatorIndex indicator, calendar::Date due) {
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < source.plan.activities.size(); ++i) {
        if (!source.dated(i) || source.dates->activities[i].finish > due) continue;
        const bool moves = std::ranges::any_of(source.plan.activities[i].effects, [&](const plan::Effect& effect) {
            return effect.indicator.value == indicator && effect.change.billionths != 0;
        });
        const bool later = !last || source.dates->activities[*last].finish < source.dates->activities[i].finish;
        if (moves && later) last = i;
    }
    return last;
}

}  // namespace

CriterionStory story_of(const ViewSource& source, const plan::GateOutcome& gate, plan::IndicatorIndex indicator,
                        const forecast::Trajectory& trajectory) {
    return {extremes_in(trajectory, {day_before(source, gate), gate.due}), last_event(source, indicator, gate.due)};
}

base::Text fading_sentence(const ViewSource& source, const CriterionStory& story, const plan::GateOutcome& gate,
                           const plan::CriterionOutcome& criterion) {
    if (!story.extremes || !story.last_event || !criterion.value) return {};
    const IndicatorPoint &peak = story.extremes->peak, &trough = story.extremes->trough;
    if (peak.value <= *criterion.value) return {};
    return fill({"{} fades between events: at most {} on {}, at least {} on {} since the gate before; the last event "
                 "before {} is {}, finished on {}",
                 "يتناقص المؤشر {} بين الفعاليات: بلغ {} على الأكثر في {} و{} على الأقل في {} منذ البوابة السابقة؛ "
                 "وآخر فعالية قبل {} هي {} وتنتهي في {}"},
                named(source.plan.indicators[criterion.indicator.at()]), ltr(rounded(peak.value, places)),
                date_text(peak.day), ltr(rounded(trough.value, places)), date_text(trough.day), date_text(gate.due),
                named(source.plan.activities[*story.last_event]),
                date_text(source.dates->activities[*story.last_event].finish));
}

}  // namespace masar::report
