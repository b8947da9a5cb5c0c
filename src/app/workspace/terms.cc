#include "app/workspace/terms.h"

#include "base/json_writer.h"
#include "lint/every_text.h"
#include "planfile/diff_plan.h"
#include "report/difference_sentence.h"
#include "report/figures.h"
#include "report/sentence.h"

#include <algorithm>

namespace masar::app {
namespace {

using base::Text;

TermsLine line_of(const plan::Difference& difference) {
    const bool record = difference.field.empty() && !difference.id.empty();
    return {report::sentence(difference), difference.section, difference.id,
            record ? difference.kind : plan::DifferenceKind::changed};
}

/// Of what was never approved before: every record, by its name.
std::vector<TermsLine> all_records(const Snapshot& version) {
    std::vector<TermsLine> lines;
    static const std::vector<const planfile::NodeTree*> nothing;
    for (const plan::Difference& each : planfile::differences(nothing, version.text().trees()))
        lines.push_back(line_of(each));
    return lines;
}

const plan::ActivityDates* dates_of(const Snapshot& version, const std::string& id) {
    if (!version.timetable()) return nullptr;
    const plan::Activity* activity = plan::find(version.plan().activities, id);
    if (activity == nullptr) return nullptr;
    const auto index = static_cast<std::size_t>(activity - version.plan().activities.data());
    const plan::ActivityDates& dates = version.timetable()->activities[index];
    return dates.chosen ? &dates : nullptr;
}

TermsLine moved_line(const plan::Activity& activity, const plan::ActivityDates* was, const plan::ActivityDates& is) {
    const Text who = report::named(activity), start = report::date_text(is.start),
               finish = report::date_text(is.finish);
    if (was == nullptr)
        return {report::fill({"{}: from {} to {}", "{}: من {} إلى {}"}, who, start, finish), "activities", activity.id,
                plan::DifferenceKind::added};
    return {report::fill({"{}: from {} to {}, instead of {} to {}", "{}: من {} إلى {} بدلاً من {} إلى {}"}, who, start,
                         finish, report::date_text(was->start), report::date_text(was->finish)),
            "activities", activity.id, plan::DifferenceKind::changed};
}

std::vector<TermsLine> moved_dates(const Snapshot* before, const Snapshot& after) {
    std::vector<TermsLine> lines;
    if (!after.timetable()) return lines;
    for (std::size_t i = 0; i < after.plan().activities.size(); ++i) {
        const plan::Activity& activity = after.plan().activities[i];
        const plan::ActivityDates& is = after.timetable()->activities[i];
        if (!is.chosen) continue;
        const plan::ActivityDates* was = before ? dates_of(*before, activity.id) : nullptr;
        if (was && was->start == is.start && was->finish == is.finish) continue;
        lines.push_back(moved_line(activity, was, is));
    }
    return lines;
}

void write_text(base::JsonWriter& json, std::string_view key, const Text& text) {
    json.key(key).begin_object().field("ar", text.ar).field("en", text.en).end_object();
}

void write_lines(base::JsonWriter& json, std::string_view key, const std::vector<TermsLine>& lines) {
    json.key(key).begin_array();
    for (const TermsLine& each : lines)
        json.begin_object().field("ar", each.sentence.ar).field("en", each.sentence.en).end_object();
    json.end_array();
}

std::string_view words_of(base::Language language) { return language == base::Language::ar ? "Arabic" : "English"; }
std::string_view arabic_words_of(base::Language language) {
    return language == base::Language::ar ? "العربي" : "الإنجليزي";
}

Text language_fault(const Text& pattern, const Text& what, base::Language language) {
    return report::fill(pattern, what, Text{std::string(words_of(language)), std::string(arabic_words_of(language))});
}

void add_text_faults(const Text& what, const plan::NamedText& text, std::vector<Text>& faults) {
    for (const base::Language language : {base::Language::en, base::Language::ar}) {
        const std::string& words = language == base::Language::ar ? text.ar : text.en;
        if (words.empty() && !text.empty())
            faults.push_back(language_fault({"{}: the {} text is missing", "{}: النص {} مفقود"}, what, language));
        const auto* reviews = text.reviews.get();
        const auto* review = reviews == nullptr               ? nullptr
                             : language == base::Language::ar ? &reviews->ar
                                                              : &reviews->en;
        if (review && *review && (*review)->state != plan::TextState::reviewed)
            faults.push_back(
                language_fault({"{}: the {} text is not reviewed", "{}: النص {} لم يُراجع"}, what, language));
    }
    if (const auto stale = plan::stale_language(text))
        faults.push_back(language_fault({"{}: the {} text was made against another text than stands there now",
                                         "{}: النص {} أُعد مقابل نص آخر غير القائم الآن"},
                                        what, *stale));
}

}  // namespace

TermsLines terms_lines(const TermsOf& of) {
    TermsLines lines;
    if (of.before) {
        for (const plan::Difference& each : planfile::differences(of.before->text().trees(), of.after->text().trees()))
            if (each.field != "withheld") lines.differences.push_back(line_of(each));
    } else {
        lines.differences = all_records(*of.after);
    }
    lines.dates = moved_dates(of.before.get(), *of.after);
    return lines;
}

std::string terms_text(const TermsOf& of) {
    const TermsLines lines = terms_lines(of);
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_object();
    json.field("against", of.before ? of.before->state_hash() : std::string());
    write_lines(json, "dates", lines.dates);
    write_lines(json, "differences", lines.differences);
    json.field("format", "masar-terms-1");
    json.field("note", of.note);
    json.field("number", of.number);
    json.field("plan", of.plan.key);
    json.field("texts", of.after->hash());
    write_text(json, "title", of.title);
    json.field("version", of.after->state_hash());
    json.end_object();
    return json.take();
}

std::vector<Text> unsignable(const Snapshot& version) {
    std::vector<Text> faults;
    for (const base::Diagnostic& each : version.loaded().diagnostics)
        if (each.severity == base::Severity::error) faults.push_back(each.message);
    lint::for_every_text(version.plan(), [&](const plan::Record* record, const plan::NamedText& text) {
        const Text what = record ? report::ltr(record->id) : Text{"the roadmap", "خارطة الطريق"};
        add_text_faults(what, text, faults);
    });
    return faults;
}

}  // namespace masar::app
