#include "app/workspace/run_keeping.h"

#include "app/workspace/canonical_json.h"
#include "base/sha256.h"
#include "base/version.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace masar::app {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, std::string_view key) {
    const json::value* found = object.if_contains(key);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

/// The run and what it says, when the actor may see them.
struct Kept {
    store::RunRow row;
    std::string result, problem;
};

base::Result<std::optional<Kept>> read(const store::Tables& kept, const Actor& actor, std::string_view key) {
    auto row = kept.runs.by_key(key);
    if (!row) return tl::unexpected(row.error());
    if (!*row || !is_for(**row, actor)) return std::optional<Kept>();
    const auto plan = kept.plans.find((*row)->plan);
    if (!plan) return tl::unexpected(plan.error());
    if (!*plan || (*plan)->archived || !may_see(actor, **plan)) return std::optional<Kept>();
    Kept found{**std::move(row), {}, {}};
    for (auto [name, text] : {std::pair(&found.row.result, &found.result), {&found.row.problem, &found.problem}}) {
        if (name->empty()) continue;
        auto content = kept.contents.get(*name);
        if (!content) return tl::unexpected(content.error());
        *text = *std::move(content);
    }
    return std::optional(std::move(found));
}

}  // namespace

std::string reader_tag(const Actor& actor) {
    if (actor.preview.empty()) return actor.whole ? std::string() : actor.side;
    return actor.side + ">" + actor.preview;
}

bool is_for(const store::RunRow& run, const Actor& actor) {
    return run.side == reader_tag(actor) || run.side == for_everybody;
}

std::string input_of(std::string_view state, const Actor& actor, std::string_view kind,
                     const json::object& parameters) {
    const json::object input{{"kind", kind},
                             {"parameters", parameters},
                             {"plan", state},
                             {"program", base::version},
                             {"sandbox", actor.sandbox}};
    return base::sha256_hex(canonical_json(input));
}

std::string refusal_json(const Refusal& refusal) {
    json::array faults;
    for (const PlanFault& each : refusal.faults)
        faults.push_back({{"code", each.code},
                          {"section", each.section},
                          {"id", each.id},
                          {"field", each.field},
                          {"en", each.message.en},
                          {"ar", each.message.ar},
                          {"hint_en", each.hint.en},
                          {"hint_ar", each.hint.ar}});
    return json::serialize(json::object{{"why", static_cast<int>(refusal.why)},
                                        {"en", refusal.message.en},
                                        {"ar", refusal.message.ar},
                                        {"hint_en", refusal.hint.en},
                                        {"hint_ar", refusal.hint.ar},
                                        {"field", refusal.field},
                                        {"faults", std::move(faults)}});
}

Refusal refusal_from_json(const std::string& text) {
    boost::system::error_code failed;
    const json::value value = json::parse(text, failed);
    if (failed || !value.is_object()) return interrupted();
    const json::object& object = value.get_object();
    Refusal refusal;
    if (const auto* why = object.if_contains("why"); why != nullptr && why->is_int64())
        refusal.why = static_cast<Refusal::Why>(why->get_int64());
    refusal.message = {text_of(object, "en"), text_of(object, "ar")};
    refusal.hint = {text_of(object, "hint_en"), text_of(object, "hint_ar")};
    refusal.field = text_of(object, "field");
    if (const auto* faults = object.if_contains("faults"); faults != nullptr && faults->is_array())
        for (const json::value& each : faults->get_array()) {
            if (!each.is_object()) continue;
            const json::object& fault = each.get_object();
            PlanFault told;
            told.code = text_of(fault, "code");
            told.section = text_of(fault, "section");
            told.id = text_of(fault, "id");
            told.field = text_of(fault, "field");
            told.message = {text_of(fault, "en"), text_of(fault, "ar")};
            told.hint = {text_of(fault, "hint_en"), text_of(fault, "hint_ar")};
            refusal.faults.push_back(std::move(told));
        }
    return refusal;
}

Refusal interrupted() {
    return {Refusal::Why::conflict,
            {"the server was stopped before this was answered", "أُوقف الخادم قبل الإجابة عن هذا"},
            {"ask again", "اسأل من جديد"},
            {},
            {},
            {},
            0};
}

Outcome<store::RunRow> keep_question(Workspace& workspace, store::RunRow row, bool reuse) {
    return from_store(workspace.store.write([&](store::Tables& kept) -> base::Result<store::RunRow> {
        if (reuse) {
            auto done = kept.runs.done_with(row.input_hash, row.side);
            if (!done) return tl::unexpected(done.error());
            if (*done && (*done)->plan == row.plan) return **std::move(done);
            if (*done) {
                row.state = "done";
                row.result = (*done)->result;
                row.started = row.finished = row.created;
            }
        }
        auto id = kept.runs.add(row);
        if (!id) return tl::unexpected(id.error());
        row.id = *id;
        return row;
    }));
}

bool keep_answer(Workspace& workspace, store::RunRow& row, const RunEnd& end, std::int64_t kept_of_plan) {
    const auto kept = workspace.store.write([&](store::Tables& tables) -> base::Result<void> {
        const auto there = tables.runs.find(row.id);
        if (!there) return tl::unexpected(there.error());
        if (!*there) return {};  // its plan is gone
        row.state = end.state;
        row.finished = workspace.clock.now();
        const std::string problem = end.problem ? refusal_json(*end.problem) : std::string();
        for (const auto& [text, name] : {std::pair(&end.result, &row.result), {&problem, &row.problem}}) {
            if (text->empty()) continue;
            auto put = tables.contents.put(*text);
            if (!put) return tl::unexpected(put.error());
            *name = *std::move(put);
        }
        if (auto done = tables.runs.put(row); !done) return tl::unexpected(done.error());
        return tables.runs.keep_newest(row.plan, kept_of_plan);
    });
    return kept.has_value();
}

Outcome<RunView> kept_view(Workspace& workspace, const Actor& actor, std::string_view key) {
    auto kept = existing(workspace.store.read([&](const store::Tables& tables) { return read(tables, actor, key); }),
                         {"there is no such job", "لا توجد مهمة كهذه"});
    if (!kept) return tl::unexpected(kept.error());
    RunView view{kept->row.key, kept->row.kind, kept->row.state, {}, std::move(kept->result), {}};
    if (!kept->problem.empty()) view.problem = refusal_from_json(kept->problem);
    return view;
}

void close_broken_off(Workspace& workspace) {
    for (const std::string_view state : {"queued", "running"}) {
        auto rows = workspace.store.read([&](const store::Tables& kept) { return kept.runs.in_state(state); });
        if (!rows) continue;  // a store that cannot be read says so wherever it is asked
        for (store::RunRow& row : *rows) keep_answer(workspace, row, {"failed", {}, interrupted()}, 1'000'000);
    }
}

}  // namespace masar::app
