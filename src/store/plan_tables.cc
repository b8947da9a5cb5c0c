#include "store/cells.h"
#include "store/tables.h"

namespace masar::store {
namespace {

/// The one number that a statement gives.
base::Result<std::int64_t> number_from(Connection& connection, std::string_view sql, const Values& values) {
    const auto rows = connection.query(sql, values);
    if (!rows) return tl::unexpected(rows.error());
    return rows->empty() ? 0 : std::get<std::int64_t>(rows->front().front());
}

std::string decisions_counter(std::int64_t plan) { return "decisions of " + std::to_string(plan); }

/// What no row refers to any more, outermost first: contents stand on others, so that the last is asked until nothing goes.
base::Result<void> sweep(Connection& connection) {
    const auto lists = connection.query(
        "DELETE FROM file_lists WHERE NOT EXISTS (SELECT 1 FROM versions WHERE versions.files = file_lists.list)", {});
    if (!lists) return tl::unexpected(lists.error());
    while (true) {
        const auto swept = connection.query(
            "DELETE FROM contents WHERE NOT EXISTS (SELECT 1 FROM contents AS above WHERE above.base = contents.hash) "
            "AND NOT EXISTS (SELECT 1 FROM file_lists WHERE file_lists.content = contents.hash) "
            "AND NOT EXISTS (SELECT 1 FROM versions WHERE versions.dates = contents.hash) "
            "AND hash NOT IN (SELECT terms FROM proposals) AND hash NOT IN (SELECT terms FROM signatures) "
            "AND hash NOT IN (SELECT result FROM runs) AND hash NOT IN (SELECT problem FROM runs) RETURNING hash",
            {});
        if (!swept) return tl::unexpected(swept.error());
        if (swept->empty()) return {};
    }
}

}  // namespace

Found<PlanRow> PlanTable::by_key(std::string_view key) const { return first_where("key = ?1", {std::string(key)}); }

List<PlanRow> PlanTable::kept() const { return where("sandbox = 0 AND archived = 0 ORDER BY id", {}); }

base::Result<std::int64_t> PlanTable::remove_expired(Moment now) {
    const auto removed =
        connection_->query("DELETE FROM plans WHERE sandbox = 1 AND expires < ?1 RETURNING id", {to_number(now)});
    if (!removed) return tl::unexpected(removed.error());
    if (!removed->empty())
        if (auto swept = sweep(*connection_); !swept) return tl::unexpected(swept.error());
    return static_cast<std::int64_t>(removed->size());
}

List<VersionRow> VersionTable::of_plan(std::int64_t plan, std::int64_t at_most) const {
    return where("plan = ?1 ORDER BY id DESC LIMIT ?2", {plan, at_most});
}

Found<VersionRow> VersionTable::of_batch(std::int64_t plan, std::int64_t batch) const {
    return first_where("plan = ?1 AND batch = ?2 ORDER BY id", {plan, batch});
}

List<VersionRow> VersionTable::by_account(std::int64_t plan, std::int64_t account, std::int64_t at_most) const {
    return where("plan = ?1 AND account = ?2 ORDER BY id DESC LIMIT ?3", {plan, account, at_most});
}

base::Result<std::int64_t> VersionTable::next_batch(std::int64_t plan) {
    return number_from(*connection_, "SELECT COALESCE(MAX(batch), 0) + 1 FROM versions WHERE plan = ?1", {plan});
}

List<ProposalRow> ProposalTable::of_plan(std::int64_t plan) const { return where("plan = ?1 ORDER BY number", {plan}); }

Found<ProposalRow> ProposalTable::by_number(std::int64_t plan, std::int64_t number) const {
    return first_where("plan = ?1 AND number = ?2", {plan, number});
}

base::Result<std::int64_t> ProposalTable::next_number(std::int64_t plan) {
    return number_from(*connection_, "SELECT COALESCE(MAX(number), 0) + 1 FROM proposals WHERE plan = ?1", {plan});
}

List<SignatureRow> SignatureTable::of_proposal(std::int64_t proposal) const {
    return where("proposal = ?1 ORDER BY id", {proposal});
}

base::Result<std::int64_t> DecisionTable::add(const DecisionRow& entry) {
    const auto counted = connection_->query(
        "INSERT INTO counters (name, last) VALUES (?1, 1) ON CONFLICT (name) DO UPDATE SET last = counters.last + 1",
        {decisions_counter(entry.plan)});
    if (!counted) return tl::unexpected(counted.error());
    if (auto added = Table::add(entry); !added) return added;
    return entry.number;
}

base::Result<std::int64_t> DecisionTable::counted(std::int64_t plan) const {
    return number_from(*connection_, "SELECT last FROM counters WHERE name = ?1", {decisions_counter(plan)});
}

Found<DecisionRow> DecisionTable::last(std::int64_t plan) const {
    return first_where("plan = ?1 ORDER BY number DESC", {plan});
}

List<DecisionRow> DecisionTable::of_plan(std::int64_t plan) const { return where("plan = ?1 ORDER BY number", {plan}); }

List<DecisionRow> DecisionTable::after(std::int64_t plan, std::int64_t number, std::int64_t at_most) const {
    return where("plan = ?1 AND number > ?2 ORDER BY number LIMIT ?3", {plan, number, at_most});
}

Found<RunRow> RunTable::by_key(std::string_view key) const { return first_where("key = ?1", {std::string(key)}); }

List<RunRow> RunTable::of_plan(std::int64_t plan) const { return where("plan = ?1 ORDER BY id", {plan}); }

List<RunRow> RunTable::in_state(std::string_view state) const {
    return where("state = ?1 ORDER BY id", {std::string(state)});
}

Found<RunRow> RunTable::done_with(std::string_view input_hash, std::string_view side) const {
    return first_where("input_hash = ?1 AND side = ?2 AND state = 'done' ORDER BY id DESC",
                       {std::string(input_hash), std::string(side)});
}

base::Result<void> RunTable::keep_newest(std::int64_t plan, std::int64_t at_most) {
    return remove_where(
        "plan = ?1 AND state NOT IN ('queued', 'running') AND id NOT IN (SELECT id FROM runs WHERE plan = ?1 ORDER BY id "
        "DESC LIMIT ?2)",
        {plan, at_most});
}

}  // namespace masar::store
