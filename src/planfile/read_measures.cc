#include "planfile/literal_date.h"
#include "planfile/literal_duration.h"
#include "planfile/literal_link.h"
#include "planfile/phrase.h"
#include "planfile/read_records.h"

#include <algorithm>

namespace masar::planfile {

void read_phase(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::phase);
    plan::Phase phase;
    read_common(fields, phase);
    phase.period = fields.literal("period", &parse_period).value_or(calendar::DatePeriod{});
    reader.plan().phases.push_back(std::move(phase));
}

void read_gate(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::gate);
    plan::Gate gate;
    read_common(fields, gate);
    gate.closes = fields.reference<plan::PhaseIndex>("closes");
    gate.due = fields.literal_at("by", &parse_date).value_or(plan::At<calendar::Date>{});
    gate.firm = fields.flag("firm");
    gate.weight = fields.count("weight", 1);
    gate.requires_done = fields.references<plan::ActivityIndex>("requires");
    fields.each_entry("when", [&](NodeId criterion) {
        const auto indicator = reader.key_reference<plan::IndicatorIndex>(criterion, Kind::indicator);
        const auto literal = reader.literal(criterion, &parse_criterion);
        if (indicator.value.known() && literal)
            gate.criteria.push_back({indicator, literal->comparison, literal->value, reader.tree().place(criterion)});
    });
    fields.each_entry("approvers", [&](NodeId approver) {
        const auto side = reader.key_reference<plan::SideIndex>(approver, Kind::side);
        gate.approvers.push_back({side, reader.words(approver)});
    });
    const std::string_view options = find_keyword(Kind::gate, "decisions")->options;
    fields.each_item("decisions", [&](NodeId item) {
        const auto text = reader.scalar(item);
        if (!text) return;
        if (const auto decision = reader.value_or_report(parse_word(*text, options), reader.tree().place(item)))
            gate.decisions.push_back(static_cast<plan::GateDecision>(*decision));
    });
    reader.plan().gates.push_back(std::move(gate));
}

void read_indicator(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::indicator);
    plan::Indicator indicator;
    read_common(fields, indicator);
    indicator.kind = fields.word("kind", plan::IndicatorKind::output);
    indicator.unit = fields.words("unit");
    indicator.better = fields.word("better", plan::Better::up);
    indicator.measure = fields.words("measure");
    if (const auto baseline = fields.literal("baseline", &parse_baseline)) {
        indicator.baseline = baseline->value;
        indicator.baseline_on = baseline->on;
    }
    indicator.floor = fields.literal("floor", &parse_number).value_or(base::Decimal{});
    indicator.half_life_months = fields.literal("half-life", &parse_months);
    indicator.attrition = fields.literal("attrition", &parse_percent);
    fields.exclude("half-life", "attrition");
    indicator.minimum = fields.literal("minimum", &parse_number);
    indicator.maximum = fields.literal("maximum", &parse_number);
    if (indicator.minimum && indicator.maximum && *indicator.maximum < *indicator.minimum)
        reader.report(code::out_of_range, fields.place("maximum"),
                      {"the maximum is smaller than the minimum", "الحد الأعلى أصغر من الحد الأدنى"});
    indicator.year_of = fields.reference<plan::SideIndex>("year-of");
    fields.each_entry("targets", [&](NodeId target) {
        const auto year = read_year_key(reader, target, indicator.year_of.value);
        const auto value = reader.literal(target, &parse_target);
        if (year && value) indicator.targets.push_back({*year, *value, reader.tree().place(target)});
    });
    std::ranges::stable_sort(indicator.targets, {}, &plan::Indicator::Target::year);
    indicator.observations = read_observations(fields);
    reader.plan().indicators.push_back(std::move(indicator));
}

void read_history(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::history);
    plan::HistoryRecord record;
    read_common(fields, record);
    record.activity = fields.reference<plan::ActivityIndex>("activity");
    record.on = fields.literal("on", &parse_date);
    record.kind = fields.words("kind");
    reader.plan().history.push_back(std::move(record));
}

namespace {

/// An id of any kind: a lesson may change an activity, a rule, an indicator.
void check_any_reference(const FileReader& reader, NodeId item, std::string_view id) {
    const Reading& reading = reader.reading();
    for (std::size_t kind = 0; kind < id_kinds; ++kind)
        if (reading.ids(static_cast<Kind>(kind)).find(id)) return;
    if (!reading.partial)
        reader.report(code::unknown_reference, reader.tree().place(item),
                      phrase("no record has the id '{}'", "لا يوجد سجل معرّفه «{}»", shortened(id)));
}

}  // namespace

void read_lesson(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::lesson);
    plan::Lesson lesson;
    read_common(fields, lesson);
    struct HistoryTag;
    if (const NodeId from = fields.find("from"); from != no_node) {
        (void)reader.reference<base::Index<HistoryTag>>(from, Kind::history);
        lesson.from_record = reader.tree().text(from);
    }
    fields.each_item("changed", [&](NodeId item) {
        const auto id = reader.scalar(item);
        if (!id) return;
        check_any_reference(reader, item, *id);
        lesson.changed.emplace_back(*id);
    });
    lesson.applied = fields.flag("applied");
    if (lesson.applied && lesson.changed.empty())
        reader.report(code::missing_field, fields.key_place("applied"),
                      {"an applied lesson names what was changed because of it", "الدرس المطبق يذكر ما غُيّر بسببه"},
                      {"add 'changed: [id]'", "أضف «changed: [id]»"});
    reader.plan().lessons.push_back(std::move(lesson));
}

}  // namespace masar::planfile
