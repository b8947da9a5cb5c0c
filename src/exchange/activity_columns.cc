#include "exchange/activity_columns.h"

#include "base/arabic.h"
#include "base/near_name.h"

#include <algorithm>
#include <vector>

namespace masar::exchange {
namespace {

using enum ColumnForm;

const std::vector<Column> all_columns{
    {"id",
     id,
     "",
     {"Id", "المعرّف"},
     "number|no|no.|event id|activity id|code|ref|reference no|رقم|الرقم|رمز|رقم الفعالية|رقم النشاط"},
    {"name.en",
     words,
     "",
     {"Name (English)", "الاسم (بالإنجليزية)"},
     "english name|name en|title en|event name english|الاسم بالإنجليزية"},
    {"name.ar",
     words,
     "",
     {"Name (Arabic)", "الاسم (بالعربية)"},
     "arabic name|name ar|title ar|event name arabic|الاسم بالعربية|الاسم العربي"},
    {"name",
     title,
     "",
     {"Name", "الاسم"},
     "title|event|activity|event name|activity name|event title|subject|اسم الفعالية|الفعالية|النشاط|اسم النشاط|العنوان|المسمى"},
    {"line",
     reference,
     "lines-of-effort",
     {"Line of effort", "محور العمل"},
     "loe|line|effort|workstream|المحور|مسار العمل"},
    {"phase", reference, "phases", {"Phase", "المرحلة"}, "stage"},
    {"type",
     reference,
     "activity-types",
     {"Type", "النوع"},
     "event type|activity type|kind|category|نوع الفعالية|نوع النشاط|الفئة"},
    {"lead",
     reference,
     "organisations",
     {"Lead", "الجهة القائدة"},
     "lead organisation|lead organization|lead agency|owner|organiser|organizer|poc organisation|الجهة المسؤولة|الجهة المنظمة|القائد|جهة القيادة"},
    {"partners",
     references,
     "organisations",
     {"Partners", "الجهات المشاركة"},
     "partner|participants|participating organisations|participating organizations|with|المشاركون|الشركاء"},
    {"window.first",
     first_day,
     "",
     {"Start", "البداية"},
     "start date|from|begin|begins|first day|date|event date|تاريخ البداية|تاريخ البدء|من|يبدأ|التاريخ|البدء"},
    {"window.last",
     last_day,
     "",
     {"Finish", "النهاية"},
     "finish date|end|end date|to|until|last day|تاريخ النهاية|تاريخ الانتهاء|إلى|ينتهي|الانتهاء"},
    {"duration",
     duration,
     "",
     {"Duration (working days)", "المدة (أيام عمل)"},
     "duration|days|working days|length|المدة|عدد الأيام|أيام العمل|المدة بالأيام"},
    {"calendar", reference, "calendars", {"Calendar", "التقويم"}, "working calendar|تقويم العمل"},
    {"place", reference, "places", {"Place", "المكان"}, "location|venue|where|country|الموقع|مكان الانعقاد|الدولة"},
    {"after",
     literals,
     "activities",
     {"After", "بعد"},
     "predecessors|predecessor|depends on|follows|الأنشطة السابقة|يعتمد على|يلي"},
    {"avoid", references, "periods", {"Avoids", "يتجنب"}, "avoid|blackout|periods to avoid|فترات يتجنبها|تجنب"},
    {"needs",
     amounts,
     "resources",
     {"Needs", "الاحتياجات"},
     "resources|people|staff|requirements|الموارد|الاحتياج|الأشخاص"},
    {"cost",
     money,
     "",
     {"Cost", "التكلفة"},
     "budget|estimated cost|amount|estimate|الميزانية|الكلفة|التكلفة التقديرية|المبلغ"},
    {"currency", currency, "", {"Currency", "العملة"}, "ccy"},
    {"shares",
     amounts,
     "funds",
     {"Funds", "مصادر التمويل"},
     "fund|funding|funding source|shares|cost share|مصدر التمويل|التمويل|الحصص"},
    {"approvals",
     references,
     "approvals",
     {"Approvals", "الاعتمادات"},
     "approval|clearances|authority|الموافقات|الاعتماد"},
    {"optional", flag, "", {"Optional", "اختياري"}, "is optional|خيار"},
    {"done-when.en",
     words,
     "",
     {"Done when (English)", "معيار الإنجاز (بالإنجليزية)"},
     "done when|completion criterion|deliverable"},
    {"done-when.ar", words, "", {"Done when (Arabic)", "معيار الإنجاز (بالعربية)"}, "معيار الإنجاز"},
    {"notes", words, "", {"Notes", "ملاحظات"}, "note|remarks|comment|comments|الملاحظات|تعليقات"},
    {"status", status, "", {"Status", "الحالة"}, "state|progress|حالة التنفيذ"},
    {"started", date, "", {"Started on", "بدأ في"}, "actual start|started|تاريخ البدء الفعلي|البدء الفعلي"},
    {"finished",
     date,
     "",
     {"Finished on", "انتهى في"},
     "actual finish|actual end|finished|completed|تاريخ الانتهاء الفعلي|الانتهاء الفعلي"},
    {"remaining",
     duration,
     "",
     {"Remaining (working days)", "المتبقي (أيام عمل)"},
     "remaining|remaining days|days left|المتبقي|الأيام المتبقية"},
};

/// Every heading of a column, normalised, the labels first.
std::vector<std::string> headings_of(const Column& column) {
    std::vector<std::string> all{base::normalised_for_search(column.label.en),
                                 base::normalised_for_search(column.label.ar),
                                 base::normalised_for_search(column.field)};
    for (std::size_t at = 0; at < column.also.size();) {
        const auto end = std::min(column.also.find('|', at), column.also.size());
        all.push_back(base::normalised_for_search(column.also.substr(at, end - at)));
        at = end + 1;
    }
    return all;
}

struct KnownHeading {
    std::string text;
    const Column* column;
};
const std::vector<KnownHeading>& known_headings() {
    static const std::vector<KnownHeading> all = [] {
        std::vector<KnownHeading> made;
        for (const Column& column : all_columns)
            for (std::string& text : headings_of(column)) made.push_back({std::move(text), &column});
        return made;
    }();
    return all;
}

bool word_character(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// Whether `part` stands in `text` between the bounds of words.
bool has_words(std::string_view text, std::string_view part) {
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        const bool begins = at == 0 || !word_character(text[at - 1]);
        const bool ends = at + part.size() == text.size() || !word_character(text[at + part.size()]);
        if (begins && ends) return true;
    }
    return false;
}

}  // namespace

std::span<const Column> activity_columns() { return all_columns; }

const Column* column_of_field(std::string_view field) {
    const auto found = std::ranges::find(all_columns, field, &Column::field);
    return found == all_columns.end() ? nullptr : &*found;
}

const Column* guess_column(std::string_view heading) {
    const std::string wanted = base::normalised_for_search(heading);
    if (wanted.empty()) return nullptr;
    for (const KnownHeading& each : known_headings())
        if (each.text == wanted) return each.column;
    // "Start date (planned)": the longest known heading inside it decides.
    const KnownHeading* longest = nullptr;
    for (const KnownHeading& each : known_headings())
        if (each.text.size() > 3 && has_words(wanted, each.text)
            && (!longest || each.text.size() > longest->text.size()))
            longest = &each;
    if (longest != nullptr) return longest->column;
    std::vector<std::string_view> texts;
    for (const KnownHeading& each : known_headings()) texts.push_back(each.text);
    const auto near = base::nearest_index(wanted, texts);
    return near ? known_headings()[*near].column : nullptr;
}

}  // namespace masar::exchange
