#include "report/text_schedule.h"

#include "report/diagnostic_text.h"
#include "report/figures.h"
#include "report/sentence.h"
#include "report/text_wrap.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::Language;
using base::Text;

/// A sentence on its own lines, with the place that it is about behind it.
std::string item(const Text& words, const std::string& place, Language language) {
    std::string line = words.in(language);
    if (!place.empty()) line += " (" + ltr(place).in(language) + ")";
    return wrapped(line, {.first_indent = "  - ", .next_indent = "    "});
}

std::string heading(const Text& words, Language language) { return "\n" + words.in(language) + ":\n"; }

std::string gate_part(const plan::Plan& plan, const plan::Timetable& timetable, Language language) {
    if (timetable.gates.empty() || !timetable.end) return {};
    std::string out = heading({"Gates", "بوابات القرار"}, language);
    for (const plan::GateOutcome& gate : timetable.gates) {
        out += item(sentence(gate, plan), {}, language);
        for (const plan::CriterionOutcome& criterion : gate.criteria)
            if (!criterion.met)
                out += wrapped(sentence(criterion, plan).in(language),
                               {.first_indent = "      ", .next_indent = "      "});
    }
    return out;
}

std::string violation_part(const plan::Plan& plan, const plan::Timetable& timetable, Language language) {
    if (timetable.violations.empty()) return {};
    std::string out = heading({"What is broken", "ما لم يُستوفَ"}, language);
    for (const plan::Violation& each : timetable.violations)
        out += item(sentence(each, plan), place_text({each.place.line, 0, 0, each.place.file}, plan.sources), language);
    return out;
}

std::string preference_part(const plan::Plan& plan, const plan::Timetable& timetable, Language language) {
    if (timetable.given_up.empty()) return {};
    std::string out = heading({"Preferences not kept", "تفضيلات لم تُراعَ"}, language);
    for (const plan::GivenUp& each : timetable.given_up) {
        const base::Place rule = plan.rules[each.rule.at()].place;
        out += item(sentence(each, plan), place_text({rule.line, 0, 0, rule.file}, plan.sources), language);
    }
    return out;
}

std::string origin_part(const plan::Timetable& timetable, Language language) {
    if (timetable.schedules == 0) return {};
    const Text line = fill({"Found among {} schedules with seed {}", "عُثر عليه من بين {} من الجداول بالبذرة {}"},
                           ltr(grouped(timetable.schedules)), ltr(std::to_string(timetable.seed)));
    return wrapped(line.in(language) + ".");
}

}  // namespace

std::string schedule_text(const plan::Plan& plan, const plan::Timetable& timetable, Language language) {
    std::string out = wrapped(headline(timetable, plan).in(language) + ".");
    // What no schedule can undercut says nothing about one that does not fit.
    const bool answered = timetable.violations.empty() && timetable.status != plan::AnswerStatus::earliest;
    if (const Text bound = bound_sentence(timetable, plan); answered && !bound.empty())
        out += wrapped(bound.in(language) + ".");
    out += origin_part(timetable, language);
    return out + violation_part(plan, timetable, language) + preference_part(plan, timetable, language)
           + gate_part(plan, timetable, language);
}

}  // namespace masar::report
