#include "app/workspace/running.h"

#include "app/running_status.h"
#include "app/workspace/change_plan.h"
#include "report/figures.h"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace masar::app {
namespace {

namespace json = boost::json;
using planfile::InputFile;

Refusal wrong(std::string field, base::Text message, base::Text hint = {}) {
    return {Refusal::Why::wrong_field, std::move(message), std::move(hint), std::move(field), {}, {}, 0};
}

/// The facts' edits, each made after those before it. The texts are those that the actor sees; what they do not see is kept by whoever
/// makes the edits of the whole.
Outcome<std::vector<planfile::PlanEdit>> edits_for(std::vector<InputFile> files, const std::vector<Fact>& facts) {
    std::vector<planfile::PlanEdit> all;
    for (const Fact& fact : facts) {
        const planfile::ReadResult now = planfile::read_plan(files);
        const auto edits = edits_of(fact, now.plan, planfile::PlanText(files));
        if (!edits) return tl::unexpected(refusal_of(edits.error()));
        auto edited = planfile::edit_plan(std::move(files), *edits);
        if (!edited) return tl::unexpected(refusal_of(edited.error().error));
        files = *std::move(edited);
        std::ranges::copy(*edits, std::back_inserter(all));
    }
    return all;
}

/// A text under a key; "" when there is none.
class FactJson {
public:
    explicit FactJson(const json::object& object) : object_(object) {}

    [[nodiscard]] std::string text(std::string_view key) const {
        const json::value* value = object_.if_contains(key);
        if (value == nullptr || value->is_null()) return {};
        if (value->is_string()) return std::string(value->get_string());
        return value->is_number() ? json::serialize(*value) : std::string();
    }
    [[nodiscard]] std::optional<bool> truth(std::string_view key) const {
        const json::value* value = object_.if_contains(key);
        return value != nullptr && value->is_bool() ? std::optional(value->get_bool()) : std::nullopt;
    }
    [[nodiscard]] base::Text both(std::string_view key) const {
        const json::value* value = object_.if_contains(key);
        if (value == nullptr || !value->is_object()) return {text(key), ""};
        const FactJson below(value->get_object());
        return {below.text("en"), below.text("ar")};
    }

private:
    const json::object& object_;
};

Outcome<Fact> fact_from(const json::object& object) {
    const FactJson given(object);
    const auto kind = fact_kind(given.text("what"));
    if (!kind)
        return tl::unexpected(wrong("what", {"this is nothing that can happen", "هذا ليس حدثاً معروفاً"},
                                    {"started, finished, postponed, cancelled, …",
                                     "‏started أو finished أو postponed أو cancelled …"}));
    Fact fact{.kind = *kind, .record = given.text("id")};
    fact.on = given.text("on"), fact.from = given.text("from"), fact.to = given.text("to");
    fact.why = given.both("why");
    fact.remaining = given.text("remaining");
    fact.criterion_met = given.truth("criterion_met");
    fact.under = given.text("under"), fact.value = given.text("value"), fact.state = given.text("state");
    fact.source = given.text("source"), fact.amount = given.text("amount"), fact.reference = given.text("reference");
    fact.activity = given.text("activity");
    fact.reversal = given.truth("reversal").value_or(false);
    return fact;
}

}  // namespace

Outcome<std::vector<Fact>> facts_from_json(const json::value& given) {
    if (!given.is_object()) return tl::unexpected(wrong("", {"a fact is an object", "الواقعة كائن JSON"}));
    const json::object& object = given.get_object();
    auto first = fact_from(object);
    if (!first) return tl::unexpected(first.error());
    std::vector<Fact> facts{*first};
    const json::value* costs = object.if_contains("costs");
    if (costs == nullptr || !costs->is_array()) return facts;
    for (const json::value& each : costs->get_array()) {
        if (!each.is_object()) return tl::unexpected(wrong("costs", {"a cost is an object", "التكلفة كائن JSON"}));
        const FactJson cost(each.get_object());
        const std::string word = cost.text("kind");
        const auto kind = fact_kind(word == "commitment"   ? "committed"
                                    : word == "obligation" ? "obligated"
                                    : word == "payment"    ? "disbursed"
                                                           : word);
        if (!kind)
            return tl::unexpected(wrong("costs.kind", {"commitment, obligation or payment", "حجز أو التزام أو صرف"}));
        Fact fact{.kind = *kind, .record = cost.text("fund")};
        fact.on = cost.text("on").empty() ? first->on : cost.text("on");
        fact.amount = cost.text("amount"), fact.reference = cost.text("reference"), fact.activity = first->record;
        facts.push_back(std::move(fact));
    }
    return facts;
}

Outcome<SavedTexts> record_facts(Workspace& workspace, const Actor& actor, std::string_view plan,
                                 const std::vector<Fact>& facts) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    const auto edits = edits_for(input_files(open->shown_to(actor)->files()), facts);
    if (!edits) return tl::unexpected(edits.error());
    ChangeRequest request;
    for (const planfile::PlanEdit& each : *edits) request.changes.push_back({each, ""});
    return change_plan(workspace, actor, plan, request);
}

Outcome<report::ToldStatus> plan_status(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    const SnapshotPtr shown = open->shown_to(actor);
    report::ToldStatus told;
    count_states(shown->plan(), told);
    if (!told.as_of) return told;
    std::string dates = shown->dates();
    if (open->row.baseline != 0) {
        const auto version = existing(
            workspace.store.read([&](const store::Tables& kept) { return kept.versions.find(open->row.baseline); }),
            {"the baseline is not here", "الجدول المرجعي غير موجود"});
        if (!version) return tl::unexpected(version.error());
        const auto agreed = snapshot_of(workspace, *version);
        if (!agreed) return tl::unexpected(agreed.error());
        dates = shown_to(actor, *agreed)->dates();
    }
    const auto baseline = read_baseline(dates, shown->plan());
    if (!baseline) return told;
    told.late = late_items(shown->plan(), *baseline, *told.as_of);
    told.compared = true;
    return told;
}

}  // namespace masar::app
