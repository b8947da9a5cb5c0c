#pragma once
// The tables that services read and write; `read` and `write` of store.h hand them out. A question that no table answers yet becomes a
// function here: SQL stays in this room.
#include "store/table.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace masar::store {

template <class T>
using Found = base::Result<std::optional<T>>;
template <class T>
using List = base::Result<std::vector<T>>;

class AccountTable : public Table<AccountRow> {
public:
    using Table::Table;
    /// One at most of each side: no side learns whether the other knows a login.
    [[nodiscard]] List<AccountRow> by_login(std::string_view login) const;
    [[nodiscard]] List<AccountRow> of_side(std::string_view side) const;
};

class SetupTokenTable : public Table<SetupTokenRow> {
public:
    using Table::Table;
    [[nodiscard]] Found<SetupTokenRow> by_token(std::string_view token_hash) const;
    /// There is one at most of each owner.
    base::Result<void> remove(std::string_view side, std::int64_t account);
};

class SessionTable : public Table<SessionRow> {
public:
    using Table::Table;
    [[nodiscard]] Found<SessionRow> by_token(std::string_view token_hash) const;
    base::Result<void> remove(std::string_view token_hash);
    base::Result<void> remove_of(std::int64_t account);
    /// Those of accounts made before `created` or last used before `used`, those of visitors made before `visitor`.
    base::Result<void> remove_over(Moment created, Moment used, Moment visitor);
};

class AccountEventTable : public Table<AccountEventRow> {
public:
    using Table::Table;
    /// Oldest first, after `after_id`.
    [[nodiscard]] List<AccountEventRow> of_side(std::string_view side, std::int64_t after_id,
                                                std::int64_t at_most) const;
};

class DeputyTable : public Table<DeputyRow> {
public:
    using Table::Table;
    [[nodiscard]] List<DeputyRow> of_side(std::string_view side) const;
    /// For whom `account` acts on `day` ("2027-03-01").
    [[nodiscard]] List<DeputyRow> acting(std::int64_t account, std::string_view day) const;
    /// Those of the account, and those who stand in for it.
    base::Result<void> end_of(std::int64_t account, Moment now);
};

class PlanTable : public Table<PlanRow> {
public:
    using Table::Table;
    [[nodiscard]] Found<PlanRow> by_key(std::string_view key) const;
    /// Neither sandboxes nor archived plans.
    [[nodiscard]] List<PlanRow> kept() const;
    /// A sandbox that expired before `now`, with everything that belongs to it; gives how many.
    base::Result<std::int64_t> remove_expired(Moment now);
};

class VersionTable : public Table<VersionRow> {
public:
    using Table::Table;
    /// Newest first.
    [[nodiscard]] List<VersionRow> of_plan(std::int64_t plan, std::int64_t at_most) const;
    [[nodiscard]] Found<VersionRow> of_batch(std::int64_t plan, std::int64_t batch) const;
    /// Newest first: what undo and redo choose from.
    [[nodiscard]] List<VersionRow> by_account(std::int64_t plan, std::int64_t account, std::int64_t at_most) const;
    /// The batch number for the next edit of this plan.
    base::Result<std::int64_t> next_batch(std::int64_t plan);
};

/// An event at its place in the list of one reader: 1, 2, 3, … without gaps, so that nothing is learnt from a number.
struct SeenEvent {
    std::int64_t position = 0;
    EventRow event;
};

struct EventQuestion {
    std::int64_t plan = 0;
    std::string reader;           ///< a side
    std::int64_t after = 0;       ///< positions above this
    std::string section, record;  ///< "" = of any
    std::int64_t at_most = 1000;
};

class EventTable : public Table<EventRow> {
public:
    using Table::Table;
    /// Adds the event and its place in the list of each side that reads it.
    base::Result<std::int64_t> add(EventRow event);
    /// Oldest first.
    [[nodiscard]] List<SeenEvent> seen_by(const EventQuestion& question) const;
    /// The position of the newest event that the side reads; 0 = none.
    [[nodiscard]] base::Result<std::int64_t> last_position(std::int64_t plan, std::string_view reader) const;
    /// Everything, oldest first: for those that read the whole.
    [[nodiscard]] List<EventRow> of_plan(std::int64_t plan, std::int64_t after_id, std::int64_t at_most) const;
    [[nodiscard]] List<EventRow> of_batch(std::int64_t plan, std::int64_t batch) const;
    /// Events of a record after a batch: whether it was changed since.
    [[nodiscard]] List<EventRow> since_batch(std::int64_t plan, std::int64_t batch) const;
};

class DecisionTable : public Table<DecisionRow> {
public:
    using Table::Table;
    /// Adds the entry, whose number must be the next one, and counts it, so that one that is taken from the end is missed.
    base::Result<std::int64_t> add(const DecisionRow& entry);
    [[nodiscard]] Found<DecisionRow> last(std::int64_t plan) const;
    [[nodiscard]] List<DecisionRow> of_plan(std::int64_t plan) const;
    /// By number, after `number`: to go through all of them in pieces.
    [[nodiscard]] List<DecisionRow> after(std::int64_t plan, std::int64_t number, std::int64_t at_most) const;
    /// How many were ever added.
    [[nodiscard]] base::Result<std::int64_t> counted(std::int64_t plan) const;
};

class ProposalTable : public Table<ProposalRow> {
public:
    using Table::Table;
    [[nodiscard]] List<ProposalRow> of_plan(std::int64_t plan) const;
    [[nodiscard]] Found<ProposalRow> by_number(std::int64_t plan, std::int64_t number) const;
    base::Result<std::int64_t> next_number(std::int64_t plan);
};

