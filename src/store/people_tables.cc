#include "store/cells.h"
#include "store/tables.h"

namespace masar::store {
namespace {

std::string text(std::string_view piece) { return std::string(piece); }

}  // namespace

List<AccountRow> AccountTable::by_login(std::string_view login) const {
    return where("login = ?1 AND login <> '' ORDER BY id", {text(login)});  // erased accounts have none
}

List<AccountRow> AccountTable::of_side(std::string_view side) const {
    return where("side = ?1 ORDER BY id", {text(side)});
}

Found<SetupTokenRow> SetupTokenTable::by_token(std::string_view token_hash) const {
    return first_where("token_hash = ?1", {text(token_hash)});
}

base::Result<void> SetupTokenTable::remove(std::string_view side, std::int64_t account) {
    return remove_where("side = ?1 AND account = ?2", {text(side), account});
}

Found<SessionRow> SessionTable::by_token(std::string_view token_hash) const {
    return first_where("token_hash = ?1", {text(token_hash)});
}

base::Result<void> SessionTable::remove(std::string_view token_hash) {
    return remove_where("token_hash = ?1", {text(token_hash)});
}

base::Result<void> SessionTable::remove_of(std::int64_t account) { return remove_where("account = ?1", {account}); }

base::Result<void> SessionTable::remove_over(Moment created, Moment used, Moment visitor) {
    return remove_where("(account <> 0 AND (created < ?1 OR used < ?2)) OR (account = 0 AND created < ?3)",
                        {to_number(created), to_number(used), to_number(visitor)});
}

List<AccountEventRow> AccountEventTable::of_side(std::string_view side, std::int64_t after_id,
                                                 std::int64_t at_most) const {
    return where("side = ?1 AND id > ?2 ORDER BY id LIMIT ?3", {text(side), after_id, at_most});
}

List<DeputyRow> DeputyTable::of_side(std::string_view side) const {
    return where("side = ?1 ORDER BY id", {text(side)});
}

base::Result<void> DeputyTable::end_of(std::int64_t account, Moment now) {
    return connection_
        ->query("UPDATE deputies SET ended = ?2 WHERE ended = 0 AND (account = ?1 OR stands_for = ?1)",
                {account, to_number(now)})
        .map([](const Rows&) {});
}

List<DeputyRow> DeputyTable::acting(std::int64_t account, std::string_view day) const {
    return where("account = ?1 AND ended = 0 AND first_day <= ?2 AND last_day >= ?2 ORDER BY id", {account, text(day)});
}

Found<CalendarLinkRow> CalendarLinkTable::by_token(std::string_view token_hash) const {
    return first_where("token_hash = ?1", {text(token_hash)});
}

List<CalendarLinkRow> CalendarLinkTable::of_account(std::int64_t account) const {
    return where("account = ?1 ORDER BY id", {account});
}

base::Result<void> CalendarLinkTable::revoke_of(std::int64_t account, Moment now) {
    return connection_
        ->query("UPDATE calendar_links SET revoked = ?2 WHERE revoked = 0 AND account = ?1", {account, to_number(now)})
        .map([](const Rows&) {});
}

Found<LastSeenRow> LastSeenTable::of(std::int64_t account, std::int64_t plan) const {
    return first_where("account = ?1 AND plan = ?2", {account, plan});
}

List<ImportHeadingRow> ImportHeadingTable::of_side(std::string_view side) const {
    return where("side = ?1 ORDER BY heading", {text(side)});
}

}  // namespace masar::store
