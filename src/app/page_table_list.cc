// The tables of the pages (the decision log has an export of its own): where its rows and cells stand in the answers of report/views.
#include "app/page_table.h"

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

using enum CellForm;
using C = TableColumn;

// clang-format off
constexpr C id{"id", "Id", "المعرّف"}, name{"name", "Name", "الاسم"}, line{"line", "Line of effort", "محور العمل", record, "lines-of-effort"},
    side{"side", "Side", "الجانب", record, "sides"}, start{"start", "Start", "البداية"}, finish{"finish", "Finish", "النهاية"},
    place{"place", "Place", "المكان", record, "places"}, status{"status", "Status", "الحالة", keyword}, state{"state", "State", "الحالة", keyword},
    owner{"owner", "Owner", "المالك"}, unit{"unit", "Unit", "الوحدة"},
    start_hijri{"start_hijri", "Start (Hijri)", "البداية (هجري)"}, fiscal_year{"label", "Fiscal year", "السنة المالية"};

constexpr std::array roadmap{
    id, name, line, C{"phase", "Phase", "المرحلة", record, "phases"}, C{"type", "Type", "النوع", record, "activity-types"},
    C{"lead", "Lead", "الجهة القائدة", record, "organisations"}, side, start, finish, start_hijri, C{"finish_hijri", "Finish (Hijri)", "النهاية (هجري)"},
    C{"days", "Working days", "أيام العمل"}, C{"float", "Float", "المهلة"}, C{"critical", "Critical", "حرج"}, C{"chosen", "Chosen", "مختار"}, status,
    C{"remaining", "Remaining", "المتبقي"}, C{"after", "After", "بعد"}, C{"needs", "Needs", "يحتاج إلى"}, C{"cost.likely", "Likely cost", "التكلفة المرجحة", money},
    C{"cost.currency", "Currency", "العملة"}, place, C{"baseline_start", "Approved start", "البداية المعتمدة"},
    C{"baseline_finish", "Approved finish", "النهاية المعتمدة"}, C{"why", "Why then", "سبب الموعد"}};
constexpr std::array violations{C{"sentence", "Broken limit", "الحد المخالَف"}};
constexpr std::array events{
    id, name, line, C{"type", "Type", "النوع", record, "activity-types"}, side, start, finish, start_hijri, place,
    C{"funds", "Funds", "الصناديق"}, C{"people", "People", "الأشخاص"}, status};
constexpr std::array approvals{
    C{"^id", "Event", "الفعالية"}, C{"^name", "Name", "الاسم"}, C{"^start", "Start", "البداية"}, C{"name", "Approval", "الموافقة"},
    C{"request_by", "Request by", "يُطلب قبل"}, C{"sent", "Sent", "أُرسل"}, C{"binds", "Holds the event", "تحدد الموعد"}, state};
constexpr std::array notices{
    C{"^id", "Event", "الفعالية"}, C{"^name", "Name", "الاسم"}, C{"^start", "Start", "البداية"}, C{"name", "Rule", "القاعدة"},
    C{"force", "Force", "القوة", keyword}, C{"notice_by", "Notice by", "يُشعر قبل"}, C{"sent", "Sent", "أُرسل"}, C{"binds", "Holds the event", "تحدد الموعد"}, state};
constexpr std::array due{
    C{"by", "By", "قبل"}, C{"hijri", "By (Hijri)", "قبل (هجري)"}, C{"kind", "Kind", "النوع", keyword}, id, name, C{"sentence", "What is due", "المستحق"}, state};
constexpr std::array pools{
    id, name, owner, unit, C{"capacity", "Capacity", "الطاقة"}, C{"peak.day", "Peak on", "الذروة في"}, C{"peak.load", "Peak load", "حمل الذروة"},
    C{"peak.capacity", "Capacity then", "الطاقة حينها"}, C{"over_days", "Days over", "أيام التجاوز"}};
constexpr std::array weeks{
    C{"^id", "Id", "المعرّف"}, C{"^name", "Pool", "المورد"}, C{"0", "Week of", "أسبوع"}, C{"1", "Highest load", "أعلى حمل"}, C{"2", "Capacity", "الطاقة"}};
constexpr std::array yearly{
    C{"^id", "Id", "المعرّف"}, C{"^name", "Pool", "المورد"}, C{"^side", "Side", "الجانب", record, "sides"}, fiscal_year, C{"load", "Load", "الحمل"}, C{"capacity", "Capacity", "الطاقة"}};
