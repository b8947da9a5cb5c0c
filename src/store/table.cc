#include "store/table.h"

#include "store/cells.h"

#include <concepts>
#include <span>

namespace masar::store {
namespace {

/// "id", "login", … as they stand in statements; quoted, because databases differ in the words they keep for themselves.
std::string listed(std::span<const std::string> names, std::string_view before, std::string_view after) {
    std::string list;
    for (const std::string& name : names) {
        if (!list.empty()) list += ", ";
        (((list += before) += '"') += name) += '"';
        list += after;
    }
    return list;
}

std::string places(std::size_t count) {
    std::string list;
    for (std::size_t at = 1; at <= count; ++at) list += (at == 1 ? "?" : ", ?") + std::to_string(at);
    return list;
}

/// The statements of a table, written once.
template <class R>
struct Statements {
    std::vector<std::string> names = column_names<R>();
    std::string table = std::string(R::table);
    std::string keys = listed(std::span(names).first(R::keys), "", "");
    std::string select = "SELECT " + listed(names, "", "") + " FROM " + table;
    std::string insert =
        "INSERT INTO " + table + " (" + listed(names, "", "") + ") VALUES (" + places(names.size()) + ")";
    std::string replace = insert + " ON CONFLICT (" + keys + ") DO UPDATE SET " + assignments();

    static const Statements& of() {
        static const Statements statements;
        return statements;
    }

private:
    [[nodiscard]] std::string assignments() const {
        std::string list;
        for (const std::string& name : std::span(names).subspan(R::keys))
            list += (list.empty() ? "\"" : ", \"") + name + "\" = excluded.\"" + name + "\"";
        return list;
    }
};

/// The first column, when it is the row's number.
template <class R>
std::int64_t* number_of(R& row) {
    std::int64_t* number = nullptr;
    bool first = true;
    R::columns(row, [&](std::string_view /*name*/, auto& member) {
        if constexpr (std::same_as<std::remove_reference_t<decltype(member)>, std::int64_t>)
            if (first && R::keys == 1) number = &member;
        first = false;
    });
    return number;
}

/// Numbers are never given twice, also when the row that had one is gone: somebody may still hold it.
base::Result<std::int64_t> next_number(Connection& connection, std::string_view table) {
    const auto rows = connection.query(
        "INSERT INTO counters (name, last) VALUES (?1, 1) ON CONFLICT (name) DO UPDATE SET last = counters.last + 1 "
        "RETURNING last",
        {std::string(table)});
    if (!rows) return tl::unexpected(rows.error());
    return std::get<std::int64_t>(rows->front().front());
}

}  // namespace

template <class R>
base::Result<std::vector<R>> Table<R>::where(std::string_view condition, const Values& values) const {
    return rows_of<R>(connection_->query(Statements<R>::of().select + " WHERE " + std::string(condition), values));
}

template <class R>
base::Result<std::optional<R>> Table<R>::first_where(std::string_view condition, const Values& values) const {
    auto rows = where(std::string(condition) + " LIMIT 1", values);
    if (!rows) return tl::unexpected(rows.error());
    return rows->empty() ? std::optional<R>() : std::optional<R>(std::move(rows->front()));
}

template <class R>
base::Result<std::optional<R>> Table<R>::find(std::int64_t id) const requires(R::keys == 1) {
    return first_where('"' + Statements<R>::of().names.front() + "\" = ?1", {id});
}

template <class R>
base::Result<std::vector<R>> Table<R>::all() const {
    return where("1 = 1 ORDER BY " + Statements<R>::of().keys, {});
}

template <class R>
base::Result<std::int64_t> Table<R>::add(R row) {
    std::int64_t* number = number_of(row);
    if (number != nullptr && *number == 0) {
        const auto next = next_number(*connection_, R::table);
        if (!next) return next;
        *number = *next;
    }
    const auto added = connection_->query(Statements<R>::of().insert, values_of(row));
    if (!added) return tl::unexpected(added.error());
    return number == nullptr ? 0 : *number;
}

template <class R>
base::Result<void> Table<R>::put(const R& row) {
    const auto done = connection_->query(Statements<R>::of().replace, values_of(row));
    if (!done) return tl::unexpected(done.error());
    return {};
}

template <class R>
base::Result<void> Table<R>::remove_where(std::string_view condition, const Values& values) {
    const auto done =
        connection_->query("DELETE FROM " + Statements<R>::of().table + " WHERE " + std::string(condition), values);
    if (!done) return tl::unexpected(done.error());
    return {};
}

template class Table<AccountRow>;
template class Table<SetupTokenRow>;
template class Table<SessionRow>;
template class Table<AccountEventRow>;
template class Table<DeputyRow>;
template class Table<PlanRow>;
template class Table<VersionRow>;
template class Table<EventRow>;
template class Table<DecisionRow>;
template class Table<ProposalRow>;
template class Table<SignatureRow>;
template class Table<RunRow>;
template class Table<ImportHeadingRow>;
template class Table<CalendarLinkRow>;
template class Table<LastSeenRow>;
template class Table<NoteRow>;
template class Table<NoticeMarkRow>;
template class Table<DigestRow>;

}  // namespace masar::store
