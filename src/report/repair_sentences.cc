#include "report/repair_sentences.h"

#include "base/plural.h"
#include "report/figures.h"
#include "report/member_words.h"
#include "report/sentence.h"

#include <array>

namespace masar::report {
namespace {

using base::Text;
using plan::Repair;
using plan::RepairKind;

constexpr std::array<std::string_view, 18> keywords{
    "move-window-start", "move-window-finish-from", "move-window-end", "move-gate",     "move-asked",  "open-fund",
    "close-fund",        "raise-capacity",          "raise-reduction", "raise-ceiling", "raise-stock", "change-choice",
    "lower-need",        "shorten-approval",        "drop-dependency", "allow-period",  "waive-rule",  "leave-out"};

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

bool earlier(const Repair& repair) { return *repair.to_day < *repair.from_day; }

/// "…: 12 working days later".
Text moved(const Text& what, const Repair& repair) {
    const Text days = base::counted(base::noun::working_day, repair.working_days, base::Case::after);
    return earlier(repair) ? fill({"{}: {} earlier", "{}، أي قبل ذلك بمقدار {}"}, what, days)
                           : fill({"{}: {} later", "{}، أي بعد ذلك بمقدار {}"}, what, days);
}

Text date_sentence(const Repair& repair, const plan::Plan& plan) {
    const plan::ConflictMember& target = repair.target;
    const Text from = date_text(*repair.from_day), to = date_text(*repair.to_day);
    switch (repair.kind) {
        case RepairKind::move_gate:
            return moved(fill({"Move the gate {} from {} to {}", "نقل موعد بوابة القرار {} من {} إلى {}"},
                              named(plan.gates[at(target.record)]), from, to),
                         repair);
        case RepairKind::move_asked:
            return fill(repair.least ? Text{"{} can be had by {} instead of {}, and not before",
                                            "يمكن بلوغ {} بحلول {} بدلاً من {}، لا قبل ذلك"}
                                     : Text{"{} can be had by {} instead of {}", "يمكن بلوغ {} بحلول {} بدلاً من {}"},
                        asked_words(plan, target), to, from);
        case RepairKind::open_fund:
            return fill({"Open the fund {} on {} instead of {}", "فتح الصندوق {} في {} بدلاً من {}"},
                        named(plan.funds[at(target.record)]), to, from);
        case RepairKind::close_fund:
            return fill({"Keep the fund {} open until {} instead of {}", "إبقاء الصندوق {} مفتوحاً حتى {} بدلاً من {}"},
                        named(plan.funds[at(target.record)]), to, from);
        default: break;
    }
    const Text who = named(plan.activities[target.activity.at()]);
    if (repair.kind == RepairKind::move_start)
        return moved(
            fill({"Let {} start from {} instead of {}", "السماح ببدء النشاط {} من {} بدلاً من {}"}, who, to, from),
            repair);
    if (repair.kind == RepairKind::move_finish)
        return moved(
            fill({"Let {} finish by {} instead of {}", "السماح بانتهاء النشاط {} في {} بدلاً من {}"}, who, to, from),
            repair);
    return moved(
        fill({"Let {} finish from {} instead of {}", "السماح بانتهاء النشاط {} من {} بدلاً من {}"}, who, to, from),
        repair);
}

Text number_sentence(const Repair& repair, const plan::Plan& plan) {
    const plan::ConflictMember& target = repair.target;
    const Text from = ltr(grouped(repair.from)), to = ltr(grouped(repair.to));
    switch (repair.kind) {
        case RepairKind::raise_capacity:
            return fill({"Raise the capacity of {} from {} to {}", "رفع سعة المورد {} من {} إلى {}"},
                        named(plan.resources[at(target.record)]), from, to);
        case RepairKind::raise_reduction:
            return fill({"Reduce {} on {} to {} only, instead of {}", "تخفيض المورد {} في {} إلى {} فقط بدلاً من {}"},
                        named(plan.resources[at(target.record)]),
                        period_text(plan.resources[at(target.record)].reductions[at(repair.position)].days), to, from);
        case RepairKind::raise_ceiling:
            return fill({"Raise {} by {}, to {}", "رفع {} بمقدار {} إلى {}"}, ceiling_words(plan, target),
                        ltr(money(repair.to - repair.from, target.currency)), ltr(money(repair.to, target.currency)));
        case RepairKind::raise_stock:
            return fill({"Begin the stock {} with {} instead of {}", "بدء المخزون {} بمقدار {} بدلاً من {}"},
                        named(plan.stocks[at(target.record)]), to, from);
        case RepairKind::change_choice:
            return fill({"Take {} of the options of {} instead of {}", "أخذ {} من خيارات {} بدلاً من {}"}, to,
                        named(plan.choices[at(target.record)]), from);
        case RepairKind::lower_need:
            return fill({"Plan {} with {} of {} instead of {}", "تخطيط النشاط {} بعدد {} من المورد {} بدلاً من {}"},
                        named(plan.activities[target.activity.at()]), to, ltr(plan.resources[at(target.record)].id),
                        from);
        default:
            return fill({"Shorten {} from {} days to {}", "تقصير مدة {} من {} يوماً إلى {}"},
                        named(plan.approvals[at(target.record)]), from, to);
    }
}

Text other_sentence(const Repair& repair, const plan::Plan& plan) {
    const plan::ConflictMember& target = repair.target;
    const Text who = named(plan.activities[target.activity.at()]);
    switch (repair.kind) {
        case RepairKind::drop_link:
            return fill({"Let {} no longer wait for {}", "إلغاء انتظار النشاط {} للنشاط {}"}, who,
                        named(plan.activities[predecessor_of(plan, target).at()]));
        case RepairKind::allow_period: {
            const Text period = named(plan.periods[at(target.record)]);
            Text text = fill({"Let {} fall into {}", "السماح بوقوع النشاط {} في {}"}, who, period);
            for (const plan::RuleIndex rule : repair.waived)
                text = fill({"{}, and waive {} for it", "{}، مع استثنائه من {}"}, text, rule_words(plan, rule));
            return text;
        }
        case RepairKind::waive_rule:
            return fill({"Waive {} for {}", "منح استثناء من {} للنشاط {}"},
                        rule_words(plan, plan::RuleIndex{target.record}), who);
        default: return fill({"Leave {} out", "الاستغناء عن النشاط {}"}, who);
    }
}

std::string id_in(const plan::Plan& plan, const Repair& repair) {
    if (repair.kind == RepairKind::waive_rule) return plan.rules[at(repair.target.record)].id;
    if (repair.kind == RepairKind::shorten_approval) return plan.approvals[at(repair.target.record)].id;
    return repair.target.id;
}

}  // namespace

Text sentence(const Repair& repair, const plan::Plan& plan) {
    Text text;
    if (repair.from_day)
        text = date_sentence(repair, plan);
    else if (repair.kind >= RepairKind::drop_link)
        text = other_sentence(repair, plan);
    else
        text = number_sentence(repair, plan);
    if (!repair.least && repair.kind != RepairKind::move_asked)
        text = fill({"{} (less may do)", "{} (وقد يكفي ما هو أقل)"}, text);
    return text;
}

RepairEdit edit_of(const Repair& repair, const plan::Plan& plan) {
    const plan::ConflictMember& target = repair.target;
    RepairEdit edit{id_in(plan, repair), {}, {}, {}};
    if (repair.from_day) {
        edit.from = calendar::to_iso(*repair.from_day);
        edit.to = calendar::to_iso(*repair.to_day);
        return edit;
    }
    switch (repair.kind) {
        case RepairKind::drop_link: edit.from = plan.activities[predecessor_of(plan, target).at()].id; break;
        case RepairKind::allow_period: edit.from = plan.periods[at(target.record)].id; break;
        case RepairKind::waive_rule: edit.what = plan.activities[target.activity.at()].id; break;
        case RepairKind::leave_out:
            edit.from = "mandatory";
            edit.to = "optional";
            break;
        case RepairKind::raise_ceiling:
            edit.from = base::plain({repair.from, target.currency}) + " " + std::string(target.currency.code());
            edit.to = base::plain({repair.to, target.currency}) + " " + std::string(target.currency.code());
            break;
        default:
            if (repair.kind == RepairKind::lower_need) edit.what = plan.resources[at(target.record)].id;
            edit.from = std::to_string(repair.from);
            edit.to = std::to_string(repair.to);
    }
    return edit;
}

std::string_view keyword(RepairKind kind) { return keywords[static_cast<std::size_t>(kind)]; }

}  // namespace masar::report