constexpr std::array sides{
    C{"^name", "Side", "الجانب"}, fiscal_year, C{"ceiling", "Ceiling", "السقف", money}, C{"allotted", "Allotted", "المخصص", money},
    C{"planned", "Planned", "المخطط", money}, C{"committed", "Committed", "المحجوز", money}, C{"obligated", "Obligated", "الملتزم به", money},
    C{"disbursed", "Disbursed", "المصروف", money}, C{"remaining", "Remaining", "المتبقي", money}, C{"unobligated", "Unobligated", "غير الملتزم به", money},
    C{"p80", "P80", "‎P80‎", money}, C{"breach", "Chance above the ceiling", "احتمال تجاوز السقف"}, C{"^currency", "Currency", "العملة"}};
constexpr std::array funds{
    C{"^^name", "Side", "الجانب"}, C{"^id", "Id", "المعرّف"}, C{"^name", "Fund", "الصندوق"}, C{"^authority", "Authority", "الصلاحية"}, C{"^opens", "Opens", "يفتح"},
    C{"^closes", "Closes", "يغلق"}, fiscal_year, C{"ceiling", "Ceiling", "السقف", money}, C{"allotted", "Allotted", "المخصص", money},
    C{"planned", "Planned", "المخطط", money}, C{"committed", "Committed", "المحجوز", money}, C{"obligated", "Obligated", "الملتزم به", money},
    C{"disbursed", "Disbursed", "المصروف", money}, C{"p80", "P80", "‎P80‎", money}, C{"^currency", "Currency", "العملة"}};
constexpr std::array lines{
    C{"on", "On", "في"}, C{"activity", "Id", "المعرّف"}, name, C{"fund", "Fund", "الصندوق", record, "funds"}, C{"share", "Share", "الحصة"},
    C{"amount", "Amount", "المبلغ", money}, C{"/currency", "Currency", "العملة"}, C{"reference", "Reference", "المرجع"}};
constexpr std::array gates{
    id, name, C{"phase", "Phase", "المرحلة", record, "phases"}, C{"due", "Due", "الموعد"}, C{"due_hijri", "Due (Hijri)", "الموعد (هجري)"},
    C{"date", "Required work done", "إنجاز العمل المطلوب"}, C{"late_days", "Days late", "أيام التأخر"}, C{"p50", "P50", "‎P50‎"}, C{"p80", "P80", "‎P80‎"},
    C{"on_time", "Chance to be on time", "احتمال الإنجاز في الموعد"}, C{"pass", "Chance to pass", "احتمال الاجتياز"}, C{"passes", "Passes on expected values", "تُجتاز بالقيم المتوقعة"}};
constexpr std::array criteria{
    C{"^id", "Gate", "البوابة"}, C{"^name", "Name", "الاسم"}, C{"indicator", "Id", "المعرّف"}, C{"name", "Indicator", "المؤشر"}, C{"comparison", "Comparison", "المقارنة"},
    C{"wanted", "Wanted", "المطلوب"}, C{"value", "Expected", "المتوقع"}, C{"met", "Met", "متحقق"}, C{"odds", "Chance", "الاحتمال"}};
constexpr std::array indicators{
    id, name, unit, C{"baseline", "Baseline", "خط الأساس"}, C{"value", "Expected at the end", "المتوقع في النهاية"}, C{"target", "Last target", "آخر قيمة مستهدفة"}, state};
constexpr std::array targets{
    C{"^id", "Indicator", "المؤشر"}, fiscal_year, C{"end", "Expected", "المتوقع"}, C{"target", "Target", "المستهدف"}, C{"met", "Met", "متحقق"},
    C{"peak", "Peak", "الذروة"}, C{"peak_on", "Peak on", "الذروة في"}, C{"trough", "Lowest", "الأدنى"}, C{"trough_on", "Lowest on", "الأدنى في"}};
constexpr std::array observations{
    C{"^id", "Indicator", "المؤشر"}, C{"on", "On", "في"}, C{"value", "Value", "القيمة"}, state, C{"source", "Source", "المصدر"}};
constexpr std::array worth{
    C{"^activity", "Activity", "النشاط"}, C{"^name", "Name", "الاسم"}, C{"^finish", "Finish", "النهاية"}, C{"gate", "Gate", "البوابة", record, "gates"},
    C{"indicator", "Indicator", "المؤشر", record, "indicators"}, C{"change", "Change", "التغير"}, C{"with", "With it", "معه"}, C{"without", "Without it", "من دونه"},
    C{"wanted", "Wanted", "المطلوب"}, C{"met", "Met", "متحقق"}, C{"met_without", "Met without it", "متحقق من دونه"}};
