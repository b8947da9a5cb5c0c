#include "app/record_names.h"
#include "app/running_facts.h"

#include "base/arabic.h"
#include "exchange/cell_reading.h"
#include "report/figures.h"

#include <algorithm>
#include <map>

namespace masar::app {
namespace {

using exchange::Cell;
using exchange::CellFault;

struct HeadingWord {
    std::string_view field, en, ar;
};
constexpr HeadingWord heading_words[] = {{"what", "what", "الحدث"},
                                         {"id", "id", "المعرّف"},
                                         {"on", "on", "في"},
                                         {"from", "from", "من"},
                                         {"to", "to", "إلى"},
                                         {"why", "why", "السبب (بالإنجليزية)"},
                                         {"why-ar", "why ar", "السبب"},
                                         {"remaining", "remaining", "المتبقي"},
                                         {"criterion-met", "criterion met", "تحقق المعيار"},
                                         {"under", "under", "بموجب"},
                                         {"value", "value", "القيمة"},
                                         {"state", "state", "حالة القيمة"},
                                         {"source", "source", "المصدر"},
                                         {"amount", "amount", "المبلغ"},
                                         {"reference", "reference", "المرجع"},
                                         {"activity", "activity", "النشاط"},
                                         {"reversal", "reversal", "استرداد"}};

/// The words for kinds of facts in Arabic tables.
constexpr std::pair<std::string_view, std::string_view> arabic_kinds[] = {{"مخطط", "planned"},
                                                                          {"بدأ", "started"},
                                                                          {"انتهى", "finished"},
                                                                          {"أُجّل", "postponed"},
                                                                          {"ألغي", "cancelled"},
                                                                          {"طُلب", "requested"},
                                                                          {"أُشعر", "notified"},
                                                                          {"قيس", "observed"},
                                                                          {"خُصص", "allotted"},
                                                                          {"حُجز", "committed"},
                                                                          {"التُزم", "obligated"},
                                                                          {"صُرف", "disbursed"},
                                                                          {"تاريخ الحالة", "status-date"}};

std::string_view field_of(std::string_view heading) {
    const std::string wanted = base::normalised_for_search(heading);
    for (const HeadingWord& each : heading_words)
        if (wanted == each.field || wanted == each.en || wanted == base::normalised_for_search(each.ar))
            return each.field;
    return {};
}

std::optional<FactKind> kind_of(std::string_view word) {
    const std::string wanted = base::normalised_for_search(word);
    for (const auto& [ar, en] : arabic_kinds)
        if (wanted == base::normalised_for_search(ar)) return fact_kind(en);
    return fact_kind(wanted);
}

class FactReader {
public:
    FactReader(const exchange::Sheet& sheet, const plan::Plan& plan) : sheet_(sheet), plan_(plan) {
        if (!sheet.rows.empty())
            for (std::size_t at = 0; at < sheet.rows.front().size(); ++at)
                if (const auto field = field_of(sheet.at(0, at).text); !field.empty())
                    columns_.try_emplace(std::string(field), at);
    }

    FactTable read() {
        if (!columns_.contains("what")) {
            fault(
                0, 0, {"there is no column 'what'", "لا يوجد عمود «الحدث»"},
                {"the first row names the columns: what, id, on, …", "الصف الأول أسماء الأعمدة: الحدث، المعرّف، في، …"});
            return std::move(table_);
        }
        for (row_ = 1; row_ < sheet_.rows.size(); ++row_)
            if (!cell("what").empty()) read_row();
        return std::move(table_);
    }

private:
    [[nodiscard]] const Cell& cell(std::string_view field) const {
        static const Cell nothing;
        const auto column = columns_.find(field);
        return column == columns_.end() ? nothing : sheet_.at(row_, column->second);
    }
    void fault(std::size_t row, std::size_t column, base::Text message, base::Text hint) {
        table_.faults.push_back({row,
                                 exchange::cell_name(row, column),
                                 {base::Error::Kind::malformed, std::move(message), std::move(hint)}});
    }
    void fault(std::string_view field, base::Text message, base::Text hint) {
        fault(row_, columns_.find(field)->second, std::move(message), std::move(hint));
    }

    template <class T>
    std::optional<T> taken(std::string_view field, exchange::CellReading<T> reading) {
        if (reading.fault) fault(field, reading.fault->fault, reading.fault->repair);
        return reading.value;
    }
    std::string day(std::string_view field) {
        if (cell(field).empty()) return {};
        const auto day = taken(field, exchange::read_day(cell(field), exchange::DayOrder::unknown));
        return day ? calendar::to_iso(*day) : "";
    }
    /// The id of a record given by id or name; what is unknown stays as written, and is complained about when it is used.
    std::string id(std::string_view field, std::string_view section) {
        const auto records = named_records(plan_, section);
        const NamedRecord* found = find_named(records, cell(field).text);
        return found == nullptr ? cell(field).text : std::string(found->id);
    }

    void read_row() {
        const std::size_t before = table_.faults.size();
        const auto kind = kind_of(cell("what").text);
        if (!kind)
            return fault(
                "what",
                report::fill({"'{}' is nothing that can happen", "«{}» ليس حدثاً معروفاً"},
                             report::ltr(cell("what").text)),
                {"one of: planned, started, finished, postponed, cancelled, requested, notified, observed, allotted, "
                 "committed, obligated, disbursed, status-date",
                 "واحد من: مخطط، بدأ، انتهى، أُجّل، ألغي، طُلب، أُشعر، قيس، خُصص، حُجز، التُزم، صُرف، تاريخ الحالة"});
        Fact fact{.kind = *kind};
        const bool money = *kind >= FactKind::allotted && *kind <= FactKind::disbursed;
        fact.record = id("id", money ? "funds" : *kind == FactKind::observed ? "indicators" : "activities");
        fact.on = day("on"), fact.from = day("from"), fact.to = day("to");
        fact.why = {cell("why").text, cell("why-ar").text};
        if (!cell("remaining").empty())
            fact.remaining = taken("remaining", exchange::read_working_days(cell("remaining"))).value_or("");
        if (!cell("criterion-met").empty())
            fact.criterion_met = taken("criterion-met", exchange::read_flag(cell("criterion-met")));
        fact.under = *kind == FactKind::requested ? id("under", "approvals") : cell("under").text;
        fact.value = cell("value").text, fact.state = cell("state").text, fact.source = cell("source").text;
        if (!cell("amount").empty())
            fact.amount = taken("amount", exchange::read_amount(cell("amount"), "")).value_or("");
        fact.reference = cell("reference").text;
        if (!cell("activity").empty()) fact.activity = id("activity", "activities");
        if (!cell("reversal").empty())
            fact.reversal = taken("reversal", exchange::read_flag(cell("reversal"))).value_or(false);
        if (table_.faults.size() == before) table_.facts.push_back({row_, std::move(fact)});
    }

    const exchange::Sheet& sheet_;
    const plan::Plan& plan_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::size_t row_ = 0;
    FactTable table_;
};

}  // namespace

FactTable facts_of(const exchange::Sheet& sheet, const plan::Plan& plan) { return FactReader(sheet, plan).read(); }

}  // namespace masar::app
