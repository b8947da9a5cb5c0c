#include "planfile/phrase.h"
#include "planfile/validate.h"

#include <algorithm>

namespace masar::planfile {
namespace {

using plan::Plan;

void check_needs(Reading& reading, const plan::Activity& activity) {
    for (const plan::Mode& mode : activity.modes)
        for (const plan::Need& need : mode.needs) {
            const plan::Resource& resource = reading.plan.resources[need.resource.value.at()];
            if (need.units.value <= resource.capacity.value || !resource.capacity.place.known()) continue;
            auto& diagnostic = reading.report(
                code::need_above_capacity, need.units.place,
                phrase("a need above capacity: {} of '{}', which has {}", "احتياج يفوق السعة: {} من «{}» وسعته {}",
                       need.units.value, resource.id, resource.capacity.value));
            diagnostic.record = activity.id;
            diagnostic.related.push_back({resource.capacity.place, {"its capacity", "سعته"}});
        }
}

void check_dates(Reading& reading) {
    const Plan& plan = reading.plan;
    if (plan.end && plan.start.place.known() && plan.end->value < plan.start.value)
        reading
            .report(code::dates_reversed, plan.end->place,
                    {"the roadmap ends before it starts", "تنتهي خارطة الطريق قبل أن تبدأ"})
            .related.push_back({plan.start.place, {"its start", "بدايتها"}});
    for (const plan::Fund& fund : plan.funds)
        if (fund.opens && fund.closes && *fund.closes < *fund.opens)
            reading
                .report(code::dates_reversed, fund.place,
                        phrase("fund '{}' closes before it opens", "يُغلق مصدر التمويل «{}» قبل أن يُفتح", fund.id))
                .record = fund.id;
}

void check_stocks(Reading& reading) {
    for (const plan::Stock& stock : reading.plan.stocks) {
        const bool low = stock.initial.value < stock.minimum,
                   high = stock.maximum && *stock.maximum < stock.initial.value;
        if ((!low && !high) || !stock.initial.place.known()) continue;
        reading
            .report(code::out_of_range, stock.initial.place,
                    low ? phrase("below the minimum of {}", "أقل من الحد الأدنى {}", stock.minimum)
                        : phrase("above the maximum of {}", "أكثر من الحد الأعلى {}", *stock.maximum))
            .record = stock.id;
    }
}

void check_reductions(Reading& reading) {
    for (const plan::Resource& resource : reading.plan.resources)
        for (const plan::Resource::Reduction& reduction : resource.reductions)
            if (reduction.capacity > resource.capacity.value && resource.capacity.place.known())
                reading
                    .report(code::out_of_range, reduction.place,
                            phrase("a reduction to more than the capacity of {}", "تخفيض إلى أكثر من السعة {}",
                                   resource.capacity.value))
                    .record = resource.id;
}

void check_waivers(Reading& reading) {
    for (const plan::Waiver& waiver : reading.plan.waivers) {
        if (!waiver.rule.value.known()) continue;
        const plan::Rule& rule = reading.plan.rules[waiver.rule.value.at()];
        if (rule.force != plan::Force::law) continue;
        reading
            .report(code::law_waived, waiver.rule.place,
                    phrase("rule '{}' is law and cannot be waived", "القاعدة «{}» قانون لا يُستثنى منه", rule.id))
            .related.push_back({rule.place, {"the rule", "القاعدة"}});
    }
}

/// In the folder of one side, what says that it belongs to another.
void check_owners(Reading& reading) {
    const Plan& plan = reading.plan;
    const auto check = [&](const plan::Record& record, const plan::At<plan::SideIndex>& named) {
        if (!record.owner.known() || !named.value.known() || record.owner == named.value) return;
        reading
            .report(code::foreign_record, named.place,
                    phrase("the folder of '{}' writes what belongs to '{}'", "مجلد «{}» يكتب ما يخص «{}»",
                           plan.sides[record.owner.at()].id, plan.sides[named.value.at()].id),
                    {"move it to that side's folder", "انقله إلى مجلد ذلك الجانب"})
            .record = record.id;
    };
    for (const auto& each : plan.organisations) check(each, each.side);
    for (const auto& each : plan.funds) check(each, each.side);
    for (const auto& each : plan.resources)
        if (each.owners.size() == 1) check(each, each.owners.front());
    for (std::size_t i = 0; i < plan.sides.size(); ++i)
        check(plan.sides[i], {base::index_of<plan::SideIndex>(i), plan.sides[i].place});
}

}  // namespace

void validate(Reading& reading) {
    validate_values(reading);
    validate_risks(reading);
    validate_money(reading);
    validate_cycles(reading);
}

void validate_values(Reading& reading) {
    for (const plan::Activity& activity : reading.plan.activities) check_needs(reading, activity);
    check_dates(reading);
    check_stocks(reading);
    check_reductions(reading);
    check_waivers(reading);
    check_owners(reading);
}

}  // namespace masar::planfile
