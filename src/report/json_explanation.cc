#include "report/json_explanation.h"

#include "report/conflict_sentences.h"
#include "report/json_parts.h"
#include "report/plain_order.h"
#include "report/repair_sentences.h"
#include "report/text_explanation.h"

#include <array>

namespace masar::report {
namespace {

using base::JsonWriter;
using plan::Explanation;

constexpr std::array<std::string_view, 4> statuses{"fits", "late", "infeasible", "unknown"};

class Writing {
public:
    Writing(JsonWriter& json, const plan::Plan& plan, const ExplanationTelling& telling)
        : json_(json), plan_(plan), telling_(telling), reader_(telling.reader) {}

    void write(const Explanation& explanation) {
        json_.field("status", statuses[static_cast<std::size_t>(explanation.status)]);
        if (explanation.conflicts.empty()) {
            json_.key("minimal").null().key("conflict").begin_array().end_array();
            json_.key("repairs").begin_array().end_array();
        } else {
            write_clash(explanation.conflicts.front());
        }
        json_.field("mended", explanation.mended).key("more").begin_array();
        for (std::size_t i = 1; i < explanation.conflicts.size(); ++i) {
            json_.begin_object();
            write_clash(explanation.conflicts[i]);
            json_.end_object();
        }
        json_.end_array();
        write_reached(explanation);
        write_criteria(explanation);
        json_.field_or_null("conflicts", reader_.whole() ? std::optional(explanation.effort) : std::nullopt);
        json_.field("stopped", explanation.stopped);
        write_text(json_, "text", headline(explanation, plan_));
    }

private:
    void write_clash(const plan::Conflict& conflict) {
        json_.field("minimal", conflict.minimal).key("conflict").begin_array();
        for (std::size_t i = 0; i < conflict.members.size(); ++i)
            if (reader_.reads(conflict.members[i])) write_member(conflict, i);
        for (const int reference : withheld_references(conflict, reader_)) write_withheld(reference);
        json_.end_array().key("repairs").begin_array();
        const auto shown = readable_repairs(conflict, reader_);
        for (const plan::Repair& each : shown) write_repair(each);
        json_.end_array();
        json_.field("withheld_repairs", static_cast<std::int64_t>(conflict.repairs.size() - shown.size()));
    }

    void write_member(const plan::Conflict& conflict, std::size_t index) {
        const plan::ConflictMember& member = conflict.members[index];
        json_.begin_object().field("kind", keyword(member.kind));
        json_.field_or_null("section", section_of(plan_, member)).field_or_null("id", text_or_none(member.id));
        write_place(member.place);
        json_.field_or_null("year", member.year);
        json_.field_or_null("reference", reference_of(member));
        write_text(json_, "text", member_sentence(plan_, conflict, index, reader_));
        json_.end_object();
    }

    static std::optional<int> reference_of(const plan::ConflictMember& member) {
        return member.reference == 0 ? std::nullopt : std::optional(member.reference);
    }

    void write_withheld(int reference) {
        json_.begin_object()
            .key("kind")
            .null()
            .key("section")
            .null()
            .key("id")
            .null()
            .key("file")
            .null()
            .key("line")
            .null();
        json_.key("year").null().field("reference", reference);
        write_text(json_, "text", withheld_sentence({reference}, plan_.sides.size()));
        json_.end_object();
    }

    void write_repair(const plan::Repair& repair) {
        const RepairEdit edit = edit_of(repair, plan_);
        json_.begin_object().field("kind", keyword(repair.kind)).field("id", edit.id);
        json_.field_or_null("what", edit.what).field_or_null("from", edit.from).field_or_null("to", edit.to);
        json_.field_or_null("year", repair.target.year);
        json_.key("waives").begin_array();
        for (const plan::RuleIndex rule : repair.waived) json_.value(plan_.rules[rule.at()].id);
        json_.end_array().field("least", repair.least);
        write_place(repair.target.place);
        write_text(json_, "text", sentence(repair, plan_));
        if (telling_.about_repair) telling_.about_repair(json_, repair);
        json_.end_object();
    }

    void write_reached(const Explanation& explanation) {
        json_.key("reached").begin_array();
        for (const plan::Reached& each : explanation.reached) {
            if (explanation.status != plan::ExplanationStatus::fits) break;
            const plan::Target& target = each.target;
            json_.begin_object().field("kind", target.gate.known() ? "gate" : "activity");
            json_.field("id", target.gate.known() ? plan_.gates[target.gate.at()].id
                                                  : plan_.activities[target.activity.at()].id);
            write_date(json_, "by", target.by);
            write_date(json_, "date", each.date);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_criteria(const Explanation& explanation) {
        json_.key("criteria").begin_array();
        for (const plan::FailedCriterion& each : explanation.criteria) {
            if (!reader_.reads(each.readers)) {
                write_withheld(each.reference);
                continue;
            }
            json_.begin_object()
                .field("kind", "criterion")
                .field("section", "gates")
                .field("id", plan_.gates[each.gate.at()].id);
            json_.field("indicator", plan_.indicators[each.indicator.at()].id);
            write_date(json_, "on", each.on);
            json_.field("comparison", each.comparison == plan::Comparison::at_least ? ">=" : "<=");
            json_.field("wanted", each.wanted.to_double()).field_or_null("value", each.value);
            write_place(each.place);
            write_text(json_, "text", sentence(each, plan_, reader_));
            json_.end_object();
            if (telling_.behind_criterion) telling_.behind_criterion(json_, each);
        }
        json_.end_array();
    }

    void write_place(const base::Place& place) {
        write_file_and_line(json_, telling_.places ? place : base::Place{}, plan_.sources);
    }

    JsonWriter& json_;
    const plan::Plan& plan_;
    const ExplanationTelling& telling_;
    const Reader& reader_;
};

}  // namespace

void write_explanation(JsonWriter& json, const plan::Plan& plan, const Explanation& explanation,
                       const ExplanationTelling& telling) {
    Writing(json, plan, telling).write(in_plain_order(explanation, telling.reader));
}

std::string explanation_json(const plan::Plan& plan, const Explanation& explanation, const Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_explanation(json, plan, explanation, {reader});
    return json.end_object().take();
}

}  // namespace masar::report
