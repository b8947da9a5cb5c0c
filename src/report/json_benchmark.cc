#include "report/benchmark.h"

#include "report/json_parts.h"

#include <cmath>

namespace masar::report {
namespace {

/// Figures of a table, not of a proof: four decimals.
std::optional<double> trimmed(std::optional<double> value) {
    if (value) value = std::round(*value * 1e4) / 1e4;
    return value;
}

void write_conflict(base::JsonWriter& json, const std::optional<InstanceConflict>& conflict) {
    json.key("conflict");
    if (!conflict) {
        json.null().key("minimal").null().key("verified").null();
        return;
    }
    json.begin_array();
    for (const InstanceStatement& each : conflict->members) {
        json.begin_object().field("kind", each.kind).field("index", each.index);
        if (each.period) json.field("period", *each.period);
        if (each.from) json.field("from", *each.from).field("to", each.to.value_or(-1));
        json.end_object();
    }
    json.end_array().field("minimal", conflict->minimal).field("verified", conflict->verified);
}

}  // namespace

std::string solve_json(const InstanceResult& result) {
    base::JsonWriter json;
    json.begin_object().field("instance", result.instance).field("status", result.status);
    json.field_or_null("objective", result.objective).field_or_null("bound", result.bound);
    json.field("seconds", result.seconds).field("schedules", result.schedules).field("conflicts", result.conflicts);
    json.field("seed", static_cast<std::int64_t>(result.seed)).field("stopped", result.stopped);
    write_conflict(json, result.conflict);
    return json.end_object().take();
}

std::string bench_json(const BenchSummary& summary) {
    base::JsonWriter json;
    json.begin_object().field("set", summary.set).field("instances", summary.instances);
    json.field("proven", summary.proven).field("infeasible", summary.infeasible);
    json.field("no_solution", summary.no_solution);
    json.field_or_null("gap_percent", trimmed(summary.gap_percent));
    json.field_or_null("dev_cpm_percent", trimmed(summary.dev_cpm_percent));
    json.field_or_null("schedules_per_second", trimmed(summary.schedules_per_second));
    json.field_or_null("seconds_mean", summary.seconds_mean);
    json.field("seed", static_cast<std::int64_t>(summary.seed)).field("sampled", summary.sampled);
    json.key("contradictions").begin_array();
    for (const base::Text& each : summary.contradictions)
        json.begin_object().field("en", each.en).field("ar", each.ar).end_object();
    return json.end_array().end_object().take();
}

}  // namespace masar::report
