#include "app/workspace/dates_watch.h"

#include "app/workspace/open_proposal.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <iterator>

namespace masar::app {
namespace {

constexpr std::string_view kind = "dates";

/// In whose name the server works.
Actor server_itself(const store::PlanRow& plan) {
    return {0, {}, {}, {}, plan.sandbox, plan.sandbox ? plan.id : 0, true, {}};
}

std::optional<DatesWanted> wanted_in(const store::RunRow& run) {
    boost::system::error_code failed;
    const boost::json::value value = boost::json::parse(run.parameters, failed);
    if (failed || !value.is_object()) return std::nullopt;
    auto wanted = wanted_from_json(value.get_object());
    return wanted ? std::optional(*std::move(wanted)) : std::nullopt;
}

/// Jobs of this kind that wait or run, or that a restart broke off.
base::Result<std::vector<store::RunRow>> open_jobs(const store::Tables& kept) {
    std::vector<store::RunRow> jobs;
    for (const std::string_view state : {"queued", "running"}) {
        auto rows = kept.runs.in_state(state);
        if (!rows) return rows;
        std::ranges::copy_if(*rows, std::back_inserter(jobs),
                             [](const store::RunRow& each) { return each.kind == kind; });
    }
    return jobs;
}

std::optional<store::RunRow> open_job(const Workspace& workspace, std::string_view plan, std::int64_t proposal) {
    const auto found =
        workspace.store.read([&](const store::Tables& kept) -> base::Result<std::optional<store::RunRow>> {
            const auto row = kept.plans.by_key(plan);
            if (!row) return tl::unexpected(row.error());
            const auto jobs = open_jobs(kept);
            if (!jobs) return tl::unexpected(jobs.error());
            for (const store::RunRow& each : *jobs) {
                const auto wanted = wanted_in(each);
                if (*row && each.plan == (*row)->id && wanted && wanted->proposal == proposal)
                    return std::optional(each);
            }
            return std::optional<store::RunRow>();
        });
    return found ? *found : std::nullopt;
}

/// What the last job for a proposal was asked.
DatesWanted last_wanted(const std::vector<store::RunRow>& runs, std::int64_t plan, std::int64_t proposal) {
    DatesWanted last{proposal, {}};
    for (const store::RunRow& each : runs) {
        auto wanted = each.kind == kind && each.plan == plan ? wanted_in(each) : std::nullopt;
        if (wanted && wanted->proposal == proposal) last = *std::move(wanted);
    }
    return last;
}

/// All that are kept, and the sandboxes in which a job was broken off: of those there may be many.
base::Result<std::vector<store::PlanRow>> plans_to_follow(const store::Tables& kept,
                                                          const std::vector<store::RunRow>& broken_off) {
    auto plans = kept.plans.kept();
    if (!plans) return plans;
    for (const store::RunRow& each : broken_off) {
        if (each.kind != kind || std::ranges::find(*plans, each.plan, &store::PlanRow::id) != plans->end()) continue;
        const auto plan = kept.plans.find(each.plan);
        if (!plan) return tl::unexpected(plan.error());
        if (*plan && !(*plan)->archived) plans->push_back(**plan);
    }
    return plans;
}

/// The version that lacks dates; 0 = none does.
std::int64_t lacking(Workspace& workspace, const OpenPlan& open, const Actor& actor, std::int64_t number) {
    if (number == 0) return lacks_dates(open.head, *open.whole) ? open.head.id : 0;
    const auto proposal = open_proposal(workspace, actor, open.row.key, number);
    const bool lacks = proposal && proposal->is_open() && lacks_dates(proposal->version, *proposal->whole);
    return lacks ? proposal->version.id : 0;
}

}  // namespace

std::string follow_dates(Runs& runs, Workspace& workspace, std::string_view plan, const DatesWanted& wanted) {
    const auto row = workspace.store.read([&](const store::Tables& kept) { return kept.plans.by_key(plan); });
    if (!row || !*row) return {};
    const Actor actor = server_itself(**row);
    const auto open = open_plan(workspace, actor, plan);
    const std::int64_t version = open ? lacking(workspace, *open, actor, wanted.proposal) : 0;
    if (version == 0) return {};
    if (const auto there = open_job(workspace, plan, wanted.proposal)) {
        if (wanted.proposal == 0 && there->version == version) return there->key;
        (void)runs.cancel(actor, there->key);
    }
    const auto asked = runs.ask(actor, plan, kind, wanted_to_json(wanted));
    return asked ? asked->key : std::string();  // without one they stay behind until somebody asks for them
}

Outcome<void> follow_all_dates(Runs& runs, Workspace& workspace) {
    struct Left {
        std::string plan;
        DatesWanted wanted;
    };
    const auto left =
        from_store(workspace.store.read([&](const store::Tables& kept) -> base::Result<std::vector<Left>> {
            std::vector<Left> all;
            const auto broken_off = kept.runs.in_state("failed");
            if (!broken_off) return tl::unexpected(broken_off.error());
            const auto plans = plans_to_follow(kept, *broken_off);
            if (!plans) return tl::unexpected(plans.error());
            for (const store::PlanRow& plan : *plans) {
                all.push_back({plan.key, {}});
                const auto proposals = kept.proposals.of_plan(plan.id);
                if (!proposals) return tl::unexpected(proposals.error());
                for (const store::ProposalRow& each : *proposals)
                    if (each.state == "open") all.push_back({plan.key, last_wanted(*broken_off, plan.id, each.number)});
            }
            return all;
        }));
    if (!left) return tl::unexpected(left.error());
    for (const Left& each : *left) follow_dates(runs, workspace, each.plan, each.wanted);
    return {};
}

std::string dates_job(const Workspace& workspace, std::string_view plan, std::int64_t proposal) {
    const auto job = open_job(workspace, plan, proposal);
    return job ? job->key : std::string();
}

}  // namespace masar::app
