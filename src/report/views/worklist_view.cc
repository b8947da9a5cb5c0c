#include "report/views/worklist_view.h"

#include "report/sentence.h"
#include "report/views/due_view.h"
#include "report/views/view_json.h"

#include <algorithm>
#include <array>

namespace masar::report {
namespace {

using base::JsonWriter;

constexpr std::array<int, 3> horizons{14, 30, 90};
constexpr std::array<std::string_view, 3> horizon_keys{"d14", "d30", "d90"};
constexpr int days_to_start = 30;

class Worklist {
public:
    Worklist(const ViewSource& source, const WorklistFacts& facts)
        : source_(source),
          plan_(source.plan),
          facts_(facts),
          today_(source.plan.as_of ? source.plan.as_of->value : facts.today) {}

    std::string write() {
        json_.begin_object();
        write_heading(json_, source_);
        write_date(json_, "as_of", today_);
        write_waiting();
        write_due_lists();
        write_changed();
        write_notes();
        write_conflicts();
        write_starting();
        return json_.end_object().take();
    }

private:
    void write_waiting() {
        json_.key("waiting").begin_array();
        for (const WaitingDecision& each : facts_.waiting) {
            json_.begin_object().field("number", each.number);
            write_both(json_, "title", each.title);
            for (const auto& [key, sides] :
                 {std::pair("signed", &each.signed_by), std::pair("waiting", &each.waiting_for)}) {
                json_.key(key).begin_array();
                for (const std::string& side : *sides) json_.value(side);
                json_.end_array();
            }
            json_.end_object();
        }
        json_.end_array();
    }

    void write_due_lists() {
        const auto items = source_.dates ? due_items(source_, today_, horizons.back()) : std::vector<DueItem>{};
        const auto list = [&](std::string_view key, auto belongs) {
            json_.key(key).begin_array();
            for (const DueItem& each : items)
                if (belongs(each)) write_due(json_, source_, each);
            json_.end_array();
        };
        json_.key("due").begin_object();
        list("late", [](const DueItem& each) { return each.state == ClockState::late; });
        int from = -1;
        for (std::size_t i = 0; i < horizons.size(); ++i) {
            list(horizon_keys[i], [&](const DueItem& each) {
                const auto days = (each.by - today_).count();
                return each.state != ClockState::late && days > from && days <= horizons[i];
            });
            from = horizons[i];
        }
        json_.end_object();
    }

    void write_changed() {
        json_.key("changed").begin_array();
        for (const Changed& each : facts_.changed) {
            json_.begin_object().field("at", each.at);
            write_both(json_, "sentence", each.sentence);
            json_.field("section", each.section).field("id", each.id).end_object();
        }
        json_.end_array();
    }

    void write_notes() {
        json_.key("notes").begin_array();
        for (const NoteLine& each : facts_.notes) {
            json_.begin_object().field("at", each.at).field("section", each.section).field("id", each.id);
            json_.field("side", each.side).field("role", each.role).field("text", each.text).end_object();
        }
        json_.end_array();
    }

    void write_conflicts() {
        json_.key("conflicts").begin_array();
        if (source_.dates)
            for (const plan::Violation& each : source_.dates->violations) {
                json_.begin_object().field("kind", keyword(each.kind)).field("what", each.what);
                write_both(json_, "sentence", sentence(each, plan_));
                json_.end_object();
            }
        json_.end_array();
    }

    void write_starting() {
        std::vector<std::size_t> starting;
        for (std::size_t i = 0; i < plan_.activities.size(); ++i) {
            const bool planned = plan_.activities[i].progress.status == plan::Status::planned;
            if (!planned || !source_.dated(i)) continue;
            const auto days = (source_.dates->activities[i].start - today_).count();
            if (days >= 0 && days <= days_to_start) starting.push_back(i);
        }
        std::ranges::stable_sort(starting, {}, [&](std::size_t i) { return source_.dates->activities[i].start; });
        json_.key("starting").begin_array();
        for (const std::size_t i : starting) {
            const plan::Activity& activity = plan_.activities[i];
            json_.begin_object();
            write_identity(json_, source_, activity);
            write_date(json_, "start", source_.dates->activities[i].start);
            const bool led = activity.lead.value.known();
            write_reference(json_, "side", plan_.sides,
                            led ? plan_.organisations[activity.lead.value.at()].side.value : plan::SideIndex{});
            json_.end_object();
        }
        json_.end_array();
    }

    const ViewSource& source_;
    const plan::Plan& plan_;
    const WorklistFacts& facts_;
    calendar::Date today_;
    JsonWriter json_{JsonWriter::Style::compact};
};

}  // namespace

std::string worklist_view(const ViewSource& source, const WorklistFacts& facts) {
    return Worklist(source, facts).write();
}

}  // namespace masar::report
