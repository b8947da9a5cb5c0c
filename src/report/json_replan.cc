#include "report/json_parts.h"
#include "report/json_schedule.h"
#include "report/sentence.h"
#include "report/text_replan.h"

#include <algorithm>
#include <array>

namespace masar::report {
namespace {

using base::JsonWriter;

constexpr std::array<std::string_view, 4> causes{"forced", "together", "aim", "added"};

void write_moves(JsonWriter& json, const plan::Plan& plan, const plan::Replanning& replanning) {
    json.key("moves").begin_array();
    for (const plan::Move& move : replanning.moves) {
        json.begin_object().field("id", plan.activities[move.activity.at()].id);
        write_date(json, "from", move.from);
        write_date(json, "to", move.to);
        json.field("days", move.days).field("cause", causes[static_cast<std::size_t>(move.cause)]);
        json.key("reasons").begin_array();
        for (const plan::Violation& each : move.reasons) write_violation(json, plan, each);
        json.end_array();
        write_text(json, "text", move_sentence(move, plan));
        json.end_object();
    }
    json.end_array();
}

void write_front(JsonWriter& json, const plan::Replanning& replanning) {
    json.key("front").begin_array();
    for (const plan::FrontPoint& point : replanning.front) {
        json.begin_object().field("moves", point.moved).field("shift_days", point.shift_days);
        json.key("objective").begin_array();
        for (const std::int64_t value : point.aims) json.value(value);
        json.end_array();
        write_date(json, "end", point.end);
        json.field("late_days", point.late_days).field("proven", point.proven).field("answered", point.answered);
        json.end_object();
    }
    json.end_array().field("whole_front", replanning.whole_front);
}

}  // namespace

std::string replan_json(const plan::Plan& plan, const plan::Replanning& replanning) {
    const plan::Timetable& timetable = replanning.timetable;
    JsonWriter json;
    json.begin_object().field("status", keyword(timetable.status));
    write_date(json, "today", std::optional(replanning.today));
    write_date(json, "end", timetable.end);
    const auto moved = std::ranges::count_if(
        replanning.moves, [](const plan::Move& each) { return each.cause != plan::Move::Cause::added; });
    json.field("compared", replanning.compared).field("moved", static_cast<std::int64_t>(moved));
    json.key("frozen").begin_array();
    for (const plan::ActivityIndex each : replanning.frozen) json.value(plan.activities[each.at()].id);
    json.end_array();
    write_moves(json, plan, replanning);
    write_front(json, replanning);
    json.key("gone").begin_array();
    for (const std::string& id : replanning.gone) json.value(id);
    json.end_array().field("stopped", timetable.stopped).field("seed", static_cast<std::int64_t>(timetable.seed));
    json.key("violations").begin_array();
    for (const plan::Violation& each : timetable.violations) write_violation(json, plan, each);
    json.end_array();
    write_text(json, "text", moves_sentence(replanning));
    return json.end_object().take();
}

}  // namespace masar::report