constexpr std::array risks{
    id, name, C{"probability", "Probability", "الاحتمال"}, C{"likelihood", "Likelihood", "الأرجحية", keyword}, C{"severity", "Severity", "الشدة", keyword},
    C{"level", "Level", "المستوى", keyword}, C{"owner", "Owner", "المالك", record, "organisations"}, C{"touches", "Activities", "الأنشطة"}, C{"effect.factor", "Duration ×", "المدة ×"},
    C{"effect.days", "Days", "الأيام"}, C{"effect.cost.likely", "Likely cost", "التكلفة المرجحة", money}, C{"mitigation.probability", "Probability after mitigation", "الاحتمال بعد التخفيف"},
    C{"mitigation.costs.minor", "Mitigation costs", "تكلفة التخفيف", money}, C{"mitigation.costs.currency", "Currency", "العملة"},
    C{"mitigation.fund", "Fund", "الصندوق", record, "funds"}, C{"mitigation.on", "Mitigation on", "التخفيف في"}, C{"mitigation.planned", "Planned", "مخطط"}};
constexpr std::array tornado{
    C{"kind", "Kind", "النوع", keyword}, id, name, C{"low", "Days earlier", "أيام التبكير"}, C{"high", "Days later", "أيام التأخير"}, C{"error", "Standard error", "الخطأ المعياري"}};
constexpr std::array drives{
    C{"activity", "Id", "المعرّف"}, name, C{"criticality", "On the path", "على المسار"}, C{"cruciality", "Followed by the end", "تبعية النهاية"}, C{"sensitivity", "Sensitivity", "الحساسية"}};
constexpr std::array completeness{
    C{"^side", "Side", "الجانب", record, "sides"}, C{"field", "Field", "الحقل"}, C{"missing", "Missing", "الناقص"}, C{"activities", "Activities", "الأنشطة"}};
constexpr std::array history{
    id, name, C{"activity", "Activity", "النشاط"}, C{"on", "On", "في"}, C{"kind", "Kind", "النوع", keyword}};
constexpr std::array lessons{
    id, name, C{"from", "From", "من"}, C{"changed", "Changed", "ما تغيّر"}, C{"applied", "Applied", "طُبّق"}};
constexpr std::array findings{
    C{"severity", "Severity", "الدرجة", keyword}, C{"code", "Code", "الرمز"}, C{"record", "Record", "السجل"}, C{"file", "File", "الملف"}, C{"line", "Line", "السطر"},
    C{"message", "Finding", "الملاحظة"}, C{"hint", "Repair", "المعالجة"}};

constexpr auto tables = std::to_array<PageTable>({
    {"roadmap", "roadmap", "Roadmap", "خارطة الطريق", "activities", roadmap},
    {"violations", "roadmap", "Broken limits", "الحدود المخالَفة", "violations", violations},
    {"events", "events", "Events", "الفعاليات", "events", events},
    {"approvals", "events", "Approvals", "الموافقات", "events.approvals", approvals},
    {"notices", "events", "Notices", "الإشعارات", "events.notices", notices},
    {"due", "due", "What is due", "المستحق", "items", due},
    {"pools", "loads", "People and places", "الأشخاص والأماكن", "pools", pools},
    {"weeks", "loads", "Load by week", "الحمل أسبوعياً", "pools.weeks", weeks},
    {"yearly", "loads", "Load by year", "الحمل سنوياً", "yearly.years", yearly},
    {"money", "money", "Money by side", "المال حسب الجانب", "sides.years", sides},
    {"funds", "money", "Money by fund", "المال حسب الصندوق", "sides.funds.years", funds},
    {"lines", "lines", "Lines behind a figure", "البنود وراء الرقم", "lines", lines},
    {"gates", "overview", "Gates", "البوابات", "gates", gates},
    {"criteria", "overview", "Criteria of gates", "معايير البوابات", "gates.criteria", criteria},
    {"indicators", "outcomes", "Indicators", "المؤشرات", "indicators", indicators},
    {"targets", "outcomes", "Targets by year", "القيم المستهدفة سنوياً", "details.years", targets},
    {"observations", "outcomes", "Observations", "القياسات", "details.observations", observations},
    {"worth", "outcomes", "Worth of activities", "أثر الأنشطة", "worth.gates", worth},
    {"risks", "risks", "Risks", "المخاطر", "risks", risks},
    {"tornado", "risks", "What swings the end", "ما يغيّر موعد الانتهاء", "tornado", tornado},
    {"drives", "risks", "What the end hangs on", "ما تتوقف عليه النهاية", "drives", drives},
    {"completeness", "records", "Missing fields", "الحقول الناقصة", "completeness.gaps", completeness},
    {"history", "records", "What happened", "ما حدث", "history", history},
    {"lessons", "records", "Lessons", "الدروس", "lessons", lessons},
    {"findings", "diagnostics", "Findings", "الملاحظات", "diagnostics", findings},
});
// clang-format on

}  // namespace

std::span<const PageTable> page_tables() { return tables; }

const PageTable* page_table(std::string_view name) {
    const auto found = std::ranges::find(tables, name, &PageTable::name);
    return found == tables.end() ? nullptr : &*found;
}

}  // namespace masar::app
