#include "report/views/tried_view.h"

#include "plan/exchange_rates.h"
#include "report/sentence.h"
#include "report/text_replan.h"
#include "report/views/gate_json.h"
#include "report/views/view_json.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::JsonWriter;

/// Most likely cost of everything that is dated, in the reader's own currency, else in that of the first side.
std::optional<base::Money> cost_of(const ViewSource& source) {
    if (!source.dates || source.plan.sides.empty()) return std::nullopt;
    const std::size_t counted = source.reader.whole() ? 0 : source.reader.side().at();
    base::Money total{0, source.plan.sides[counted].currency};
    if (!total.currency.known()) return std::nullopt;
    for (const plan::ChargeLine& each : source.dates->charges) {
        const base::Currency own = source.plan.sides[each.side.at()].currency;
        const auto same = plan::exchanged(source.plan, {each.side_minor, own}, total.currency);
        if (!same) return std::nullopt;
        total.minor += same->minor;
    }
    return total;
}

class Tried {
public:
    Tried(const ViewSource& before, const ViewSource& after, const TriedFacts& facts)
        : before_(before), after_(after), facts_(facts) {}

    std::string write() {
        json_.begin_object().key("reader");
        after_.reader.whole() ? json_.null() : json_.value(after_.plan.sides[after_.reader.side().at()].id);
        json_.field("fits", facts_.fits).key("changes_made");
        facts_.changes ? facts_.changes(json_) : write_nothing();
        json_.key("moves").begin_array();
        for (const plan::Move& each : facts_.moves) write_move(each);
        json_.end_array().key("gates").begin_object();
        write_gates_of("before", before_);
        write_gates_of("after", after_);
        json_.end_object();
        write_joint();
        write_end();
        write_cost();
        write_breaks();
        json_.key("explanation");
        if (facts_.explanation)
            facts_.explanation(json_);
        else
            json_.null();
        return json_.end_object().take();
    }

private:
    void write_nothing() { json_.begin_array().end_array(); }

    void write_move(const plan::Move& move) {
        const plan::Activity& activity = after_.plan.activities[move.activity.at()];
        json_.begin_object().field("activity", activity.id);
        write_name(json_, after_, activity);
        write_date(json_, "from", move.from);
        write_date(json_, "to", move.to);
        const bool asked = std::ranges::find(facts_.asked, move.activity) != facts_.asked.end();
        json_.field("days", move.days);
        write_text(json_, "why",
                   asked ? base::Text{"this date was asked for", "طُلب هذا التاريخ"} : move_reason(move, after_.plan));
        json_.end_object();
    }

    void write_gates_of(std::string_view key, const ViewSource& source) {
        json_.key(key);
        if (!source.dates) return write_nothing();
        write_gates(json_, source, forecast::trajectories_of(source.plan, *source.dates));
    }

    void write_joint() {
        json_.key("joint");
        if ((!before_.forecast && !after_.forecast) || after_.plan.gates.empty()) {
            json_.null();
            return;
        }
        const auto pass = [](const plan::Forecast* forecast) {
            return forecast ? std::optional(forecast->all_gates_pass.value) : std::nullopt;
        };
        json_.begin_object().field_or_null("before", pass(before_.forecast));
        json_.field_or_null("after", pass(after_.forecast)).end_object();
    }

    void write_end() {
        const auto end = [](const ViewSource& source) { return source.dates ? source.dates->end : std::nullopt; };
        json_.key("end").begin_object();
        write_date(json_, "before", end(before_));
        write_date(json_, "after", end(after_));
        json_.end_object();
    }

    void write_cost() {
        const auto before = cost_of(before_), after = cost_of(after_);
        json_.key("cost");
        if (!before || !after || before->currency != after->currency) {
            json_.null();
            return;
        }
        json_.begin_object();
        for (const auto& [key, money] : {std::pair("before", before), std::pair("after", after)})
            json_.key(key)
                .begin_object()
                .field("minor", money->minor)
                .field("currency", money->currency.code())
                .end_object();
        json_.end_object();
    }

    void write_breaks() {
        json_.key("breaks").begin_array();
        for (const plan::Violation& each : facts_.breaks) write_break(sentence(each, after_.plan));
        if (facts_.breaks_withheld)
            write_break({"a limit of the other side that is not released would be broken",
                         "يُخالَف قيد لدى الجانب الآخر لم يُفرج عنه"});
        json_.end_array();
    }
    void write_break(const base::Text& text) {
        json_.begin_object();
        write_text(json_, "sentence", text);
        json_.end_object();
    }

    const ViewSource& before_;
    const ViewSource& after_;
    const TriedFacts& facts_;
    JsonWriter json_{JsonWriter::Style::compact};
};

}  // namespace

std::string tried_view(const ViewSource& before, const ViewSource& after, const TriedFacts& facts) {
    return Tried(before, after, facts).write();
}

}  // namespace masar::report
