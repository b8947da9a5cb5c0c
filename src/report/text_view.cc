// The tables of `show`.
#include "base/plural.h"
#include "report/figures.h"
#include "report/sentence.h"
#include "report/text_outcomes.h"
#include "report/text_schedule.h"
#include "report/text_table.h"
#include "report/text_wrap.h"

#include <algorithm>
#include <map>

namespace masar::report {
namespace {

using base::Language;
using base::Text;
using Content = TextTable::Content;

struct Source : ShownTables {
    Language language;

    [[nodiscard]] std::string name(const plan::Record& record) const {
        return record.name.empty() ? record.id : record.name.in(language);
    }
    [[nodiscard]] std::string say(const Text& text) const { return text.in(language); }
};

std::string titled(const Source& source, const Text& title, const TextTable& table, const Text& when_empty) {
    std::string out = wrapped(source.say(title));
    out += table.empty() ? wrapped(source.say(when_empty), {.first_indent = "  ", .next_indent = "  "}) : table.print();
    return out;
}

std::string iso_or_dash(const std::optional<calendar::Date>& day) { return day ? calendar::to_iso(*day) : "–"; }

std::string critical_view(const Source& source) {
    TextTable table({{{"Activity", "النشاط"}, Content::words, 14},
                     {{"Name", "الاسم"}, Content::words, 34},
                     {{"Start", "البدء"}},
                     {{"Finish", "الانتهاء"}},
                     {{"Float (wd)", "الفائض (يوم عمل)"}, Content::figures}},
                    source.language);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < source.timetable.activities.size(); ++i)
        if (source.timetable.activities[i].chosen && source.timetable.activities[i].critical) order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return source.timetable.activities[i].start; });
    for (const std::size_t i : order) {
        const plan::ActivityDates& dates = source.timetable.activities[i];
        const plan::Activity& activity = source.plan.activities[i];
        table.row({activity.id, source.name(activity), calendar::to_iso(dates.start), calendar::to_iso(dates.finish),
                   std::to_string(dates.total_float)});
    }
    const Text count = base::counted(base::noun::activity, static_cast<std::int64_t>(order.size()));
    return titled(source, fill({"Critical path: {}", "المسار الحرج: {}"}, count), table,
                  {"Nothing is critical.", "لا يوجد نشاط حرج."});
}

/// What the days of one pool come to.
struct LoadFigures {
    std::int64_t peak = 0, over_days = 0, load_days = 0, capacity_days = 0;
    std::optional<calendar::Date> peak_day;
    std::int32_t capacity = 0;
};

LoadFigures figures_of(const plan::PoolLoad& pool) {
    LoadFigures figures;
    for (std::size_t day = 0; day < pool.load.size(); ++day) {
        const std::int32_t load = pool.load[day];
        const std::int32_t capacity = day < pool.capacity.size() ? pool.capacity[day] : 0;
        if (load > capacity) ++figures.over_days;
        figures.load_days += load;
        figures.capacity_days += load > 0 ? capacity : 0;
        if (load <= figures.peak) continue;
        figures.peak = load;
        figures.peak_day = pool.first_day + std::chrono::days{static_cast<int>(day)};
        figures.capacity = capacity;
    }
    return figures;
}

std::string year_load_table(const Source& source) {
    if (source.timetable.year_loads.empty()) return {};
    TextTable table({{{"Yearly pool", "مورد سنوي"}, Content::words, 30},
                     {{"Year", "السنة"}},
                     {{"Used", "المستخدم"}, Content::figures},
                     {{"Available", "المتاح"}, Content::figures},
                     {{"Used %", "النسبة %"}, Content::figures}},
                    source.language);
    for (const plan::YearLoad& each : source.timetable.year_loads) {
        const plan::Resource& pool = source.plan.resources[each.resource.at()];
        const plan::SideIndex side = pool.per_year_of.value;
        const std::string year =
            side.known() ? source.plan.sides[side.at()].fiscal_year.label(each.year) : std::to_string(each.year);
        const auto share =
            each.capacity > 0
                ? std::optional(100.0 * static_cast<double>(each.load) / static_cast<double>(each.capacity))
                : std::nullopt;
        table.row({source.name(pool), year, grouped(each.load), grouped(each.capacity), fixed_or_dash(share, 0)});
    }
    return "\n" + table.print();
}

std::string load_view(const Source& source) {
    TextTable table({{{"Resource", "المورد"}, Content::words, 30},
                     {{"Peak", "الذروة"}, Content::figures},
                     {{"Of", "السعة"}, Content::figures},
                     {{"On", "في"}},
                     {{"Days over", "أيام التجاوز"}, Content::figures},
                     {{"Busy %", "الإشغال %"}, Content::figures}},
                    source.language);
    for (const plan::PoolLoad& pool : source.timetable.loads) {
        const LoadFigures figures = figures_of(pool);
        const auto busy = figures.capacity_days > 0 ? std::optional(100.0 * static_cast<double>(figures.load_days)
                                                                    / static_cast<double>(figures.capacity_days))
                                                    : std::nullopt;
        table.row(
            {source.name(source.plan.resources[pool.resource.at()]), grouped(figures.peak),
             grouped(figures.peak_day ? figures.capacity : source.plan.resources[pool.resource.at()].capacity.value),
             iso_or_dash(figures.peak_day), grouped(figures.over_days), fixed_or_dash(busy, 0)});
    }
    return titled(source,
                  {"Load of people and places (busy: on the days on which they are used)",
                   "حمل الموارد البشرية والمواقع (الإشغال: في أيام استخدامها)"},
                  table, {"The plan names no resource.", "لا تذكر الخطة أي مورد."})
           + year_load_table(source);
}

