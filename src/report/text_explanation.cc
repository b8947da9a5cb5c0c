#include "report/text_explanation.h"

#include "base/plural.h"
#include "report/conflict_sentences.h"
#include "report/diagnostic_text.h"
#include "report/figures.h"
#include "report/plain_order.h"
#include "report/repair_sentences.h"
#include "report/sentence.h"
#include "report/text_wrap.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::Language;
using base::Text;
using plan::Explanation;
using plan::ExplanationStatus;

constexpr base::Noun statements{"statement", "statements", "بند واحد", "بندان", "بندين", "بنود", "بنداً", "بند"};
constexpr base::Noun repairs_noun{"repair",   "repairs", "معالجة واحدة", "معالجتان",
                                  "معالجتين", "معالجات", "معالجة",       "معالجة"};
constexpr std::size_t most_repairs = 6;
constexpr std::size_t most_of_a_kind = 2;
constexpr int places = 4;
constexpr std::size_t many = 12;  ///< statements of a clash, of which the heading says what they come down to

class Telling {
public:
    Telling(const plan::Plan& plan, const Explanation& explanation, const Reader& reader, Language language)
        : plan_(plan), explanation_(explanation), reader_(reader), language_(language) {}

    std::string tell() {
        line(headline(explanation_, plan_));
        for (const plan::Reached& each : explanation_.reached)
            if (explanation_.status == ExplanationStatus::fits && each.target.asked) line(sentence(each, plan_));
        for (std::size_t i = 0; i < explanation_.conflicts.size(); ++i) tell_conflict(i);
        if (explanation_.conflicts.size() > 1 && explanation_.mended)
            out_ += "\n", line({"With the first repair of each clash together the plan has a schedule",
                                "بإجراء المعالجة الأولى لكل تعارض معاً يصبح للخطة جدول"});
        tell_criteria();
        return std::move(out_);
    }

private:
    void line(const Text& text) { out_ += wrapped(text.in(language_) + "."); }
    void heading(const Text& text) { out_ += "\n" + wrapped(text.in(language_) + ":"); }

    void item(const Text& words, const base::Place& place) {
        std::string text = words.in(language_);
        if (place.known())
            text += " (" + ltr(place_text({place.line, 0, 0, place.file}, plan_.sources)).in(language_) + ")";
        out_ += wrapped(text, {.first_indent = "  - ", .next_indent = "    "});
    }

    void tell_conflict(std::size_t index) {
        const plan::Conflict& conflict = explanation_.conflicts[index];
        heading(conflict_heading(index));
        for (const ToldTogether& each : conflict_sentences(plan_, conflict, reader_)) item(each.sentence, each.place);
        tell_repairs(conflict);
    }

    [[nodiscard]] Text conflict_heading(std::size_t index) const {
        const plan::Conflict& conflict = explanation_.conflicts[index];
        const Text count =
            base::counted(statements, static_cast<std::int64_t>(conflict.members.size()), base::Case::after);
        const Text number = explanation_.conflicts.size() > 1
                                ? fill({"Clash {}: ", "التعارض {}: "}, ltr(std::to_string(index + 1)))
                                : Text{};
        if (conflict.members.size() == 1)
            return fill({"{}one statement cannot hold by itself", "{}بند واحد لا يمكن استيفاؤه بذاته"}, number);
        if (!conflict.minimal)
            return fill({"{}the clash lies among {}; whether all are needed was not decided",
                         "{}التعارض واقع بين {}، ولم يُبت في لزومها جميعاً"},
                        number, count);
        const Text all = base::counted(statements, std::ssize(conflict.members));
        const auto limits = std::ranges::count_if(conflict.members, is_limit);
        if (conflict.members.size() >= many && limits > 0 && withheld_references(conflict, reader_).empty())
            return fill(
                limits == 1
                    ? Text{"{}{} is below what is planned: {} clash, and without any one of them this clash is gone",
                           "{}{} دون ما هو مخطط: التعارض قائم بين {}، وبإسقاط أي منها يزول هذا التعارض"}
                    : Text{"{}{} are below what is planned: {} clash, and without any one of them this clash is gone",
                           "{}{} دون ما هو مخطط: التعارض قائم بين {}، وبإسقاط أي منها يزول هذا التعارض"},
                number, limits_counted(limits), Text{all.en, count.ar});
        return fill({"{}{} clash; without any one of them this clash is gone",
                     "{}التعارض قائم بين {}، وبإسقاط أي منها يزول هذا التعارض"},
                    number, Text{all.en, count.ar});
    }

