#include "app/workspace/dates_job.h"

#include "app/workspace/common_view.h"
#include "app/workspace/decision_entry.h"
#include "app/workspace/open_proposal.h"
#include "app/workspace/run_parameters.h"
#include "app/workspace/save_texts.h"
#include "app/workspace/try_plan.h"
#include "app/workspace/version_writing.h"

namespace masar::app {
namespace {

/// False: the plan has another head by now.
base::Result<bool> write(store::Tables& kept, const OpenPlan& open, const NewVersion& version) {
    const auto plan = unmoved(kept, open.row.id, open.head.id);
    if (!plan) return tl::unexpected(plan.error());
    if (!*plan) return false;
    const auto row = add_version(kept, version);
    if (!row) return tl::unexpected(row.error());
    if (auto put = set_head(kept, **plan, *row, version.whole.plan()); !put) return tl::unexpected(put.error());
    return true;
}

/// Dates are no events: they follow from the text.
Outcome<bool> keep(Workspace& workspace, const Actor& actor, const OpenPlan& open, const FollowedDates& dates) {
    const SnapshotPtr whole = open.whole->with_dates(dates.dates);
    NewVersion version{version_after(open.head, actor, workspace.clock.now()), *whole, {}, open.head};
    version.row.cause = "dates";
    version.row.what = {"the dates follow the text", "التواريخ تتبع النص"};
    version.row.dates_stale = dates.state == DatesState::stale;
    return from_store(workspace.store.write([&](store::Tables& kept) { return write(kept, open, version); }));
}

/// What was wished, in the plan from which it was proposed, with all the effort that it takes.
Outcome<FollowedDates> dates_wished(const OpenProposal& proposal, const Actor& actor, const Wish& wish,
                                    const DateEffort& effort) {
    const auto tried = try_plan({proposal.plan.row, proposal.version, proposal.start}, actor, wish, effort);
    if (!tried) return tl::unexpected(tried.error());
    if (!tried->fits)
        return refuse(Refusal::Why::conflict, {"this does not fit into the plan", "لا تتسع الخطة لهذا"},
                      {"change the proposal", "غيّر المقترح"});
    return FollowedDates{tried->after->dates(), DatesState::current};
}

/// Those of the draft where that says the same by now and is dated; else found.
Outcome<FollowedDates> dates_of(const OpenProposal& proposal, const Actor& actor, const Wish& wish,
                                const DateEffort& effort) {
    if (!wish.pins.empty() || !wish.options.empty()) return dates_wished(proposal, actor, wish, effort);
    const OpenPlan& plan = proposal.plan;
    const bool as_draft = plan.whole->files() == proposal.whole->files();
    if (as_draft && dates_state(plan.head) == DatesState::current)
        return FollowedDates{plan.whole->dates(), DatesState::current};
    return found_dates(*proposal.whole, effort);
}

/// Nothing: the proposal is decided or another by now.
base::Result<std::optional<bool>> write_dated(store::Tables& kept, const OpenProposal& proposal,
                                              const NewVersion& version) {
    auto row = kept.proposals.find(proposal.row.id);
    if (!row) return tl::unexpected(row.error());
    if (!*row || **row != proposal.row) return std::optional<bool>();
    const auto added = add_version(kept, version);
    if (!added) return tl::unexpected(added.error());
    store::ProposalRow dated = proposal.row;
    dated.version = added->id;
    TermsOf terms = proposal.terms();
    terms.after = common_view(Snapshot::make(version.whole.files(), version.whole.dates()));
    auto content = kept.contents.put(terms_text(terms));
    if (!content) return tl::unexpected(content.error());
    dated.terms = *std::move(content);
    if (auto put = kept.proposals.put(dated); !put) return tl::unexpected(put.error());
    DecisionEntry entry;
    entry.plan = dated.plan, entry.kind = "dated", entry.proposal = dated.number, entry.title = dated.title;
    entry.side = dated.side, entry.role = dated.role, entry.at = version.row.at;
    entry.terms = dated.terms, entry.readers = dated.readers;
    if (auto written = add_decision(kept, entry); !written) return tl::unexpected(written.error());
    return std::optional(true);
}

/// Of the same texts, in the place of the undated one.
store::VersionRow dated_twin(const OpenProposal& proposal, const FollowedDates& dates, base::Moment at) {
    store::VersionRow twin = proposal.version;
    if (proposal.start == proposal.whole) twin.parent = proposal.version.id, twin.cause = "dates";
    twin.id = 0, twin.batch = 0;
    twin.at = at;
    twin.dates_stale = dates.state == DatesState::stale;
    return twin;
}

}  // namespace

bool lacks_dates(const store::VersionRow& version, const Snapshot& whole) {
    return whole.loaded().compiled.has_value() && dates_state(version) != DatesState::current;
}

Outcome<DatesWanted> wanted_from_json(const boost::json::object& parameters) {
    RunParameters given(parameters, {"proposal", "wish"});
    DatesWanted wanted;
    wanted.proposal = given.number("proposal", 0, {-(std::int64_t{1} << 31), std::int64_t{1} << 31});
    const auto* wish = given.value("wish");
    if (wish != nullptr && !wish->is_object())
        given.refuse("wish", {"changes, pins and options are expected", "المطلوب تغييرات وأيام وخيارات"});
    if (given.wrong()) return tl::unexpected(*given.wrong());
    if (wish == nullptr) return wanted;
    auto read = wish_from_json(wish->get_object());
    if (!read) return tl::unexpected(read.error());
    wanted.wish = *std::move(read);
    return wanted;
}

boost::json::object wanted_to_json(const DatesWanted& wanted) {
    boost::json::object pins;
    for (const auto& [id, day] : wanted.wish.pins) pins[id] = calendar::to_iso(day);
    boost::json::array options;
    for (const std::string& each : wanted.wish.options) options.push_back(boost::json::string(each));
    boost::json::object wish{
        {"changes", changes_to_json(wanted.wish.changes)}, {"pins", std::move(pins)}, {"options", std::move(options)}};
    return {{"proposal", wanted.proposal}, {"wish", std::move(wish)}};
}

Outcome<DatesState> bring_proposal_dates(Workspace& workspace, const Actor& actor, std::string_view plan,
                                         const DatesOfProposal& asked) {
    const auto proposal = open_proposal(workspace, actor, plan, asked.wanted.proposal);
    if (!proposal) return tl::unexpected(proposal.error());
    const DatesState now = dates_state(proposal->version);
    if (!proposal->is_open() || !lacks_dates(proposal->version, *proposal->whole)) return now;
    const auto found = dates_of(*proposal, actor, asked.wanted.wish, asked.effort);
    if (!found) return tl::unexpected(found.error());
    if (found->dates.empty() || found->state == DatesState::stale) return now;
    const SnapshotPtr whole = proposal->whole->with_dates(found->dates);
    const NewVersion version{dated_twin(*proposal, *found, workspace.clock.now()), *whole, {}, proposal->version};
    const auto written =
        from_store(workspace.store.write([&](store::Tables& kept) { return write_dated(kept, *proposal, version); }));
    if (!written) return tl::unexpected(written.error());
    return *written ? found->state : now;
}

Outcome<DatesState> bring_dates(Workspace& workspace, const Actor& actor, std::string_view plan,
                                const DateEffort& effort) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    if (!lacks_dates(open->head, *open->whole)) return dates_state(open->head);
    const FollowedDates found = found_dates(*open->whole, effort);
    if (found.dates.empty()) return found.state;
    const auto kept = keep(workspace, actor, *open, found);
    if (!kept) return tl::unexpected(kept.error());
    return *kept ? found.state : DatesState::stale;
}

Outcome<DatesState> take_dates(Workspace& workspace, const Actor& actor, std::string_view plan,
                               const std::string& dates) {
    return on_latest(workspace, actor, plan, [&](const OpenPlan& open) -> Outcome<std::optional<DatesState>> {
        if (editing_role(actor).empty())
            return refuse(Refusal::Why::not_allowed, {"your role does not set dates", "دورك لا يتيح تحديد التواريخ"});
        const SnapshotPtr now = open.whole->with_dates(dates);
        if (!now->timetable()) {
            const base::Error none{base::Error::Kind::malformed,
                                   {"these are no dates of this roadmap", "هذه ليست تواريخ لخارطة الطريق هذه"},
                                   {}};
            return tl::unexpected(refusal_of(now->undated().value_or(none)));
        }
        if (breaks_more(*now->timetable(), open.whole->timetable()))
            return refuse(Refusal::Why::conflict, {"these dates break more than the ones there are",
                                                   "هذه التواريخ تخالف أكثر مما تخالفه الحالية"});
        const auto kept = keep(workspace, actor, open, {dates, DatesState::current});
        if (!kept) return tl::unexpected(kept.error());
        return *kept ? std::optional(DatesState::current) : std::nullopt;
    });
}

}  // namespace masar::app
