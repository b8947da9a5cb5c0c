#include "report/difference_text.h"

#include "base/plural.h"

#include "report/difference_sentence.h"
#include "report/json_parts.h"

namespace masar::report {
namespace {

using plan::Difference;
using plan::DifferenceKind;

std::string_view sign(DifferenceKind kind) {
    return kind == DifferenceKind::added ? "+" : kind == DifferenceKind::removed ? "-" : "~";
}
std::string_view keyword(DifferenceKind kind) {
    return kind == DifferenceKind::added ? "added" : kind == DifferenceKind::removed ? "removed" : "changed";
}

}  // namespace

std::string differences_text(const std::vector<Difference>& differences, base::Language language) {
    std::string out;
    for (const Difference& each : differences) {
        out.append(sign(each.kind)).append(" ").append(sentence(each).in(language)) += "\n";
    }
    if (differences.empty()) return base::Text{"no difference", "لا فرق"}.in(language) + "\n";
    return out + base::counted(base::noun::difference, static_cast<std::int64_t>(differences.size())).in(language)
           + "\n";
}

void write_difference(base::JsonWriter& json, const Difference& difference) {
    json.begin_object().field("kind", keyword(difference.kind)).field("section", difference.section);
    json.field_or_null("id", text_or_none(difference.id)).field_or_null("field", text_or_none(difference.field));
    json.field_or_null("before", text_or_none(difference.before))
        .field_or_null("after", text_or_none(difference.after));
    json.end_object();
}

std::string differences_json(const std::vector<Difference>& differences) {
    base::JsonWriter json;
    json.begin_object().key("differences").begin_array();
    for (const Difference& each : differences) write_difference(json, each);
    return json.end_array().end_object().take();
}

}  // namespace masar::report