    void tell_repairs(const plan::Conflict& conflict) {
        const std::vector<plan::Repair> shown = readable_repairs(conflict, reader_);
        const std::size_t withheld = conflict.repairs.size() - shown.size();
        if (!shown.empty()) {
            heading({"Any one of these would mend it, the smallest first", "تكفي أي من المعالجات الآتية، الأيسر أولاً"});
            std::size_t number = 0;
            for (const plan::Repair& each : chosen(shown)) {
                const std::string mark = "  " + std::to_string(++number) + ". ";
                out_ += wrapped(sentence(each, plan_).in(language_), {.first_indent = mark, .next_indent = "     "});
            }
        } else if (withheld == 0) {
            out_ += "\n";
            line({"No single change that was tried mends it", "لم يكفِ أي تغيير منفرد مما جُرب لمعالجته"});
        }
        if (withheld > 0) {
            out_ += "\n";
            line(fill(
                {"{} withheld, because telling would reveal what is not released", "حُجبت {} لأن ذكرها يكشف ما لم يُتَح"},
                base::counted(repairs_noun, static_cast<std::int64_t>(withheld))));
        }
    }

    /// A few of each kind; all of them are in the JSON.
    [[nodiscard]] static std::vector<plan::Repair> chosen(const std::vector<plan::Repair>& repairs) {
        std::vector<plan::Repair> few;
        for (const plan::Repair& each : repairs) {
            const auto same = std::ranges::count(few, each.kind, &plan::Repair::kind);
            if (few.size() < most_repairs && same < static_cast<std::ptrdiff_t>(most_of_a_kind)) few.push_back(each);
        }
        return few;
    }

    void tell_criteria() {
        if (!explanation_.criteria_asked) return;
        if (explanation_.criteria.empty()) {
            out_ += "\n";
            return line({"Under the schedule found every criterion is met", "تُستوفى جميع المعايير وفق الجدول الموجود"});
        }
        heading({"Criteria that fail under the schedule found", "معايير غير مستوفاة وفق الجدول الموجود"});
        std::vector<int> withheld;
        for (const plan::FailedCriterion& each : explanation_.criteria) {
            if (reader_.reads(each.readers))
                item(sentence(each, plan_, reader_), each.place);
            else
                withheld.push_back(each.reference);
        }
        if (!withheld.empty()) item(withheld_sentence(withheld, plan_.sides.size()), {});
    }

    const plan::Plan& plan_;
    const Explanation& explanation_;
    const Reader& reader_;
    Language language_;
    std::string out_;
};

Text who_of(const plan::Target& target, const plan::Plan& plan) {
    return target.gate.known() ? named(plan.gates[target.gate.at()]) : named(plan.activities[target.activity.at()]);
}

Text late_headline(const Explanation& explanation, const plan::Plan& plan) {
    if (explanation.conflicts.empty())
        return {"The plan can be done on time, but not every criterion of its gates is met",
                "يمكن تنفيذ الخطة في مواعيدها، غير أن بعض معايير بوابات القرار لا يُستوفى"};
    if (explanation.targets.size() == 1 && explanation.targets.front().asked)
        return fill({"{} cannot be had by {}: no schedule reaches it, proven",
                     "لا يمكن بلوغ {} بحلول {}: لا يوجد جدول يحققه، وهذا مثبت"},
                    who_of(explanation.targets.front(), plan), date_text(explanation.targets.front().by));
    return {"The plan can be done, but not with every gate on its date: no such schedule exists, proven",
            "يمكن تنفيذ الخطة، لكن لا في مواعيد بوابات القرار كلها: لا يوجد جدول كهذا، وهذا مثبت"};
}

}  // namespace