class SignatureTable : public Table<SignatureRow> {
public:
    using Table::Table;
    [[nodiscard]] List<SignatureRow> of_proposal(std::int64_t proposal) const;
};

class RunTable : public Table<RunRow> {
public:
    using Table::Table;
    [[nodiscard]] Found<RunRow> by_key(std::string_view key) const;
    [[nodiscard]] List<RunRow> of_plan(std::int64_t plan) const;
    [[nodiscard]] List<RunRow> in_state(std::string_view state) const;
    /// The newest that is done with this input, for this reader.
    [[nodiscard]] Found<RunRow> done_with(std::string_view input_hash, std::string_view side) const;
    /// Of a plan, but those that are still to be done.
    base::Result<void> keep_newest(std::int64_t plan, std::int64_t at_most);
};

class ImportHeadingTable : public Table<ImportHeadingRow> {
public:
    using Table::Table;
    [[nodiscard]] List<ImportHeadingRow> of_side(std::string_view side) const;
};

class CalendarLinkTable : public Table<CalendarLinkRow> {
public:
    using Table::Table;
    [[nodiscard]] Found<CalendarLinkRow> by_token(std::string_view token_hash) const;
    [[nodiscard]] List<CalendarLinkRow> of_account(std::int64_t account) const;
    base::Result<void> revoke_of(std::int64_t account, Moment now);
};

class LastSeenTable : public Table<LastSeenRow> {
public:
    using Table::Table;
    [[nodiscard]] Found<LastSeenRow> of(std::int64_t account, std::int64_t plan) const;
};

/// Notes that are new to somebody.
struct NoteQuestion {
    std::int64_t plan = 0;
    std::string reader;   ///< a side; "" = whoever reads the whole
    std::string as_well;  ///< a side that must read them, too; "" = none
    Moment after{};       ///< written after this
    std::int64_t at_most = 1000;
};

/// That something about a record's notes is not as it was.
struct NoteStamp {
    std::string section, record;
    Sides readers;
    std::int64_t count = 0, changed = 0;
};

class NoteTable : public Table<NoteRow> {
public:
    using Table::Table;
    /// Oldest first.
    [[nodiscard]] List<NoteRow> of_record(std::int64_t plan, std::string_view section, std::string_view record) const;
    /// Latest first, without those withdrawn.
    [[nodiscard]] List<NoteRow> since(const NoteQuestion& question) const;
    /// Oldest first, of the whole plan.
    [[nodiscard]] List<NoteRow> of_plan(std::int64_t plan) const;
    /// By record and readers.
    [[nodiscard]] List<NoteStamp> stamps(std::int64_t plan) const;
    /// The record has another id now.
    base::Result<void> follow(std::int64_t plan, std::string_view section, std::string_view from, std::string_view to);
};

class NoticeMarkTable : public Table<NoticeMarkRow> {
public:
    using Table::Table;
    [[nodiscard]] Found<NoticeMarkRow> of(std::int64_t account, std::int64_t plan, std::string_view side) const;
};

class DigestTable : public Table<DigestRow> {
public:
    using Table::Table;
    [[nodiscard]] List<DigestRow> wanted() const;
    base::Result<void> remove(std::int64_t account);
};

/// Texts by their SHA-256: the same text is kept once. What no row refers to is swept away some day: write the row that does in the same
/// transaction.
class ContentTable {
public:
    explicit ContentTable(Connection& connection) : connection_(&connection) {}
    /// `like`: content that is nearly the same; only the difference is kept.
    base::Result<std::string> put(std::string_view content, std::string_view like = {});
    /// Fails when there is none, or when it is not what its name says.
    [[nodiscard]] base::Result<std::string> get(std::string_view hash) const;

    using Files = std::map<std::string, std::string>;  ///< path → text
    /// A list of files as one content; each text is kept once.
    base::Result<std::string> put_files(const Files& files, std::string_view like = {});
    [[nodiscard]] base::Result<Files> get_files(std::string_view hash) const;
    /// Whether the list still is what its name says.
    [[nodiscard]] base::Result<bool> is_list(std::string_view name) const;

    /// Names of contents and of lists of files, in order, after `name`: to go through all of them in pieces.
    [[nodiscard]] List<std::string> names_after(std::string_view name, std::int64_t at_most) const;
    [[nodiscard]] List<std::string> lists_after(std::string_view name, std::int64_t at_most) const;

private:
    Connection* connection_;
};

struct Tables {
    explicit Tables(Connection& connection)
        : accounts(connection),
          setup_tokens(connection),
          sessions(connection),
          account_events(connection),
          deputies(connection),
          plans(connection),
          versions(connection),
          events(connection),
          decisions(connection),
          proposals(connection),
          signatures(connection),
          runs(connection),
          import_headings(connection),
          calendar_links(connection),
          last_seen(connection),
          notes(connection),
          notice_marks(connection),
          digests(connection),
          contents(connection) {}

    AccountTable accounts;
    SetupTokenTable setup_tokens;
    SessionTable sessions;
    AccountEventTable account_events;
    DeputyTable deputies;
    PlanTable plans;
    VersionTable versions;
    EventTable events;
    DecisionTable decisions;
    ProposalTable proposals;
    SignatureTable signatures;
    RunTable runs;
    ImportHeadingTable import_headings;
    CalendarLinkTable calendar_links;
    LastSeenTable last_seen;
    NoteTable notes;
    NoticeMarkTable notice_marks;
    DigestTable digests;
    ContentTable contents;
};

}  // namespace masar::store
