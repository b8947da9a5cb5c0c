#include "report/sentence.h"

#include "base/plural.h"
#include "report/figures.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::Text;
using plan::AnswerStatus;
using plan::Violation;

constexpr int criterion_places = 4;

constexpr base::Noun preference{"preference", "preferences", "تفضيل واحد", "تفضيلان",
                                "تفضيلين",    "تفضيلات",     "تفضيلاً",     "تفضيل"};

/// A list of records turned into the name of one of them; the bare id when it is not found there.
template <class Records>
Text named_in(const Records& records, const std::string& id) {
    const auto* found = plan::find(records, id);
    return found ? named(*found) : ltr(id);
}

/// ", first on 2027-03-01" or, with several stretches, "in 3 periods, first 2027-03-01..2027-03-12".
Text when_text(const Violation& violation) {
    if (violation.periods.empty()) return fill({" on {}", " في {}"}, date_text(violation.when));
    const Text first = period_text(violation.periods.front());
    if (violation.periods.size() == 1) return fill({" on {}", " في {}"}, first);
    return fill(
        {" in {}, first {}", " في {}، أولاها {}"},
        base::counted(base::noun::stretch, static_cast<std::int64_t>(violation.periods.size()), base::Case::after),
        first);
}

/// The year as its side names it: FY2027 or 2027.
Text year_text(const Violation& violation, const plan::Side* side) {
    const int year = violation.year.value_or(0);
    return ltr(side ? side->fiscal_year.label(year) : std::to_string(year));
}

Text resource_sentence(const Violation& violation, const plan::Plan& plan) {
    const plan::Resource* pool = plan::find(plan.resources, violation.what);
    const Text who = pool ? named(*pool) : ltr(violation.what);
    const Text capacity = ltr(grouped(pool ? pool->capacity.value : 0));
    const Text excess = ltr(grouped(violation.amount));
    if (violation.year) {
        const bool owned = pool && pool->per_year_of.value.known();
        const plan::Side* side = owned ? &plan.sides[pool->per_year_of.value.at()] : nullptr;
        return fill({"{} is used {} beyond its {} of {}", "تجاوز استخدام المورد {} المتاح بمقدار {} (المتاح {} في {})"},
                    who, excess, capacity, year_text(violation, side));
    }
    return fill({"{} is short by up to {} (capacity {}){}", "نقص في المورد {} يصل إلى {} (السعة {}){}"}, who, excess,
                capacity, when_text(violation));
}

Text ceiling_sentence(const Violation& violation, const plan::Plan& plan) {
    const plan::Fund* fund = plan::find(plan.funds, violation.what);
    const plan::Side* side = plan::find(plan.sides, violation.what);
    if (fund && fund->side.value.known()) side = &plan.sides[fund->side.value.at()];
    const Text whose = fund ? named(*fund) : side ? named(*side) : ltr(violation.what);
    return fill({"The ceiling of {} for {} is exceeded by {}", "تجاوز الإنفاق السقف العائد إلى {} لسنة {} بمقدار {}"},
                whose, year_text(violation, side), ltr(money(violation.amount, violation.currency)));
}

/// Outside the days of a fund, before the status date, or outside the activity's own window.
Text window_sentence(const Violation& violation, const plan::Plan& plan, const Text& who) {
    const Text days = base::counted(base::noun::day, violation.amount, base::Case::after);
    const Text first = date_text(violation.when);
    if (!violation.other.empty())
        return fill({"{} lies {} outside the days on which {} may be charged, first on {}",
                     "يقع النشاط {0} خارج الأيام التي يجوز فيها التحميل على {2} بمقدار {1}، وأول ذلك في {3}"},
                    who, days, named_in(plan.funds, violation.other), first);
    if (plan.as_of && violation.place == plan.as_of->place)
        return fill({"{} starts {} before the status date {}", "يبدأ النشاط {0} قبل تاريخ الحالة {2} بمقدار {1}"}, who,
                    days, date_text(plan.as_of->value));
    std::string window;
    if (const plan::Activity* activity = plan::find(plan.activities, violation.what)) {
        const plan::Window& stated = activity->window;
        const auto from = stated.first ? stated.first : stated.finish_first;
        window = (from ? calendar::to_iso(*from) : "") + ".." + (stated.last ? calendar::to_iso(*stated.last) : "");
    }
    return fill({"{} lies {} outside its window {}, first on {}",
                 "يقع النشاط {} خارج نافذته الزمنية بمقدار {} ({})، وأول ذلك في {}"},
                who, days, ltr(window), first);
}

Text rule_sentence(const Violation& violation, const plan::Plan& plan, const Text& who) {
    const plan::Rule* rule = plan::find(plan.rules, violation.other);
    Text force{"the rule", "القاعدة"};
    if (rule && rule->force == plan::Force::law) force = {"the law", "القانون"};
    if (rule && rule->force == plan::Force::policy) force = {"the policy", "السياسة"};
    if (rule && rule->force == plan::Force::preference) force = {"the preference", "التفضيل"};
    return fill({"{} breaks {} {} on {}", "يخالف النشاط {} {} {} في {}"}, who, force,
                named_in(plan.rules, violation.other), date_text(violation.when));
}