Text headline(const Explanation& explanation, const plan::Plan& plan) {
    Text text;
    switch (explanation.status) {
        case ExplanationStatus::fits:
            text = explanation.targets.empty() || !explanation.targets.front().asked
                       ? Text{"The plan fits, with every gate on its date: there is nothing to explain",
                              "الخطة قابلة للتنفيذ وبوابات القرار كلها في مواعيدها: لا شيء يستدعي التفسير"}
                       : Text{"This can be done", "هذا ممكن"};
            break;
        case ExplanationStatus::late: text = late_headline(explanation, plan); break;
        case ExplanationStatus::infeasible:
            text = {"The plan cannot be done: no schedule keeps all of it, proven",
                    "الخطة غير قابلة للتنفيذ: لا يوجد جدول يستوفيها كلها، وهذا مثبت"};
            break;
        case ExplanationStatus::unknown:
            text = {"Whether the plan can be done was not decided within the limit",
                    "لم يُبت ضمن الحد في إمكان تنفيذ الخطة"};
            break;
    }
    if (explanation.stopped) text = fill({"{} (stopped early)", "{} (أُوقف قبل تمامه)"}, text);
    return text;
}

Text sentence(const plan::Reached& reached, const plan::Plan& plan) {
    const Text who = who_of(reached.target, plan), by = date_text(reached.target.by);
    if (!reached.date)
        return fill(
            {"{}, wanted by {}, requires something that takes no part", "{}، المطلوب بحلول {}، يتطلب ما لا يشارك"}, who,
            by);
    return fill({"{}, wanted by {}, can be had by {}", "{}، المطلوب بحلول {}، يمكن بلوغه في {}"}, who, by,
                date_text(*reached.date));
}

Text sentence(const plan::FailedCriterion& failed, const plan::Plan& plan, const Reader& reader) {
    const Text gate = named(plan.gates[failed.gate.at()]), on = date_text(failed.on);
    const Text who = named(plan.indicators[failed.indicator.at()]);
    const bool least = failed.comparison == plan::Comparison::at_least;
    const Text wanted = fill(least ? Text{"at least {}", "{} على الأقل"} : Text{"at most {}", "{} على الأكثر"},
                             ltr(base::to_string(failed.wanted)));
    if (!failed.value)
        return fill({"{} wants {} of {} on {}, which has no value yet", "تتطلب {} {} للمؤشر {} في {} ولا قيمة له بعد"},
                    gate, wanted, who, on);
    const double gap = std::abs(failed.wanted.to_double() - *failed.value);
    Text text = fill(
        {"{} wants {} of {} on {}: {} is expected, {} short", "تتطلب {} {} للمؤشر {} في {}: المتوقع {} والفارق {}"},
        gate, wanted, who, on, ltr(rounded(*failed.value, places)), ltr(rounded(gap, places)));
    if (failed.best && failed.best_on && *failed.best_on < failed.on && *failed.best != *failed.value)
        text = fill({"{}; at its best it was {} on {}", "{}؛ وكان أفضل ما بلغه {} في {}"}, text,
                    ltr(rounded(*failed.best, places)), date_text(*failed.best_on));
    Text options;
    for (const plan::ActivityIndex each : failed.helpful) {
        const plan::Activity& activity = plan.activities[each.at()];
        if (!reader.reads(activity, "effects")) return text;
        options = options.empty() ? ltr(activity.id) : fill({"{}, {}", "{}، {}"}, options, ltr(activity.id));
    }
    if (options.empty())
        return fill({"{}; no options left out would close the gap", "{}؛ ولا تسدّ الخيارات المتروكة الفارق"}, text);
    return fill(
        {"{}; these options, just before it, would close the gap: {}", "{}؛ ويسدّ الفارق أخذ هذه الخيارات قبيل ذلك: {}"},
        text, options);
}

std::string explanation_text(const plan::Plan& plan, const Explanation& explanation, const Reader& reader,
                             Language language) {
    const Explanation told = in_plain_order(explanation, reader);
    return Telling(plan, told, reader, language).tell();
}

}  // namespace masar::report