std::string budgets_view(const Source& source) {
    TextTable table({{{"Side or fund", "الجانب أو الصندوق"}, Content::words, 26},
                     {{"Year", "السنة"}},
                     {{"Spent", "المنصرف"}, Content::figures},
                     {{"Ceiling", "السقف"}, Content::figures},
                     {{"Left", "المتبقي"}, Content::figures},
                     {{"", ""}}},
                    source.language);
    for (const plan::Spending& each : source.timetable.spending) {
        if (each.minor == 0 && !each.ceiling_minor) continue;
        const plan::Side& side = source.plan.sides[each.side.at()];
        const std::string who = each.fund.known() ? source.name(source.plan.funds[each.fund.at()])
                                                  : source.say(fill({"{}, all funds", "{}، كل الصناديق"}, named(side)));
        const base::Currency none;
        const auto amount = [&](std::int64_t minor) { return money(minor, none); };
        table.row({who, side.fiscal_year.label(each.year), amount(each.minor),
                   each.ceiling_minor ? amount(*each.ceiling_minor) : "–",
                   each.ceiling_minor ? amount(*each.ceiling_minor - each.minor) : "–",
                   std::string(each.currency.code())});
    }
    return titled(source, {"Money by fiscal year", "الإنفاق بحسب السنة المالية"}, table,
                  {"The plan spends nothing.", "لا إنفاق في الخطة."});
}

std::string gates_view(const Source& source) {
    TextTable table({{{"Gate", "بوابة القرار"}, Content::words, 36},
                     {{"Due", "الموعد"}},
                     {{"Ready", "الاكتمال"}},
                     {{"Days late", "أيام التأخر"}, Content::figures},
                     {{"Criteria met", "المعايير المستوفاة"}}},
                    source.language);
    std::string unmet;
    for (const plan::GateOutcome& gate : source.timetable.gates) {
        const auto met = std::ranges::count_if(gate.criteria, &plan::CriterionOutcome::met);
        table.row({source.name(source.plan.gates[gate.gate.at()]), calendar::to_iso(gate.due), iso_or_dash(gate.date),
                   std::to_string(gate.late_days),
                   gate.criteria.empty() ? "–" : std::to_string(met) + "/" + std::to_string(gate.criteria.size())});
        for (const plan::CriterionOutcome& each : gate.criteria)
            if (!each.met)
                unmet +=
                    wrapped(source.plan.gates[gate.gate.at()].id + ": " + source.say(sentence(each, source.plan)) + ".",
                            {.first_indent = "  - ", .next_indent = "    "});
    }
    return titled(source, {"Gates", "بوابات القرار"}, table, {"The plan has no gate.", "لا بوابات قرار في الخطة."})
           + unmet;
}

std::string notices_view(const Source& source) {
    TextTable table({{{"Request by", "آخر موعد للطلب"}},
                     {{"Activity", "النشاط"}, Content::words, 14},
                     {{"Approval or rule", "الاعتماد أو القاعدة"}, Content::words, 34},
                     {{"Start", "البدء"}},
                     {{"Binds", "مُلزِم"}}},
                    source.language);
    for (const plan::NoticeDue& each : source.timetable.notices) {
        const plan::Record& what = each.rule.known()
                                       ? static_cast<const plan::Record&>(source.plan.rules[each.rule.at()])
                                       : static_cast<const plan::Record&>(source.plan.approvals[each.approval.at()]);
        table.row({calendar::to_iso(each.request_by), source.plan.activities[each.activity.at()].id, source.name(what),
                   calendar::to_iso(source.timetable.activities[each.activity.at()].start),
                   each.binds ? source.say({"yes", "نعم"}) : ""});
    }
    return titled(source, {"Requests and notices, by latest date", "الطلبات والإشعارات بحسب آخر موعد لها"}, table,
                  {"Nothing has to be requested.", "لا طلبات مستحقة."});
}

}  // namespace

std::string view_text(View view, const ShownTables& shown, Language language) {
    const Source source{shown, language};
    switch (view) {
        case View::critical: return critical_view(source);
        case View::load: return load_view(source);
        case View::budgets: return budgets_view(source);
        case View::gates: return gates_view(source);
        case View::notices: return notices_view(source);
        case View::outcomes: return outcomes_text(source.plan, source.outcomes, language);
        case View::worth: return worth_text(source.plan, {source.outcomes, {}}, language);
        case View::all: break;
    }
    std::string out = wrapped(headline(source.timetable, source.plan).in(language) + ".");
    for (const View each :
         {View::critical, View::load, View::budgets, View::gates, View::notices, View::outcomes, View::worth})
        out += "\n" + view_text(each, shown, language);
    return out;
}

}  // namespace masar::report