Text activity_sentence(const Violation& violation, const plan::Plan& plan) {
    const Text who = named_in(plan.activities, violation.what);
    const Text on = date_text(violation.when);
    switch (violation.kind) {
        case plan::ViolationKind::window: return window_sentence(violation, plan, who);
        case plan::ViolationKind::rule: return rule_sentence(violation, plan, who);
        case plan::ViolationKind::avoid:
            return fill({"{} falls on {}, in a period to avoid", "يقع النشاط {} في {} ضمن فترة يُراد تجنبها"}, who, on);
        case plan::ViolationKind::link:
            return fill({"{} breaks its link to {} by {} on {}", "يخل النشاط {} بارتباطه بالنشاط {} بمقدار {} في {}"},
                        who, named_in(plan.activities, violation.other),
                        base::counted(base::noun::day, violation.amount, base::Case::after), on);
        case plan::ViolationKind::notice:
            return fill({"The notice for {} comes {} too late for a start on {}",
                         "يتأخر الإشعار الخاص بالنشاط {} بمقدار {} عن الموعد اللازم لبدئه في {}"},
                        who, base::counted(base::noun::day, violation.amount, base::Case::after), on);
        case plan::ViolationKind::calendar:
            return fill({"{} starts on {}, a day off", "يبدأ النشاط {} في {} وهو يوم عطلة"}, who, on);
        default:
            return fill({"{} has already happened and was moved to {}", "نُقل النشاط {} إلى {} مع أنه قد وقع بالفعل"},
                        who, on);
    }
}

bool has(const plan::Timetable& timetable) { return timetable.end.has_value(); }

Text end_text(const plan::Timetable& timetable) { return has(timetable) ? date_text(*timetable.end) : ltr("–"); }

/// How many limits are broken, as one of three sentences by status.
Text broken_headline(const plan::Timetable& timetable) {
    const auto number = static_cast<std::int64_t>(timetable.violations.size());
    const Text count{base::counted(base::noun::limit, number).en, grouped(number)};
    if (timetable.status == AnswerStatus::earliest)
        return fill({"At earliest dates the plan does not fit: {} broken; it would end on {}",
                     "عند أبكر المواعيد لا تُستوفى قيود الخطة: عدد ما لم يُستوفَ {}؛ وتنتهي في {}"},
                    count, end_text(timetable));
    if (timetable.status == AnswerStatus::infeasible)
        return fill(
            {"This cannot be done: no schedule keeps every limit; the nearest one found breaks {}",
             "الخطة غير قابلة للتنفيذ: لا يوجد جدول يستوفي جميع القيود؛ وأقرب جدول عُثر عليه لا يستوفي قيوداً عددها {}"},
            count);
    return fill({"No schedule that fits was found (that none exists is not proven); the nearest one breaks {}",
                 "لم يُعثر على جدول يستوفي القيود (ولم يثبت عدم وجوده)؛ وأقرب جدول عُثر عليه لا يستوفي قيوداً عددها {}"},
                count);
}

Text fitting_headline(const plan::Timetable& timetable) {
    const Text end = end_text(timetable);
    if (timetable.status == AnswerStatus::optimal)
        return fill({"The plan fits and ends on {}; no schedule does better, proven",
                     "الخطة قابلة للتنفيذ وتنتهي في {}، ومن المثبت ألا جدول أفضل منها"},
                    end);
    if (timetable.status == AnswerStatus::earliest)
        return fill({"At earliest dates the plan fits and ends on {}", "عند أبكر المواعيد تستقيم الخطة وتنتهي في {}"},
                    end);
    return fill({"The plan fits and ends on {}", "الخطة قابلة للتنفيذ وتنتهي في {}"}, end);
}

std::int64_t late_gates(const plan::Timetable& timetable) {
    return std::ranges::count_if(timetable.gates, [](const plan::GateOutcome& gate) { return gate.late_days > 0; });
}

}  // namespace

Text named(const plan::Record& record) {
    if (record.name.empty()) return ltr(record.id);
    const Text name{record.name.en, record.name.ar};
    const Text shown{name.in(base::Language::en), name.in(base::Language::ar)};
    return fill({"{} ({})", "{} ({})"}, shown, ltr(record.id));
}

Text sentence(const Violation& violation, const plan::Plan& plan) {
    switch (violation.kind) {
        case plan::ViolationKind::resource: return resource_sentence(violation, plan);
        case plan::ViolationKind::ceiling: return ceiling_sentence(violation, plan);
        case plan::ViolationKind::stock:
            return fill({"The stock {} leaves its bounds by {} on {}", "يتجاوز المخزون {} حدوده بمقدار {} في {}"},
                        named_in(plan.stocks, violation.what), ltr(grouped(violation.amount)),
                        date_text(violation.when));
        case plan::ViolationKind::choice:
            return fill({"The choice {} is not made as stated", "لم يتم الاختيار {} على النحو المنصوص عليه"},
                        named_in(plan.choices, violation.what));
        case plan::ViolationKind::gate:
            return fill({"The firm gate {} is {} late", "تتأخر بوابة القرار الملزمة {} بمقدار {}"},
                        named_in(plan.gates, violation.what),
                        base::counted(base::noun::day, violation.amount, base::Case::after));
        default: return activity_sentence(violation, plan);
    }
}

