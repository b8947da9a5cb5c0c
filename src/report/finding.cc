#include "report/finding.h"

#include "base/plural.h"
#include "calendar/date_words.h"
#include "report/figures.h"
#include "report/indicator_points.h"
#include "report/sentence.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::Text;

constexpr int value_places = 2;

/// A finding is a heading: it is read aloud, and needs no identifiers.
Text called(const plan::Record& record) {
    if (record.name.empty()) return {record.id, record.id};
    return {record.name.in(base::Language::en), record.name.in(base::Language::ar)};
}

bool fails_on_criteria(const plan::GateOutcome& gate) {
    return !std::ranges::all_of(gate.criteria, &plan::CriterionOutcome::met);
}
bool is_late(const plan::GateOutcome& gate) { return gate.late_days > 0 || !gate.date; }

/// "2 of 4 gates" / «بوابتا قرار من أصل 4».
Text gates_of(std::int64_t some, std::size_t all) {
    const Text counted = base::counted(base::noun::gate, some);
    const auto total = static_cast<std::int64_t>(all);
    if (some == total) return {"all of " + base::counted(base::noun::gate, total).en, counted.ar + " (جميعها)"};
    return {grouped(some) + " of " + base::counted(base::noun::gate, total).en,
            counted.ar + " من أصل " + grouped(total)};
}

/// The indicators on which gates fail, each once.
std::vector<plan::IndicatorIndex> failing_indicators(const plan::Timetable& dates) {
    std::vector<plan::IndicatorIndex> found;
    for (const plan::GateOutcome& gate : dates.gates)
        for (const plan::CriterionOutcome& each : gate.criteria)
            if (!each.met && std::ranges::find(found, each.indicator) == found.end()) found.push_back(each.indicator);
    return found;
}

Text names_of(const plan::Plan& plan, const std::vector<plan::IndicatorIndex>& indicators) {
    constexpr std::size_t most = 2;
    Text names;
    for (std::size_t i = 0; i < std::min(most, indicators.size()); ++i) {
        const Text name = called(plan.indicators[indicators[i].at()]);
        names = names.empty() ? name : fill({"{} and {}", "{} و{}"}, names, name);
    }
    if (indicators.size() <= most) return names;
    return fill({"{} and {} more", "{} و{} غيرها"}, names,
                ltr(grouped(static_cast<std::int64_t>(indicators.size() - most))));
}

Text broken_text(const plan::Timetable& dates) {
    const auto broken = static_cast<std::int64_t>(dates.violations.size());
    const Text count{base::counted(base::noun::limit, broken).en, base::counted(base::noun::limit, broken).ar};
    if (dates.status == plan::AnswerStatus::earliest)
        return fill({broken == 1 ? "at the earliest dates {} is broken" : "at the earliest dates {} are broken",
                     "عند أبكر المواعيد لا يُستوفى ما يلي: {}"},
                    count);
    return fill({broken == 1 ? "{} is broken" : "{} are broken", "لا يُستوفى ما يلي: {}"}, count);
}

Text joined(const std::vector<Text>& parts) {
    Text all;
    for (const Text& each : parts) {
        if (!all.empty()) all = {all.en + "; ", all.ar + "؛ "};
        all = {all.en + each.en, all.ar + each.ar};
    }
    return all;
}

/// What the gate asks for against what there will be.
Text shortfall(const plan::Plan& plan, const plan::GateOutcome& gate, const plan::CriterionOutcome& criterion) {
    const Text who = called(plan.indicators[criterion.indicator.at()]);
    const Text wanted = ltr(base::to_string(criterion.wanted));
    const Text asks = criterion.comparison == plan::Comparison::at_least
                          ? fill({"at least {}", "{} على الأقل"}, wanted)
                          : fill({"at most {}", "{} على الأكثر"}, wanted);
    const Text at = called(plan.gates[gate.gate.at()]);
    if (!criterion.value)
        return fill(
            {"{} has no value yet on {}, when {} asks for {}", "ليس للمؤشر {} قيمة بعد في {}، وتطلب {} قيمة {}"}, who,
            calendar::in_words(gate.due), at, asks);
    return fill({"{} would be {} on {}, when {} asks for {}", "سيبلغ المؤشر {} القيمة {} في {}، وتطلب {} قيمة {}"}, who,
                ltr(rounded(*criterion.value, value_places)), calendar::in_words(gate.due), at, asks);
}

/// Where it stood highest since the gate before: what was reached and lost again.
Text lost_again(const plan::Timetable& dates, const plan::GateOutcome& gate, const plan::CriterionOutcome& criterion,
                const forecast::Trajectory& trajectory) {
    calendar::Date first = calendar::Date::min();
    for (const plan::GateOutcome& other : dates.gates)
        if (other.due < gate.due) first = std::max(first, other.due);
    const auto found = extremes_in(trajectory, {first, gate.due});
    const bool up = criterion.comparison == plan::Comparison::at_least;
    if (!found || !criterion.value || !up || found->peak.value <= *criterion.value) return {};
    return fill({"it stood at {} on {} and fades between events", "وكانت قيمته {} في {}، وهو يتناقص بين الفعاليات"},
                ltr(rounded(found->peak.value, value_places)), calendar::in_words(found->peak.day));
}

}  // namespace

Text finding(const plan::Plan& plan, const plan::Timetable& dates) {
    const auto late = std::ranges::count_if(dates.gates, is_late);
    const auto failing = std::ranges::count_if(dates.gates, fails_on_criteria);
    std::vector<Text> parts;
    if (!dates.violations.empty()) parts.push_back(broken_text(dates));
    if (late > 0)
        parts.push_back(fill({"{} would be late", "سيتأخر من البوابات: {}"}, gates_of(late, dates.gates.size())));
    const bool dates_hold = parts.empty();
    if (failing > 0)
        parts.push_back(fill(dates_hold ? Text{"every date holds, but {} would fail on {}",
                                               "جميع المواعيد محفوظة، غير أنه لن يُجتاز من البوابات: {}، بسبب {}"}
                                        : Text{"{} would fail on {}", "لن يُجتاز من البوابات: {}، بسبب {}"},
                             gates_of(failing, dates.gates.size()), names_of(plan, failing_indicators(dates))));
    if (!parts.empty()) return fill({"Not yet on track: {}", "لم تبلغ الخطة مسارها بعد: {}"}, joined(parts));
    const auto all = static_cast<std::int64_t>(dates.gates.size());
    if (all == 0) return {"On track: every date holds", "الخطة على المسار: جميع المواعيد محفوظة"};
    return fill({"On track: every date holds and {} would pass", "الخطة على المسار: جميع المواعيد محفوظة، وتُجتاز {}"},
                gates_of(all, dates.gates.size()));
}

Text finding_detail(const plan::Plan& plan, const plan::Timetable& dates,
                    std::span<const forecast::Trajectory> trajectories) {
    for (const plan::GateOutcome& gate : dates.gates)
        for (const plan::CriterionOutcome& each : gate.criteria) {
            if (each.met) continue;
            const Text what = shortfall(plan, gate, each);
            const Text why = lost_again(dates, gate, each, trajectories[each.indicator.at()]);
            return why.empty() ? what : fill({"{}; {}", "{}؛ {}"}, what, why);
        }
    if (!dates.violations.empty()) return sentence(dates.violations.front(), plan);
    for (const plan::GateOutcome& gate : dates.gates)
        if (is_late(gate)) return sentence(gate, plan);
    return headline(dates, plan);
}

}  // namespace masar::report
