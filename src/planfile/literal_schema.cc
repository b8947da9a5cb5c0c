#include "planfile/literal_schema.h"

#include <algorithm>
#include <utility>

namespace masar::planfile {
namespace {

std::string whole(const std::string& inside) { return "^" + inside + "$"; }
/// One value, or three with slashes between them.
std::string three_point(const std::string& point) { return point + "( */ *" + point + " */ *" + point + ")?"; }

struct Parts {
    std::string id = "[A-Za-z][A-Za-z0-9-]*";
    std::string number = "[-+]?([0-9]+(\\.[0-9]+)?|\\.[0-9]+)";
    std::string amount = "([0-9]+(\\.[0-9]+)?|\\.[0-9]+)";
    std::string day = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Hh]?";
    std::string date = day + "( *= *" + day + ")?";
    std::string period = date + " *\\.\\. *" + date;
    std::string lag = "[0-9]+ *(wd|ed|w)";
    std::string month_day = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    std::string weekday = "(sun(day)?|mon(day)?|tue(sday)?|wed(nesday)?|thu(rsday)?|fri(day)?|sat(urday)?)";
    std::string month =
        "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(tember)?|oct(ober)?|nov(ember)?|"
        "dec(ember)?)";
    std::string currency = "[A-Z]{3}";
};

using Rows = std::vector<std::pair<Form, LiteralSchema>>;

void add_plain(Rows& rows, const Parts& p) {
    rows.push_back({Form::words, {"words", "", {"number", "boolean"}, "Any text", "أي نص"}});
    rows.push_back({Form::flag, {"flag", "^(true|false)$", {"boolean"}, "true or false", "نعم true أو لا false"}});
    rows.push_back({Form::whole, {"whole", "^[0-9]+$", {"integer"}, "0, 1, 2, …", "عدد صحيح من صفر فأكثر"}});
    rows.push_back({Form::number, {"number", whole(p.number), {"number"}, "An exact decimal", "عدد عشري دقيق"}});
    rows.push_back({Form::percent, {"percent", "^" + p.amount + " *%$", {}, "50%", "نسبة مئوية: 50%"}});
    rows.push_back(
        {Form::target,
         {"target", "^(none|" + p.number + ")$", {"number"}, "A number, or none", "عدد، أو none لغير المحدد"}});
    rows.push_back({Form::version, {"version", "^1$", {"integer"}, "1", "الإصدار 1"}});
    rows.push_back({Form::reference,
                    {"id", whole(p.id), {}, "An id: letters, digits, hyphens", "معرّف: أحرف لاتينية وأرقام وشرطات"}});
}

void add_days(Rows& rows, const Parts& p) {
    rows.push_back({Form::date,
                    {"date",
                     whole(p.date),
                     {},
                     "2027-03-01, 1448-09-22H, or both with =",
                     "تاريخ ميلادي أو هجري أو كلاهما بينهما ="}});
    rows.push_back({Form::period, {"period", whole(p.period), {}, "2027-06-01..2027-11-30", "من أول يوم إلى آخر يوم"}});
    rows.push_back({Form::open_period,
                    {"open-period",
                     "^(" + p.period + "|" + p.date + " *\\.\\.|\\.\\. *" + p.date + ")$",
                     {},
                     "2027-06-01..2027-11-30, or with an end left out",
                     "فترة قد تكون مفتوحة الطرف"}});
    rows.push_back(
        {Form::days, {"days", "^(" + p.date + "|" + p.period + ")$", {}, "A date or a period", "تاريخ أو فترة"}});
    rows.push_back({Form::month, {"month", whole(p.month), {}, "october", "شهر ميلادي"}});
    rows.push_back({Form::weekday, {"weekday", whole(p.weekday), {}, "fri", "يوم من الأسبوع"}});
    rows.push_back({Form::year, {"year", "^(FY)?[0-9]{4}$", {"integer"}, "FY2027 or 2027", "سنة مالية"}});
    rows.push_back({Form::every,
                    {"every",
                     "^(" + p.month_day + "( *\\.\\. *" + p.month_day + ")?|(last|first|second|third|fourth|fifth) +"
                         + p.weekday + " +of +" + p.month + ")$",
                     {},
                     "07-04, 06-01..11-30, third monday of january",
                     "يوم أو فترة تتكرر كل سنة ميلادية"}});
    rows.push_back({Form::hijri,
                    {"hijri",
                     "^(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|30))?$",
                     {"integer"},
                     "10-01, or the whole month 09",
                     "يوم هجري أو شهر هجري كامل"}});
}

void add_amounts(Rows& rows, const Parts& p) {
    const std::string money = "[kM]? +" + p.currency;
    rows.push_back({Form::duration,
                    {"duration",
                     "^" + three_point("[0-9]+") + " *(wd|w)$",
                     {},
                     "15/25/45wd: optimistic, most likely, pessimistic",
                     "أيام عمل: متفائل/أرجح/متشائم"}});
    rows.push_back({Form::remaining, {"remaining", "^[0-9]+ *(wd|w)$", {}, "4wd", "أيام العمل المتبقية"}});
    rows.push_back(
        {Form::lead,
         {"lead", "^\\+?" + p.lag + "$", {}, "14ed elapsed or 10wd working days", "أيام متصلة أو أيام عمل"}});
    rows.push_back({Form::delay,
                    {"delay",
                     "^" + three_point("[0-9]+") + " *(wd|ed|w)$",
                     {},
                     "5/10/20wd of work, or 7/14/30ed of absence",
                     "أيام عمل إضافية أو أيام غياب متصلة"}});
    rows.push_back({Form::factor,
                    {"factor", whole(three_point(p.amount)), {"number"}, "0.95/1.05/1.15", "معامل، أو ثلاثة تصاعدياً"}});
    rows.push_back({Form::chance,
                    {"chance",
                     "^(frequent|likely|occasional|seldom|unlikely|" + p.amount + " *%?)$",
                     {"number"},
                     "30%, 0.3, or likely",
                     "احتمالية رقمية أو كلمة تقدير"}});
    rows.push_back({Form::months, {"months", "^\\+?" + p.amount + " *mo$", {}, "11mo", "عدد من الأشهر"}});
    rows.push_back({Form::hours, {"hours", "^\\+?" + p.amount + " *h$", {}, "4.5h", "عدد من الساعات"}});
    rows.push_back({Form::money, {"money", "^" + p.amount + money + "$", {}, "120k USD", "مبلغ وعملته"}});
    rows.push_back({Form::cost,
                    {"amounts",
                     "^" + three_point(p.amount) + money + "$",
                     {},
                     "30/50/90k USD",
                     "مبلغ أو ثلاثة: متفائل/أرجح/متشائم"}});
    rows.push_back({Form::currency, {"currency", whole(p.currency), {}, "USD", "رمز العملة بثلاثة أحرف"}});
}

void add_links(Rows& rows, const Parts& p) {
    rows.push_back(
        {Form::dependency,
         {"dependency",
          "^" + p.id + "( +(FS|SS|FF|SF))?( +[-+] *" + p.lag + ")?( +max +[-+]?" + p.lag + ")?( +on +" + p.id + ")?$",
          {},
          "gov-001 SS + 3wd max 10wd on uae",
          "نشاط سابق ونوع الارتباط والمهلة وتقويمها"}});
    rows.push_back(
        {Form::criterion, {"criterion", "^(>=|<=) *" + p.number + "$", {}, "\">= 0.55\"", "معيار على مؤشر"}});
    rows.push_back({Form::baseline,
                    {"baseline", "^" + p.number + " +on +" + p.date + "$", {}, "0.45 on 2027-07-01", "قيمة وتاريخ"}});
    rows.push_back({Form::moment,
                    {"moment",
                     "^(start|finish)( +of +" + p.id + ")?$",
                     {},
                     "start, finish, finish of gov-004",
                     "بدء نشاط أو انتهاؤه"}});
    rows.push_back({Form::year_of, {"year-of", "^year +of +" + p.id + "$", {}, "year of usa", "السنة المالية لجانب"}});
}

struct Table {
    std::vector<LiteralSchema> schemas;
    std::vector<std::pair<Form, std::size_t>> by_form;

    Table() {
        Rows rows;
        const Parts parts;
        add_plain(rows, parts);
        add_days(rows, parts);
        add_amounts(rows, parts);
        add_links(rows, parts);
        for (auto& [form, schema] : rows) {
            by_form.emplace_back(form, schemas.size());
            schemas.push_back(std::move(schema));
        }
        by_form.emplace_back(Form::any_record, schema_index(Form::reference));
    }
    [[nodiscard]] std::size_t schema_index(Form form) const {
        const auto found = std::ranges::find(by_form, form, &std::pair<Form, std::size_t>::first);
        return found == by_form.end() ? 0 : found->second;
    }
};

const Table& table() {
    static const Table made;
    return made;
}

}  // namespace

std::span<const LiteralSchema> literal_schemas() { return table().schemas; }

const LiteralSchema& schema_of(Form form) { return table().schemas[table().schema_index(form)]; }

}  // namespace masar::planfile
