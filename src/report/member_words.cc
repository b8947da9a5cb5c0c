#include "report/member_words.h"

#include "base/plural.h"
#include "report/figures.h"
#include "report/sentence.h"

namespace masar::report {
namespace {

using base::Text;
using plan::ConflictMember;
using plan::MemberKind;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

const plan::Dependency& link_of(const plan::Plan& plan, const ConflictMember& link) {
    return plan.activities[link.activity.at()].after[at(link.record)];
}

Text lag_text(plan::Lag lag) {
    return base::counted(lag.elapsed ? base::noun::day : base::noun::working_day, lag.days, base::Case::after);
}

/// "B can only start after A has finished", with its lag.
Text link_sentence(const plan::Plan& plan, const ConflictMember& member) {
    static const Text patterns[] = {
        {"{} can only start after {} has finished", "لا يبدأ النشاط {} إلا بعد انتهاء النشاط {}"},
        {"{} can only start once {} has started", "لا يبدأ النشاط {} إلا بعد بدء النشاط {}"},
        {"{} can only finish once {} has finished", "لا ينتهي النشاط {} إلا بعد انتهاء النشاط {}"},
        {"{} can only finish once {} has started", "لا ينتهي النشاط {} إلا بعد بدء النشاط {}"}};
    const plan::Dependency& link = link_of(plan, member);
    Text text = fill(patterns[static_cast<std::size_t>(link.type)], named(plan.activities[member.activity.at()]),
                     named(plan.activities[link.predecessor.value.at()]));
    if (link.minimum.days != 0) text = fill({"{}, and {} later", "{} وبعده بمقدار {}"}, text, lag_text(link.minimum));
    if (link.maximum)
        text = fill({"{}, at most {} later", "{}، وبعده بمقدار {} على الأكثر"}, text, lag_text(*link.maximum));
    return text;
}

Text avoids_sentence(const plan::Plan& plan, const ConflictMember& member, const Text& who) {
    if (member.record < 0) return fill({"{} avoids several periods", "يتجنب النشاط {} عدة فترات"}, who);
    const plan::PeriodIndex period{member.record};
    Text text =
        fill({"{} may not fall into {}", "لا يجوز أن يقع النشاط {} في {}"}, who, named(plan.periods[period.at()]));
    bool itself = false;
    for (const auto& each : plan.activities[member.activity.at()].avoid) itself = itself || each.value == period;
    if (member.rules.empty()) return text;
    const Text rule = rule_words(plan, member.rules.front());
    return itself ? fill({"{}: it avoids that itself, and {} forbids it", "{}: يتجنبها بنفسه، وتمنعها {}"}, text, rule)
                  : fill({"{}: {} forbids it", "{}: تمنعها {}"}, text, rule);
}

Text capacity_sentence(const plan::Plan& plan, const ConflictMember& member) {
    const Text who = named(plan.resources[at(member.record)]);
    const Text amount = ltr(grouped(member.amount));
    if (member.days)
        return fill({"{} has a capacity of {} on {}", "سعة المورد {} هي {} في {}"}, who, amount,
                    period_text(*member.days));
    return fill({"{} has a capacity of {}", "سعة المورد {} هي {}"}, who, amount);
}

Text yearly_sentence(const plan::Plan& plan, const ConflictMember& member) {
    const plan::Resource& resource = plan.resources[at(member.record)];
    const plan::SideIndex side = resource.per_year_of.value;
    const int year = member.year.value_or(0);
    const std::string label = side.known() ? plan.sides[side.at()].fiscal_year.label(year) : std::to_string(year);
    return fill({"{} has {} in {}", "المتاح من المورد {} هو {} في {}"}, named(resource), ltr(grouped(member.amount)),
                ltr(label));
}

Text stock_sentence(const plan::Stock& stock) {
    Text text =
        fill({"The stock {} begins with {} and never falls below {}", "يبدأ المخزون {} بمقدار {} ولا ينخفض دون {}"},
             named(stock), ltr(grouped(stock.initial.value)), ltr(grouped(stock.minimum)));
    if (!stock.maximum) return text;
    return fill({"{} nor rises above {}", "{} ولا يتجاوز {}"}, text, ltr(grouped(*stock.maximum)));
}

Text choice_sentence(const plan::ChoiceGroup& choice) {
    const Text count = ltr(grouped(choice.count));
    switch (choice.kind) {
        case plan::ChoiceGroup::Kind::exactly:
            return fill({"Of the options of {} exactly {} take part", "من خيارات {} يُؤخذ {} بالضبط"}, named(choice),
                        count);
        case plan::ChoiceGroup::Kind::at_most:
            return fill({"Of the options of {} at most {} take part", "من خيارات {} يُؤخذ {} على الأكثر"}, named(choice),
                        count);
        case plan::ChoiceGroup::Kind::implies: break;
    }
    return fill({"The first option of {} demands the others", "الخيار الأول من {} يستلزم سائرها"}, named(choice));
}

Text activity_sentence(const plan::Plan& plan, const ConflictMember& member) {
    const Text who = named(plan.activities[member.activity.at()]);
    const Text day = member.day ? date_text(*member.day) : Text{};
    switch (member.kind) {
        case MemberKind::starts_from: return fill({"{} may not start before {}", "لا يبدأ النشاط {} قبل {}"}, who, day);
        case MemberKind::finishes_from:
            return fill({"{} may not finish before {}", "لا ينتهي النشاط {} قبل {}"}, who, day);
        case MemberKind::finishes_by:
            return fill({"{} must be finished by {}", "يجب أن ينتهي النشاط {} في موعد أقصاه {}"}, who, day);
        case MemberKind::follows: return link_sentence(plan, member);
        case MemberKind::avoids: return avoids_sentence(plan, member, who);
        case MemberKind::approval:
            return fill({"{} waits for {} until {}", "ينتظر النشاط {} {} حتى {}"}, who,
                        named(plan.approvals[at(member.record)]), day);
        case MemberKind::notice:
            return fill({"{} may not start before {}: {} counts from the request",
                         "لا يبدأ النشاط {} قبل {}: تُحتسب مدة {} من تاريخ الطلب"},
                        who, day, rule_words(plan, plan::RuleIndex{member.record}));
        default:
            return fill({"{} costs {} more than {} allows", "تزيد تكلفة النشاط {} بمقدار {} على ما تسمح به {}"}, who,
                        ltr(money(member.amount, member.currency)), rule_words(plan, plan::RuleIndex{member.record}));
    }
}

Text gate_sentence(const plan::Gate& gate, const Text& day) {
    return gate.firm ? fill({"The firm gate {} is due on {}", "موعد بوابة القرار الملزمة {} هو {}"}, named(gate), day)
                     : fill({"The gate {} is due on {}", "موعد بوابة القرار {} هو {}"}, named(gate), day);
}

}  // namespace

plan::ActivityIndex predecessor_of(const plan::Plan& plan, const ConflictMember& link) {
    return link_of(plan, link).predecessor.value;
}

Text lag_words(const plan::Plan& plan, const ConflictMember& member) {
    static constexpr std::string_view types[] = {"", "SS", "FF", "SF"};
    const plan::Dependency& link = link_of(plan, member);
    std::string words(types[static_cast<std::size_t>(link.type)]);
    const auto add = [&](plan::Lag lag, std::string_view before) {
        words += (words.empty() ? "" : " ") + std::string(before) + std::to_string(lag.days);
        words += lag.elapsed ? "ed" : "wd";
    };
    if (link.minimum.days != 0) add(link.minimum, link.minimum.days > 0 ? "+" : "");
    if (link.maximum) add(*link.maximum, "max ");
    if (words.empty()) return {};
    return fill({" ({})", " ({})"}, ltr(words));
}

Text rule_words(const plan::Plan& plan, plan::RuleIndex index) {
    const plan::Rule& rule = plan.rules[index.at()];
    return rule.force == plan::Force::law ? fill({"the law {}", "القاعدة القانونية {}"}, named(rule))
                                          : fill({"the policy {}", "السياسة {}"}, named(rule));
}

Account account_of(const plan::Plan& plan, const ConflictMember& ceiling) {
    if (ceiling.kind == MemberKind::side_ceiling)
        return {named(plan.sides[at(ceiling.record)]), plan::SideIndex{ceiling.record}};
    const plan::Fund& fund = plan.funds[at(ceiling.record)];
    return {named(fund), fund.side.value};
}

Text ceiling_words(const plan::Plan& plan, const ConflictMember& ceiling) {
    const Account account = account_of(plan, ceiling);
    const int year = ceiling.year.value_or(0);
    const std::string label =
        account.side.known() ? plan.sides[account.side.at()].fiscal_year.label(year) : std::to_string(year);
    return fill({"the ceiling of {} for {}", "سقف {} لسنة {}"}, account.name, ltr(label));
}

Text asked_words(const plan::Plan& plan, const ConflictMember& asked) {
    return asked.record >= 0 ? named(plan.gates[at(asked.record)]) : named(plan.activities[asked.activity.at()]);
}

Text member_words(const plan::Plan& plan, const ConflictMember& member) {
    const Text day = member.day ? date_text(*member.day) : Text{};
    switch (member.kind) {
        case MemberKind::as_of:
            return fill(
                {"Nothing that is planned starts before the status date {}", "لا يبدأ ما هو مخطط قبل تاريخ الحالة {}"},
                day);
        case MemberKind::fund_opens:
            return fill({"The fund {} takes obligations only from {}", "لا يُلتزم على الصندوق {} إلا اعتباراً من {}"},
                        named(plan.funds[at(member.record)]), day);
        case MemberKind::fund_closes:
            return fill({"The fund {} takes obligations only until {}", "لا يُلتزم على الصندوق {} إلا حتى {}"},
                        named(plan.funds[at(member.record)]), day);
        case MemberKind::capacity: return capacity_sentence(plan, member);
        case MemberKind::yearly_capacity: return yearly_sentence(plan, member);
        case MemberKind::fund_ceiling:
        case MemberKind::side_ceiling: {
            Text text =
                fill({"{} is {}", "{} هو {}"}, ceiling_words(plan, member), ltr(money(member.amount, member.currency)));
            text.en.front() = 'T';
            return text;
        }
        case MemberKind::stock: return stock_sentence(plan.stocks[at(member.record)]);
        case MemberKind::choice: return choice_sentence(plan.choices[at(member.record)]);
        case MemberKind::gate: return gate_sentence(plan.gates[at(member.record)], day);
        case MemberKind::asked:
            return fill({"{} is wanted by {}", "المطلوب {} بحلول {}"}, asked_words(plan, member), day);
        default: return activity_sentence(plan, member);
    }
}

}  // namespace masar::report
