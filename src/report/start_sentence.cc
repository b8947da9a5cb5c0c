#include "report/start_sentence.h"

#include "base/plural.h"
#include "calendar/date_words.h"
#include "report/figures.h"
#include "report/sentence.h"

#include <array>

namespace masar::report {
namespace {

using base::Text;
using plan::StartReason;
using Kind = StartReason::Kind;

struct KindWords {
    std::string_view keyword, section;
};

/// In the order of the enumeration.
constexpr std::array<KindWords, 17> kinds{{
    {"begun", ""},
    {"plan-start", ""},
    {"follows", "activities"},
    {"holds-successor", "activities"},
    {"window", ""},
    {"finish-window", ""},
    {"as-of", ""},
    {"approval", "approvals"},
    {"notice", "rules"},
    {"fund-opens", "funds"},
    {"avoids", "periods"},
    {"rule", "rules"},
    {"pool", "resources"},
    {"yearly-pool", "resources"},
    {"fund-ceiling", "funds"},
    {"side-ceiling", "sides"},
    {"stock", "stocks"},
}};

const KindWords& words_of(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

Text lag_text(plan::Lag lag) {
    return base::counted(lag.elapsed ? base::noun::day : base::noun::working_day, lag.days, base::Case::after);
}

class WhyHere {
public:
    WhyHere(const plan::Plan& plan, const plan::Activity& activity) : plan_(plan), activity_(activity) {}

    [[nodiscard]] Text sentence(const StartReason& reason) const {
        const Text day = calendar::in_words(reason.day);
        switch (reason.kind) {
            case Kind::begun: return begun();
            case Kind::plan_start: return fill({"the roadmap begins on {}", "تبدأ خارطة الطريق في {}"}, day);
            case Kind::follows: return follows(activity_.after[at(reason.record)]);
            case Kind::holds_successor: return holds(reason);
            case Kind::window:
                if (!activity_.progress.postponed.empty() && activity_.progress.postponed.back().to.value == reason.day)
                    return fill({"it was postponed to {}", "أُجّل إلى {}"}, day);
                return fill({"its window opens on {}", "تبدأ نافذته الزمنية في {}"}, day);
            case Kind::finish_window: return fill({"it must not finish before {}", "لا يجوز أن ينتهي قبل {}"}, day);
            case Kind::as_of:
                return fill({"what is planned starts on the status date {} or later",
                             "ما هو مخطط يبدأ في تاريخ الحالة {} أو بعده"},
                            day);
            case Kind::avoids:
                return fill({"a working day earlier it would fall into {}", "لو تقدم يوم عمل لوقع في {}"},
                            named(plan_.periods[at(reason.record)]));
            default: return by_means(reason, day);
        }
    }

private:
    [[nodiscard]] Text by_means(const StartReason& reason, const Text& day) const {
        switch (reason.kind) {
            case Kind::approval:
                return fill({"{} takes until {}", "يستغرق {} حتى {}"}, named(plan_.approvals[at(reason.record)]), day);
            case Kind::notice:
                return fill({"the notice under {} runs until {}", "تسري مهلة الإشعار بموجب {} حتى {}"},
                            named(plan_.rules[at(reason.record)]), day);
            case Kind::rule:
                return fill({"a working day earlier it would break {}", "لو تقدم يوم عمل لخالف {}"},
                            named(plan_.rules[at(reason.record)]));
            case Kind::fund_opens:
                return fill({"{} opens on {}", "يُفتح {} في {}"}, named(plan_.funds[at(reason.record)]), day);
            case Kind::pool:
                return fill({"on {} too little of {} is free", "لا يتوفر في {} ما يكفي من {}"}, day,
                            named(plan_.resources[at(reason.record)]));
            case Kind::stock:
                return fill({"on {} there would be too little of {}", "لا يكفي في {} مخزون {}"}, day,
                            named(plan_.stocks[at(reason.record)]));
            default: return of_year(reason);
        }
    }

    [[nodiscard]] Text of_year(const StartReason& reason) const {
        const auto year_of = [&](const plan::At<plan::SideIndex>& side) {
            const int year = reason.year.value_or(0);
            return ltr(side.value.known() ? plan_.sides[side.value.at()].fiscal_year.label(year)
                                          : std::to_string(year));
        };
        const auto ceiling = [](const plan::Record& whose, const Text& year) {
            return fill({"a working day earlier the ceiling of {} for {} would be exceeded",
                         "لو تقدم يوم عمل لجاوز الإنفاق سقف {} لسنة {}"},
                        named(whose), year);
        };
        if (reason.kind == Kind::yearly_pool) {
            const plan::Resource& pool = plan_.resources[at(reason.record)];
            return fill({"{} is used up in {}", "نفد {} في {}"}, named(pool), year_of(pool.per_year_of));
        }
        if (reason.kind == Kind::fund_ceiling) {
            const plan::Fund& fund = plan_.funds[at(reason.record)];
            return ceiling(fund, year_of(fund.side));
        }
        return ceiling(plan_.sides[at(reason.record)], year_of({plan::SideIndex{reason.record}, {}}));
    }

    [[nodiscard]] Text begun() const {
        if (activity_.progress.status == plan::Status::finished)
            return {"it took place on these dates", "نُفّذ في هذه التواريخ"};
        return {"it has started on this date", "بدأ تنفيذه في هذا التاريخ"};
    }

    [[nodiscard]] Text follows(const plan::Dependency& link) const {
        const Text before = named(plan_.activities[link.predecessor.value.at()]);
        const bool after_finish =
            link.type == plan::LinkType::finish_start || link.type == plan::LinkType::finish_finish;
        if (link.minimum.days == 0)
            return after_finish ? fill({"it follows the finish of {}", "يلي انتهاء {}"}, before)
                                : fill({"it follows the start of {}", "يلي بدء {}"}, before);
        return after_finish
                   ? fill({"it follows the finish of {} by {}", "يلي انتهاء {} بفاصل {}"}, before,
                          lag_text(link.minimum))
                   : fill({"it follows the start of {} by {}", "يلي بدء {} بفاصل {}"}, before, lag_text(link.minimum));
    }

    [[nodiscard]] Text holds(const StartReason& reason) const {
        const plan::Activity& after = plan_.activities[at(reason.record)];
        return fill({"{} may not come more than {} after it", "لا يجوز أن يتأخر عنه {} أكثر من {}"}, named(after),
                    lag_text(after.after[at(reason.position)].maximum.value_or(plan::Lag{})));
    }

    const plan::Plan& plan_;
    const plan::Activity& activity_;
};

void append(Text& all, const Text& more) {
    if (!all.empty()) all = {all.en + "; ", all.ar + "؛ "};
    all = {all.en + more.en, all.ar + more.ar};
}

/// A sentence begins with a capital; Arabic has none.
Text begun_sentence(Text text) {
    if (!text.en.empty() && text.en[0] >= 'a' && text.en[0] <= 'z')
        text.en[0] = static_cast<char>(text.en[0] - 'a' + 'A');
    return text;
}

}  // namespace

Text why_here(const plan::Plan& plan, plan::ActivityIndex activity, const std::vector<StartReason>& reasons,
              const Reader& reader) {
    if (reasons.empty())
        return reader.whole() ? Text{"It could start a working day earlier by itself; nothing asks for that",
                                     "يمكنه وحده أن يبدأ قبل ذلك بيوم عمل، ولا شيء يقتضيه"}
                              : Text{"Nothing that is released to you keeps it from starting a working day earlier",
                                     "لا يمنع بدءه قبل ذلك بيوم عمل شيء مما أُفرج لكم عنه"};
    const WhyHere why(plan, plan.activities[activity.at()]);
    Text all;
    for (const StartReason& each : reasons) append(all, why.sentence(each));
    return begun_sentence(std::move(all));
}

std::string_view keyword(Kind kind) { return words_of(kind).keyword; }
std::string_view reason_section(Kind kind) { return words_of(kind).section; }

std::string reason_id(const plan::Plan& plan, plan::ActivityIndex activity, const StartReason& reason) {
    if (reason.record < 0) return {};
    const std::size_t record = at(reason.record);
    switch (reason.kind) {
        case Kind::follows:
            return plan.activities[plan.activities[activity.at()].after[record].predecessor.value.at()].id;
        case Kind::holds_successor: return plan.activities[record].id;
        case Kind::approval: return plan.approvals[record].id;
        case Kind::notice:
        case Kind::rule: return plan.rules[record].id;
        case Kind::fund_opens:
        case Kind::fund_ceiling: return plan.funds[record].id;
        case Kind::avoids: return plan.periods[record].id;
        case Kind::pool:
        case Kind::yearly_pool: return plan.resources[record].id;
        case Kind::side_ceiling: return plan.sides[record].id;
        case Kind::stock: return plan.stocks[record].id;
        default: return {};
    }
}

}  // namespace masar::report
