#pragma once
// What every table can do with its rows. The tables themselves are in tables.h.
#include "store/database.h"
#include "store/rows.h"

#include <optional>
#include <string_view>
#include <vector>

namespace masar::store {

template <class Row>
class Table {
public:
    explicit Table(Connection& connection) : connection_(&connection) {}

    /// The row with this number (accounts, plans, versions, events, proposals, …).
    [[nodiscard]] base::Result<std::optional<Row>> find(std::int64_t id) const requires(Row::keys == 1);
    /// All rows, by their keys.
    [[nodiscard]] base::Result<std::vector<Row>> all() const;

    /// Adds `row`; where the first column is a number that is 0, the next free one. Gives the number.
    base::Result<std::int64_t> add(Row row);
    /// Replaces the row with the same keys, or adds it when there is none.
    base::Result<void> put(const Row& row);

protected:
    /// Rows for which `condition` holds, e.g. "login = ?1".
    [[nodiscard]] base::Result<std::vector<Row>> where(std::string_view condition, const Values& values) const;
    [[nodiscard]] base::Result<std::optional<Row>> first_where(std::string_view condition, const Values& values) const;
    base::Result<void> remove_where(std::string_view condition, const Values& values);

    Connection* connection_;
};

extern template class Table<AccountRow>;
extern template class Table<SetupTokenRow>;
extern template class Table<SessionRow>;
extern template class Table<AccountEventRow>;
extern template class Table<DeputyRow>;
extern template class Table<PlanRow>;
extern template class Table<VersionRow>;
extern template class Table<EventRow>;
extern template class Table<DecisionRow>;
extern template class Table<ProposalRow>;
extern template class Table<SignatureRow>;
extern template class Table<RunRow>;
extern template class Table<ImportHeadingRow>;
extern template class Table<CalendarLinkRow>;
extern template class Table<LastSeenRow>;
extern template class Table<NoteRow>;
extern template class Table<NoticeMarkRow>;
extern template class Table<DigestRow>;

}  // namespace masar::store
