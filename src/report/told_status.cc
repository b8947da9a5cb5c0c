#include "report/told_status.h"

#include "report/difference_sentence.h"
#include "report/difference_text.h"
#include "report/figures.h"
#include "report/json_parts.h"
#include "report/text_wrap.h"

namespace masar::report {
namespace {

using base::JsonWriter;
using base::Language;
using base::Text;

Text count(std::int64_t number) { return ltr(std::to_string(number)); }

Text late_sentence(const ToldStatus::Late& late) {
    const Text name = late.name.empty() ? ltr(late.id) : fill({"{} ({})", "{} ({})"}, late.name, ltr(late.id));
    return late.to_finish
               ? fill({"{} should have finished on {}: {} days late", "كان ينبغي أن ينتهي {} في {}: التأخر {} يوماً"},
                      name, date_text(late.was_due), count(late.days))
               : fill({"{} should have started on {}: {} days late", "كان ينبغي أن يبدأ {} في {}: التأخر {} يوماً"},
                      name, date_text(late.was_due), count(late.days));
}

std::string listed(const std::vector<Text>& sentences, const Text& heading, Language language) {
    if (sentences.empty()) return {};
    std::string out = "\n" + wrapped(heading.in(language));
    for (const Text& each : sentences) out += wrapped(each.in(language), {terminal_columns, "  - ", "    "});
    return out;
}

}  // namespace

std::string status_json(const ToldStatus& status) {
    JsonWriter json;
    json.begin_object();
    write_date(json, "as_of", status.as_of);
    json.field("planned", status.planned)
        .field("started", status.started)
        .field("finished", status.finished)
        .field("cancelled", status.cancelled);
    json.key("unchecked").begin_array();
    for (const std::string& each : status.unchecked) json.value(each);
    json.end_array();
    json.key("changes").begin_array();
    for (const plan::Difference& each : status.changes) write_difference(json, each);
    json.end_array().key("faults").begin_array();
    for (const ToldStatus::Fault& each : status.faults) {
        json.begin_object().field("cell", each.cell);
        write_text(json, "message", each.message);
        write_text(json, "hint", each.hint);
        json.end_object();
    }
    json.end_array().key("late");
    if (!status.compared) return json.null().end_object().take() + "\n";
    json.begin_array();
    for (const ToldStatus::Late& each : status.late) {
        json.begin_object().field("id", each.id);
        write_text(json, "name", each.name);
        json.field("what", each.to_finish ? "finish" : "start")
            .field("was_due", calendar::to_iso(each.was_due))
            .field("days", each.days);
        json.end_object();
    }
    return json.end_array().end_object().take() + "\n";
}

std::string status_text(const ToldStatus& status, Language language) {
    const Text day = status.as_of ? date_text(*status.as_of) : Text{"no status date", "دون تاريخ حالة"};
    std::string out =
        wrapped(fill({"As of {}: {} finished, {} under way, {} planned, {} cancelled.",
                      "في {}: المنتهي {}، وقيد التنفيذ {}، والمخطط {}، والملغى {}."},
                     day, count(status.finished), count(status.started), count(status.planned), count(status.cancelled))
                    .in(language));
    std::vector<Text> faults, changes, late, unchecked;
    for (const ToldStatus::Fault& each : status.faults)
        faults.push_back(each.hint.empty()
                             ? fill({"{}: {}", "‏{}: {}"}, ltr(each.cell), each.message)
                             : fill({"{}: {}; {}", "‏{}: {}؛ {}"}, ltr(each.cell), each.message, each.hint));
    for (const plan::Difference& each : status.changes) changes.push_back(sentence(each));
    for (const ToldStatus::Late& each : status.late) late.push_back(late_sentence(each));
    for (const std::string& each : status.unchecked) unchecked.push_back(ltr(each));
    out += listed(faults, {"Cannot be taken in:", "لا يمكن قبوله:"}, language);
    out += listed(changes, {"What changes in the plan:", "ما يتغير في الخطة:"}, language);
    if (status.compared && late.empty())
        out += "\n"
               + wrapped(
                   Text{"Nothing is late against the agreed dates.", "لا تأخر عن المواعيد المتفق عليها."}.in(language));
    out += listed(late, {"Late against the agreed dates:", "المتأخر عن المواعيد المتفق عليها:"}, language);
    out += listed(
        unchecked,
        {"Finished, and nobody has said whether the completion criterion is met:", "منتهٍ دون بيان تحقق معيار الإنجاز:"},
        language);
    return out;
}

}  // namespace masar::report