Text sentence(const plan::GivenUp& given_up, const plan::Plan& plan) {
    return fill({"{} does not keep the preference {} on {}, at a cost of {}",
                 "لا يراعي النشاط {} التفضيل {} في {}، وكلفة ذلك {}"},
                named(plan.activities[given_up.activity.at()]), named(plan.rules[given_up.rule.at()]),
                date_text(given_up.when), ltr(grouped(given_up.cost)));
}

Text sentence(const plan::GateOutcome& outcome, const plan::Plan& plan) {
    const Text who = named(plan.gates[outcome.gate.at()]);
    const Text due = date_text(outcome.due);
    if (!outcome.date)
        return fill({"{}, due {}, requires something that is not chosen", "{}، وموعدها {}، تتطلب ما لم يُختر"}, who,
                    due);
    if (outcome.late_days > 0)
        return fill({"{} is {} late: ready on {}, due {}", "تتأخر {} بمقدار {}: تكتمل في {} وموعدها {}"}, who,
                    base::counted(base::noun::day, outcome.late_days, base::Case::after), date_text(*outcome.date),
                    due);
    return fill({"{} is on time: ready on {}, due {}", "{} في موعدها: تكتمل في {} وموعدها {}"}, who,
                date_text(*outcome.date), due);
}

Text sentence(const plan::CriterionOutcome& criterion, const plan::Plan& plan) {
    const Text who = named(plan.indicators[criterion.indicator.at()]);
    const bool least = criterion.comparison == plan::Comparison::at_least;
    const Text wanted = fill(least ? Text{"at least {}", "{} على الأقل"} : Text{"at most {}", "{} على الأكثر"},
                             ltr(base::to_string(criterion.wanted)));
    if (!criterion.value)
        return fill(
            {"{} has no value yet on the due date; the gate wants {}", "المؤشر {} بلا قيمة بعد في الموعد، والمطلوب {}"},
            who, wanted);
    const Text value = ltr(rounded(*criterion.value, criterion_places));
    return criterion.met
               ? fill({"{} is {}; the gate wants {}", "المؤشر {} قيمته {}، والمطلوب {}"}, who, value, wanted)
               : fill({"{} is only {}; the gate wants {}", "المؤشر {} قيمته {} فقط، والمطلوب {}"}, who, value, wanted);
}

Text sentence(const plan::NoticeDue& notice, const plan::Plan& plan) {
    const Text who = named(plan.activities[notice.activity.at()]);
    const Text by = date_text(notice.request_by);
    if (notice.rule.known())
        return fill({"Give notice of {} by {} under {}", "يقدَّم الإشعار الخاص بالنشاط {} في موعد أقصاه {} بموجب {}"},
                    who, by, named(plan.rules[notice.rule.at()]));
    const Text step =
        notice.approval.known() ? named(plan.approvals[notice.approval.at()]) : Text{"approval", "الاعتماد"};
    return fill({"Request {} for {} by {}", "يُطلب {} للنشاط {} في موعد أقصاه {}"}, step, who, by);
}

Text headline(const plan::Timetable& timetable, const plan::Plan& /*plan*/) {
    Text text;
    if (!timetable.violations.empty())
        text = broken_headline(timetable);
    else if (timetable.status == AnswerStatus::infeasible)
        text = {"This cannot be done: no schedule keeps every limit",
                "الخطة غير قابلة للتنفيذ: لا يوجد جدول يستوفي جميع القيود"};
    else if (timetable.status == AnswerStatus::unknown)
        text = {"No schedule was found within the limit; that does not mean that there is none",
                "لم يُعثر على جدول ضمن الحد المحدد للبحث، ولا يعني ذلك عدم وجوده"};
    else
        text = fitting_headline(timetable);
    if (const std::int64_t late = late_gates(timetable))
        text = fill({"{}; {} late", "{}؛ وعدد ما يتأخر: {}"}, text, base::counted(base::noun::gate, late));
    if (const auto number = static_cast<std::int64_t>(timetable.given_up.size()); number > 0)
        text = fill({"{}; {} not kept", "{}؛ وعدد التفضيلات غير المراعاة: {}"}, text,
                    Text{base::counted(preference, number).en, grouped(number)});
    if (timetable.stopped)
        text = fill({"{} (stopped early: the best found so far)", "{} (أُوقف البحث قبل تمامه: هذا أفضل ما عُثر عليه)"},
                    text);
    return text;
}

bool any_late(const plan::Timetable& timetable) { return late_gates(timetable) > 0; }

}  // namespace masar::report
